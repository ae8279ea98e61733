import type { RequestContext } from '../../context.js'
import { execute, select, type Row } from '../../database/sql.js'

const units = '(SELECT id FROM organization WHERE batch = ?)'
const persons = '(SELECT id FROM person WHERE batch = ?)'
const documents = '(SELECT id FROM document WHERE batch = ?)'
const events = '(SELECT id FROM person_event WHERE batch = ?)'
const balances = '(SELECT id FROM opening_balance WHERE batch = ?)'
const elsewhere = (alias: string) => `(${alias}.batch IS NULL OR ${alias}.batch <> ?)`
const named = (unit: string) =>
  `(SELECT n.code FROM organization_version n WHERE n.organization = ${unit} ORDER BY n.valid_from DESC LIMIT 1)`

/** A question whose rows rest on an import; `?` is the batch. The row's `what` is said in the refusal. */
interface Obstacle {
  sql: string
  says: (what: string) => string
}

/** What is filed at a unit beside persons, and rests on documents. */
const beside = ['target', 'term', 'declared_figure']
/** What rests on documents besides. */
const filed = ['requirement', 'mentorship', 'no_source', 'course', 'delegation', 'procedure_start']
const dossiers = '(SELECT id FROM dossier WHERE batch = ?)'
const dossierParts = [
  'dossier_paper',
  'verification_letter',
  'dossier_recommender',
  'special_approval',
  'dossier_step',
]
const since = '(SELECT b.imported_at FROM import_batch b WHERE b.id = ?)'
const acted = `(SELECT a.organization FROM organization_event a WHERE a.batch = ? AND a.kind IN ('RECLASSIFY', 'DISSOLVE'))`

const obstacles: Obstacle[] = [
  {
    sql: `SELECT p.external_ref AS what FROM person_event e JOIN person p ON p.id = e.person
          WHERE e.person IN ${persons} AND ${elsewhere('e')}`,
    says: (ref) => `a later event of person ${ref} is recorded`,
  },
  {
    sql: `SELECT p.external_ref AS what FROM person p WHERE p.batch = ? AND p.version > 1`,
    says: (ref) => `person ${ref} was changed since`,
  },
  {
    sql: `SELECT e.date AS what FROM person_event e WHERE e.batch = ? AND e.version > 1`,
    says: (day) => `an event of ${day} was corrected since`,
  },
  {
    sql: `SELECT o.date AS what FROM opening_balance o WHERE o.batch = ? AND o.version > 1`,
    says: (day) => `an opening balance of ${day} was corrected since`,
  },
  ...['organization', 'to_organization'].map((column) => ({
    sql: `SELECT ${named(`e.${column}`)} AS what FROM person_event e WHERE e.${column} IN ${units} AND ${elsewhere('e')}`,
    says: (code: string) => `another event is recorded on unit ${code}`,
  })),
  {
    sql: `SELECT ${named('o.organization')} AS what FROM opening_balance o
          WHERE o.organization IN ${units} AND ${elsewhere('o')}`,
    says: (code) => `another opening balance is recorded on unit ${code}`,
  },
  ...['organization', 'to_organization'].map((column) => ({
    sql: `SELECT ${named(`e.${column}`)} AS what FROM person_event e
          WHERE e.${column} IN ${acted} AND ${elsewhere('e')} AND e.recorded_at >= ${since}`,
    says: (code: string) => `an event was recorded since on unit ${code}`,
  })),
  {
    sql: `SELECT ${named('l.organization')} AS what FROM organization_event l
          JOIN organization_event a ON a.organization = l.organization AND a.id < l.id
          WHERE a.batch = ? AND ${elsewhere('l')}`,
    says: (code) => `unit ${code} was changed since`,
  },
  {
    sql: `SELECT ${named('v.organization')} AS what FROM organization_version v
          JOIN organization o ON o.id = v.organization WHERE v.parent IN ${units} AND ${elsewhere('o')}
            AND NOT EXISTS (SELECT 1 FROM organization_event a WHERE a.organization = o.id AND a.batch = ?)`,
    says: (code) => `unit ${code} stands under a unit of it`,
  },
  {
    sql: `SELECT ${named('o.id')} AS what FROM organization o WHERE o.heir IN ${units} AND ${elsewhere('o')}
            AND NOT EXISTS (SELECT 1 FROM organization_event a WHERE a.organization = o.id AND a.batch = ?)`,
    says: (code) => `a unit of it has taken over from unit ${code}`,
  },
  ...['person_event', 'opening_balance', 'organization_event', 'target_plan', ...filed, ...beside].map(
    (table) => ({
      sql: `SELECT d.number AS what FROM ${table} t JOIN document d ON d.id = t.document
          WHERE t.document IN ${documents} AND ${elsewhere('t')}`,
      says: (number: string) => `something recorded since rests on document ${number}`,
    }),
  ),
  ...[
    'document',
    'statement_template',
    'no_source',
    'course',
    'delegation',
    'procedure_start',
    'requirement',
    'target_registration',
    'target_plan',
    ...beside,
  ].map((table) => ({
    sql: `SELECT ${named('t.organization')} AS what FROM ${table} t WHERE t.organization IN ${units} AND ${elsewhere('t')}`,
    says: (code: string) => `another ${table.replaceAll('_', ' ')} is filed at unit ${code}`,
  })),
  {
    sql: `SELECT ${named('t.organization')} AS what FROM target t WHERE t.batch = ? AND t.version > 1`,
    says: (code) => `a target of unit ${code} was changed since`,
  },
  {
    sql: `SELECT ${named('t.organization')} AS what FROM target_registration t WHERE t.batch = ? AND t.version > 1`,
    says: (code) => `what unit ${code} registered was changed since`,
  },
  {
    sql: 'SELECT t.name AS what FROM target_plan t WHERE t.batch = ? AND t.version > 1',
    says: (name) => `plan ${name} was changed since`,
  },
  {
    sql: `SELECT t.name AS what FROM target_plan t JOIN target_plan_line l ON l.plan = t.id
          WHERE l.organization IN ${units} AND ${elsewhere('t')}`,
    says: (name) => `plan ${name} has a number for a unit of it`,
  },
  {
    sql: `SELECT ${named('l.organization')} AS what FROM target_lock l WHERE l.organization IN ${units}`,
    says: (code) => `targets of unit ${code} were locked since`,
  },
  {
    sql: `SELECT g.name AS what FROM target t JOIN organization_group g ON g.id = t.group_id
          WHERE g.batch = ? AND ${elsewhere('t')}`,
    says: (name) => `a target is set for group ${name}`,
  },
  {
    sql: `SELECT ${named('t.organization')} AS what FROM term t WHERE t.batch = ? AND t.version > 1`,
    says: (code) => `a term of unit ${code} was changed since`,
  },
  {
    sql: `SELECT ${named('d.organization')} AS what FROM declared_figure d WHERE d.batch = ? AND d.version > 1`,
    says: (code) => `a declared figure of unit ${code} was corrected since`,
  },
  ...['mentorship', 'no_source', 'course', 'course_place', 'dossier', 'delegation', 'procedure_start'].map(
    (table) => ({
      sql: `SELECT t.id AS what FROM ${table} t WHERE t.batch = ? AND t.version > 1`,
      says: () => `a ${table.replace('_', ' ')} of it was changed since`,
    }),
  ),
  ...['person', 'mentor'].flatMap((column) =>
    ['mentorship', 'mentor_review'].map((table) => ({
      sql: `SELECT p.external_ref AS what FROM ${table} t JOIN person p ON p.id = t.${column}
            WHERE t.${column} IN ${persons} AND ${elsewhere('t')}`,
      says: (ref: string) => `a mentor or review of person ${ref} was recorded since`,
    })),
  ),
  {
    sql: `SELECT p.external_ref AS what FROM dossier_recommender t JOIN dossier o ON o.id = t.dossier
          JOIN person p ON p.id = t.person WHERE t.person IN ${persons} AND ${elsewhere('o')}`,
    says: (ref) => `person ${ref} introduces somebody since`,
  },
  ...['dossier_step', 'special_approval'].map((table) => ({
    sql: `SELECT d.number AS what FROM ${table} t JOIN dossier o ON o.id = t.dossier
          JOIN document d ON d.id = t.document WHERE t.document IN ${documents} AND ${elsewhere('o')}`,
    says: (number: string) => `a dossier rests on document ${number}`,
  })),
  {
    sql: `SELECT p.external_ref AS what FROM candidate_handover h JOIN person p ON p.id = h.person
          WHERE h.person IN ${persons}`,
    says: (ref) => `person ${ref} was offered to another unit since`,
  },
  {
    sql: `SELECT c.name AS what FROM course_place t JOIN course c ON c.id = t.course
          WHERE (c.batch = ? OR t.person IN ${persons}) AND ${elsewhere('t')}`,
    says: (name) => `somebody was registered in course ${name} since`,
  },
  {
    sql: `SELECT r.title AS what FROM requirement_met t JOIN requirement r ON r.id = t.requirement
          WHERE r.batch = ? OR t.person IN ${persons}`,
    says: (title) => `requirement ${title} was met since`,
  },
  {
    sql: 'SELECT r.title AS what FROM requirement r WHERE r.batch = ? AND r.version > 1',
    says: (title) => `requirement ${title} was changed since`,
  },
  {
    sql: 'SELECT t.title AS what FROM statement_template t WHERE t.batch = ? AND t.version > 1',
    says: (title) => `template ${title} was changed since`,
  },
  {
    sql: `SELECT g.name AS what FROM organization_group g
          WHERE g.group_set IN (SELECT id FROM group_set WHERE batch = ?) AND ${elsewhere('g')}`,
    says: (name) => `group ${name} was made in a set of it`,
  },
  {
    sql: `SELECT g.name AS what FROM group_membership m JOIN organization_group g ON g.id = m.group_id
          WHERE (m.organization IN ${units} OR g.batch = ?) AND ${elsewhere('m')}`,
    says: (name) => `a unit has joined group ${name} since`,
  },
]

/** What was recorded later and rests on the import, in words; nothing if it can be undone. */
export async function findObstacle(ctx: RequestContext, batch: number): Promise<string | undefined> {
  for (const { sql, says } of obstacles) {
    const params = [...sql].filter((letter) => letter === '?').map(() => batch)
    const [row] = await select<Row>(ctx, `${sql} LIMIT 1`, params)
    if (row) return says(String(row.what as string))
  }
  return undefined
}

/** Persons who were on record before and have events of the import. */
export async function listPersonsConcerned(ctx: RequestContext, batch: number): Promise<number[]> {
  const rows = await select<{ person: number }>(
    ctx,
    `SELECT DISTINCT e.person FROM person_event e WHERE e.batch = ? AND e.person NOT IN ${persons}`,
    [batch, batch],
  )
  return rows.map(({ person }) => person)
}

/** Removes events, opening balances, courses, mentors and persons of the import, with the entries that express them. */
export async function deleteRecords(ctx: RequestContext, batch: number): Promise<void> {
  await execute(ctx, `DELETE FROM ledger_entry WHERE source = 0 AND event IN ${events}`, [batch])
  await execute(ctx, `DELETE FROM ledger_entry WHERE source = 1 AND event IN ${balances}`, [batch])
  await execute(
    ctx,
    `DELETE FROM dossier_step_rule WHERE step IN (SELECT id FROM dossier_step WHERE dossier IN ${dossiers})`,
    [batch],
  )
  for (const table of dossierParts)
    await execute(ctx, `DELETE FROM ${table} WHERE dossier IN ${dossiers}`, [batch])
  await execute(ctx, `DELETE FROM dossier_spell WHERE opening IN ${events}`, [batch])
  for (const table of ['dossier', 'delegation', 'procedure_start'])
    await execute(ctx, `DELETE FROM ${table} WHERE batch = ?`, [batch])
  for (const table of ['mentor_review', 'mentorship', 'course_place', 'course', 'no_source'])
    await execute(ctx, `DELETE FROM ${table} WHERE batch = ?`, [batch])
  await execute(ctx, `DELETE FROM candidate_spell WHERE person IN ${persons}`, [batch])
  for (const table of ['person_event', 'opening_balance', 'person']) {
    await execute(ctx, `DELETE FROM ${table} WHERE batch = ?`, [batch])
  }
}

/** Removes targets, terms, declared figures, requirements, templates, groups and documents of the import. */
export async function deleteBeside(ctx: RequestContext, batch: number): Promise<void> {
  await execute(ctx, 'DELETE FROM target_revision WHERE target IN (SELECT id FROM target WHERE batch = ?)', [
    batch,
  ])
  await execute(
    ctx,
    'DELETE FROM target_plan_line WHERE plan IN (SELECT id FROM target_plan WHERE batch = ?)',
    [batch],
  )
  for (const table of [
    'target_plan',
    'target_registration',
    ...beside,
    'requirement',
    'statement_template',
    'organization_group',
    'group_set',
    'document',
  ]) {
    await execute(ctx, `DELETE FROM ${table} WHERE batch = ?`, [batch])
  }
}
