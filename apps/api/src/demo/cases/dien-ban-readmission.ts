import { KINH } from '@seedbed/shared'
import { addPerson } from '../admissions.js'
import { OPENED_ON } from '../days.js'
import { elderAttributes } from '../elders.js'
import type { Journal } from '../journal.js'
import type { Random } from '../random.js'
import { cellsOf, type Unit } from '../units.js'
import type { TownUnit } from './dien-ban-table.js'

/** Unit of the one readmission of 2024 (B6): Điện Thọ. */
export const readmittedUnit = '20569'

/** Whoever is readmitted was a member before: name removed more than 36 months before the readmission. */
export interface FormerMember {
  person: string
  cell: Unit
}

/** Records the membership that ended in 2021. */
export function recordFormerMember(
  journal: Journal,
  random: Random,
  units: readonly TownUnit[],
): FormerMember {
  const { unit } = units.find(({ row }) => row.code === readmittedUnit) as TownUnit
  const cell = random.pick(cellsOf(unit).filter((candidate) => candidate.kind === 'RESIDENTIAL'))
  const birthDate = '1986-04-17'
  const person = addPerson(journal, random, { female: false, birthDate, ethnicity: KINH })
  const known = elderAttributes(person, cell, birthDate, OPENED_ON)
  const at = { person, organization: cell.code }
  journal.record({ type: 'openingMember', ...at, on: OPENED_ON, probationary: false, ...known })
  journal.record({ type: 'removal', ...at, on: '2021-03-12', reason: 'NAME_REMOVED' })
  return { person, cell }
}
