import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  marks,
  rowByUid,
  select,
} from '../../database/sql.js'

/** From one congress of a unit to the next: days are half-open, [validFrom, validTo). */
export interface TermFacts {
  organization: number
  name: string
  validFrom: Day
  validTo: Day
  document: number | null
}

export interface TermRow extends TermFacts {
  id: number
  uid: string
  version: number
}

/** A term of a unit itself (depth 0) or of one above it. */
export interface TermAbove {
  descendant: number
  depth: number
  name: string
  validFrom: Day
  validTo: Day
}

const columns = `id, uid, organization, name, valid_from AS validFrom, valid_to AS validTo, document, version`

const rowOf = ({ organization, name, validFrom, validTo, document }: TermFacts) => ({
  organization,
  name,
  valid_from: validFrom,
  valid_to: validTo,
  document,
})

/** Stores terms and answers their internal ids in the same order. */
export function insertTerms(
  ctx: RequestContext,
  terms: ReadonlyArray<TermFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'term',
    terms.map(({ uid, ...facts }) => ({ uid, ...rowOf(facts), version: 1, batch })),
  )
}

/** Writes a term as it now is; `version` goes up by one. */
export async function updateTermRow(ctx: RequestContext, id: number, facts: TermFacts): Promise<void> {
  const row = rowOf(facts)
  const names = Object.keys(row)
  await execute(
    ctx,
    `UPDATE term SET ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
    [...Object.values(row), id],
  )
}

/** Removes a term: it is dated data, nothing is recorded on it. */
export async function deleteTerm(ctx: RequestContext, id: number): Promise<void> {
  await execute(ctx, 'DELETE FROM term WHERE id = ?', [id])
}

/** The term of that outer id, locked inside a unit of work. */
export function findTerm(ctx: RequestContext, uid: string): Promise<TermRow | undefined> {
  return rowByUid<TermRow>(ctx, 'term', columns, uid, ctx.transaction ? forUpdate(ctx) : '')
}

/** Terms of units, oldest first. */
export function listTerms(ctx: RequestContext, organizations: readonly number[]): Promise<TermRow[]> {
  return inChunks([...organizations], (chunk) =>
    select<TermRow>(
      ctx,
      `SELECT ${columns} FROM term WHERE organization IN (${marks(chunk)}) ORDER BY organization, valid_from`,
      chunk,
    ),
  )
}

/** Terms of units and of those above them by the tree of a day, the nearest unit first. */
export function listTermsAbove(ctx: RequestContext, ids: readonly number[], tree: Day): Promise<TermAbove[]> {
  return inChunks([...ids], (chunk) =>
    select<TermAbove>(
      ctx,
      `SELECT p.descendant, p.depth, t.name, t.valid_from AS validFrom, t.valid_to AS validTo
       FROM organization_path p JOIN term t ON t.organization = p.ancestor
       WHERE p.descendant IN (${marks(chunk)}) AND p.valid_from <= ? AND p.valid_to > ?
       ORDER BY p.descendant, p.depth`,
      [...chunk, tree, tree],
    ),
  )
}

/** Lives of units, kept from changing (and their terms with them) until the unit of work ends. */
export function lockLives(
  ctx: RequestContext,
  organizations: readonly number[],
): Promise<Array<{ id: number; opened: Day; closed: Day }>> {
  return inChunks(
    [...organizations].sort((a, b) => a - b),
    (chunk) =>
      select(
        ctx,
        `SELECT id, opened, closed FROM organization WHERE id IN (${marks(chunk)}) ORDER BY id${forUpdate(ctx)}`,
        chunk,
      ),
  )
}

/** Terms that overlap another of the same unit, or end before they begin. */
export function listFaultyTerms(ctx: RequestContext): Promise<Array<{ organization: number; from: Day }>> {
  return select(
    ctx,
    `SELECT a.organization, a.valid_from AS "from" FROM term a
     WHERE a.valid_to <= a.valid_from OR EXISTS (SELECT 1 FROM term b WHERE b.organization = a.organization
       AND b.id <> a.id AND b.valid_from <= a.valid_from AND b.valid_to > a.valid_from)
     ORDER BY a.organization, a.valid_from`,
  )
}
