import { today, type RequestContext } from '../../context.js'
import { inChunks, insertIdentified, insertRows, marks, select } from '../../database/sql.js'
import { inScope, scopeOf } from '../../policy/scope.js'
import type { About } from './saved-query.repository.js'

/** Evidence as it is kept. */
export interface EvidenceHead {
  id: number
  uid: string
  about: About
  note: string
  body: string
  asOf: string
  recordedAt: string
  account: number | null
  actorName: string | null
  rowCount: number
  totals: string
  checksum: string
}

/** A row of it; `visible` where the viewer may read what it is about. */
export interface EvidenceRowKept {
  position: number
  organization: number
  organizationUid: string
  person: number | null
  personUid: string | null
  content: string
  visible: number
}

/** A sample as it is kept. */
export interface SampleRow {
  uid: string
  evidence: number
  seed: string
  size: number | null
  percent: string | null
  positions: string
  recordedAt: string
  actorName: string | null
  checksum: string
}

const columns = `v.id, v.uid, v.about, v.note, v.body, v.as_of AS asOf, v.recorded_at AS recordedAt, v.account,
  v.actor_name AS actorName, v.row_count AS rowCount, v.totals, v.checksum`

const verbOf = (about: About) => (about === 'UNITS' ? 'figures.read' : 'people.read')

/** Where the viewer may read: at every highest unit of the question. */
function readable(ctx: RequestContext): { sql: string; params: unknown[] } {
  const parts = (['UNITS', 'PERSONS'] as const).map((about) => {
    const scope = inScope(scopeOf(ctx, verbOf(about)), 'r.organization', today(ctx))
    return {
      sql: `(v.about = '${about}' AND NOT EXISTS (SELECT 1 FROM evidence_root r WHERE r.evidence = v.id AND NOT ${scope.sql}))`,
      params: scope.params,
    }
  })
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    params: parts.flatMap(({ params }) => params),
  }
}

/** Evidence that the viewer may read, the newest first; one more than the limit. */
export function listEvidence(
  ctx: RequestContext,
  page: { limit: number; after?: readonly [number] | undefined },
): Promise<EvidenceHead[]> {
  const scope = readable(ctx)
  return select(
    ctx,
    `SELECT ${columns} FROM evidence v WHERE ${scope.sql} ${page.after ? 'AND v.id < ?' : ''}
     ORDER BY v.id DESC LIMIT ${page.limit + 1}`,
    [...scope.params, ...(page.after ?? [])],
  )
}

/** How many there are. */
export async function countEvidence(ctx: RequestContext): Promise<number> {
  const scope = readable(ctx)
  const [row] = await select<{ n: number }>(
    ctx,
    `SELECT COUNT(*) AS n FROM evidence v WHERE ${scope.sql}`,
    scope.params,
  )
  return Number(row?.n ?? 0)
}

/** The evidence of that outer id, if the viewer may read it. */
export async function findEvidence(ctx: RequestContext, uid: string): Promise<EvidenceHead | undefined> {
  const scope = readable(ctx)
  const rows = await select<EvidenceHead>(
    ctx,
    `SELECT ${columns} FROM evidence v WHERE v.uid = ? AND ${scope.sql}`,
    [uid, ...scope.params],
  )
  return rows.find((row) => row.uid === uid)
}

/** Those of the evidence (internal ids) that the viewer may read. */
export function findEvidenceOf(ctx: RequestContext, ids: readonly number[]): Promise<EvidenceHead[]> {
  const scope = readable(ctx)
  return inChunks([...new Set(ids)], (chunk) =>
    select<EvidenceHead>(
      ctx,
      `SELECT ${columns} FROM evidence v WHERE v.id IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
}

/** All evidence, whoever may read it: to check it. */
export function listAllEvidence(ctx: RequestContext): Promise<EvidenceHead[]> {
  return select(ctx, `SELECT ${columns} FROM evidence v ORDER BY v.id`)
}

/** Rows of evidence in order, from after a position on; without a limit all of them. */
export function listRows(
  ctx: RequestContext,
  evidence: Pick<EvidenceHead, 'id' | 'about'>,
  page: { limit: number; after: number } | null = null,
): Promise<EvidenceRowKept[]> {
  const scope = inScope(scopeOf(ctx, verbOf(evidence.about)), 'r.organization', today(ctx))
  return select(
    ctx,
    `SELECT r.position, r.organization, o.uid AS organizationUid, r.person, w.uid AS personUid, r.content,
       CASE WHEN ${scope.sql} THEN 1 ELSE 0 END AS visible
     FROM evidence_row r JOIN organization o ON o.id = r.organization LEFT JOIN person w ON w.id = r.person
     WHERE r.evidence = ? AND r.position > ? ORDER BY r.position ${page ? `LIMIT ${page.limit + 1}` : ''}`,
    [...scope.params, evidence.id, page?.after ?? -1],
  )
}

/** Evidence with its roots and rows; it is never changed after. */
export async function insertEvidence(
  ctx: RequestContext,
  { asOf, recordedAt, actorName, rowCount, ...head }: Omit<EvidenceHead, 'id'>,
  roots: readonly number[],
  rows: ReadonlyArray<{ organization: number; person: number | null; content: string }>,
): Promise<number> {
  const [evidence = 0] = await insertIdentified(ctx, 'evidence', [
    { ...head, as_of: asOf, recorded_at: recordedAt, actor_name: actorName, row_count: rowCount },
  ])
  await insertRows(
    ctx,
    'evidence_root',
    [...new Set(roots)].map((organization) => ({ evidence, organization })),
  )
  await insertRows(
    ctx,
    'evidence_row',
    rows.map((row, position) => ({ evidence, position, ...row })),
  )
  return evidence
}

/** Samples of evidence, the oldest first. */
export function listSamples(ctx: RequestContext, evidence: number): Promise<SampleRow[]> {
  return select(
    ctx,
    `SELECT uid, evidence, seed, size, percent, positions, recorded_at AS recordedAt, actor_name AS actorName, checksum
     FROM evidence_sample WHERE evidence = ? ORDER BY id`,
    [evidence],
  )
}

export async function insertSample(
  ctx: RequestContext,
  { recordedAt, actorName, ...row }: SampleRow,
): Promise<void> {
  await insertRows(ctx, 'evidence_sample', [{ ...row, recorded_at: recordedAt, actor_name: actorName }])
}
