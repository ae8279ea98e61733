import type { OrganizationKind } from '@seedbed/shared'
import { apportion, type Random } from './random.js'
import type { Unit } from './units.js'

/** How large a kind of cell is against a residential cell. */
const SIZES: Readonly<Partial<Record<OrganizationKind, number>>> = {
  SCHOOL: 0.75,
  HOSPITAL: 0.5,
  ENTERPRISE: 0.6,
  AGENCY: 1.1,
  POLICE: 1.2,
  MILITARY: 0.9,
  BORDER_GUARD: 1.2,
}

/** Cells of departments of a province or a district are larger than the cells of a commune. */
const PROVINCE_FACTOR = 3.4
const DISTRICT_FACTOR = 1.6
const SMALLEST = 9

function factorOf(cell: Unit): number {
  if (cell.tier !== 'GRASSROOTS_CELL') return 1
  return cell.parent?.sector ? PROVINCE_FACTOR : DISTRICT_FACTOR
}

/** Spreads the members of the opening over cells; they add up to the total exactly, and no cell begins below 9. */
export function setOpenings(
  random: Random,
  cells: readonly Unit[],
  total: number,
  smallest = SMALLEST,
): void {
  const weights = cells.map((cell) => {
    const factor = factorOf(cell)
    return (SIZES[cell.kind] ?? 1) * factor * (0.55 + 0.9 * random.next())
  })
  const parts = apportion(total, weights, smallest)
  cells.forEach((cell, index) => {
    cell.opening = parts[index] ?? 0
  })
}
