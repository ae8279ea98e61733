import { maxDay, OPEN_END, STOCK_IDS, type Day, type MeasureVector } from '@seedbed/shared'
import { BASIS, type Basis, type Entry } from './entry.js'
import { countedKey } from './profile.js'

/** The life of a cell, half-open, and who answers for it afterwards. */
export interface CellLife {
  opened: Day
  closed: Day
  heir: number | null
}

/** Cells by internal id. */
export interface CellLives {
  get: (organization: number) => CellLife | undefined
}

/** The unit that answers on a day for what was on `organization`: itself while it lives, then heir after heir. */
export function answerableOn(lives: CellLives, organization: number, day: Day): number {
  const life = lives.get(organization)
  if (!life || life.heir === null || day < life.closed) return organization
  return answerableOn(lives, life.heir, day)
}

/**
 * What hands the stock of ended cells on to their heirs, for the entries of one person (or one opening balance): the
 * ended cell loses on the day of its end what is left there, and the heir gains it; on, if the heir has ended too. A
 * flow stays where it happened. What came and went before the end hands on nothing. Each change is a pair of entries
 * that name each other, under the last act that it comes from.
 */
export function handovers(own: readonly Entry[], lives: CellLives): Entry[] {
  const byCell = new Map<number, Entry[]>()
  for (const entry of own) {
    if (!hasEnded(lives.get(entry.organization)) || !hasStock(entry)) continue
    byCell.set(entry.organization, [...(byCell.get(entry.organization) ?? []), entry])
  }
  return [...byCell].flatMap(([cell, entries]) => passOn(cell, entries, lives))
}

const hasEnded = (life: CellLife | undefined) =>
  life !== undefined && life.closed !== OPEN_END && life.heir !== null

const hasStock = ({ measures }: Entry) => STOCK_IDS.some((id) => measures[id])

function passOn(cell: number, entries: readonly Entry[], lives: CellLives): Entry[] {
  const life = lives.get(cell)
  if (!life || life.heir === null || !hasEnded(life)) return []
  const { closed, heir } = life
  return leftovers(entries, closed).flatMap(({ basis, measures, last }) => {
    const date = maxDay(last.date, closed)
    const counted = { ...last.counted, age: null }
    const common = { ...last, basis, date, counted, reorganization: true }
    const left = { ...common, organization: cell, counterpart: heir, measures: negative(measures) }
    const passed = { ...common, organization: heir, counterpart: cell, measures }
    return [left, passed, ...passOn(heir, [passed], lives)]
  })
}

const negative = (measures: MeasureVector): MeasureVector =>
  Object.fromEntries(Object.entries(measures).map(([id, amount]) => [id, -amount]))

interface Leftover {
  basis: Basis
  measures: MeasureVector
  last: Entry
}

/** What is left of the stock, by whom it counts and on which day it goes, as few entries as the two bases allow. */
function leftovers(entries: readonly Entry[], closed: Day): Leftover[] {
  const sums = new Map<string, { decision: MeasureVector; ceremony: MeasureVector; last: Entry }>()
  for (const entry of entries) {
    const key = `${maxDay(entry.date, closed)}/${countedKey({ ...entry.counted, age: null })}`
    const sum = sums.get(key) ?? { decision: {}, ceremony: {}, last: entry }
    sum.last = entry
    if (entry.basis !== BASIS.CEREMONY) addStock(sum.decision, entry)
    if (entry.basis !== BASIS.DECISION) addStock(sum.ceremony, entry)
    sums.set(key, sum)
  }
  return [...sums.values()].flatMap(({ decision, ceremony, last }): Leftover[] => {
    const parts: Leftover[] = isSame(decision, ceremony)
      ? [{ basis: BASIS.BOTH, measures: decision, last }]
      : [
          { basis: BASIS.DECISION, measures: decision, last },
          { basis: BASIS.CEREMONY, measures: ceremony, last },
        ]
    return parts.flatMap((part) => {
      const measures = Object.fromEntries(Object.entries(part.measures).filter(([, amount]) => amount !== 0))
      return Object.keys(measures).length === 0 ? [] : [{ ...part, measures }]
    })
  })
}

function addStock(sum: MeasureVector, { measures }: Entry): void {
  for (const id of STOCK_IDS) {
    const amount = measures[id]
    if (amount) sum[id] = (sum[id] ?? 0) + amount
  }
}

function isSame(one: MeasureVector, other: MeasureVector): boolean {
  return STOCK_IDS.every((id) => (one[id] ?? 0) === (other[id] ?? 0))
}
