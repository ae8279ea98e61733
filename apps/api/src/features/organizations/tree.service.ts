import { OPEN_END } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { notFound, staleVersion } from '../../errors/errors.js'
import { pathKey, pathsOf, type Path } from './paths.js'
import { TreeDraft, type TreeEvent } from './tree-draft.js'
import { noteActs } from './tree-record.js'
import { copyOf, type UnitHistory } from './tree-in-time.js'
import {
  findUnitIds,
  insertLineage,
  insertOrganizationEvents,
  insertUnits,
  listNeighbourhood,
  listPaths,
  loadTreeLists,
  loadUnits,
  lockTree,
  replaceUnits,
  writeEnds,
  writePaths,
} from './tree.repository.js'

/**
 * What a draft must hold: everything; or units that change (with all below them), units that are only looked at,
 * and the carriers of codes that are given away. Units by their outer ids.
 */
export type DraftReach =
  'ALL' | { subtrees: readonly string[]; units?: readonly string[]; codes?: readonly string[] }

/**
 * A draft of the tree for acts on it, inside a unit of work; the tree is locked until it ends. A small reach loads
 * only what the acts can touch. Unknown units are NOT_FOUND.
 */
export async function openTreeDraft(
  ctx: RequestContext,
  reach: DraftReach,
): Promise<{ draft: TreeDraft; idOf: (uid: string) => number }> {
  await lockTree(ctx)
  const lists = await loadTreeLists(ctx)
  if (reach === 'ALL') {
    const units = await loadUnits(ctx)
    const ids = new Map([...units.values()].map(({ uid, id }) => [uid, id]))
    return { draft: new TreeDraft(units, lists), idOf: idIn(ids) }
  }
  const { subtrees, units = [], codes = [] } = reach
  const found = await findUnitIds(ctx, [...subtrees, ...units])
  const ids = new Map([...found].map(([uid, { id }]) => [uid, id]))
  const known = (uids: readonly string[]) => uids.flatMap((uid) => ids.get(uid) ?? [])
  const near = await listNeighbourhood(ctx, { subtrees: known(subtrees), units: known(units), codes })
  return { draft: new TreeDraft(await loadUnits(ctx, near), lists), idOf: idIn(ids) }
}

function idIn(ids: ReadonlyMap<string, number>): (uid: string) => number {
  return (uid) => {
    const id = ids.get(uid)
    if (id === undefined) throw notFound('Organization')
    return id
  }
}

/** Refuses when the unit was changed since it was read (CONFLICT with both versions). */
export function refuseStaleUnit(unit: UnitHistory | undefined, version: number): void {
  if (!unit) throw notFound('Organization')
  if (unit.version !== version) throw staleVersion('The unit', version, unit.version)
}

/**
 * Where the acts of a draft come from. `fileDocuments` files the documents that come with them, once the units have
 * their internal ids (given by their ids in the draft), and answers the ids of documents by reference.
 */
export interface ActsOrigin {
  backfilled: boolean
  batch: number | null
  /** The reorganization that the acts belong to. */
  reorganization?: number
  /** Units that the draft ends stay open until `endUnits`: events before the end are yet to be recorded on them. */
  endsLater?: boolean
  fileDocuments?: (units: ReadonlyMap<number, number>) => Promise<ReadonlyMap<string, number>>
}

/**
 * Stores the acts of a draft: units with their versions, the closure of all they touch, and the acts themselves,
 * in the order in which they were done. Answers the internal id of each new unit by its id in the draft.
 */
export async function saveTreeDraft(
  ctx: RequestContext,
  draft: TreeDraft,
  origin: ActsOrigin,
): Promise<Map<number, number>> {
  const ends = new Set(origin.endsLater ? endedUnits(draft).map(({ id }) => id) : [])
  const open = (unit: UnitHistory) => (ends.has(unit.id) ? { ...unit, closed: OPEN_END, heir: null } : unit)
  const fresh = [...draft.changed].filter((id) => id < 0).flatMap((id) => draft.units.get(id) ?? [])
  const stored = await insertUnits(ctx, fresh.map(open), origin.batch)
  const real = new Map(fresh.map((unit, index) => [unit.id, stored[index] ?? 0]))
  const realId = (id: number) => real.get(id) ?? id
  const units = new Map<number, UnitHistory>()
  for (const unit of draft.units.values()) units.set(realId(unit.id), withRealIds(open(unit), realId))
  const changed = [...draft.changed].map(realId)
  await replaceUnits(
    ctx,
    changed.flatMap((id) => units.get(id) ?? []),
  )
  await recomputePaths(ctx, units, new Set(changed))
  const documents = (await origin.fileDocuments?.(real)) ?? new Map<string, number>()
  await insertEvents(ctx, draft.events, realId, { ...origin, documents })
  noteActs(ctx, draft, realId)
  return real
}

/** Ends the units that a draft saved with `endsLater` ends; the caller has seen to it that they are empty. */
export async function endUnits(
  ctx: RequestContext,
  draft: TreeDraft,
  real: ReadonlyMap<number, number>,
): Promise<void> {
  const realId = (id: number) => real.get(id) ?? id
  await writeEnds(
    ctx,
    endedUnits(draft).map((unit) => withRealIds(unit, realId)),
  )
}

function endedUnits(draft: TreeDraft): UnitHistory[] {
  return draft.events.flatMap(({ kind, unit }) => (kind === 'DISSOLVE' ? (draft.units.get(unit) ?? []) : []))
}

function withRealIds(unit: UnitHistory, realId: (id: number) => number): UnitHistory {
  const copy = copyOf(unit)
  for (const version of copy.versions) version.parent = realId(version.parent)
  return { ...copy, id: realId(unit.id), heir: unit.heir === null ? null : realId(unit.heir) }
}

/**
 * Recomputes the closure of every unit that has a changed unit above it on any day, and writes the difference; in a
 * unit of work that holds the tree. `units` has all that stand or stood below the changed ones, and all above those.
 */
export async function recomputePaths(
  ctx: RequestContext,
  units: ReadonlyMap<number, UnitHistory>,
  changed: ReadonlySet<number>,
): Promise<void> {
  const stored = new Map<number, Path[]>()
  for (const path of await listPaths(ctx, [...units.keys()])) {
    const paths = stored.get(path.descendant)
    if (paths) paths.push(path)
    else stored.set(path.descendant, [path])
  }
  const removed: Path[] = []
  const added: Path[] = []
  for (const unit of units.values()) {
    const now = pathsOf(units, unit)
    const old = stored.get(unit.id) ?? []
    if (![...now, ...old].some(({ ancestor }) => changed.has(ancestor))) continue
    const nowKeys = new Set(now.map(pathKey))
    const oldKeys = new Set(old.map(pathKey))
    removed.push(...old.filter((path) => !nowKeys.has(pathKey(path))))
    added.push(...now.filter((path) => !oldKeys.has(pathKey(path))))
  }
  await writePaths(ctx, removed, added)
}

async function insertEvents(
  ctx: RequestContext,
  events: readonly TreeEvent[],
  realId: (id: number) => number,
  origin: ActsOrigin & { documents: ReadonlyMap<string, number> },
): Promise<void> {
  const ids = await insertOrganizationEvents(
    ctx,
    events.map((event) => ({
      uid: uuid(),
      kind: event.kind,
      organization: realId(event.unit),
      effective_on: event.on,
      document: event.document ?? origin.documents.get(event.documentRef ?? '') ?? null,
      reason: event.reason ?? null,
      note: event.note ?? null,
      before_state: JSON.stringify(event.before && withRealIds(event.before, realId)),
      backfilled: origin.backfilled ? 1 : 0,
      recorded_at: ctx.clock.now().toISOString(),
      batch: origin.batch,
      reorganization: origin.reorganization ?? null,
    })),
  )
  await insertLineage(
    ctx,
    events.flatMap(({ unit, successors = [] }, index) =>
      successors.map((successor, place) => ({
        predecessor: realId(unit),
        successor: realId(successor),
        event: ids[index] ?? 0,
        principal: place === 0 ? 1 : 0,
      })),
    ),
  )
}
