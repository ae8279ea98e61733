import { type OutsideKind } from '@seedbed/shared'
import { type Admitted, type AdmissionPlan } from '../admissions.js'
import { workingDay } from '../days.js'
import type { Journal } from '../journal.js'
import type { Random } from '../random.js'

/** The class of B11, in August 2023. */
export const PUPIL_COURSE = {
  audience: 'PUPIL',
  on: '2023-08-11',
  name: 'Lớp bồi dưỡng nhận thức về Đảng cho học sinh trung học phổ thông',
} as const

const UNIVERSITIES = `Trường Đại học Bách khoa - Đại học Đà Nẵng | Trường Đại học Kinh tế - Đại học Đà Nẵng |
Trường Đại học Sư phạm - Đại học Đà Nẵng | Trường Đại học Ngoại ngữ - Đại học Đà Nẵng |
Trường Đại học Quảng Nam | Trường Đại học Kinh tế Thành phố Hồ Chí Minh |
Trường Đại học Y Dược - Đại học Huế | Trường Đại học Luật - Đại học Huế | Đại học Bách khoa Hà Nội`.split(
  /\s*\|\s*/u,
)

/** A pupil was introduced by the Youth Union and attended the class of August 2023. */
export function planPupil(random: Random, plan: AdmissionPlan): void {
  plan.introduction = { introducer: 'YOUTH_UNION', on: workingDay(random, '2023-05-15', '2023-07-28') }
  plan.course = PUPIL_COURSE
  plan.ceremony = workingDay(random, '2024-06-03', '2024-06-28')
}

/** B12: of the 35 pupils 34 moved to universities and one to a college when the next school year began. */
export function recordStudies(journal: Journal, random: Random, admitted: readonly Admitted[]): void {
  const pupils = admitted.filter(({ plan }) => plan.profile.occupation === 'PUPIL')
  pupils.forEach(({ person, cell }, index) => {
    const college = index === pupils.length - 1
    const outsideKind: OutsideKind = college ? 'COLLEGE' : 'UNIVERSITY'
    const outsidePlace = college ? 'Trường Cao đẳng Công nghệ Thông tin Đà Nẵng' : random.pick(UNIVERSITIES)
    const on = workingDay(random, '2024-08-26', '2024-10-18')
    journal.record({ type: 'transferOut', person, organization: cell.code, on, outsideKind, outsidePlace })
  })
}
