/** How a number of a table is shown to someone who may see figures only. */
export type Shown = 'OPEN' | 'SMALL' | 'HIDDEN'

interface Place {
  row: number
  column: number
}

/**
 * Which numbers of a table stay covered when single persons must not be recognized. `counts` are the inner cells.
 * Every number from 1 to `limit` − 1 is SMALL, totals included; where the numbers around it would give it away,
 * the smallest other one of its row or column is HIDDEN. The answer has one row and one column more: the totals. A
 * limit of 0 or 1 covers nothing.
 */
export function coverSmallNumbers(counts: ReadonlyArray<readonly number[]>, limit: number): Shown[][] {
  const table = withTotals(counts)
  const shown = table.map((row) => row.map((count): Shown => (count > 0 && count < limit ? 'SMALL' : 'OPEN')))
  for (let open = givenAway(table, shown, limit); open; open = givenAway(table, shown, limit)) {
    const rows = shown[open.row]
    if (rows) rows[open.column] = 'HIDDEN'
  }
  hideTellingTotals(table, shown)
  return shown
}

/** A small total of several covered numbers would tell that each of them is the least: it is hidden. */
function hideTellingTotals(table: readonly number[][], shown: Shown[][]): void {
  for (const line of linesOf(table)) {
    const total = line.at(-1)
    const parts = line.slice(0, -1).filter(({ row, column }) => shown[row]?.[column] !== 'OPEN')
    const row = total && shown[total.row]
    if (row && row[total.column] === 'SMALL' && parts.length > 1) row[total.column] = 'HIDDEN'
  }
}

function withTotals(counts: ReadonlyArray<readonly number[]>): number[][] {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)])
  const width = rows[0]?.length ?? 1
  const totals = Array.from({ length: width }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  )
  return [...rows, totals]
}

/** Each row and each column with its total is a sum: covered numbers in it can be computed from the open ones. */
function linesOf(table: readonly number[][]): Place[][] {
  const height = table.length
  const width = table[0]?.length ?? 0
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => ({ row, column })),
  )
  const columns = Array.from({ length: width }, (_, column) =>
    Array.from({ length: height }, (_unused, row) => ({ row, column })),
  )
  return [...rows, ...columns]
}

/** The next number to hide, in a line whose covered numbers can be told from the rest; undefined when none is left. */
function givenAway(
  table: readonly number[][],
  shown: ReadonlyArray<readonly Shown[]>,
  limit: number,
): Place | undefined {
  const countAt = ({ row, column }: Place) => table[row]?.[column] ?? 0
  const isOpen = ({ row, column }: Place) => shown[row]?.[column] === 'OPEN'
  for (const line of linesOf(table)) {
    const covered = line.filter((place) => !isOpen(place))
    if (covered.length === 0 || !canBeTold(covered, line, countAt, shown, limit)) continue
    const candidates = line.filter((place) => isOpen(place) && countAt(place) > 0)
    const [smallest] = candidates.sort((a, b) => countAt(a) - countAt(b))
    if (smallest) return smallest
  }
  return undefined
}

/**
 * One covered number alone is told by the others. Several are when all are the least they can be (a small one 1, a
 * hidden one the limit), or, if all are small, the most.
 */
function canBeTold(
  covered: readonly Place[],
  line: readonly Place[],
  countAt: (place: Place) => number,
  shown: ReadonlyArray<readonly Shown[]>,
  limit: number,
): boolean {
  if (covered.length === 1) return true
  const total = line.at(-1)
  const withTotal = covered.some(({ row, column }) => row === total?.row && column === total.column)
  if (withTotal) return false
  const small = covered.filter(({ row, column }) => shown[row]?.[column] === 'SMALL').length
  const hidden = covered.length - small
  const sum = covered.reduce((all, place) => all + countAt(place), 0)
  return sum === small + hidden * limit || (hidden === 0 && sum === small * (limit - 1))
}
