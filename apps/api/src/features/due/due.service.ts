import { DUE_KIND_CODES, DUE_STATES, type DueKind, type DueState } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { refuseOutsideLife, type OrganizationOnDay } from '../organizations/organization.service.js'
import { dueKey, type DueItem } from './due-items.js'
import { listBranches } from './due.repository.js'
import { readItems } from './pipeline.service.js'

export { dueItems, type DueItem, type Pipeline } from './due-items.js'
export { readPipeline, reckoningOf } from './pipeline.service.js'
export { inWorkingDays, type Reckoning } from './reckoning.js'

/** What to list, as it comes in; without states, what is overdue, warned of or cannot be computed. */
export interface DueFilter {
  kinds?: readonly DueKind[] | null
  states?: readonly DueState[] | null
}

/** How much of a kind stands how. */
export interface DueCount {
  kind: DueKind
  state: DueState
  count: number
}

/** The same of one unit directly below. */
export interface DueOfUnit {
  unit: number
  counts: DueCount[]
}

/** A page of what is to be done, with the exact number, and counts whatever the filter. */
export interface DuePage extends Connection<DueItem> {
  counts: DueCount[]
  units: DueOfUnit[]
}

export const DUE_CURSOR = ['string', 'number', 'number'] as const

const pressing: readonly DueState[] = ['OVERDUE', 'UNKNOWN', 'WARN']

function countsOf(items: readonly DueItem[]): DueCount[] {
  const counts = new Map<string, number>()
  for (const { kind, state } of items) {
    const key = `${kind} ${state}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return DUE_KIND_CODES.flatMap((kind) =>
    DUE_STATES.map((state) => ({ kind, state, count: counts.get(`${kind} ${state}`) ?? 0 })),
  ).filter(({ count }) => count > 0)
}

const isAfter = (a: readonly [string, number, number], b: readonly [string, number, number]): boolean =>
  a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] > b[1] : a[2] > b[2]

/**
 * What is to be done in a unit and all below it, as it stands on its day, the earliest last day first: a page with the
 * exact number, counts by kind and state, and the same for each unit directly below. Only of persons whom the viewer
 * may see. Refuses days outside the unit's life.
 */
export async function dueListOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  filter: DueFilter,
  { limit, after }: Page<typeof DUE_CURSOR>,
): Promise<DuePage> {
  refuseOutsideLife(unit, unit.at)
  const items = await readItems(ctx, { unit: unit.id }, unit.at)
  const states = filter.states && filter.states.length > 0 ? filter.states : pressing
  const kinds = filter.kinds && filter.kinds.length > 0 ? filter.kinds : DUE_KIND_CODES
  const wanted = items.filter(({ kind, state }) => states.includes(state) && kinds.includes(kind))
  const start = after ? wanted.findIndex((item) => isAfter(dueKey(item), after)) : 0
  const rows = start < 0 ? [] : wanted.slice(start, start + limit + 1)
  return {
    ...connection(rows, limit, dueKey, wanted.length),
    counts: countsOf(items),
    units: await byUnit(ctx, unit, items),
  }
}

async function byUnit(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  items: readonly DueItem[],
): Promise<DueOfUnit[]> {
  if (items.length === 0) return []
  const branches = await listBranches(ctx, unit.id, unit.at)
  const groups = groupBy(
    items.filter(({ organization }) => branches.has(organization)),
    ({ organization }) => branches.get(organization) as number,
  )
  return [...groups].map(([id, some]) => ({ unit: id, counts: countsOf(some) }))
}

/** What is to be done for one person today, the earliest first, what is not warned of yet included. */
export function dueOf(ctx: RequestContext, person: number): Promise<DueItem[]> {
  return readItems(ctx, { person }, today(ctx))
}
