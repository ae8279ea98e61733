import type { OrganizationKind } from '@seedbed/shared'
import type { Random } from './random.js'
import type { Unit } from './units.js'

/** How many a kind of cell admits against a residential cell of the same size. */
const ADMITS: Readonly<Partial<Record<OrganizationKind, number>>> = {
  SCHOOL: 1.6,
  HOSPITAL: 1.4,
  ENTERPRISE: 1.5,
  AGENCY: 1.2,
  POLICE: 1.5,
  MILITARY: 1.8,
  BORDER_GUARD: 1.5,
}

/** Cells whose source is not dry in a year, each as likely as the members it may admit. */
export function admittingCells(cells: readonly Unit[], year: number): (random: Random) => Unit {
  const open = cells.filter((cell) => cell.dry === undefined || (cell.dry === 'SINCE_2021' && year === 2021))
  const bounds: number[] = []
  let sum = 0
  for (const cell of open) bounds.push((sum += cell.opening * (ADMITS[cell.kind] ?? 1)))
  return (random) => {
    const point = random.next() * sum
    let [low, high] = [0, open.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((bounds[middle] ?? 0) > point) high = middle
      else low = middle + 1
    }
    return open[low] as Unit
  }
}
