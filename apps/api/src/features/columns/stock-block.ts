import { STOCK_IDS, measureColumn, type CountBasis } from '@seedbed/shared'
import { bytesOf, columnOf, intoSlots, type Column, type Slotted } from './slots.js'

/** Stock carried on into a year, as it is read; profile and months are 0 where nobody asks whom it counts. */
export interface StockRow extends Record<string, unknown> {
  organization: number
  basis: number
  profile: number
  birth_month: number
  joined_month: number
}

/** Stock of a block of units under one count basis, whom it counts beside it. */
export interface StockColumns extends Slotted {
  readonly profile: Int32Array
  readonly birthMonth: Uint16Array
  readonly joinedMonth: Uint16Array
  /** In the order of the catalog of stocks. */
  readonly stocks: readonly Column[]
}

/** The stock of a block of units at the beginning of a year: complete for each count basis, so it is read once. */
export type StockBlock = Readonly<Record<CountBasis, StockColumns>>

const columns = STOCK_IDS.map(measureColumn)

interface Sum {
  organization: number
  profile: number
  birth: number
  joined: number
  amounts: number[]
}

/** Rows that count the same people of the same unit as one; what adds up to nothing is left out. */
function added(rows: readonly StockRow[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const row of rows) {
    const { organization, profile, birth_month: birth, joined_month: joined } = row
    const key = `${organization}/${profile}/${birth}/${joined}`
    const sum = sums.get(key) ?? { organization, profile, birth, joined, amounts: columns.map(() => 0) }
    sum.amounts = sum.amounts.map((amount, index) => amount + Number(row[columns[index] ?? '']))
    sums.set(key, sum)
  }
  return [...sums.values()].filter(({ amounts }) => amounts.some((amount) => amount !== 0))
}

function columnsOf(rows: readonly StockRow[]): StockColumns {
  const { starts, sorted } = intoSlots(added(rows))
  return {
    starts,
    profile: Int32Array.from(sorted, ({ profile }) => profile),
    birthMonth: Uint16Array.from(sorted, ({ birth }) => birth),
    joinedMonth: Uint16Array.from(sorted, ({ joined }) => joined),
    stocks: columns.map((_, at) => columnOf(sorted.length, (index) => sorted[index]?.amounts[at] ?? 0)),
  }
}

export function stockBlockOf(rows: readonly StockRow[]): StockBlock {
  return {
    DECISION: columnsOf(rows.filter(({ basis }) => basis !== 2)),
    CEREMONY: columnsOf(rows.filter(({ basis }) => basis !== 1)),
  }
}

export function bytesOfStock(block: StockBlock): number {
  return [block.DECISION, block.CEREMONY].reduce(
    (sum, { stocks, ...rest }) => sum + bytesOf([...Object.values(rest), ...stocks]),
    0,
  )
}
