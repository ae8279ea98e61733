import { OPEN_END, type Day, type DossierState } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertRows, marks, select } from '../../database/sql.js'

/** From which day a unit and all below it go by the procedure, as set there. */
export interface ProcedureStart {
  organization: number
  validFrom: Day
  document: number | null
  version: number
}

const columns = 'organization, valid_from AS validFrom, document, version'

/** What is set at a unit itself. */
export async function findStart(
  ctx: RequestContext,
  organization: number,
): Promise<ProcedureStart | undefined> {
  const rows = await select<ProcedureStart>(
    ctx,
    `SELECT ${columns} FROM procedure_start WHERE organization = ?`,
    [organization],
  )
  return rows[0]
}

/** The earliest day that is set at units or above them by the tree of a day; whatever the scope, for rules. */
export async function listStartsFor(
  ctx: RequestContext,
  units: readonly number[],
  on: Day,
): Promise<Map<number, Day>> {
  const rows = await inChunks([...units], (chunk) =>
    select<{ unit: number; since: Day }>(
      ctx,
      `SELECT p.descendant AS unit, MIN(s.valid_from) AS since FROM procedure_start s
       JOIN organization_path p ON p.ancestor = s.organization AND p.valid_from <= ? AND p.valid_to > ?
       WHERE p.descendant IN (${marks(chunk)}) GROUP BY p.descendant`,
      [on, on, ...chunk],
    ),
  )
  return new Map(rows.map(({ unit, since }) => [unit, since]))
}

/** Sets the day at a unit in place of what stood. */
export function writeStart(ctx: RequestContext, start: ProcedureStart, batch: number | null): Promise<void> {
  const { organization, validFrom, document, version } = start
  return removeStart(ctx, organization).then(() =>
    insertRows(ctx, 'procedure_start', [{ organization, valid_from: validFrom, document, version, batch }]),
  )
}

/** Nothing is set at the unit any more. */
export function removeStart(ctx: RequestContext, organization: number): Promise<void> {
  return execute(ctx, 'DELETE FROM procedure_start WHERE organization = ?', [organization])
}

/** Where the latest dossier of a person stands now. */
export async function findOpenState(ctx: RequestContext, person: number): Promise<DossierState | undefined> {
  const rows = await select<{ state: DossierState }>(
    ctx,
    'SELECT state FROM dossier_spell WHERE person = ? AND valid_to = ? ORDER BY valid_from DESC, id DESC',
    [person, OPEN_END],
  )
  return rows[0]?.state
}
