import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'

const present = 's.valid_from <= ? AND s.valid_to > ?'

/** Candidates on a day with a completed course, counted by the day of it. For those who edit rules, which hold for all. */
export async function countCertified(
  ctx: RequestContext,
  on: Day,
): Promise<Array<{ day: Day; count: number }>> {
  const rows = await select<Row>(
    ctx,
    `SELECT s.certified_on AS day, COUNT(*) AS n FROM candidate_spell s
     WHERE ${present} AND s.certified_on IS NOT NULL GROUP BY s.certified_on`,
    [on, on],
  )
  return rows.map(({ day, n }) => ({ day: day as Day, count: Number(n) }))
}

/** Candidates on a day who have a mentor. */
export async function countMentored(ctx: RequestContext, on: Day): Promise<number> {
  const [row] = await select<Row>(
    ctx,
    `SELECT COUNT(*) AS n FROM candidate_spell s WHERE ${present} AND EXISTS
       (SELECT 1 FROM mentorship m WHERE m.person = s.person AND m.valid_from <= ? AND m.valid_to > ?)`,
    [on, on, on, on],
  )
  return Number(row?.n ?? 0)
}
