import type { TargetKind } from '@seedbed/shared'
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

/** A target of a unit for each year from yearFrom to yearTo; amountMax only for a range. */
export interface TargetFacts {
  organization: number
  kind: TargetKind
  yearFrom: number
  yearTo: number
  amountMin: number
  amountMax: number | null
  document: number | null
  note: string | null
}

export interface TargetRow extends TargetFacts {
  id: number
  uid: string
  indicator: string
  version: number
}

const columns = `id, uid, organization, kind, indicator, year_from AS yearFrom, year_to AS yearTo,
  amount_min AS amountMin, amount_max AS amountMax, document, note, version`

const rowOf = (facts: TargetFacts) => ({
  organization: facts.organization,
  kind: facts.kind,
  indicator: 'admitted',
  year_from: facts.yearFrom,
  year_to: facts.yearTo,
  amount_min: facts.amountMin,
  amount_max: facts.amountMax,
  document: facts.document,
  note: facts.note,
})

/** Stores targets and answers their internal ids in the same order. */
export function insertTargets(
  ctx: RequestContext,
  targets: ReadonlyArray<TargetFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'target',
    targets.map(({ uid, ...facts }) => ({ uid, ...rowOf(facts), version: 1, batch })),
  )
}

/** Writes a target as it now is; `version` goes up by one. */
export async function updateTargetRow(ctx: RequestContext, id: number, facts: TargetFacts): Promise<void> {
  const row = rowOf(facts)
  const names = Object.keys(row)
  await execute(
    ctx,
    `UPDATE target SET ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
    [...Object.values(row), id],
  )
}

/** The target of that outer id, locked inside a unit of work. */
export function findTarget(ctx: RequestContext, uid: string): Promise<TargetRow | undefined> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  return rowByUid<TargetRow>(ctx, 'target', columns, uid, lock)
}

/** Targets of the units that touch a span of years, by kind and year. */
export function listTargets(
  ctx: RequestContext,
  organizations: readonly number[],
  years: { from: number; to: number },
): Promise<TargetRow[]> {
  return inChunks([...organizations], (chunk) =>
    select<TargetRow>(
      ctx,
      `SELECT ${columns} FROM target WHERE organization IN (${marks(chunk)}) AND year_from <= ? AND year_to >= ?
       ORDER BY organization, kind, year_from`,
      [...chunk, years.to, years.from],
    ),
  )
}

/** Keeps targets of the units from changing until the unit of work ends. */
export async function lockTargetsOf(ctx: RequestContext, organizations: readonly number[]): Promise<void> {
  await inChunks(
    [...organizations].sort((a, b) => a - b),
    (chunk) =>
      select(
        ctx,
        `SELECT id FROM organization WHERE id IN (${marks(chunk)}) ORDER BY id${forUpdate(ctx)}`,
        chunk,
      ),
  )
}
