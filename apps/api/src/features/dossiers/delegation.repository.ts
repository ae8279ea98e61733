import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertIdentified, marks, rowByUid, select } from '../../database/sql.js'

/** The power to admit that a grassroots committee has been given: [validFrom, validTo). */
export interface DelegationFacts {
  organization: number
  validFrom: Day
  validTo: Day
  document: number | null
  note: string | null
}

export interface DelegationRow extends DelegationFacts {
  id: number
  uid: string
  version: number
}

const columns = `id, uid, organization, valid_from AS validFrom, valid_to AS validTo, document, note, version`

/** Delegations of units, oldest first; whatever the scope: rules need them. */
export function listDelegations(ctx: RequestContext, units: readonly number[]): Promise<DelegationRow[]> {
  return inChunks([...units], (chunk) =>
    select<DelegationRow>(
      ctx,
      `SELECT ${columns} FROM delegation WHERE organization IN (${marks(chunk)}) ORDER BY organization, valid_from`,
      chunk,
    ),
  )
}

/** The delegation of that outer id; the service asks whether the viewer may see its unit. */
export function findDelegation(ctx: RequestContext, uid: string): Promise<DelegationRow | undefined> {
  return rowByUid<DelegationRow>(ctx, 'delegation', columns, uid)
}

/** Stores delegations and answers their internal ids in the same order. */
export function insertDelegations(
  ctx: RequestContext,
  rows: ReadonlyArray<DelegationFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'delegation',
    rows.map(({ uid, organization, validFrom, validTo, document, note }) => ({
      ...{ uid, organization, document, note, version: 1, batch },
      ...{ valid_from: validFrom, valid_to: validTo },
    })),
  )
}

/** Ends a delegation on another day than it said. */
export function endDelegationRow(ctx: RequestContext, id: number, validTo: Day): Promise<void> {
  return execute(ctx, 'UPDATE delegation SET valid_to = ?, version = version + 1 WHERE id = ?', [validTo, id])
}
