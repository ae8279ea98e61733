import { MEASURE_IDS, measureColumn, STOCK_IDS } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inChunks, marks, select } from '../../database/sql.js'
import { BLOCK_BITS } from '../../database/stamps.js'
import type { EntryRow } from './entry-block.js'
import { PROFILE_ATTRIBUTES, type ProfileRow } from './profile-columns.js'
import type { StockRow } from './stock-block.js'
import type { PathRow } from './unit-paths.js'
import type { VersionRow } from './unit-versions.js'

const measures = MEASURE_IDS.map(measureColumn).join(', ')
const stocks = STOCK_IDS.map(measureColumn).join(', ')
const whom = 'profile, birth_month, joined_month'

/** Every id that a unit of the blocks can have; both engines find keys one by one faster than in a range. */
const unitsOf = (blocks: readonly number[]) =>
  blocks
    .flatMap((block) => Array.from({ length: 1 << BLOCK_BITS }, (_, slot) => (block << BLOCK_BITS) + slot))
    .join(', ')

/** All entries of years on the units of blocks. */
export function listEntries(
  ctx: RequestContext,
  years: readonly number[],
  blocks: readonly number[],
): Promise<EntryRow[]> {
  return select(
    ctx,
    `SELECT organization, year, date, basis, counterpart, reorganization, age, ${whom}, ${measures}
     FROM ledger_entry WHERE organization IN (${unitsOf(blocks)}) AND year IN (${years.join(', ')})`,
  )
}

/** What a year carries on for the units of blocks. */
export function listBalances(
  ctx: RequestContext,
  year: number,
  blocks: readonly number[],
): Promise<StockRow[]> {
  return select(
    ctx,
    `SELECT organization, basis, 0 AS profile, 0 AS birth_month, 0 AS joined_month, ${stocks}
     FROM ledger_balance WHERE year = ${year} AND organization IN (${unitsOf(blocks)})`,
  )
}

/** The same by whom it counts. */
export function listStock(ctx: RequestContext, year: number, blocks: readonly number[]): Promise<StockRow[]> {
  return select(
    ctx,
    `SELECT organization, basis, ${whom}, ${stocks}
     FROM ledger_profile_balance WHERE year = ${year} AND organization IN (${unitsOf(blocks)})`,
  )
}

/** The closure below units. */
export function listPathsBelow(ctx: RequestContext, units: readonly number[]): Promise<PathRow[]> {
  return select(
    ctx,
    `SELECT p.ancestor, p.descendant, p.via, p.depth, p.valid_from, p.valid_to, o.opened
     FROM organization_path p JOIN organization o ON o.id = p.descendant WHERE p.ancestor IN (${marks(units)})`,
    [...units],
  )
}

/** The closure below each unit that ever stood below one, in the order of the ancestors. */
export function listPathsOfForest(ctx: RequestContext, unit: number): Promise<PathRow[]> {
  return select(
    ctx,
    `SELECT p.ancestor, p.descendant, p.via, p.depth, p.valid_from, p.valid_to, o.opened
     FROM organization_path p JOIN organization o ON o.id = p.descendant
     WHERE p.ancestor IN (SELECT q.descendant FROM organization_path q WHERE q.ancestor = ?) ORDER BY p.ancestor`,
    [unit],
  )
}

/** Versions of everything that ever stood below a unit, oldest first. */
export function listVersionsBelow(ctx: RequestContext, unit: number): Promise<VersionRow[]> {
  return select(
    ctx,
    `SELECT v.organization, v.valid_from, v.tier, v.kind, v.sector FROM organization_version v
     WHERE v.organization IN (SELECT p.descendant FROM organization_path p WHERE p.ancestor = ?)
     ORDER BY v.valid_from`,
    [unit],
  )
}

/** Profiles by internal id. */
export function listProfiles(ctx: RequestContext, ids: readonly number[]): Promise<ProfileRow[]> {
  return inChunks(ids, (chunk) =>
    select<ProfileRow>(
      ctx,
      `SELECT id, ${PROFILE_ATTRIBUTES.join(', ')} FROM profile WHERE id IN (${marks(chunk)})`,
      chunk,
    ),
  )
}

/** Years that have entries, ascending. */
export async function listOpenedYears(ctx: RequestContext): Promise<number[]> {
  const rows = await select<{ year: number }>(ctx, 'SELECT year FROM ledger_year ORDER BY year')
  return rows.map(({ year }) => year)
}
