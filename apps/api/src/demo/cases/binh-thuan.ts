import { addDays, maxDay, type Day, type Introducer } from '@seedbed/shared'
import { admit, type AdmissionPlan } from '../admissions.js'
import { LAST_DAY, workingDay } from '../days.js'
import { recordOutstanding } from '../introductions.js'
import type { Journal } from '../journal.js'
import { chooserOf } from '../movements.js'
import { setOpenings } from '../openings.js'
import { randomOf, type Random } from '../random.js'
import { drawPlans, recordLaterMoves, recordStretch, type Stretch } from '../stretches.js'
import { cellsOf, type Unit } from '../units.js'

/** Members at the start of the term (A1). */
export const BINH_THUAN_OPENING = 38_302
/** Introduced by trade unions from 1/1/2022 to 30/6/2023, and of these admitted by then (A10). */
const INTRODUCED = 2_340
const INTRODUCED_ADMITTED = 1_452
/** Of the others, those admitted in the second half of 2023. */
const INTRODUCED_ADMITTED_AFTER = 260
const CASE_END: Day = '2023-06-30'

/** To 30/6/2023: 4,909 admitted (A3) and 1,255 lost net by everything else (A4). After that: invented. */
const STRETCHES: readonly Stretch[] = [
  {
    from: '2021-01-01',
    to: '2021-12-31',
    admitted: 1_950,
    in: 88,
    out: 230,
    died: 275,
    internal: 40,
    removals: { NAME_REMOVED: 52, EXPELLED: 14, RESIGNED: 18, DECISION_CANCELLED: 1 },
  },
  {
    from: '2022-01-01',
    to: '2022-12-31',
    admitted: 2_000,
    in: 88,
    out: 225,
    died: 275,
    internal: 40,
    removals: { NAME_REMOVED: 44, EXPELLED: 12, RESIGNED: 16, DECISION_CANCELLED: 1, PROBATION_REMOVED: 14 },
  },
  {
    from: '2023-01-01',
    to: CASE_END,
    admitted: 959,
    in: 44,
    out: 115,
    died: 140,
    internal: 20,
    removals: { NAME_REMOVED: 22, EXPELLED: 5, RESIGNED: 8, DECISION_CANCELLED: 1, PROBATION_REMOVED: 7 },
  },
  {
    from: '2023-07-01',
    to: '2023-12-31',
    admitted: 820,
    in: 18,
    out: 48,
    died: 56,
    internal: 12,
    removals: { NAME_REMOVED: 10, EXPELLED: 3, RESIGNED: 4 },
  },
  {
    from: '2024-01-01',
    to: LAST_DAY,
    admitted: 1_350,
    in: 30,
    out: 76,
    died: 90,
    internal: 20,
    removals: { NAME_REMOVED: 16, EXPELLED: 4, RESIGNED: 6 },
  },
]

const UNION_CALLINGS = new Set([
  'WORKER',
  'BUSINESS_EMPLOYEE',
  'TEACHER',
  'MEDICAL_STAFF',
  'CIVIL_SERVANT',
  'PUBLIC_EMPLOYEE',
])
const OTHER_INTRODUCERS: readonly Introducer[] = [
  'YOUTH_UNION',
  'YOUTH_UNION',
  'TRADE_UNION',
  'WOMENS_UNION',
  'FARMERS_UNION',
  'VETERANS',
]

/** Puts the ends of probation and the cancelled decisions on plans that leave time for them. */
function planEndings(random: Random, plans: readonly AdmissionPlan[]): void {
  const mark = (reason: 'PROBATION_REMOVED' | 'DECISION_CANCELLED', from: Day, to: Day, count: number) => {
    const open = plans.filter((plan) => plan.day >= from && plan.day <= to && !plan.ending)
    for (const plan of random.shuffle(open).slice(0, count)) plan.ending = { reason }
  }
  mark('PROBATION_REMOVED', '2021-01-01', '2021-09-30', 14)
  mark('PROBATION_REMOVED', '2022-01-01', '2022-03-31', 7)
  for (const year of [2021, 2022]) mark('DECISION_CANCELLED', `${year}-02-01`, `${year}-11-30`, 1)
  mark('DECISION_CANCELLED', '2023-02-01', '2023-05-31', 1)
}

/** A10: introductions by trade unions; none by others until the end of the case. */
function planIntroductions(random: Random, plans: readonly AdmissionPlan[]): void {
  const inTerm = plans.filter((plan) => plan.day >= '2022-02-15' && plan.day <= CASE_END)
  const preferred = random
    .shuffle(inTerm)
    .sort(
      (a, b) =>
        Number(UNION_CALLINGS.has(b.profile.occupation)) - Number(UNION_CALLINGS.has(a.profile.occupation)),
    )
  for (const plan of preferred.slice(0, INTRODUCED_ADMITTED)) {
    plan.introduction = {
      introducer: 'TRADE_UNION',
      on: workingDay(random, maxDay('2022-01-04', addDays(plan.day, -150)), addDays(plan.day, -30)),
    }
  }
  const after = random.shuffle(plans.filter((plan) => plan.day > CASE_END && plan.day <= '2023-12-31'))
  for (const plan of after.slice(0, INTRODUCED_ADMITTED_AFTER)) {
    plan.introduction = { introducer: 'TRADE_UNION', on: workingDay(random, '2023-02-01', CASE_END) }
  }
  for (const plan of plans) {
    const on = workingDay(random, addDays(plan.day, -120), addDays(plan.day, -40))
    if (plan.introduction || on <= CASE_END || !random.chance(0.3)) continue
    plan.introduction = { introducer: random.pick(OTHER_INTRODUCERS), on }
  }
}

/** Case A: Bình Thuận, 31/12/2020 to 30/6/2023 as published, and on to the last day. */
export function recordBinhThuan(journal: Journal, province: Unit): void {
  const random = randomOf('case A')
  const cells = cellsOf(province)
  setOpenings(random, cells, BINH_THUAN_OPENING)
  const plans = STRETCHES.flatMap((stretch) => drawPlans(random, cells, stretch))
  planEndings(random, plans)
  planIntroductions(random, plans)
  const admitted = plans.map((plan) => admit(journal, random, plan))
  recordLaterMoves(journal, random, cells, admitted)
  const waiting = INTRODUCED - INTRODUCED_ADMITTED - INTRODUCED_ADMITTED_AFTER
  recordOutstanding(journal, random, cells, waiting)
  const chooser = chooserOf(cells)
  for (const stretch of STRETCHES) recordStretch(journal, random, chooser, stretch, cells)
}
