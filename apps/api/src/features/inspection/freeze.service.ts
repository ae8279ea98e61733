import { canonicalJson, reason, type OrganizationQuery, type PersonQuery } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import type { Figure } from '../figures/figure.js'
import { loadNearest } from '../organizations/organization.service.js'
import { visiblePersons } from '../people/person.service.js'
import { rootsOf } from './asked.service.js'
import type { FrozenFigure, FrozenRow } from './evidence-content.js'
import { answerOf, shownRows, totalsOfAnswer } from './find-organizations.service.js'
import { groundOf } from './find-persons.service.js'
import { listFound } from './person.repository.js'

/** Rows of one answer that are kept at most. */
export const MOST_FROZEN = 20_000

/** A row with what it is about, inside and outside. */
export interface RowToKeep {
  organization: number
  organizationUid: string
  person: number | null
  personUid: string | null
  content: string
}

/** An answer as it is kept. */
export interface Frozen {
  roots: readonly number[]
  rows: readonly RowToKeep[]
  totals: unknown
}

const figuresOf = (figures: readonly Figure[]): FrozenFigure[] =>
  figures.map(({ indicator, numerator, denominator, text }) => ({ indicator, numerator, denominator, text }))

function refuseMany(rows: number): void {
  if (rows > MOST_FROZEN)
    throw invalidInput('organizations', reason('EVIDENCE_TOO_LARGE', { limit: MOST_FROZEN }))
}

const contentOf = (row: FrozenRow): string => canonicalJson(row)

/** The answer to a question about units, in its order, as the viewer may read it. */
export async function frozenUnits(ctx: RequestContext, query: OrganizationQuery): Promise<Frozen> {
  const answer = await answerOf(ctx, query)
  refuseMany(answer.hits.length)
  const rows = await shownRows(
    ctx,
    answer,
    answer.hits.map(({ unit }) => unit.id),
  )
  const totals = await totalsOfAnswer(ctx, answer)
  return {
    roots: answer.asked.roots,
    rows: rows.map(({ organization: { id, uid, code, name }, figures }) => ({
      ...{ organization: id, organizationUid: uid, person: null, personUid: null },
      content: contentOf({ code, name, figures: figuresOf(figures) }),
    })),
    totals: totals.map(({ indicator, withheld, figure }) => ({
      ...{ indicator, withheld },
      figure: figure && figuresOf([figure])[0],
    })),
  }
}

/** The same about persons: who they are by their ids, and the days; no names. */
export async function frozenPersons(ctx: RequestContext, query: PersonQuery): Promise<Frozen> {
  const ground = await groundOf(ctx, query)
  const found = await listFound(ctx, ground, { limit: MOST_FROZEN })
  refuseMany(found.length)
  const persons = new Map(
    (
      await visiblePersons(
        ctx,
        found.map(({ person }) => person),
      )
    ).map((row) => [row.id, row]),
  )
  const rows = await Promise.all(
    found.map(async (row): Promise<RowToKeep[]> => {
      const unit = await loadNearest(ctx, row.organization, row.on)
      const person = persons.get(row.person)
      if (!unit || !person) return []
      const { on, recordedOn, stage, certifiedOn, certificateExpiresOn } = row
      const days = { on, recordedOn, stage, certifiedOn, certificateExpiresOn }
      const content = contentOf({ code: unit.code, name: unit.name, figures: [], days })
      return [
        {
          organization: unit.id,
          organizationUid: unit.uid,
          person: person.id,
          personUid: person.uid,
          content,
        },
      ]
    }),
  )
  const roots = await rootsOf(ctx, query.scope, 'people.read', query.asOf)
  return { roots, rows: rows.flat(), totals: [] }
}
