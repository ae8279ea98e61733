import { addPerson, attributesOf } from './admissions.js'
import { workingDay } from './days.js'
import type { Journal } from './journal.js'
import { drawProfile } from './profiles.js'
import type { Random } from './random.js'
import { admittingCells } from './sampler.js'
import type { Unit } from './units.js'

/** People introduced by trade unions from 2022 to 30/6/2023 of whom nothing further has been decided. */
export function recordOutstanding(
  journal: Journal,
  random: Random,
  cells: readonly Unit[],
  count: number,
): void {
  const choose = admittingCells(cells, 2022)
  for (let index = 0; index < count; index += 1) {
    const cell = choose(random)
    const on = workingDay(random, '2022-01-04', '2023-06-30')
    const profile = drawProfile(random, cell, on)
    const person = addPerson(journal, random, profile)
    const at = { person, organization: cell.code, on }
    const introducer = 'TRADE_UNION' as const
    journal.record({ type: 'introduction', ...at, introducer, ...attributesOf(profile) })
  }
}
