import { addMonths, procedureStep, type Day, type DossierStepKind } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { may } from '../../policy/may.js'
import { findRuleOn } from '../rules/rule.service.js'
import { specialCasesOf } from './applicant-conditions.js'
import { bodiesOn, type LevelRow } from './bodies.service.js'
import { hasEnded, lastStep, type DossierFile } from './dossier-file.js'
import { listStepRules, type StepRuleRow } from './dossier.repository.js'
import { Judgement } from './judgement.js'
import { draftOfStep } from './taken-step.js'

/** The day on which the probation ends, by the rule of the day of the ceremony: official from then (4.2.2). */
export async function officialFrom(ctx: RequestContext, file: DossierFile): Promise<Day | null> {
  const ceremony = lastStep(file, 'CEREMONY')?.date
  const rule = ceremony && (await findRuleOn(ctx, 'PROBATION_MONTHS', ceremony))
  return ceremony && rule ? addMonths(ceremony, rule.value) : null
}

/** The committee with the power to decide on a day by the tree of that day; null where the cell does not stand then. */
export async function decidingOf(ctx: RequestContext, file: DossierFile, on: Day): Promise<LevelRow | null> {
  return (await bodiesOn(ctx, file.organization, on))?.deciding ?? null
}

/** The special cases of a dossier on a day, and whether each is approved. */
export async function specialCasesOn(
  ctx: RequestContext,
  file: DossierFile,
  on: Day,
): Promise<Array<{ specialCase: string; approved: boolean }>> {
  const bodies = hasEnded(file.state) ? null : await bodiesOn(ctx, file.organization, on)
  if (!bodies) return []
  const judgement = new Judgement(ctx, file, draftOfStep('DECISION', on), bodies, true)
  const known = new Set(file.approvals.map(({ specialCase }) => specialCase))
  return (await specialCasesOf(judgement)).map((specialCase) => ({
    specialCase,
    approved: known.has(specialCase),
  }))
}

/** Whether the viewer may take a step of that kind at the unit whose body it belongs to. */
export function mayTake(ctx: RequestContext, kind: DossierStepKind, unit: number): Promise<boolean> {
  const { body } = procedureStep(kind)
  const above = body === 'GRASSROOTS' || body === 'DECIDING'
  return may(ctx, above ? 'dossiers.decide' : 'dossiers.prepare', unit)
}

/** The rules by which a step was judged; one statement for many. */
export function loadStepRules(ctx: RequestContext, step: number): Promise<StepRuleRow[]> {
  return loader<number, StepRuleRow[]>(ctx, 'rules of steps of dossiers', async (ids) => {
    const byStep = groupBy(await listStepRules(ctx, ids), (row) => row.step)
    return ids.map((id) => byStep.get(id) ?? [])
  }).load(step)
}
