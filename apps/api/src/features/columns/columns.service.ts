import type { RequestContext } from '../../context.js'
import { storeOf, type ColumnStore } from './column-store.js'
import { loadMissing } from './load-columns.js'
import { Reading, type ColumnQuestion, type Columns } from './reading.js'

export type { ColumnQuestion, Columns, Needs } from './reading.js'
export type { EntryBlock } from './entry-block.js'
export type { StockBlock, StockColumns } from './stock-block.js'
export type { AttributeColumn, ProfileAttribute, ProfileColumns } from './profile-columns.js'
export type { UnitForest } from './unit-forest.js'
export type { UnitPaths } from './unit-paths.js'
export type { UnitAttribute, UnitVersions } from './unit-versions.js'
export { dayNumber, type DayRange } from './day-number.js'
export { slotOf, type Column } from './slots.js'

/** Times that a reading begins anew when others write meanwhile. */
const attempts = 6
/** More units at once are asked in one statement. */
const mostUnits = 20
const mostRefused = 200

/**
 * What the ledger and the tree hold for a question, as of one moment, from the memory of this process where its
 * stamps say that nothing was written since, else read anew where something was. One statement when all still
 * holds. Null when the question has to be asked of the database itself: inside a unit of work or a snapshot (which
 * see what others do not), where nothing may be kept, for very many units, when the answer needs more than may be
 * kept, and when others write faster than it can be read.
 */
export async function columnsOf(ctx: RequestContext, question: ColumnQuestion): Promise<Columns | null> {
  const store = storeOf(ctx.database)
  if (!store || ctx.transaction || ctx.snapshot) return null
  if (question.units.length === 0 || question.units.length > mostUnits) return null
  const current = await readCurrent(ctx, store, question)
  return current ?? store.loading.runExclusive(() => readAnew(ctx, store, question))
}

async function readCurrent(
  ctx: RequestContext,
  store: ColumnStore,
  question: ColumnQuestion,
): Promise<Columns | null> {
  const reading = new Reading(store, question)
  await reading.readStamps(ctx)
  return isComplete(reading) ? inUse(store, reading) : null
}

async function readAnew(
  ctx: RequestContext,
  store: ColumnStore,
  question: ColumnQuestion,
): Promise<Columns | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const reading = new Reading(store, question)
    await reading.readStamps(ctx)
    if (isComplete(reading)) return inUse(store, reading)
    const parts = reading.partNames().join()
    if (store.tooBig.has(parts)) return null
    if (await loadMissing(ctx, store, reading, reading.missing())) continue
    if (store.tooBig.size >= mostRefused) store.tooBig.clear()
    store.tooBig.add(parts)
    return null
  }
  return null
}

function isComplete(reading: Reading): boolean {
  const { years, paths, forests, versions, blocks } = reading.missing()
  const trees = paths.length + forests.length
  return reading.needs !== undefined && !years && !versions && trees === 0 && blocks.size === 0
}

function inUse(store: ColumnStore, reading: Reading): Columns {
  store.use(reading.partNames())
  return reading.columns()
}
