import { searchKey, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inChunks, marks, select, type Row } from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

/** A unit that took over from another on a day. */
export interface SuccessionRow {
  predecessor: number
  successor: number
  principal: boolean
  /** How many took over from the predecessor in the same act. */
  parts: number
  kind: string
  on: Day
  reorganization: number | null
}

/** Who took over from the units, and from whom they took over; the principal successor first. */
export async function listSuccessions(ctx: RequestContext, ids: readonly number[]): Promise<SuccessionRow[]> {
  const rows = await inChunks([...ids], (chunk) =>
    select<Row>(
      ctx,
      `SELECT l.predecessor, l.successor, l.principal, e.kind, e.effective_on AS effectiveOn, e.reorganization,
         (SELECT COUNT(*) FROM organization_lineage m WHERE m.predecessor = l.predecessor AND m.event = l.event) AS parts
       FROM organization_lineage l JOIN organization_event e ON e.id = l.event
       WHERE l.predecessor IN (${marks(chunk)}) OR l.successor IN (${marks(chunk)})
       ORDER BY e.effective_on, l.principal DESC, l.event`,
      [...chunk, ...chunk],
    ),
  )
  return rows.map((row) => ({
    predecessor: Number(row.predecessor),
    successor: Number(row.successor),
    principal: Number(row.principal) === 1,
    parts: Number(row.parts),
    kind: String(row.kind),
    on: row.effectiveOn as Day,
    reorganization: row.reorganization === null ? null : Number(row.reorganization),
  }))
}

/** A name or code that a unit had once, with the days (half-open) on which it lived with it. */
export interface FormerName {
  id: number
  name: string
  code: string
  since: Day
  until: Day
}

/** Units in scope that once had a name with all the words, or that code; the latest such version of each. */
export async function searchVersions(
  ctx: RequestContext,
  text: string,
  limit: number,
): Promise<FormerName[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const key = searchKey(text)
  const escaped = (part: string) => part.replace(/[!%_]/gu, '!$&')
  const words = key.split(' ').filter(Boolean)
  if (words.length === 0) return []
  const names = words.map(() => `v.search_key LIKE ? ESCAPE '!'`).join(' AND ')
  const rows = await select<FormerName & { exact: number }>(
    ctx,
    `SELECT o.id, v.name, v.code, v.valid_from AS since,
       CASE WHEN v.valid_to < o.closed THEN v.valid_to ELSE o.closed END AS until
     FROM organization_version v JOIN organization o ON o.id = v.organization JOIN tier t ON t.code = v.tier
     WHERE v.valid_from < o.closed AND ${scope.sql} AND ((${names}) OR v.code = ?)
     ORDER BY CASE WHEN v.code = ? OR v.search_key = ? THEN 0 WHEN v.search_key LIKE ? ESCAPE '!' THEN 1 ELSE 2 END,
       t.level, v.sort_key, o.id, v.valid_from DESC LIMIT ${limit * 4}`,
    [
      ...scope.params,
      ...words.map((word) => `%${escaped(word)}%`),
      text.trim(),
      text.trim(),
      key,
      `%${escaped(key)}`,
    ],
  )
  const seen = new Set<number>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, limit)
}

/** Units that ended and left all they had to these, and those that had left it to them. */
export async function listInheritedFrom(
  ctx: RequestContext,
  ids: readonly number[],
): Promise<Map<number, number[]>> {
  const heirs = new Map<number, number[]>(ids.map((id) => [id, [id]]))
  const owner = new Map<number, number[]>(ids.map((id) => [id, [id]]))
  for (let open = [...ids]; open.length > 0;) {
    const rows = await inChunks(open, (chunk) =>
      select<{ id: number; heir: number }>(
        ctx,
        `SELECT DISTINCT l.predecessor AS id, l.successor AS heir FROM organization_lineage l
         WHERE l.successor IN (${marks(chunk)}) AND l.principal = 1`,
        chunk,
      ),
    )
    open = []
    for (const { id, heir } of rows) {
      const owners = (owner.get(heir) ?? []).filter((one) => !(heirs.get(one) ?? []).includes(id))
      if (owners.length === 0) continue
      for (const one of owners) heirs.set(one, [...(heirs.get(one) ?? []), id])
      owner.set(id, [...(owner.get(id) ?? []), ...owners])
      open.push(id)
    }
  }
  return heirs
}
