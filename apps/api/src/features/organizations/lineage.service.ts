import { addDays, LIMITS, OPEN_END, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { lastDayOf } from './life.js'
import {
  listInheritedFrom,
  listSuccessions,
  searchVersions,
  type SuccessionRow,
} from './lineage.repository.js'
import { loadNearest, type OrganizationOnDay } from './organization.service.js'

const mostNodes = 100

/** A succession, with the unit at its other end. */
export interface SuccessionOf extends SuccessionRow {
  unit: OrganizationOnDay
}

function loadSuccessions(ctx: RequestContext, unit: number): Promise<SuccessionRow[]> {
  return loader<number, SuccessionRow[]>(ctx, 'successions', async (ids) => {
    const rows = await listSuccessions(ctx, ids)
    return ids.map((id) =>
      rows.filter(({ predecessor, successor }) => predecessor === id || successor === id),
    )
  }).load(unit)
}

/** What became of a unit (`after`), or what it was formed from, each on the day on which it took over, or its last. */
export async function successionsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  side: 'before' | 'after',
): Promise<SuccessionOf[]> {
  const rows = (await loadSuccessions(ctx, unit.id)).filter(({ predecessor, successor }) =>
    side === 'after' ? predecessor === unit.id : successor === unit.id,
  )
  const found = await Promise.all(
    rows.map(async (row) => {
      const other = side === 'after' ? row.successor : row.predecessor
      const shown = await loadNearest(ctx, other, side === 'after' ? row.on : addDays(row.on, -1))
      return shown && { ...row, unit: shown }
    }),
  )
  return found.flatMap((one) => one ?? [])
}

/** The units around one by succession, in both directions, at most 100; those out of scope are left out. */
export async function lineageGraph(
  ctx: RequestContext,
  unit: OrganizationOnDay,
): Promise<{ nodes: OrganizationOnDay[]; edges: SuccessionRow[]; complete: boolean }> {
  const ids = new Set([unit.id])
  const edges = new Map<string, SuccessionRow>()
  let complete = true
  for (let open = [unit.id]; open.length > 0;) {
    const rows = await listSuccessions(ctx, open)
    open = []
    for (const row of rows) {
      for (const id of [row.predecessor, row.successor]) {
        if (ids.has(id)) continue
        if (ids.size >= mostNodes) complete = false
        else {
          ids.add(id)
          open.push(id)
        }
      }
      edges.set(`${row.predecessor}/${row.successor}/${row.on}`, row)
    }
  }
  const day = today(ctx)
  const nodes = (await Promise.all([...ids].map((id) => loadNearest(ctx, id, day)))).flatMap(
    (one) => one ?? [],
  )
  const shown = new Set(nodes.map(({ id }) => id))
  const inside = [...edges.values()].filter((row) => shown.has(row.predecessor) && shown.has(row.successor))
  return { nodes, edges: inside, complete }
}

/** A unit by a name or code of any time, and who answers for it on a day. */
export interface Hit {
  unit: OrganizationOnDay
  name: string
  code: string
  until: Day | null
  now: OrganizationOnDay[]
}

/**
 * Units that have or once had a name with all the words (without accents), or the code, each with the living units it
 * leads to on a day (today if absent): itself, or its successors, and theirs. INVALID_INPUT for an overlong text.
 */
export async function searchThroughTime(
  ctx: RequestContext,
  text: string,
  at: Day | undefined | null,
  first: number,
): Promise<Hit[]> {
  if (text.length > LIMITS.searchLength)
    throw invalidInput('text', `at most ${LIMITS.searchLength} characters`)
  const day = at ?? today(ctx)
  const found = await searchVersions(ctx, text, first)
  const hits = await Promise.all(
    found.map(async ({ id, name, code, until }): Promise<Hit | null> => {
      const last = lastDayOf({ closed: until }) ?? null
      const unit = await loadNearest(ctx, id, last !== null && last < day ? last : day)
      if (!unit) return null
      const isPast = until !== OPEN_END && until <= day
      return { unit, name, code, until: isPast ? last : null, now: await leadingTo(ctx, id, day, new Set()) }
    }),
  )
  return hits.flatMap((hit) => hit ?? [])
}

/** The unit if it lives on the day, or has not begun by then; else whoever took over, as far as the day. */
async function leadingTo(
  ctx: RequestContext,
  id: number,
  day: Day,
  seen: Set<number>,
): Promise<OrganizationOnDay[]> {
  if (seen.has(id)) return []
  seen.add(id)
  const unit = await loadNearest(ctx, id, day)
  if (!unit) return []
  if (day < unit.closed) return [unit]
  const rows = (await loadSuccessions(ctx, id)).filter(({ predecessor }) => predecessor === id)
  const all: OrganizationOnDay[] = []
  for (const { successor } of rows) all.push(...(await leadingTo(ctx, successor, day, seen)))
  return all
}

/** For each unit itself and all that ended and left their history to it: whose documents it answers for. */
export function loadInheritedFrom(ctx: RequestContext, unit: number): Promise<number[]> {
  return loader<number, number[]>(ctx, 'inherited from', async (ids) => {
    const all = await listInheritedFrom(ctx, ids)
    return ids.map((id) => all.get(id) ?? [id])
  }).load(unit)
}
