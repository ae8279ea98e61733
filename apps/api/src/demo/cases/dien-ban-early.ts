import { addDays, type Day, type Introducer } from '@seedbed/shared'
import { admit, AWARENESS_COURSE, type AdmissionPlan } from '../admissions.js'
import { RECORDS_FROM, workingDay } from '../days.js'
import type { Journal } from '../journal.js'
import { drawProfile } from '../profiles.js'
import type { Random } from '../random.js'
import { admittingCells } from '../sampler.js'
import { cellsOf, type Unit } from '../units.js'
import type { TownUnit } from './dien-ban-table.js'
import { PHAM_PHU_THU } from './dien-ban-units.js'

/** University graduates among the 428 admitted from 2021 to 2023 (B2). */
const UNIVERSITY = 243

export const TOWN_INTRODUCERS: readonly Introducer[] = [
  'YOUTH_UNION',
  'YOUTH_UNION',
  'YOUTH_UNION',
  'TRADE_UNION',
  'WOMENS_UNION',
  'FARMERS_UNION',
  'VETERANS',
]

/** Cells of a unit that admit anybody: all but the school of B13 and B14, whose admissions are fixed. */
export function openCells(unit: Unit): Unit[] {
  return cellsOf(unit).filter((cell) => cell.name !== PHAM_PHU_THU)
}

function slotsOf({ row, unit }: TownUnit): { unit: Unit; from: Day; to: Day }[] {
  const stretches: ReadonlyArray<readonly [number, Day, Day]> = [
    [row.admitted2021, '2021-01-11', '2021-12-29'],
    [row.admitted2022, '2022-01-10', '2022-12-29'],
    [row.admitted2023, '2023-01-09', '2023-11-15'],
    [row.admittedLate2023, '2023-11-16', '2023-12-28'],
  ]
  return stretches.flatMap(([count, from, to]) => Array.from({ length: count }, () => ({ unit, from, to })))
}

/** Introduced some months before; the course lies between, but in August 2023 only pupils attend one (B11). */
function planBefore(random: Random, plan: AdmissionPlan): void {
  const on = workingDay(random, addDays(plan.day, -190), addDays(plan.day, -90))
  if (on < RECORDS_FROM) return
  plan.introduction = { introducer: random.pick(TOWN_INTRODUCERS), on }
  const course = workingDay(random, addDays(on, 7), addDays(plan.day, -25))
  if (plan.day < '2022-07-01' || course.startsWith('2023-08') || !random.chance(0.75)) return
  const audience = plan.profile.occupation === 'TEACHER' ? 'TEACHER' : 'OTHER'
  plan.course = { audience, on: course, name: AWARENESS_COURSE }
}

/** Admissions of 2021 to 2023 (B1, B2, B7, B8): no pupils among them. */
export function recordEarlyAdmissions(journal: Journal, random: Random, units: readonly TownUnit[]): void {
  const slots = units.flatMap(slotsOf)
  const graduates = new Set(random.shuffle(slots).slice(0, UNIVERSITY))
  for (const slot of slots) {
    const cell = admittingCells(openCells(slot.unit), Number(slot.from.slice(0, 4)))(random)
    const day = workingDay(random, slot.from, slot.to)
    const profile = drawProfile(random, cell, day, { university: graduates.has(slot) })
    const plan: AdmissionPlan = { cell, day, profile }
    planBefore(random, plan)
    admit(journal, random, plan)
  }
}
