import { addDays, minDay, type CourseAudience, type Day } from '@seedbed/shared'
import { addPerson, attributesOf, AWARENESS_COURSE, type Admitted } from '../admissions.js'
import { workingDay } from '../days.js'
import type { Journal } from '../journal.js'
import { drawProfile } from '../profiles.js'
import type { Random } from '../random.js'
import { admittingCells } from '../sampler.js'
import { cellsOf, type Unit } from '../units.js'
import type { TownUnit } from './dien-ban-table.js'
import { openCells, TOWN_INTRODUCERS } from './dien-ban-early.js'
import { PUPIL_COURSE } from './dien-ban-pupils.js'
import { PHAM_PHU_THU } from './dien-ban-units.js'

/** Pupils who completed the class of August 2023, by the commune of the school: 87 (B11), the admitted among them. */
const PUPILS: Readonly<Record<string, number>> = {
  20587: 12,
  20551: 20,
  20575: 17,
  20563: 13,
  20572: 10,
  20593: 9,
  20566: 6,
}

/** Completions of an awareness class in 2024, of which the 8 of B14. */
const COMPLETED_2024 = 352
const SCHOOL_YEAR: ReadonlyArray<readonly [CourseAudience & ('PUPIL' | 'TEACHER'), number]> = [
  ['PUPIL', 6],
  ['TEACHER', 2],
]
const SCHOOL_COURSE_DAY: Day = '2024-10-11'

function complete(
  journal: Journal,
  random: Random,
  cell: Unit,
  audience: CourseAudience,
  on: Day,
  name: string,
  finishes = '2024-05-20',
): void {
  const occupation = audience === 'PUPIL' ? 'PUPIL' : 'TEACHER'
  const profile = drawProfile(random, cell, finishes, { occupation, religion: null })
  const person = addPerson(journal, random, profile)
  journal.record({
    type: 'courseCompletion',
    person,
    organization: cell.code,
    on,
    audience,
    courseName: name,
    ...attributesOf(profile),
  })
}

/** The pupils of B11 who have not been admitted, and the class of B14. */
export function recordSchoolYear(journal: Journal, random: Random, units: readonly TownUnit[]): void {
  for (const { row, unit } of units) {
    const school = cellsOf(unit)
      .filter((cell) => cell.kind === 'SCHOOL')
      .at(-1)
    const others = (PUPILS[row.code] ?? 0) - row.pupils2024
    for (let index = 0; school && index < others; index += 1) {
      complete(journal, random, school, 'PUPIL', PUPIL_COURSE.on, PUPIL_COURSE.name)
    }
    if (school?.name !== PHAM_PHU_THU) continue
    for (const [audience, count] of SCHOOL_YEAR) {
      for (let index = 0; index < count; index += 1) {
        complete(journal, random, school, audience, SCHOOL_COURSE_DAY, AWARENESS_COURSE, '2025-05-20')
      }
    }
  }
}

/** Introduced in 2024 and not admitted yet, so that the introductions of each unit are those of the table. */
export function recordCourses(
  journal: Journal,
  random: Random,
  units: readonly TownUnit[],
  admitted: readonly Admitted[],
): void {
  const in2024 = (day: Day | undefined) => day !== undefined && day >= '2024-01-01'
  const completed = admitted.filter(({ plan }) => in2024(plan.course?.on)).length
  let left = COMPLETED_2024 - SCHOOL_YEAR.reduce((sum, [, count]) => sum + count, 0) - completed
  const waiting = units.flatMap(({ row, unit }) => {
    const known = admitted.filter(({ plan, cell }) => cell.parent === unit && in2024(plan.introduction?.on))
    return Array.from({ length: row.introduced2024 - known.length }, () => unit)
  })
  for (const unit of random.shuffle(waiting)) {
    const cell = admittingCells(openCells(unit), 2024)(random)
    const on = workingDay(random, '2024-01-08', '2024-10-18')
    const profile = drawProfile(random, cell, on, { religion: null })
    const person = addPerson(journal, random, profile)
    const known = attributesOf(profile)
    const at = { person, organization: cell.code }
    journal.record({ type: 'introduction', ...at, on, introducer: random.pick(TOWN_INTRODUCERS), ...known })
    if (left-- <= 0) continue
    const end = minDay(addDays(on, 100), '2024-11-14')
    const course = {
      on: workingDay(random, addDays(on, 7), end),
      audience: 'OTHER',
      courseName: AWARENESS_COURSE,
    } as const
    journal.record({ type: 'courseCompletion', ...at, ...course, ...known })
  }
}
