import { searchKey, sortKey, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  insertRows,
  marks,
  select,
} from '../../database/sql.js'
import { STAMPED, touch } from '../../database/stamps.js'
import { groupBy } from '../../group-by.js'
import { inScope } from '../../policy/scope.js'
import type { Path } from './paths.js'
import type { TreeLists } from './tree-draft.js'
import type { UnitHistory, VersionField } from './tree-in-time.js'

interface VersionRow {
  organization: number
  valid_from: Day
  valid_to: Day
  parent: number
  name: string
  code: string
  tier: string
  kind: string
  sector: string | null
  sets: string
}

interface UnitRow {
  id: number
  uid: string
  opened: Day
  closed: Day
  heir: number | null
  version: number
}

/** Whoever changes the tree holds this row until the end of the unit of work. */
export async function lockTree(ctx: RequestContext): Promise<void> {
  touch(ctx, STAMPED.TREE)
  await select(ctx, `SELECT changes FROM write_lock WHERE id = 1${forUpdate(ctx)}`)
  await execute(ctx, 'UPDATE write_lock SET changes = changes + 1 WHERE id = 1')
}

/** Internal ids and versions of units by their outer ids; those out of scope are left out. */
export async function findUnitIds(
  ctx: RequestContext,
  uids: readonly string[],
): Promise<Map<string, { id: number; version: number }>> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const rows = await inChunks(uids, (chunk) =>
    select<{ id: number; uid: string; version: number }>(
      ctx,
      `SELECT o.id, o.uid, o.version FROM organization o WHERE o.uid IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
  return new Map(rows.map(({ uid, id, version }) => [uid, { id, version }]))
}

/**
 * Ids of all units that an act on these can touch: the subtrees with all that was ever below them, the other units,
 * the carriers of the codes (those in scope: that somebody else has a code is not told), everything that was ever above any of these, and the heirs of the units.
 */
export async function listNeighbourhood(
  ctx: RequestContext,
  reach: { subtrees: readonly number[]; units: readonly number[]; codes: readonly string[] },
): Promise<number[]> {
  const scope = inScope(ctx.scope, 'v.organization', today(ctx))
  const carriers = await inChunks([...reach.codes], (codes) =>
    select<{ id: number }>(
      ctx,
      `SELECT DISTINCT v.organization AS id FROM organization_version v
       WHERE v.code IN (${marks(codes)}) AND ${scope.sql}`,
      [...codes, ...scope.params],
    ),
  )
  const below = await inChunks([...reach.subtrees], (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT DISTINCT descendant AS id FROM organization_path WHERE ancestor IN (${marks(chunk)})`,
      chunk,
    ),
  )
  const heirs = await listHeirs(ctx, reach.units)
  const all = [
    ...new Set([...heirs, ...reach.units, ...reach.subtrees, ...[...carriers, ...below].map(({ id }) => id)]),
  ]
  const above = await inChunks(all, (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT DISTINCT ancestor AS id FROM organization_path WHERE descendant IN (${marks(chunk)}) AND ancestor <> 0`,
      chunk,
    ),
  )
  return [...new Set([...all, ...above.map(({ id }) => id)])]
}

/** Who took over from the units, and from those again. */
async function listHeirs(ctx: RequestContext, units: readonly number[]): Promise<number[]> {
  const heirs = new Set<number>()
  for (let ended = [...units]; ended.length > 0;) {
    const found = await inChunks(ended, (chunk) =>
      select<{ heir: number }>(
        ctx,
        `SELECT heir FROM organization WHERE heir IS NOT NULL AND id IN (${marks(chunk)})`,
        chunk,
      ),
    )
    ended = found.map(({ heir }) => heir).filter((heir) => !heirs.has(heir))
    for (const heir of ended) heirs.add(heir)
  }
  return [...heirs]
}

/** Units with all their versions; every unit there is when no ids are given. */
export async function loadUnits(
  ctx: RequestContext,
  ids?: readonly number[],
): Promise<Map<number, UnitHistory>> {
  const rows = await selectUnits<UnitRow>(
    ctx,
    'SELECT id, uid, opened, closed, heir, version FROM organization',
    'id',
    ids,
  )
  const units = new Map(rows.map((row): [number, UnitHistory] => [row.id, { ...row, versions: [] }]))
  const versions = await selectUnits<VersionRow>(
    ctx,
    'SELECT organization, valid_from, valid_to, parent, name, code, tier, kind, sector, sets FROM organization_version',
    'organization',
    ids,
  )
  versions.sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  for (const { organization, valid_from, valid_to, sets, ...facts } of versions) {
    units.get(organization)?.versions.push({
      ...facts,
      validFrom: valid_from,
      validTo: valid_to,
      sets: sets.split(' ').filter(Boolean) as VersionField[],
    })
  }
  return units
}

function selectUnits<T>(
  ctx: RequestContext,
  sql: string,
  column: string,
  ids?: readonly number[],
): Promise<T[]> {
  if (ids === undefined) return select<T>(ctx, sql)
  return inChunks(ids, (chunk) => select<T>(ctx, `${sql} WHERE ${column} IN (${marks(chunk)})`, chunk))
}

/** What may stand under what, and the codes of levels, kinds and sectors. */
export async function loadTreeLists(ctx: RequestContext): Promise<TreeLists> {
  const codes = async (table: string) =>
    new Set((await select<{ code: string }>(ctx, `SELECT code FROM ${table}`)).map(({ code }) => code))
  return {
    placements: await select(
      ctx,
      `SELECT tier, parent_tier AS parentTier, valid_from AS validFrom, valid_to AS validTo, regulation
       FROM tier_placement`,
    ),
    tiers: await codes('tier'),
    kinds: await codes('organization_kind'),
    sectors: await codes('sector'),
  }
}

/** Inserts identities and answers their internal ids in the same order. */
export function insertUnits(
  ctx: RequestContext,
  units: readonly UnitHistory[],
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'organization',
    units.map(({ uid, opened, closed }) => ({ uid, opened, closed, version: 0, batch })),
  )
}

/** Writes life, heir and versions of units as they now are; `version` goes up by one. */
export async function replaceUnits(ctx: RequestContext, units: readonly UnitHistory[]): Promise<void> {
  touch(ctx, STAMPED.TREE)
  const alike = groupBy(units, ({ closed, heir }) => `${closed}/${heir ?? ''}`)
  for (const [first, ...rest] of alike.values()) {
    if (!first) continue
    await inChunks([first, ...rest], async (chunk) => {
      await execute(
        ctx,
        `UPDATE organization SET closed = ?, heir = ?, version = version + 1 WHERE id IN (${marks(chunk)})`,
        [first.closed, first.heir, ...chunk.map(({ id }) => id)],
      )
      return []
    })
  }
  await inChunks(
    units.map(({ id }) => id),
    async (chunk) => {
      await execute(ctx, `DELETE FROM organization_version WHERE organization IN (${marks(chunk)})`, chunk)
      return []
    },
  )
  await insertRows(
    ctx,
    'organization_version',
    units.flatMap(({ id, versions }) =>
      versions.map(({ validFrom, validTo, sets, ...facts }) => ({
        organization: id,
        valid_from: validFrom,
        valid_to: validTo,
        ...facts,
        search_key: searchKey(facts.name),
        sort_key: sortKey(facts.name),
        sets: sets.join(' '),
      })),
    ),
  )
}

/** Writes only the end and the heir of units. */
export async function writeEnds(
  ctx: RequestContext,
  units: ReadonlyArray<Pick<UnitHistory, 'id' | 'closed' | 'heir'>>,
): Promise<void> {
  for (const { id, closed, heir } of units) {
    await execute(ctx, 'UPDATE organization SET closed = ?, heir = ? WHERE id = ?', [closed, heir, id])
  }
}

/** The closure rows of the units, as stored. */
export function listPaths(ctx: RequestContext, ids: readonly number[]): Promise<Path[]> {
  return inChunks([...ids], (chunk) =>
    select<Path>(
      ctx,
      `SELECT ancestor, via, descendant, depth, valid_from AS validFrom, valid_to AS validTo
       FROM organization_path WHERE descendant IN (${marks(chunk)})`,
      chunk,
    ),
  )
}

/** Every closure row there is. */
export function listAllPaths(ctx: RequestContext): Promise<Path[]> {
  return select<Path>(
    ctx,
    `SELECT ancestor, via, descendant, depth, valid_from AS validFrom, valid_to AS validTo FROM organization_path`,
  )
}

/** Alternatives in one condition; SQLite allows a depth of a thousand. */
const deletesAtOnce = 200

/** Removes and adds closure rows. */
export async function writePaths(
  ctx: RequestContext,
  removed: readonly Path[],
  added: readonly Path[],
): Promise<void> {
  touch(ctx, STAMPED.TREE)
  for (let start = 0; start < removed.length; start += deletesAtOnce) {
    const part = removed.slice(start, start + deletesAtOnce)
    const keys = part.map(() => '(ancestor = ? AND valid_to = ? AND via = ? AND descendant = ?)')
    await execute(
      ctx,
      `DELETE FROM organization_path WHERE ${keys.join(' OR ')}`,
      part.flatMap((path) => [path.ancestor, path.validTo, path.via, path.descendant]),
    )
  }
  await insertRows(
    ctx,
    'organization_path',
    added.map((path) => ({
      ancestor: path.ancestor,
      valid_to: path.validTo,
      via: path.via,
      descendant: path.descendant,
      valid_from: path.validFrom,
      depth: path.depth,
    })),
  )
}

/** Stores acts on units; answers their internal ids in the same order. */
export function insertOrganizationEvents(
  ctx: RequestContext,
  rows: ReadonlyArray<Record<string, unknown> & { uid: string }>,
): Promise<number[]> {
  return insertIdentified(ctx, 'organization_event', rows)
}

/** Ties predecessors to successors. */
export async function insertLineage(
  ctx: RequestContext,
  rows: ReadonlyArray<{ predecessor: number; successor: number; event: number; principal: number }>,
): Promise<void> {
  await insertRows(ctx, 'organization_lineage', [...rows])
}
