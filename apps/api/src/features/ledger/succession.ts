import { maxDay, OPEN_END, STOCK_IDS, type Day } from '@seedbed/shared'
import type { Entry } from './entry.js'

/** The life of a cell, half-open, and who answers for it afterwards. */
export interface CellLife {
  opened: Day
  closed: Day
  heir: number | null
}

export type CellLives = ReadonlyMap<number, CellLife>

/** The unit that answers on a day for what was on `organization`: itself while it lives, then heir after heir. */
export function answerableOn(lives: CellLives, organization: number, day: Day): number {
  const life = lives.get(organization)
  if (!life || life.heir === null || day < life.closed) return organization
  return answerableOn(lives, life.heir, day)
}

/**
 * The entries about to be posted, and for each that changes the stock of an ended cell the pair that hands the
 * change to the heir on the day of the end (and on, if the heir has ended too). A cell is empty when it ends, so it
 * holds no stock ever after, whatever is recorded or taken back late.
 */
export function withSuccession(entries: readonly Entry[], lives: CellLives): Entry[] {
  return entries.flatMap((entry) => [entry, ...handedOver(entry, lives)])
}

function handedOver(entry: Entry, lives: CellLives): Entry[] {
  const life = lives.get(entry.organization)
  if (!life || life.closed === OPEN_END || life.heir === null) return []
  const stock = STOCK_IDS.flatMap((id): [string, number][] => {
    const amount = entry.measures[id]
    return amount ? [[id, amount]] : []
  })
  if (stock.length === 0) return []
  const common = { ...entry, date: maxDay(entry.date, life.closed), counterpart: 0, reorganization: true }
  const left = { ...common, measures: Object.fromEntries(stock.map(([id, amount]) => [id, -amount])) }
  const passed = { ...common, organization: life.heir, measures: Object.fromEntries(stock) }
  return [left, passed, ...handedOver(passed, lives)]
}
