import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { blockOf } from '../../database/stamps.js'
import {
  listBalances,
  listEntries,
  listOpenedYears,
  listPathsBelow,
  listPathsOfForest,
  listProfiles,
  listStock,
  listVersionsBelow,
} from './column.repository.js'
import type { ColumnStore } from './column-store.js'
import { bytesOfEntries, entryBlockOf } from './entry-block.js'
import { ProfileColumns } from './profile-columns.js'
import {
  forestPart,
  partOf,
  pathsPart,
  versionsPart,
  type Kind,
  type Missing,
  type Reading,
} from './reading.js'
import { bytesOfStock, stockBlockOf } from './stock-block.js'
import { UnitForest } from './unit-forest.js'
import { pathColumnsOf, UnitPaths } from './unit-paths.js'
import { UnitVersions } from './unit-versions.js'

/** Blocks that one statement reads. */
const atOnce = 64

/** Reads what is missing into the store, labelled with the stamps of the reading; answers whether it still fits. */
export async function loadMissing(
  ctx: RequestContext,
  store: ColumnStore,
  reading: Reading,
  missing: Missing,
): Promise<boolean> {
  if (missing.years) store.years = { label: reading.yearsLabel, list: await listOpenedYears(ctx) }
  if (missing.paths.length > 0) await loadPaths(ctx, store, reading, missing.paths)
  for (const unit of missing.forests) await loadForest(ctx, store, reading, unit)
  if (missing.versions) await loadVersions(ctx, store, reading)
  const needed = new Set(reading.partNames())
  for (const { kind, year, blocks } of missing.blocks.values()) {
    for (let start = 0; start < blocks.length; start += atOnce) {
      await loadBlocks(ctx, store, reading, { kind, year, blocks: blocks.slice(start, start + atOnce) })
      if (!store.fit(needed)) return false
    }
  }
  return store.fit(needed)
}

async function loadPaths(
  ctx: RequestContext,
  store: ColumnStore,
  { treeLabel: label }: Reading,
  units: readonly number[],
): Promise<void> {
  const rows = groupBy(await listPathsBelow(ctx, units), ({ ancestor }) => ancestor)
  for (const unit of units) {
    const value = new UnitPaths(pathColumnsOf(rows.get(unit) ?? []))
    store.put(pathsPart(unit), 0, { label, value, bytes: value.bytes })
  }
}

async function loadForest(
  ctx: RequestContext,
  store: ColumnStore,
  { treeLabel: label }: Reading,
  unit: number,
): Promise<void> {
  const value = new UnitForest(await listPathsOfForest(ctx, unit))
  store.put(forestPart(unit), 0, { label, value, bytes: value.bytes })
}

async function loadVersions(
  ctx: RequestContext,
  store: ColumnStore,
  { question, treeLabel: label }: Reading,
): Promise<void> {
  const [unit = 0] = question.units
  const value = new UnitVersions(await listVersionsBelow(ctx, unit))
  store.put(versionsPart(unit), 0, { label, value, bytes: value.bytes })
}

interface Wanted {
  kind: Kind
  year: number
  blocks: readonly number[]
}

async function loadBlocks(
  ctx: RequestContext,
  store: ColumnStore,
  reading: Reading,
  { kind, year, blocks }: Wanted,
): Promise<void> {
  const profiles: Int32Array[] = []
  const put = (block: number, value: object, bytes: number) =>
    store.put(partOf(kind, year), block, { label: reading.blockLabel(block), value, bytes })
  if (kind === 'entries') {
    const rows = groupBy(await listEntries(ctx, [year], blocks), ({ organization }) => blockOf(organization))
    for (const block of blocks) {
      const value = entryBlockOf(rows.get(block) ?? [])
      profiles.push(value.profile)
      put(block, value, bytesOfEntries(value))
    }
  } else {
    const list = kind === 'balances' ? listBalances : listStock
    const rows = groupBy(await list(ctx, year, blocks), ({ organization }) => blockOf(organization))
    for (const block of blocks) {
      const value = stockBlockOf(rows.get(block) ?? [])
      profiles.push(value.DECISION.profile, value.CEREMONY.profile)
      put(block, value, bytesOfStock(value))
    }
  }
  await loadProfiles(ctx, store, reading, profiles)
}

/** Nobody is counted whose profile is not known: profiles come with the blocks that name them. */
async function loadProfiles(
  ctx: RequestContext,
  store: ColumnStore,
  { ledgerLabel }: Reading,
  named: readonly Int32Array[],
): Promise<void> {
  if (store.profiles.label !== ledgerLabel) store.profiles = new ProfileColumns(ledgerLabel)
  const { profiles } = store
  profiles.add(await listProfiles(ctx, profiles.missing(named)))
}
