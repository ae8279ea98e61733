import type { Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inScope } from '../../policy/scope.js'
import { idsBy, inChunks, insertIdentified, marks, select } from '../../database/sql.js'

export interface DocumentFacts {
  organization: number
  number: string
  title: string
  issuer: string | null
  signedOn: Day | null
  note: string | null
}

export interface DocumentRow extends DocumentFacts {
  id: number
  uid: string
}

const columns = 'id, uid, organization, number, title, issuer, signed_on AS signedOn, note'

/** Stores documents and answers their internal ids in the same order. */
export function insertDocuments(
  ctx: RequestContext,
  documents: ReadonlyArray<DocumentFacts & { uid: string; ref: string | null }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'document',
    documents.map(({ uid, ref, signedOn, ...facts }) => ({
      uid,
      organization: facts.organization,
      number: facts.number,
      title: facts.title,
      issuer: facts.issuer,
      signed_on: signedOn,
      note: facts.note,
      external_ref: ref,
      batch,
    })),
  )
}

/**
 * Documents by internal ids. What cites a document shows it, wherever it is filed: a cell may read on what its target
 * rests.
 */
export function findDocuments(ctx: RequestContext, ids: readonly number[]): Promise<DocumentRow[]> {
  return inChunks([...ids], (chunk) =>
    select<DocumentRow>(ctx, `SELECT ${columns} FROM document WHERE id IN (${marks(chunk)})`, chunk),
  )
}

/** Internal ids by outer ids of documents filed at units in scope. */
export async function findDocumentIds(
  ctx: RequestContext,
  uids: readonly string[],
): Promise<Map<string, number>> {
  const scope = inScope(ctx.scope, 'd.organization', today(ctx))
  const rows = await inChunks(uids, (chunk) =>
    select<{ id: number; uid: string }>(
      ctx,
      `SELECT d.id, d.uid FROM document d WHERE d.uid IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
  return new Map(rows.map(({ id, uid }) => [uid, id]))
}

/** Internal ids by the sender's references. */
export function findDocumentRefs(ctx: RequestContext, refs: readonly string[]): Promise<Map<string, number>> {
  return idsBy(ctx, 'document', 'external_ref', refs)
}

/** Documents filed at those of the units that are in scope, newest first. */
export function listDocumentsOf(
  ctx: RequestContext,
  organizations: readonly number[],
): Promise<DocumentRow[]> {
  const scope = inScope(ctx.scope, 'd.organization', today(ctx))
  return inChunks([...organizations], (chunk) =>
    select<DocumentRow>(
      ctx,
      `SELECT ${columns} FROM document d WHERE d.organization IN (${marks(chunk)}) AND ${scope.sql}
       ORDER BY signed_on DESC, id DESC`,
      [...chunk, ...scope.params],
    ),
  )
}
