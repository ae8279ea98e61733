import type { Day, TargetKind, UnitCondition } from '@seedbed/shared'
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

/**
 * A target of a unit for the years from yearFrom to yearTo; amountMax only for a range. Rates are hundredths of a
 * percent; `base` is the denominator that a rate of members was converted with, as of the end of `baseOn`.
 */
export interface TargetFacts {
  organization: number
  kind: TargetKind
  indicator: string
  yearFrom: number
  yearTo: number
  amountMin: number
  amountMax: number | null
  rate: number | null
  rateMax: number | null
  base: number | null
  baseOn: Day | null
  condition: UnitCondition | null
  tier: string | null
  unitKind: string | null
  unitSector: string | null
  group: number | null
  document: number | null
  note: string | null
}

export interface TargetRow extends TargetFacts {
  id: number
  uid: string
  version: number
  backfilled: number
}

const columns = `id, uid, organization, kind, indicator, year_from AS yearFrom, year_to AS yearTo,
  amount_min AS amountMin, amount_max AS amountMax, rate, rate_max AS rateMax, base, base_on AS baseOn,
  unit_condition AS unitCondition, tier, unit_kind AS unitKind, unit_sector AS unitSector, group_id AS groupId, document,
  note, version, backfilled`

type Stored = Omit<TargetRow, 'condition' | 'group'> & {
  unitCondition: UnitCondition | null
  groupId: number | null
}

const toRow = ({ unitCondition, groupId, ...row }: Stored): TargetRow => ({
  ...row,
  condition: unitCondition,
  group: groupId,
})

const rowOf = (facts: TargetFacts) => ({
  organization: facts.organization,
  kind: facts.kind,
  indicator: facts.indicator,
  year_from: facts.yearFrom,
  year_to: facts.yearTo,
  amount_min: facts.amountMin,
  amount_max: facts.amountMax,
  rate: facts.rate,
  rate_max: facts.rateMax,
  base: facts.base,
  base_on: facts.baseOn,
  unit_condition: facts.condition,
  tier: facts.tier,
  unit_kind: facts.unitKind,
  unit_sector: facts.unitSector,
  group_id: facts.group,
  document: facts.document,
  note: facts.note,
})

/** Stores targets and answers their internal ids in the same order. */
export function insertTargets(
  ctx: RequestContext,
  targets: ReadonlyArray<TargetFacts & { uid: string; backfilled: boolean }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'target',
    targets.map((facts) => ({
      uid: facts.uid,
      ...rowOf(facts),
      version: 1,
      batch,
      backfilled: Number(facts.backfilled),
      removed: 0,
    })),
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

/** Marks targets as removed: they stay for their revisions and hold no more. */
export async function markRemoved(ctx: RequestContext, ids: readonly number[]): Promise<void> {
  await inChunks([...ids], async (chunk) => {
    const set = 'removed = 1, version = version + 1'
    await execute(ctx, `UPDATE target SET ${set} WHERE id IN (${marks(chunk)})`, chunk)
    return []
  })
}

/** The target of that outer id, unless it was removed. */
export async function findTarget(ctx: RequestContext, uid: string): Promise<TargetRow | undefined> {
  const row = await rowByUid<Stored & { removed: number }>(ctx, 'target', `${columns}, removed`, uid)
  return row && Number(row.removed) === 0 ? toRow(row) : undefined
}

/** Targets by internal ids, removed ones too: what cites a target shows it. */
export async function findTargets(ctx: RequestContext, ids: readonly number[]): Promise<TargetRow[]> {
  const rows = await inChunks([...new Set(ids)], (chunk) =>
    select<Stored>(ctx, `SELECT ${columns} FROM target WHERE id IN (${marks(chunk)})`, chunk),
  )
  return rows.map(toRow)
}

/** Targets of the units that touch a span of years, by kind and year. */
export async function listTargets(
  ctx: RequestContext,
  organizations: readonly number[],
  years: { from: number; to: number },
): Promise<TargetRow[]> {
  const rows = await inChunks([...organizations], (chunk) =>
    select<Stored>(
      ctx,
      `SELECT ${columns} FROM target WHERE organization IN (${marks(chunk)}) AND year_from <= ? AND year_to >= ?
         AND removed = 0 ORDER BY organization, kind, year_from, id`,
      [...chunk, years.to, years.from],
    ),
  )
  return rows.map(toRow)
}

/** What a target says of how many are to be admitted, and nothing else of it. */
export interface TargetAmount {
  organization: number
  kind: TargetKind
  yearFrom: number
  yearTo: number
  amountMin: number
}

/** How many the units are to admit, all of each: targets for a type of cell, a group or something else are left out. */
export function listAmounts(
  ctx: RequestContext,
  organizations: readonly number[],
  years: { from: number; to: number },
  kinds: readonly TargetKind[],
): Promise<TargetAmount[]> {
  return inChunks([...organizations], (chunk) =>
    select<TargetAmount>(
      ctx,
      `SELECT organization, kind, year_from AS yearFrom, year_to AS yearTo, amount_min AS amountMin FROM target
       WHERE organization IN (${marks(chunk)}) AND year_from <= ? AND year_to >= ? AND removed = 0
         AND kind IN (${marks(kinds)}) AND indicator = 'admitted' AND unit_kind IS NULL AND unit_sector IS NULL
         AND group_id IS NULL`,
      [...chunk, years.to, years.from, ...kinds],
    ),
  )
}

/** Lives of units (half-open), kept from changing, with their targets, until the unit of work ends. */
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
