import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { loadDocuments, type DocumentRow } from './document.service.js'
import type { Document } from './document.type.js'

/** A document as the API shows it. */
export function toDocument({ id, uid, ...row }: DocumentRow): Document {
  return { ...row, key: id, id: uid }
}

/** The document of an internal id, or null; many of one request cost one statement. */
export async function loadDocument(ctx: RequestContext, id: number | null): Promise<Document | null> {
  if (id === null) return null
  return loader<number, Document | null>(ctx, 'documents', async (ids) => {
    const rows = new Map((await loadDocuments(ctx, ids)).map((row) => [row.id, toDocument(row)]))
    return ids.map((one) => rows.get(one) ?? null)
  }).load(id)
}
