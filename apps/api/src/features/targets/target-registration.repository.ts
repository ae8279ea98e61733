import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertRows, marks, select } from '../../database/sql.js'

/** What a unit registers for itself for a year (`wanted`), and how many it expects to admit by the end of it. */
export interface RegistrationFacts {
  organization: number
  year: number
  wanted: number | null
  expected: number | null
  note: string | null
}

export interface RegistrationRow extends RegistrationFacts {
  id: number
  uid: string
  recordedAt: string
  version: number
}

const columns = 'id, uid, organization, year, wanted, expected, note, recorded_at AS recordedAt, version'

/** Registrations of units for some years. */
export function listRegistrations(
  ctx: RequestContext,
  organizations: readonly number[],
  years: readonly number[],
): Promise<RegistrationRow[]> {
  return inChunks([...organizations], (chunk) =>
    select<RegistrationRow>(
      ctx,
      `SELECT ${columns} FROM target_registration WHERE organization IN (${marks(chunk)})
         AND year IN (${marks(years)})`,
      [...chunk, ...years],
    ),
  )
}

export async function insertRegistrations(
  ctx: RequestContext,
  rows: ReadonlyArray<RegistrationFacts & { uid: string; recordedAt: string; recordedBy: string | null }>,
  batch: number | null,
): Promise<void> {
  await insertRows(
    ctx,
    'target_registration',
    rows.map(({ recordedAt, recordedBy, ...facts }) => ({
      ...facts,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
      version: 1,
      batch,
    })),
  )
}

/** Writes a registration as it now is; `version` goes up by one. */
export async function updateRegistration(
  ctx: RequestContext,
  id: number,
  row: Omit<RegistrationFacts, 'organization' | 'year'> & { recordedAt: string; recordedBy: string | null },
): Promise<void> {
  await execute(
    ctx,
    `UPDATE target_registration SET wanted = ?, expected = ?, note = ?, recorded_at = ?, recorded_by = ?,
       version = version + 1
     WHERE id = ?`,
    [row.wanted, row.expected, row.note, row.recordedAt, row.recordedBy, id],
  )
}
