import { isDay, LIMITS, reason } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { conflict, invalidInput, notFound, refuseLonger, SeedbedError } from '../../errors/errors.js'
import {
  findDocumentIds,
  findDocumentRefs,
  findDocuments,
  insertDocuments,
  listDocumentsOf,
  type DocumentFacts,
  type DocumentRow,
} from './document.repository.js'

export type { DocumentFacts, DocumentRow } from './document.repository.js'

function refuseDocument(facts: DocumentFacts): void {
  if (facts.number.trim() === '' || facts.number.length > 80)
    throw invalidInput('number', reason('BAD_LENGTH', { limit: 80 }))
  if (facts.title.trim() === '' || facts.title.length > 400)
    throw invalidInput('title', reason('BAD_LENGTH', { limit: 400 }))
  refuseLonger('issuer', facts.issuer, 200)
  refuseLonger('note', facts.note, LIMITS.noteLength)
  if (facts.signedOn !== null && !isDay(facts.signedOn)) throw invalidInput('signedOn', reason('NOT_A_DAY'))
}

/**
 * Files documents at their units, in a unit of work. Answers internal ids, or by position why one was refused;
 * nothing is stored if any is.
 */
export async function addDocuments(
  ctx: RequestContext,
  documents: ReadonlyArray<{ facts: DocumentFacts; ref: string | null }>,
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const taken = new Set(
    (
      await findDocumentRefs(
        ctx,
        documents.flatMap(({ ref }) => ref ?? []),
      )
    ).keys(),
  )
  documents.forEach(({ facts, ref }, index) => {
    try {
      refuseDocument(facts)
      if (ref !== null && taken.has(ref)) throw conflict(`reference ${ref} is taken`)
      if (ref !== null) taken.add(ref)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = documents.map(({ facts, ref }) => ({ ...facts, ref, uid: uuid() }))
  return { ids: await insertDocuments(ctx, rows, batch), refused }
}

/** The internal id behind an outer one: null for none, NOT_FOUND for an unknown one. */
export async function documentIdOf(
  ctx: RequestContext,
  uid: string | null | undefined,
): Promise<number | null> {
  if (uid === null || uid === undefined) return null
  const id = (await findDocumentIds(ctx, [uid])).get(uid)
  if (id === undefined) throw notFound('Document')
  return id
}

/** Internal ids by the sender's references. */
export function documentRefs(ctx: RequestContext, refs: readonly string[]): Promise<Map<string, number>> {
  return findDocumentRefs(ctx, refs)
}

/** Documents by internal ids. */
export function loadDocuments(ctx: RequestContext, ids: readonly number[]): Promise<DocumentRow[]> {
  return findDocuments(ctx, ids)
}

/** Documents filed at the units. */
export function documentsOf(ctx: RequestContext, organizations: readonly number[]): Promise<DocumentRow[]> {
  return listDocumentsOf(ctx, organizations)
}
