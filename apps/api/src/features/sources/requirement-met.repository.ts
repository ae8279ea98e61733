import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertRows, marks, select } from '../../database/sql.js'

/** A candidate has met a requirement of a unit. */
export interface RequirementMetRow {
  person: number
  requirement: number
  metOn: Day
  note: string | null
}

/** What candidates have met. */
export function listMet(ctx: RequestContext, persons: readonly number[]): Promise<RequirementMetRow[]> {
  return inChunks([...persons], (chunk) =>
    select<RequirementMetRow>(
      ctx,
      `SELECT person, requirement, met_on AS metOn, note FROM requirement_met WHERE person IN (${marks(chunk)})`,
      chunk,
    ),
  )
}

/** Writes that a candidate has met it, in place of what stood; without a day: that he has not. */
export async function writeMet(
  ctx: RequestContext,
  { person, requirement, metOn, note }: Omit<RequirementMetRow, 'metOn'> & { metOn: Day | null },
): Promise<void> {
  await execute(ctx, 'DELETE FROM requirement_met WHERE person = ? AND requirement = ?', [
    person,
    requirement,
  ])
  if (metOn !== null) await insertRows(ctx, 'requirement_met', [{ person, requirement, met_on: metOn, note }])
}
