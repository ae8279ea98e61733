import { reason, type Reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'

const acts = 'organization_event a WHERE a.reorganization = ?'
const touched = `(SELECT a.organization FROM ${acts})`
const founded = `(SELECT a.organization FROM ${acts} AND a.kind = 'ESTABLISH')`
const last = `(SELECT MAX(a.id) FROM ${acts})`
const named = (unit: string) =>
  `(SELECT n.name FROM organization_version n WHERE n.organization = ${unit} ORDER BY n.valid_from DESC LIMIT 1)`
const rehomed = (source: number, event: string) =>
  `NOT EXISTS (SELECT 1 FROM rehomed_event h WHERE h.reorganization = ? AND h.source = ${source} AND h.event = ${event})`

type Why = (about: Record<string, string>) => Reason

/** Something recorded later that rests on an applied reorganization: its rows say what it is about. */
interface Question {
  why: Why
  sql: string
}

const filed = (table: string, why: Why, and = ''): Question => ({
  why,
  sql: `SELECT ${named('t.organization')} AS name FROM ${table} t WHERE t.organization IN ${founded} ${and}`,
})

const filedSince: Why = (about) => reason('FILED_SINCE', about)

const questions: readonly Question[] = [
  {
    why: (about) => reason('CHANGED_SINCE', about),
    sql: `SELECT ${named('l.organization')} AS name, l.effective_on AS day FROM organization_event l
          WHERE l.organization IN ${touched} AND l.id > ${last}`,
  },
  {
    why: (about) => reason('STANDS_BELOW', about),
    sql: `SELECT ${named('v.organization')} AS name FROM organization_version v
          WHERE v.parent IN ${founded} AND v.organization NOT IN ${touched}`,
  },
  {
    why: (about) => reason('TOOK_OVER_SINCE', about),
    sql: `SELECT ${named('o.heir')} AS name, ${named('o.id')} AS other FROM organization o
          WHERE o.heir IN ${founded} AND o.id NOT IN ${touched}`,
  },
  ...['organization', 'to_organization'].map((column): Question => ({
    why: (about) => reason('EVENT_SINCE', about),
    sql: `SELECT ${named(`e.${column}`)} AS name, e.date AS day FROM person_event e
          WHERE e.${column} IN ${founded} AND ${rehomed(0, 'e.id')}`,
  })),
  {
    why: (about) => reason('OPENING_SINCE', about),
    sql: `SELECT ${named('o.organization')} AS name FROM opening_balance o
          WHERE o.organization IN ${founded} AND ${rehomed(1, 'o.id')}`,
  },
  filed(
    'target',
    (about) => reason('TARGET_SINCE', about),
    `AND (t.version > 1 OR NOT EXISTS (SELECT 1 FROM reorganization_effect f
       WHERE f.reorganization = ? AND f.kind = 'TARGET_ADDED' AND f.ref = t.id))`,
  ),
  filed(
    'account_grant',
    (about) => reason('GRANT_AT', about),
    `AND NOT EXISTS (SELECT 1 FROM reorganization_effect f
       WHERE f.reorganization = ? AND f.kind = 'GRANT_ADDED' AND f.ref = t.id)`,
  ),
  filed('document', filedSince),
  filed('declared_figure', filedSince),
  filed('term', filedSince),
  filed('statement_template', filedSince),
  filed('reorganization', filedSince),
  filed(
    'group_membership',
    filedSince,
    `AND NOT EXISTS (SELECT 1 FROM reorganization_effect f
       WHERE f.reorganization = ? AND f.kind = 'GROUPS' AND f.ref = t.organization)`,
  ),
]

const mostOfAKind = 50

/** What was recorded later and rests on the reorganization; of each kind the first 50. */
export async function listObstacles(ctx: RequestContext, reorganization: number): Promise<Reason[]> {
  const found: Reason[] = []
  for (const { why, sql } of questions) {
    const params = [...sql].filter((letter) => letter === '?').map(() => reorganization)
    for (const row of await select<Row>(ctx, `${sql} LIMIT ${mostOfAKind}`, params)) {
      const about = Object.entries(row).map(([name, value]) => [name, String(value as string)])
      found.push(why(Object.fromEntries(about) as Record<string, string>))
    }
  }
  return found
}

/** Units that a reorganization ended, and those that it founded. */
export async function listUnitsOf(
  ctx: RequestContext,
  reorganization: number,
): Promise<{ ended: number[]; founded: number[] }> {
  const rows = await select<{ organization: number; kind: string }>(
    ctx,
    'SELECT organization, kind FROM organization_event WHERE reorganization = ?',
    [reorganization],
  )
  const of = (...kinds: string[]) =>
    rows.flatMap(({ organization, kind }) => (kinds.includes(kind) ? [organization] : []))
  return { ended: of('MERGE', 'SPLIT', 'DISSOLVE'), founded: of('ESTABLISH') }
}

/** Persons whose events count elsewhere because of it. */
export async function listRehomedPersons(ctx: RequestContext, reorganization: number): Promise<number[]> {
  const rows = await select<{ person: number }>(
    ctx,
    `SELECT DISTINCT e.person FROM rehomed_event h JOIN person_event e ON e.id = h.event
     WHERE h.reorganization = ? AND h.source = 0`,
    [reorganization],
  )
  return rows.map(({ person }) => person)
}
