import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, forUpdate, insertIdentified, marks, select, type Row } from '../../database/sql.js'

/** Tables of versions that are laid over each other by code. */
export type DatedTable = 'rule_version' | 'dossier_form'

/** What all versions of rules and forms have. */
export interface DatedFacts {
  code: string
  regulation: string
  confirmed: boolean
  validFrom: Day
  validTo: Day
  note: string | null
}

export interface DatedRow extends DatedFacts {
  id: number
  uid: string
  version: number
}

/** The columns of a table beyond those of every version. */
const own: Readonly<Record<DatedTable, readonly string[]>> = {
  rule_version: ['value', 'per', 'article'],
  dossier_form: ['title', 'issuer'],
}

const columnsOf = (table: DatedTable) =>
  `id, uid, code, ${own[table].join(', ')}, regulation, confirmed, valid_from AS validFrom, valid_to AS validTo, note, version`

/** Every version, covered ones included, by code and day; `codes` narrows it. Locked inside a unit of work. */
export async function listVersions<T extends DatedRow>(
  ctx: RequestContext,
  table: DatedTable,
  codes?: readonly string[],
): Promise<T[]> {
  if (codes?.length === 0) return []
  const where = codes ? `WHERE code IN (${marks(codes)})` : ''
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const rows = await select<Row>(
    ctx,
    `SELECT ${columnsOf(table)} FROM ${table} ${where} ORDER BY code, valid_from, id${lock}`,
    [...(codes ?? [])],
  )
  return rows.map((row) => ({ ...row, confirmed: Number(row.confirmed) === 1 }) as unknown as T)
}

/** Stores versions and answers their internal ids in the same order. */
export function insertVersions(
  ctx: RequestContext,
  table: DatedTable,
  rows: ReadonlyArray<DatedFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    table,
    rows.map((facts) => ({
      uid: facts.uid,
      code: facts.code,
      ...Object.fromEntries(own[table].map((name) => [name, (facts as unknown as Row)[name] ?? null])),
      regulation: facts.regulation,
      confirmed: facts.confirmed ? 1 : 0,
      valid_from: facts.validFrom,
      valid_to: facts.validTo,
      note: facts.note,
      version: 1,
      batch,
    })),
  )
}

/** Writes from when to when a version holds now; `version` goes up by one. */
export async function cutVersion(
  ctx: RequestContext,
  table: DatedTable,
  id: number,
  { validFrom, validTo }: { validFrom: Day; validTo: Day },
): Promise<void> {
  await execute(ctx, `UPDATE ${table} SET valid_from = ?, valid_to = ?, version = version + 1 WHERE id = ?`, [
    validFrom,
    validTo,
    id,
  ])
}

/** Puts a version back as it was before an import: its days, and its version. */
export async function restoreVersion(
  ctx: RequestContext,
  table: DatedTable,
  { id, validFrom, validTo, version }: Pick<DatedRow, 'id' | 'validFrom' | 'validTo' | 'version'>,
): Promise<void> {
  await execute(ctx, `UPDATE ${table} SET valid_from = ?, valid_to = ?, version = ? WHERE id = ?`, [
    validFrom,
    validTo,
    version,
    id,
  ])
}

/** Removes the versions that an import brought. */
export async function deleteVersionsOf(ctx: RequestContext, table: DatedTable, batch: number): Promise<void> {
  await execute(ctx, `DELETE FROM ${table} WHERE batch = ?`, [batch])
}
