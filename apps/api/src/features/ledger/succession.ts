import { maxDay, OPEN_END, STOCK_IDS, type Day } from '@seedbed/shared'
import { BASIS, type Basis, type Entry } from './entry.js'

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
 * The entries, and for every stock left on an ended cell the pair that hands it to the heir on the day of the end
 * (and on, if the heir has ended too). So an ended cell holds no stock, also when something is recorded late.
 */
export function withSuccession(entries: readonly Entry[], lives: CellLives): Entry[] {
  const all = [...entries]
  const open = [...new Set(entries.map(({ organization }) => organization))]
  for (let organization = open.shift(); organization !== undefined; organization = open.shift()) {
    const life = lives.get(organization)
    if (!life || life.closed === OPEN_END || life.heir === null) continue
    const moved = handedOver(all, organization, life)
    if (moved.length > 0) open.push(life.heir)
    all.push(...moved)
  }
  return all
}

function handedOver(entries: readonly Entry[], organization: number, life: CellLife): Entry[] {
  const own = entries.filter((entry) => entry.organization === organization)
  const last = own.at(-1)
  if (!last) return []
  const date = own.reduce((day, entry) => maxDay(day, entry.date), life.closed)
  return Object.values(BASIS).flatMap((basis) => {
    const sum = Object.fromEntries(
      STOCK_IDS.map((id) => [id, stockOf(own, basis, id)] as const).filter(([, amount]) => amount !== 0),
    )
    if (Object.keys(sum).length === 0) return []
    const common = { ...last, date, basis, counterpart: 0, reorganization: true }
    const minus = Object.fromEntries(Object.entries(sum).map(([id, amount]) => [id, -amount]))
    return [
      { ...common, organization, measures: minus },
      { ...common, organization: life.heir as number, measures: sum },
    ]
  })
}

function stockOf(entries: readonly Entry[], basis: Basis, id: (typeof STOCK_IDS)[number]): number {
  return entries.reduce((sum, entry) => sum + (entry.basis === basis ? (entry.measures[id] ?? 0) : 0), 0)
}
