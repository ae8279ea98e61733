import type { Day, NoSourceCause } from '@seedbed/shared'
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

/** A unit states that it has no source: [validFrom, validTo). */
export interface NoSourceFacts {
  organization: number
  validFrom: Day
  validTo: Day
  cause: NoSourceCause
  document: number | null
  note: string | null
}

export interface NoSourceRow extends NoSourceFacts {
  id: number
  uid: string
  version: number
}

const columns = `id, uid, organization, valid_from AS validFrom, valid_to AS validTo, cause, document, note, version`

/** Stores statements and answers their internal ids in the same order. */
export function insertStatements(
  ctx: RequestContext,
  rows: ReadonlyArray<NoSourceFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'no_source',
    rows.map(({ uid, organization, validFrom, validTo, cause, document, note }) => ({
      ...{ uid, organization, cause, document, note, version: 1, batch },
      ...{ valid_from: validFrom, valid_to: validTo },
    })),
  )
}

/** The statement of that outer id, locked inside a unit of work. */
export function findStatement(ctx: RequestContext, uid: string): Promise<NoSourceRow | undefined> {
  return rowByUid<NoSourceRow>(ctx, 'no_source', columns, uid, ctx.transaction ? forUpdate(ctx) : '')
}

/** Ends a statement: it no longer holds from that day on. */
export async function endStatement(ctx: RequestContext, id: number, on: Day): Promise<void> {
  await execute(ctx, 'UPDATE no_source SET valid_to = ?, version = version + 1 WHERE id = ?', [on, id])
}

/** Statements of units, the latest first. */
export function listStatements(ctx: RequestContext, units: readonly number[]): Promise<NoSourceRow[]> {
  return inChunks([...units], (chunk) =>
    select<NoSourceRow>(
      ctx,
      `SELECT ${columns} FROM no_source WHERE organization IN (${marks(chunk)}) ORDER BY organization, valid_from DESC, id DESC`,
      chunk,
    ),
  )
}
