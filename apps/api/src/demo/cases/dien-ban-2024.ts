import { addDays, KINH, minDay, type Day, type Occupation } from '@seedbed/shared'
import { admit, AWARENESS_COURSE, type Admitted, type AdmissionPlan } from '../admissions.js'
import { dayInMonth, LAST_DAY, workingDay } from '../days.js'
import type { Journal } from '../journal.js'
import { drawProfile } from '../profiles.js'
import type { Random } from '../random.js'
import { admittingCells } from '../sampler.js'
import { cellsOf, type Unit } from '../units.js'
import type { TownUnit } from './dien-ban-table.js'
import { openCells, TOWN_INTRODUCERS } from './dien-ban-early.js'
import { planPupil, recordStudies } from './dien-ban-pupils.js'
import { readmittedUnit, type FormerMember } from './dien-ban-readmission.js'
import { DIEN_TRUNG, PHAM_PHU_THU } from './dien-ban-units.js'

/** Admissions of January to 15 November 2024: 220 (B3). */
const MONTHS = [6, 22, 17, 19, 38, 24, 20, 21, 25, 19, 9] as const
/** Of these the pupils, all by 30 May (B12). */
const PUPIL_MONTHS = [0, 2, 6, 7, 20, 0, 0, 0, 0, 0, 0] as const
const YOUTH_UNION = 148
/** Decided by the last day, ceremony not held yet. */
const CEREMONIES_OPEN = 6

/** One admission of 2024 while its attributes are being dealt. */
export interface Slot {
  unit: Unit
  university: boolean
  female: boolean
  youthUnion: boolean
  pupil: boolean
  enterprise: boolean
  occupation?: Occupation
  ethnicity: string
  religion: string | null
  readmission: boolean
  cell?: Unit
  month: number
}

function slotsOf(random: Random, { row, unit }: TownUnit): Slot[] {
  const slots = Array.from({ length: row.admitted2024 }, (_, index): Slot => ({
    unit,
    university: index < row.university2024,
    female: false,
    youthUnion: false,
    pupil: index >= row.university2024 && index < row.university2024 + row.pupils2024,
    enterprise: false,
    ethnicity: KINH,
    religion: null,
    readmission: false,
    month: 0,
  }))
  for (const slot of random.shuffle(slots).slice(0, row.women2024)) slot.female = true
  const adults = random.shuffle(slots.filter((slot) => !slot.pupil))
  for (const slot of adults.slice(0, row.enterprise2024)) {
    slot.enterprise = true
    slot.occupation = slot.university ? 'BUSINESS_EMPLOYEE' : 'WORKER'
  }
  return slots
}

/** B6: one business owner, one religious follower, one of an ethnic minority, one readmission; B13: one teacher. */
function dealSingles(slots: readonly Slot[]): Set<Slot> {
  const first = (code: string, fits: (slot: Slot) => boolean) =>
    slots.find((slot) => slot.unit.code === code && !slot.pupil && fits(slot)) as Slot
  const owner = first('20575', (slot) => slot.enterprise)
  owner.occupation = 'BUSINESS_OWNER'
  owner.cell = owner.unit.children.find((cell) => cell.sector === 'PRIVATE_ENTERPRISE') as Unit
  first('20581', (slot) => !slot.enterprise).religion = '02'
  first('507-A1', () => true).ethnicity = '26'
  const again = first(readmittedUnit, (slot) => !slot.female && !slot.university)
  again.readmission = true
  again.month = 6
  const teacher = first(DIEN_TRUNG, (slot) => slot.university)
  teacher.occupation = 'TEACHER'
  teacher.cell = teacher.unit.children.find((cell) => cell.name === PHAM_PHU_THU) as Unit
  teacher.month = 3
  for (const slot of slots) if (slot.pupil && slot.unit === teacher.unit) slot.month = 5
  return new Set([owner, again])
}

function dealYouthUnion(random: Random, slots: readonly Slot[], older: ReadonlySet<Slot>): void {
  const pupils = slots.filter((slot) => slot.pupil)
  const others = random.shuffle(slots.filter((slot) => !slot.pupil && !older.has(slot)))
  for (const slot of [...pupils, ...others].slice(0, YOUTH_UNION)) slot.youthUnion = true
}

function dealMonths(random: Random, slots: readonly Slot[]): void {
  const deal = (group: readonly Slot[], counts: readonly number[]) => {
    const left = [...counts]
    for (const { month } of group) if (month > 0) left[month - 1] = (left[month - 1] ?? 0) - 1
    const months = left.flatMap((count, index) => Array.from({ length: count }, () => index + 1))
    const open = group.filter((slot) => slot.month === 0)
    random.shuffle(months).forEach((month, index) => {
      const slot = open[index]
      if (slot) slot.month = month
    })
  }
  const pupils = slots.filter((slot) => slot.pupil)
  deal(pupils, PUPIL_MONTHS)
  deal(
    slots.filter((slot) => !slot.pupil),
    MONTHS.map((count, index) => count - (PUPIL_MONTHS[index] ?? 0)),
  )
}

function dayOf(random: Random, slot: Slot): Day {
  if (slot.pupil && slot.unit.code === DIEN_TRUNG) return '2024-05-17'
  return dayInMonth(random, 2024, slot.month, { 2: 28, 11: 13 }[slot.month] ?? 30)
}

function cellFor(random: Random, slot: Slot): Unit {
  if (slot.cell) return slot.cell
  if (slot.pupil)
    return cellsOf(slot.unit)
      .filter((cell) => cell.kind === 'SCHOOL')
      .at(-1) as Unit
  const enterprise = (cell: Unit) => cell.kind === 'ENTERPRISE'
  const cells = openCells(slot.unit).filter((cell) => enterprise(cell) === slot.enterprise)
  return admittingCells(cells, 2024)(random)
}

function planOf(random: Random, slot: Slot, former: FormerMember): AdmissionPlan {
  const cell = slot.readmission ? former.cell : cellFor(random, slot)
  const day = dayOf(random, slot)
  const { female, university, youthUnion, ethnicity, religion } = slot
  const occupation = slot.pupil ? 'PUPIL' : (slot.occupation ?? (slot.readmission ? 'FARMER' : undefined))
  const wish = { female, university, youthUnion, ethnicity, religion, ...(occupation ? { occupation } : {}) }
  const plan: AdmissionPlan = { cell, day, profile: drawProfile(random, cell, day, wish) }
  plan.ceremony = minDay(addDays(day, random.int(6, 30)), LAST_DAY)
  if (slot.readmission) plan.readmits = former.person
  return plan
}

/** Introduced before; a course on record only for decisions after May, so that B12 counts the pupils alone. */
function planBefore(random: Random, plan: AdmissionPlan): void {
  const on: Day = workingDay(random, addDays(plan.day, -190), addDays(plan.day, -90))
  plan.introduction = { introducer: random.pick(TOWN_INTRODUCERS), on }
  if (plan.day < '2024-06-01') return
  const audience = plan.profile.occupation === 'TEACHER' ? 'TEACHER' : 'OTHER'
  const course = workingDay(random, addDays(on, 7), addDays(plan.day, -25))
  plan.course = { audience, on: course, name: AWARENESS_COURSE }
}

/** The 220 admissions of 2024, unit by unit as in the table; returns them as recorded. */
export function recordAdmissions2024(
  journal: Journal,
  random: Random,
  units: readonly TownUnit[],
  former: FormerMember,
): Admitted[] {
  const slots = units.flatMap((unit) => slotsOf(random, unit))
  dealYouthUnion(random, slots, dealSingles(slots))
  dealMonths(random, slots)
  const plans = slots.map((slot) => planOf(random, slot, former))
  for (const plan of plans) {
    if (plan.profile.occupation === 'PUPIL') planPupil(random, plan)
    else if (!plan.readmits) planBefore(random, plan)
  }
  const latest = [...plans].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, CEREMONIES_OPEN)
  for (const plan of latest) plan.ceremony = null
  const admitted = plans.map((plan) => admit(journal, random, plan))
  recordStudies(journal, random, admitted)
  return admitted
}
