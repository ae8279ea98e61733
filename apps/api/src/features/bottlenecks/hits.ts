import {
  addDays,
  BEFORE_VOTE,
  fullYearsBetween,
  type Bottleneck,
  type Day,
  type StrikeReason,
} from '@seedbed/shared'
import type { Bodies } from '../dossiers/bodies.service.js'
import type { DueItem, Pipeline } from '../due/due.service.js'
import type { StruckRow } from './bottleneck.repository.js'

/** A cell with what its records say on the day. */
export interface CellFacts {
  id: number
  opened: Day
  sortKey: string
  visible: boolean
  official: number
  lastAdmission: Day | null
}

/** How long a dossier waits before it is told, in days, and years without admission. */
export interface Patience {
  waitingDays: number
  years: number
}

/** Everything from which follows what holds admissions up. */
export interface Evidence {
  asOf: Day
  cells: readonly CellFacts[]
  pipeline: Pipeline
  items: readonly DueItem[]
  withoutSource: ReadonlySet<number>
  struck: readonly StruckRow[]
  bodies: ReadonlyMap<number, Bodies | null>
  officialLeast: number
  patience: Patience
}

/** So many of a cell for one cause. */
export interface Hit {
  cause: Bottleneck
  organization: number
  count: number
}

/** Pure: what holds admissions up, cell by cell; nobody twice for the same cause. */
export function hitsOf(evidence: Evidence): Hit[] {
  return [
    ...ofCells(evidence),
    ...ofCandidates(evidence),
    ...ofDossiers(evidence),
    ...ofStruck(evidence, 'MOVED_AWAY', 'MOVED_AWAY'),
  ]
}

function ofCells({ cells, pipeline, withoutSource, officialLeast, patience, asOf }: Evidence): Hit[] {
  const sources = new Set(pipeline.candidates.map(({ organization }) => organization))
  return cells.flatMap(({ id, opened, official, lastAdmission }) => {
    const hit = (cause: Bottleneck): Hit => ({ cause, organization: id, count: 1 })
    const since = lastAdmission ?? opened
    return [
      ...(sources.has(id) ? [] : [hit(withoutSource.has(id) ? 'NO_SOURCE_DECLARED' : 'EMPTY_LIST')]),
      ...(official < officialLeast ? [hit('CELL_TOO_SMALL')] : []),
      ...(fullYearsBetween(since, asOf) >= patience.years ? [hit('NO_ADMISSION')] : []),
    ]
  })
}

function ofCandidates({ pipeline, items }: Evidence): Hit[] {
  const mentored = new Map<number, Day>()
  for (const { person, date } of pipeline.mentors) mentored.set(person, date)
  const hits = pipeline.candidates
    .filter(({ stage }) => BEFORE_VOTE.includes(stage))
    .flatMap(({ person, organization, stage, enteredOn }): Hit[] => [
      ...((mentored.get(person) ?? '') >= enteredOn
        ? []
        : [{ cause: 'NO_MENTOR' as const, organization, count: 1 }]),
      ...(stage === 'SYMPATHISER' ? [{ cause: 'WAITING_FOR_COURSE' as const, organization, count: 1 }] : []),
    ])
  return [
    ...hits,
    ...items.flatMap(({ kind, state, organization }): Hit[] => {
      if (kind === 'CERTIFICATE' && state === 'WARN')
        return [{ cause: 'CERTIFICATE_EXPIRING', organization, count: 1 }]
      if (kind === 'CERTIFICATE' && state === 'OVERDUE')
        return [{ cause: 'CERTIFICATE_EXPIRED', organization, count: 1 }]
      return kind === 'AGE' && state === 'OVERDUE' ? [{ cause: 'AGED_OUT', organization, count: 1 }] : []
    }),
  ]
}

/** Whose turn it is: the committees that there are above the cell on that day, and who has the power to admit. */
function waitsFor(state: string, bodies: Bodies | null): Bottleneck | null {
  const grassroots =
    bodies?.grassroots && !bodies.delegated ? 'WAITING_AT_GRASSROOTS' : 'WAITING_FOR_DECISION'
  if (state === 'READY') return 'WAITING_AT_CELL'
  if (state === 'CELL_APPROVED') return bodies?.section ? 'WAITING_AT_SECTION' : grassroots
  if (state === 'SECTION_APPRAISED') return grassroots
  return state === 'GRASSROOTS_PROPOSED' ? 'WAITING_FOR_DECISION' : null
}

function ofDossiers({ pipeline, bodies, patience, asOf }: Evidence): Hit[] {
  const latest = addDays(asOf, -patience.waitingDays)
  return pipeline.dossiers.flatMap(({ state, since, organization }) => {
    const cause = since <= latest ? waitsFor(state, bodies.get(organization) ?? null) : null
    return cause ? [{ cause, organization, count: 1 }] : []
  })
}

function ofStruck({ struck }: Evidence, cause: Bottleneck, reason: StrikeReason): Hit[] {
  return struck
    .filter((row) => row.reason === reason)
    .map(({ organization, count }) => ({ cause, organization, count }))
}
