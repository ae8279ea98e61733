import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { select } from '../../database/sql.js'

/** A unit below another on a day, by its code. */
export interface CodedUnit {
  id: number
  code: string
}

/** Living units at or below a unit on a day, with their codes. */
export function listCodedUnits(ctx: RequestContext, unit: number, day: Day): Promise<CodedUnit[]> {
  return select<CodedUnit>(
    ctx,
    `SELECT o.id, v.code FROM organization_path p JOIN organization o ON o.id = p.descendant
     JOIN organization_version v ON v.organization = o.id AND v.valid_from <= ? AND v.valid_to > ?
     WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND o.opened <= ? AND o.closed > ?`,
    [day, day, unit, day, day, day, day],
  )
}

/** The document of that number filed at a unit. */
export async function findDocumentByNumber(
  ctx: RequestContext,
  unit: number,
  number: string,
): Promise<number | undefined> {
  const rows = await select<{ id: number; number: string }>(
    ctx,
    'SELECT id, number FROM document WHERE organization = ? AND number = ? ORDER BY id DESC',
    [unit, number],
  )
  return rows.find((row) => row.number === number)?.id
}
