import { addDays, type Day, type Introducer } from '@seedbed/shared'
import { admit, AWARENESS_COURSE, type AdmissionPlan } from '../admissions.js'
import { LAST_DAY, RECORDS_FROM, workingDay } from '../days.js'
import type { Journal } from '../journal.js'
import { chooserOf } from '../movements.js'
import { setOpenings } from '../openings.js'
import { randomOf, type Random } from '../random.js'
import { drawPlans, recordLaterMoves, recordStretch, type Stretch } from '../stretches.js'
import { cellsOf, type Unit } from '../units.js'
import { DIEN_BAN } from './dien-ban-units.js'

/** Members of the province at the opening; Điện Bàn's are part of it. */
const QUANG_NAM_OPENING = 69_036

/** The province without Điện Bàn: invented throughout. */
const STRETCHES: readonly Stretch[] = [
  {
    from: '2021-01-01',
    to: '2021-12-31',
    admitted: 1_470,
    in: 30,
    out: 56,
    died: 52,
    internal: 12,
    removals: { NAME_REMOVED: 12, EXPELLED: 4, RESIGNED: 5 },
  },
  {
    from: '2022-01-01',
    to: '2022-12-31',
    admitted: 1_500,
    in: 32,
    out: 60,
    died: 54,
    internal: 12,
    removals: { NAME_REMOVED: 11, EXPELLED: 3, RESIGNED: 6 },
  },
  {
    from: '2023-01-01',
    to: '2023-12-31',
    admitted: 1_540,
    in: 28,
    out: 58,
    died: 50,
    internal: 12,
    removals: { NAME_REMOVED: 12, EXPELLED: 4, RESIGNED: 5 },
  },
  {
    from: '2024-01-01',
    to: LAST_DAY,
    admitted: 1_400,
    in: 26,
    out: 50,
    died: 46,
    internal: 10,
    removals: { NAME_REMOVED: 9, EXPELLED: 3, RESIGNED: 4 },
  },
]

const INTRODUCERS: readonly Introducer[] = [
  'YOUTH_UNION',
  'YOUTH_UNION',
  'YOUTH_UNION',
  'TRADE_UNION',
  'WOMENS_UNION',
  'FARMERS_UNION',
  'VETERANS',
]

/** Some of the plans of the last two years have an introduction or a course on record. */
function planBefore(random: Random, plans: readonly AdmissionPlan[], since: Day): void {
  for (const plan of plans) {
    if (plan.day < since) continue
    if (random.chance(0.2)) {
      const on = workingDay(random, addDays(plan.day, -220), addDays(plan.day, -120))
      plan.introduction = { introducer: random.pick(INTRODUCERS), on }
    }
    if (random.chance(0.15)) {
      const on = workingDay(random, addDays(plan.day, -110), addDays(plan.day, -30))
      const audience = plan.profile.occupation === 'TEACHER' ? 'TEACHER' : 'OTHER'
      plan.course = { audience, on, name: AWARENESS_COURSE }
    }
  }
}

/** Quảng Nam without Điện Bàn, whose opening is set already. */
export function recordQuangNam(journal: Journal, province: Unit): void {
  const random = randomOf('Quảng Nam')
  const town = province.children.find((unit) => unit.code === DIEN_BAN)
  const townOpening = town ? cellsOf(town).reduce((sum, cell) => sum + cell.opening, 0) : 0
  const cells = province.children.filter((unit) => unit !== town).flatMap((unit) => cellsOf(unit))
  setOpenings(random, cells, QUANG_NAM_OPENING - townOpening)
  const plans = STRETCHES.flatMap((stretch) => drawPlans(random, cells, stretch))
  planBefore(random, plans, addDays(RECORDS_FROM, 3 * 365))
  const admitted = plans.map((plan) => admit(journal, random, plan))
  recordLaterMoves(journal, random, cells, admitted)
  const chooser = chooserOf(cells)
  for (const stretch of STRETCHES) recordStretch(journal, random, chooser, stretch, cells)
}
