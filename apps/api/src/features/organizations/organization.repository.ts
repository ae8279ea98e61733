import { searchKey, type Day, type RoundingMode } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inChunks, marks, select, type Row } from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

/** A unit as it was on a day, with its life (half-open) and what was decided for it. */
export interface OrganizationRow {
  id: number
  uid: string
  opened: Day
  closed: Day
  version: number
  roundingMode: RoundingMode | null
  roundingDecimals: number | null
  parent: number
  name: string
  code: string
  tier: string
  kind: string
  sector: string | null
  sortKey: string
  holdsMembers: number
}

const columns = `o.id, o.uid, o.opened, o.closed, o.version, o.rounding_mode AS roundingMode,
  o.rounding_decimals AS roundingDecimals, v.parent, v.name, v.code, v.tier, v.kind, v.sector,
  v.sort_key AS sortKey, t.holds_members AS holdsMembers`
const from = `FROM organization_version v JOIN organization o ON o.id = v.organization JOIN tier t ON t.code = v.tier`
const versionOn = 'v.valid_from <= ? AND v.valid_to > ?'

/** Units in scope by internal id, as they were on a day. */
export function findOnDay(ctx: RequestContext, ids: readonly number[], day: Day): Promise<OrganizationRow[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  return inChunks([...ids], (chunk) =>
    select<OrganizationRow>(
      ctx,
      `SELECT ${columns} ${from} WHERE o.id IN (${marks(chunk)}) AND ${versionOn} AND ${scope.sql}`,
      [...chunk, day, day, ...scope.params],
    ),
  )
}

/** The unit in scope of that outer id as it is on a day of its life. */
export async function findLivingOnDay(
  ctx: RequestContext,
  uid: string,
  day: Day,
): Promise<OrganizationRow | undefined> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const rows = await select<OrganizationRow>(
    ctx,
    `SELECT ${columns} ${from} WHERE o.uid = ? AND ${versionOn} AND o.opened <= ? AND o.closed > ? AND ${scope.sql}`,
    [uid, day, day, day, day, ...scope.params],
  )
  return rows.find((row) => row.uid === uid)
}

/** A unit that stood directly below another, as it was on a day: until when (half-open) it stood there. */
export type ChildOnDay = OrganizationRow & { leftOn: Day }

/**
 * Units in scope that stood directly below `unit` on some day of the period, both days inclusive, as they were on
 * `at`, on which each must have been founded.
 */
export async function listChildrenOfPeriod(
  ctx: RequestContext,
  unit: number,
  period: { from: Day; to: Day },
  at: Day,
): Promise<ChildOnDay[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const rows = await select<ChildOnDay>(
    ctx,
    `SELECT ${columns}, p.valid_to AS leftOn FROM organization_path p
     JOIN organization_version v ON v.organization = p.descendant AND ${versionOn}
     JOIN organization o ON o.id = v.organization JOIN tier t ON t.code = v.tier
     WHERE p.ancestor = ? AND p.depth = 1 AND p.valid_to > ? AND p.valid_from <= ? AND ${scope.sql}`,
    [at, at, unit, period.from, period.to, ...scope.params],
  )
  const last = new Map<number, ChildOnDay>()
  for (const row of rows) {
    const known = last.get(row.id)
    if (!known || known.leftOn < row.leftOn) last.set(row.id, row)
  }
  return [...last.values()]
}

/** Units in scope by internal id, in every version they ever had. */
export function findVersions(
  ctx: RequestContext,
  ids: readonly number[],
): Promise<Array<OrganizationRow & { validFrom: Day; validTo: Day }>> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  return inChunks([...ids], (chunk) =>
    select(
      ctx,
      `SELECT ${columns}, v.valid_from AS validFrom, v.valid_to AS validTo ${from}
       WHERE o.id IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
}

/** The life of the unit of that outer id, if it is in scope. */
export async function findLife(
  ctx: RequestContext,
  uid: string,
): Promise<{ id: number; opened: Day; closed: Day } | undefined> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const rows = await select<{ id: number; uid: string; opened: Day; closed: Day }>(
    ctx,
    `SELECT o.id, o.uid, o.opened, o.closed FROM organization o WHERE o.uid = ? AND ${scope.sql}`,
    [uid, ...scope.params],
  )
  return rows.find((row) => row.uid === uid)
}

/**
 * Everyone in scope who ever carried the code, with the days (half-open) on which they lived with it. Codes are
 * compared once more here: MySQL takes blanks at the end for nothing.
 */
export async function findCarriers(
  ctx: RequestContext,
  code: string,
): Promise<Array<{ id: number; since: Day; until: Day }>> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const rows = await select<{ id: number; code: string; since: Day; until: Day }>(
    ctx,
    `SELECT o.id, v.code, v.valid_from AS since, CASE WHEN v.valid_to < o.closed THEN v.valid_to ELSE o.closed END AS until
     FROM organization_version v JOIN organization o ON o.id = v.organization
     WHERE v.code = ? AND v.valid_from < o.closed AND ${scope.sql} ORDER BY v.valid_from`,
    [code, ...scope.params],
  )
  return rows.filter((row) => row.code === code)
}

/** A unit that carries a code, with the outer id of the unit above it. */
export interface Carrier {
  uid: string
  name: string
  code: string
  tier: string
  kind: string
  sector: string | null
  parent: string | null
}

/** Units in scope that live and carry one of the codes on a day. */
export function listCarriersOn(ctx: RequestContext, codes: readonly string[], day: Day): Promise<Carrier[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  return inChunks([...codes], (chunk) =>
    select<Carrier>(
      ctx,
      `SELECT o.uid, v.name, v.code, v.tier, v.kind, v.sector, p.uid AS parent ${from}
       LEFT JOIN organization p ON p.id = v.parent
       WHERE v.code IN (${marks(chunk)}) AND ${versionOn} AND o.opened <= ? AND o.closed > ? AND ${scope.sql}`,
      [...chunk, day, day, day, day, ...scope.params],
    ),
  )
}

/** A page of the units directly below one (0: of the roots) on a day, by name. */
export function listChildren(
  ctx: RequestContext,
  parent: number,
  day: Day,
  page: { limit: number; after?: readonly [string, number] | undefined; includeClosed: boolean },
): Promise<OrganizationRow[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const alive = page.includeClosed ? 'o.opened <= ?' : 'o.opened <= ? AND o.closed > ?'
  const after = page.after ? 'AND (v.sort_key > ? OR (v.sort_key = ? AND o.id > ?))' : ''
  const afterParams = page.after ? [page.after[0], page.after[0], page.after[1]] : []
  return select<OrganizationRow>(
    ctx,
    `SELECT ${columns} ${from} WHERE v.parent = ? AND ${versionOn} AND ${alive} AND ${scope.sql} ${after}
     ORDER BY v.sort_key, o.id LIMIT ${page.limit + 1}`,
    [parent, day, day, day, ...(page.includeClosed ? [] : [day]), ...scope.params, ...afterParams],
  )
}

/**
 * The first living units in scope on a day, by name, that stand under nothing in scope on that day: the roots, the
 * units of the viewer's grants, and on an earlier day also what stands below a grant today and stood elsewhere then.
 */
export function listTops(ctx: RequestContext, day: Day, limit: number): Promise<OrganizationRow[]> {
  const own = inScope(ctx.scope, 'o.id', today(ctx))
  const seen = inScope(ctx.scope, 'v.parent', today(ctx))
  const above = ctx.scope.all ? 'v.parent = 0' : `(v.parent = 0 OR NOT (${seen.sql}))`
  return select<OrganizationRow>(
    ctx,
    `SELECT ${columns} ${from} WHERE ${versionOn} AND o.opened <= ? AND o.closed > ? AND ${own.sql}
       AND ${above} ORDER BY v.sort_key, o.id LIMIT ${limit}`,
    [day, day, day, day, ...own.params, ...seen.params],
  )
}

/** How many units stand directly below each on a day. */
export async function countChildren(
  ctx: RequestContext,
  parents: readonly number[],
  day: Day,
  includeClosed: boolean,
): Promise<Map<number, number>> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const rows = await inChunks([...parents], (chunk) =>
    select<Row>(
      ctx,
      `SELECT v.parent, COUNT(*) AS n FROM organization_version v JOIN organization o ON o.id = v.organization
       WHERE v.parent IN (${marks(chunk)}) AND ${versionOn} ${includeClosed ? '' : 'AND o.closed > ?'} AND ${scope.sql}
       GROUP BY v.parent`,
      [...chunk, day, day, ...(includeClosed ? [] : [day]), ...scope.params],
    ),
  )
  return new Map(rows.map((row) => [Number(row.parent), Number(row.n)]))
}

/** How many living cells stand anywhere below each (itself included) on a day. */
export async function countCells(
  ctx: RequestContext,
  ids: readonly number[],
  day: Day,
): Promise<Map<number, number>> {
  const rows = await inChunks([...ids], (chunk) =>
    select<Row>(
      ctx,
      `SELECT p.ancestor, COUNT(*) AS n FROM organization_path p
       JOIN organization o ON o.id = p.descendant
       JOIN organization_version v ON v.organization = p.descendant
       JOIN tier t ON t.code = v.tier
       WHERE p.ancestor IN (${marks(chunk)}) AND p.valid_from <= ? AND p.valid_to > ? AND o.closed > ?
         AND ${versionOn} AND t.holds_members = 1 GROUP BY p.ancestor`,
      [...chunk, day, day, day, day, day],
    ),
  )
  return new Map(rows.map((row) => [Number(row.ancestor), Number(row.n)]))
}

/** Ancestors in scope of each unit on a day, the highest first. */
export async function listAncestors(
  ctx: RequestContext,
  ids: readonly number[],
  day: Day,
): Promise<Array<OrganizationRow & { descendant: number }>> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  return inChunks([...ids], (chunk) =>
    select<OrganizationRow & { descendant: number }>(
      ctx,
      `SELECT p.descendant, ${columns} FROM organization_path p JOIN organization_version v ON v.organization = p.ancestor
       JOIN organization o ON o.id = v.organization JOIN tier t ON t.code = v.tier
       WHERE p.descendant IN (${marks(chunk)}) AND p.depth > 0 AND p.ancestor <> 0
         AND p.valid_from <= ? AND p.valid_to > ? AND ${versionOn} AND ${scope.sql}
       ORDER BY p.descendant, p.depth DESC`,
      [...chunk, day, day, day, day, ...scope.params],
    ),
  )
}

/**
 * Names of everything above each unit on a day, the highest first, in scope or not: whoever sees a unit may know where
 * it stands, and nothing else of what is above.
 */
export function listNamesAbove(
  ctx: RequestContext,
  ids: readonly number[],
  day: Day,
): Promise<Array<{ descendant: number; name: string }>> {
  return inChunks([...ids], (chunk) =>
    select(
      ctx,
      `SELECT p.descendant, v.name FROM organization_path p JOIN organization_version v ON v.organization = p.ancestor
       WHERE p.descendant IN (${marks(chunk)}) AND p.depth > 0 AND p.ancestor <> 0
         AND p.valid_from <= ? AND p.valid_to > ? AND ${versionOn}
       ORDER BY p.descendant, p.depth DESC`,
      [...chunk, day, day, day, day],
    ),
  )
}

/** The setting that each unit has or inherits on a day: the nearest unit on the way up that has one. */
export function listRoundings(
  ctx: RequestContext,
  ids: readonly number[],
  day: Day,
): Promise<
  Array<{
    descendant: number
    depth: number
    id: number
    mode: RoundingMode
    decimals: number
    trailingZeros: number
  }>
> {
  return inChunks([...ids], (chunk) =>
    select(
      ctx,
      `SELECT p.descendant, p.depth, o.id, o.rounding_mode AS mode, o.rounding_decimals AS decimals,
         o.rounding_zeros AS trailingZeros
       FROM organization_path p JOIN organization o ON o.id = p.ancestor
       WHERE p.descendant IN (${marks(chunk)}) AND p.valid_from <= ? AND p.valid_to > ? AND o.rounding_mode IS NOT NULL
       ORDER BY p.descendant, p.depth`,
      [...chunk, day, day],
    ),
  )
}

/** Living units in scope on a day whose name holds every word, or whose code it is; nothing without a word. */
export function searchOnDay(
  ctx: RequestContext,
  text: string,
  day: Day,
  limit: number,
): Promise<OrganizationRow[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const key = searchKey(text)
  const escaped = (part: string) => part.replace(/[!%_]/gu, '!$&')
  const words = key.split(' ').filter(Boolean)
  if (words.length === 0) return Promise.resolve([])
  const names = words.map(() => `v.search_key LIKE ? ESCAPE '!'`).join(' AND ')
  return select<OrganizationRow>(
    ctx,
    `SELECT ${columns} ${from} WHERE ${versionOn} AND o.opened <= ? AND o.closed > ? AND ${scope.sql}
       AND ((${names}) OR v.code = ?)
     ORDER BY CASE WHEN v.code = ? OR v.search_key = ? THEN 0 WHEN v.search_key LIKE ? ESCAPE '!' THEN 1 ELSE 2 END,
       t.level, v.sort_key, o.id LIMIT ${limit}`,
    [
      day,
      day,
      day,
      day,
      ...scope.params,
      ...words.map((word) => `%${escaped(word)}%`),
      text.trim(),
      text.trim(),
      key,
      `%${escaped(key)}`,
    ],
  )
}

/** All versions of units in scope, oldest first. */
export function listVersions(
  ctx: RequestContext,
  ids: readonly number[],
): Promise<Array<OrganizationRow & { validFrom: Day; validTo: Day }>> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  return inChunks([...ids], (chunk) =>
    select(
      ctx,
      `SELECT ${columns}, v.valid_from AS validFrom, v.valid_to AS validTo ${from}
       WHERE o.id IN (${marks(chunk)}) AND ${scope.sql} ORDER BY o.id, v.valid_from`,
      [...chunk, ...scope.params],
    ),
  )
}

export interface OrganizationEventRow {
  id: number
  uid: string
  kind: string
  organization: number
  effectiveOn: Day
  document: number | null
  reorganization: number | null
  reason: string | null
  note: string | null
  backfilled: number
}

/** What was done to units, in order of effect. */
export function listEvents(ctx: RequestContext, ids: readonly number[]): Promise<OrganizationEventRow[]> {
  return inChunks([...ids], (chunk) =>
    select(
      ctx,
      `SELECT id, uid, kind, organization, effective_on AS effectiveOn, document, reorganization, reason, note, backfilled
       FROM organization_event WHERE organization IN (${marks(chunk)}) ORDER BY effective_on, id`,
      chunk,
    ),
  )
}

/** Ties to predecessors and successors, the principal one first. */
export function listLineage(
  ctx: RequestContext,
  ids: readonly number[],
): Promise<Array<{ predecessor: number; successor: number }>> {
  return inChunks([...ids], (chunk) =>
    select(
      ctx,
      `SELECT predecessor, successor FROM organization_lineage
       WHERE predecessor IN (${marks(chunk)}) OR successor IN (${marks(chunk)}) ORDER BY principal DESC, event`,
      [...chunk, ...chunk],
    ),
  )
}
