import { OPEN_END, type Day } from '@seedbed/shared'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import type { TreeDraft } from './tree-draft.js'
import { versionAt, type UnitHistory } from './tree-in-time.js'

/** What a unit is on a day, other units by their outer ids. */
function factsOn(unit: UnitHistory | null | undefined, day: Day, draft: TreeDraft) {
  const version = unit && versionAt(unit, day)
  if (!unit || !version) return null
  const { name, code, tier, kind, sector } = version
  const uidOf = (id: number) => draft.units.get(id)?.uid ?? null
  return {
    ...{ name, code, tier, kind, sector, parent: uidOf(version.parent), opened: unit.opened },
    closed: unit.closed === OPEN_END ? null : unit.closed,
    heir: unit.heir === null ? null : uidOf(unit.heir),
  }
}

/** Tells the audit log what the acts of a draft changed: one act with the unit before and after, many by their numbers. */
export function noteActs(ctx: RequestContext, draft: TreeDraft, realId: (id: number) => number): void {
  const units = draft.events.map(({ unit }) => realId(unit))
  const [only] = draft.events
  if (only && draft.events.length === 1) {
    const before = factsOn(only.before, only.on, draft)
    return noteChange(ctx, { units, before, after: factsOn(draft.units.get(only.unit), only.on, draft) })
  }
  const acts: Record<string, number> = {}
  for (const { kind } of draft.events) acts[kind] = (acts[kind] ?? 0) + 1
  noteChange(ctx, { units, after: { acts } })
}
