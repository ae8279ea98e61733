import {
  INSPECTING_BODIES,
  isDay,
  reason,
  ROUND_KINDS,
  type Day,
  type InspectingBody,
  type RoundKind,
  type SubjectResult,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import { refuseUnless } from '../../policy/may.js'
import { tiersOf } from '../organizations/code-list.service.js'
import { countConcluded } from './subject.repository.js'
import type { SubjectRow } from './subject.repository.js'

/** How many were inspected or supervised, and with what result; a subject of two rounds counts twice. */
export interface Tally {
  concluded: number
  noShortcoming: number
  shortcoming: number
  suspectedViolation: number
  violation: number
  discipline: number
}

/** What reports count of one level and body, one kind of round, and one level of subjects. */
export interface InspectionCountRow {
  tier: string
  body: InspectingBody
  kind: RoundKind
  subjectTier: string
  organizations: Tally
  members: Tally
}

const fields: Record<SubjectResult, Exclude<keyof Tally, 'concluded'>> = {
  NO_SHORTCOMING: 'noShortcoming',
  SHORTCOMING: 'shortcoming',
  SUSPECTED_VIOLATION: 'suspectedViolation',
  VIOLATION: 'violation',
  DISCIPLINE: 'discipline',
}

function tallyOf(counts: ReadonlyArray<{ result: SubjectResult; n: number }>): Tally {
  const tally: Tally = {
    concluded: 0,
    noShortcoming: 0,
    shortcoming: 0,
    suspectedViolation: 0,
    violation: 0,
    discipline: 0,
  }
  for (const { result, n } of counts) {
    tally.concluded += Number(n)
    tally[fields[result]] += Number(n)
  }
  return tally
}

/** What was concluded of the organizations, or of the persons, among subjects of one round. */
export function tallyOfSubjects(rows: readonly SubjectRow[], persons: boolean): Tally {
  return tallyOf(
    rows.flatMap(({ person, state, result }) =>
      (person !== 0) === persons && state === 'CONCLUDED' && result !== null ? [{ result, n: 1 }] : [],
    ),
  )
}

/**
 * What rounds of a unit and all below it today concluded in a period (both days inclusive), as reports count it: by
 * level and body of who inspects, kind of round and level of the subject (of a person: of the unit where they belonged),
 * the highest level first. For whoever runs inspections there.
 */
export async function inspectionCounts(
  ctx: RequestContext,
  unit: number,
  period: { from: Day; to: Day },
): Promise<InspectionCountRow[]> {
  await refuseUnless(ctx, 'inspection.run', unit)
  for (const field of ['from', 'to'] as const)
    if (!isDay(period[field])) throw invalidInput(field, reason('NOT_A_DAY'))
  if (period.to < period.from) throw invalidInput('to', reason('DAYS_REVERSED'))
  const counts = await countConcluded(ctx, unit, period)
  const ranks = new Map((await tiersOf(ctx)).map(({ code, rank }) => [code, rank]))
  const groups = groupBy(counts, ({ tier, body, kind, subjectTier }) =>
    [tier, body, kind, subjectTier].join(' '),
  )
  const orderOf = ({ tier, body, kind, subjectTier }: InspectionCountRow) => [
    ranks.get(tier) ?? 0,
    Object.keys(INSPECTING_BODIES).indexOf(body),
    Object.keys(ROUND_KINDS).indexOf(kind),
    ranks.get(subjectTier) ?? 0,
  ]
  return [...groups.values()]
    .flatMap((rows) => {
      const [first] = rows
      if (!first) return []
      const { tier, body, kind, subjectTier } = first
      const of = (persons: number) => tallyOf(rows.filter((row) => Number(row.persons) === persons))
      return [{ tier, body, kind, subjectTier, organizations: of(0), members: of(1) }]
    })
    .sort((a, b) => {
      const [left, right] = [orderOf(a), orderOf(b)]
      const at = left.findIndex((value, index) => value !== right[index])
      return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
    })
}
