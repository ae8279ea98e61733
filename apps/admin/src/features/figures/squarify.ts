/** A rectangle in the unit of the area given. */
export interface Cell<T> {
  item: T
  x: number
  y: number
  width: number
  height: number
}

interface Space {
  x: number
  y: number
  width: number
  height: number
}

function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((a, b) => a + b, 0)
  return Math.max(
    ...row.map((area) => Math.max((side * side * area) / (sum * sum), (sum * sum) / (side * side * area))),
  )
}

function layRow<T>(row: Array<{ item: T; area: number }>, space: Space): { cells: Cell<T>[]; rest: Space } {
  const sum = row.reduce((total, { area }) => total + area, 0)
  const isWide = space.width >= space.height
  const thickness = sum / (isWide ? space.height : space.width)
  let along = isWide ? space.y : space.x
  const cells = row.map(({ item, area }) => {
    const length = area / thickness
    const cell = isWide
      ? { item, x: space.x, y: along, width: thickness, height: length }
      : { item, x: along, y: space.y, width: length, height: thickness }
    along += length
    return cell
  })
  const rest = isWide
    ? { ...space, x: space.x + thickness, width: space.width - thickness }
    : { ...space, y: space.y + thickness, height: space.height - thickness }
  return { cells, rest }
}

/** Squarified tree map (Bruls, Huizing, van Wijk): areas in proportion, cells as square as can be, largest first. */
export function squarify<T>(
  items: readonly T[],
  weight: (item: T) => number,
  width: number,
  height: number,
): Cell<T>[] {
  const positive = items.filter((item) => weight(item) > 0).sort((a, b) => weight(b) - weight(a))
  const sum = positive.reduce((total, item) => total + weight(item), 0)
  const scale = (width * height) / (sum || 1)
  const cells: Cell<T>[] = []
  let space: Space = { x: 0, y: 0, width, height }
  let row: Array<{ item: T; area: number }> = []
  for (const item of positive) {
    const next = [...row, { item, area: weight(item) * scale }]
    const side = Math.min(space.width, space.height)
    const areas = (list: typeof row) => list.map(({ area }) => area)
    if (row.length > 0 && worst(areas(next), side) > worst(areas(row), side)) {
      const laid = layRow(row, space)
      cells.push(...laid.cells)
      space = laid.rest
      row = [{ item, area: weight(item) * scale }]
    } else {
      row = next
    }
  }
  return row.length > 0 ? [...cells, ...layRow(row, space).cells] : cells
}
