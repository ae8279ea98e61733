import { addMonths, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { findRuleOn } from '../rules/rule.service.js'
import { bodiesOn } from './bodies.service.js'
import { hasEnded, papersInForce, type DossierFile, type PaperRow } from './dossier-file.js'
import { Judgement } from './judgement.js'
import { formsOn, papersAsked } from './paper-conditions.js'
import { draftOfStep } from './taken-step.js'

/** A paper with what is computed of it. */
export interface PaperState {
  row: PaperRow
  title: string
  expiresOn: Day | null
  superseded: boolean
}

/** A paper asked for, one of these forms, and how it stands on a day. */
export interface PaperNeed {
  formCodes: string[]
  title: string
  state: 'MISSING' | 'VALID' | 'EXPIRED'
  paper: PaperState | null
}

/** The papers of a dossier in the order in which they were recorded. */
export function paperStates(ctx: RequestContext, file: DossierFile): Promise<PaperState[]> {
  const inForce = new Set(papersInForce(file.papers).values())
  return Promise.all(
    file.papers.map(async (row) => {
      const rule = await findRuleOn(ctx, 'PAPERS_MONTHS', row.dated)
      const forms = await formsOn(ctx, row.dated)
      return {
        row,
        title: forms.get(row.form) ?? row.form,
        expiresOn: rule ? addMonths(row.dated, rule.value) : null,
        superseded: !inForce.has(row),
      }
    }),
  )
}

/** What the vote that is ahead asks for by the catalogue of the day: on admission, or on recognition. */
export async function paperNeeds(ctx: RequestContext, file: DossierFile, asOf: Day): Promise<PaperNeed[]> {
  const bodies = hasEnded(file.state) ? null : await bodiesOn(ctx, file.organization, asOf)
  if (!bodies) return []
  const kind = file.steps.some((step) => step.kind === 'CEREMONY') ? 'RECOGNITION_VOTE' : 'CELL_VOTE'
  const judgement = new Judgement(ctx, file, draftOfStep(kind, asOf), bodies, true)
  const [asked, states, forms] = await Promise.all([
    papersAsked(judgement),
    paperStates(ctx, file),
    formsOn(ctx, asOf),
  ])
  return asked.map((formCodes): PaperNeed => {
    const held = states.filter(({ row, superseded }) => !superseded && formCodes.includes(row.form))
    const paper = held.sort((a, b) => ((a.expiresOn ?? '') < (b.expiresOn ?? '') ? -1 : 1)).at(-1) ?? null
    const expired = paper !== null && paper.expiresOn !== null && paper.expiresOn <= asOf
    return {
      formCodes,
      title: forms.get(formCodes[0] ?? '') ?? '',
      state: paper === null ? 'MISSING' : expired ? 'EXPIRED' : 'VALID',
      paper,
    }
  })
}
