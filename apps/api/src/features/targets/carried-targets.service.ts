import { yearOf, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { deleteTargets, listChangedSince } from './carried-targets.repository.js'
import { carriedTargets, type CarriedTargets, type EndingWithTargets } from './carried-targets.js'
import { listTargets, type TargetFacts } from './target.repository.js'
import { addTargets, setTarget } from './target.service.js'

export type { CarriedTargets, EndingWithTargets, TargetOutcome } from './carried-targets.js'

/** What becomes of the targets of units that end on a day; nothing is written. */
export async function planCarriedTargets(
  ctx: RequestContext,
  endings: readonly EndingWithTargets[],
  on: Day,
): Promise<CarriedTargets> {
  const units = new Set(
    endings.flatMap(({ unit, successor }) => [unit, ...(successor === null ? [] : [successor])]),
  )
  const rows = await listTargets(ctx, [...units], { from: yearOf(on), to: 9_999 })
  return carriedTargets(
    endings,
    groupBy(rows, ({ organization }) => organization),
    on,
  )
}

/** Targets that were written for successors: new ones by id, and those that were added to, as they stood. */
export interface WrittenTargets {
  added: number[]
  changed: Array<{ uid: string; version: number; before: TargetFacts }>
}

/** Writes what successors get, in a unit of work that has seen no collisions. */
export async function writeCarriedTargets(
  ctx: RequestContext,
  { carried }: CarriedTargets,
  batch: number | null,
): Promise<WrittenTargets> {
  const written: WrittenTargets = { added: [], changed: [] }
  const fresh: TargetFacts[] = []
  for (const { successor, yearFrom, yearTo, amountMin, amountMax, from, own } of carried) {
    const model = own ?? from[0]
    if (!model) continue
    const { id: _id, uid, version, ...before } = model
    const facts = { ...before, organization: successor, yearFrom, yearTo, amountMin, amountMax }
    if (!own) fresh.push(facts)
    else {
      const row = await setTarget(ctx, facts, { uid, version })
      written.changed.push({ uid, version: row.version, before })
    }
  }
  const { ids, refused } = await addTargets(ctx, fresh, batch)
  for (const error of refused.values()) throw error
  return { ...written, added: ids }
}

/** Takes back what was written: CONFLICT for a target that was changed since. */
export async function takeBackTargets(ctx: RequestContext, written: WrittenTargets): Promise<void> {
  for (const { uid, version, before } of written.changed) await setTarget(ctx, before, { uid, version })
  await deleteTargets(ctx, written.added)
}

/** How many of the targets that were written were changed since. */
export async function countChangedTargets(ctx: RequestContext, written: WrittenTargets): Promise<number> {
  return (await listChangedSince(ctx, written.added)).length
}
