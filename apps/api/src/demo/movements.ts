import type { Day, OutsideKind, RemovalReason } from '@seedbed/shared'
import { addPerson } from './admissions.js'
import { OPENED_ON } from './days.js'
import type { Journal } from './journal.js'
import { elderAttributes } from './elders.js'
import { drawElder } from './profiles.js'
import type { Random } from './random.js'
import type { Unit } from './units.js'

/** A movement of someone who was a member before the records began, or who comes from outside. */
export type Movement =
  | { kind: 'IN' }
  | { kind: 'OUT' }
  | { kind: 'DEATH' }
  | { kind: 'REMOVAL'; reason: RemovalReason }
  | { kind: 'INTERNAL'; to: Unit }

const PROVINCES =
  `Thành phố Đà Nẵng | Thành phố Hồ Chí Minh | Tỉnh Đồng Nai | Tỉnh Bình Dương | Tỉnh Khánh Hòa |
Tỉnh Lâm Đồng | Thành phố Hà Nội | Tỉnh Quảng Ngãi | Tỉnh Ninh Thuận | Tỉnh Bà Rịa - Vũng Tàu |
Tỉnh Thừa Thiên Huế`.split(/\s*\|\s*/u)

/** Years of birth by movement: who dies is old, who moves is of working age. */
const BORN: Readonly<Record<Movement['kind'], readonly [number, number]>> = {
  IN: [1972, 1997],
  OUT: [1972, 1998],
  DEATH: [1930, 1966],
  REMOVAL: [1958, 1997],
  INTERNAL: [1964, 1997],
}

function outside(random: Random): { outsideKind: OutsideKind; outsidePlace: string } {
  if (random.chance(0.94)) return { outsideKind: 'OTHER_PROVINCE', outsidePlace: random.pick(PROVINCES) }
  return random.chance(0.7)
    ? { outsideKind: 'CENTRAL_BODY', outsidePlace: 'Đảng bộ Khối Doanh nghiệp Trung ương' }
    : { outsideKind: 'ABROAD', outsidePlace: 'Đảng bộ Ngoài nước' }
}

/** Records a movement in a cell; the person, unless they come from outside, counts within the cell's opening balance. */
export function recordMovement(
  journal: Journal,
  random: Random,
  cell: Unit,
  on: Day,
  movement: Movement,
): string {
  const [bornFrom, bornTo] = BORN[movement.kind]
  const elder = drawElder(random, cell, bornFrom, bornTo)
  const person = addPerson(journal, random, elder)
  const known = (day: Day) => elderAttributes(person, cell, elder.birthDate, day)
  const at = { person, organization: cell.code }
  if (movement.kind === 'IN') {
    const from = { outsideKind: 'OTHER_PROVINCE' as const, outsidePlace: random.pick(PROVINCES) }
    journal.record({ type: 'transferIn', ...at, on, ...from, probationary: false, ...known(on) })
    return person
  }
  journal.record({ type: 'openingMember', ...at, on: OPENED_ON, probationary: false, ...known(OPENED_ON) })
  if (movement.kind === 'OUT') journal.record({ type: 'transferOut', ...at, on, ...outside(random) })
  else if (movement.kind === 'DEATH') journal.record({ type: 'death', ...at, on })
  else if (movement.kind === 'REMOVAL')
    journal.record({ type: 'removal', ...at, on, reason: movement.reason })
  else journal.record({ type: 'transfer', ...at, on, toOrganization: movement.to.code })
  return person
}

/** Chooses cells with members to spare: no cell loses more than a third of those it began with. */
export interface CellChooser {
  leaving(random: Random): Unit
}

/** A chooser over cells; it remembers who was taken from where. */
export function chooserOf(cells: readonly Unit[]): CellChooser {
  const taken = new Map<Unit, number>()
  const spare = (cell: Unit) => Math.max(0, Math.floor(cell.opening / 3) - (taken.get(cell) ?? 0))
  return {
    leaving: (random) => {
      const cell = random.weighted(cells, spare)
      taken.set(cell, (taken.get(cell) ?? 0) + 1)
      return cell
    },
  }
}
