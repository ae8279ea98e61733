import { addDays, addMonths, maxDay, type Day, type NoSourceCause, type ReviewResult } from '@seedbed/shared'
import type { ImportLine } from '../features/exchange/import-format.js'
import { addPerson, attributesOf } from './admissions.js'
import { LAST_DAY, RECORDS_FROM, workingDay } from './days.js'
import type { Journal } from './journal.js'
import { drawProfile } from './profiles.js'
import { randomOf, type Random } from './random.js'
import { cellsOf, type Unit } from './units.js'

/** Awareness courses of the town that candidates of today have been to, and the one that is on. */
const COURSES = {
  old: {
    ref: 'demo-lop-2020',
    name: 'Lớp nhận thức về Đảng khóa I/2020',
    startsOn: '2020-02-10',
    endsOn: '2020-02-14',
  },
  expired: {
    ref: 'demo-lop-2019',
    name: 'Lớp nhận thức về Đảng khóa III/2019',
    startsOn: '2019-09-09',
    endsOn: '2019-09-13',
  },
  recent: {
    ref: 'demo-lop-2022',
    name: 'Lớp nhận thức về Đảng khóa IV/2022',
    startsOn: '2022-10-17',
    endsOn: '2022-10-21',
  },
  running: {
    ref: 'demo-lop-2024',
    name: 'Lớp nhận thức về Đảng khóa V/2024',
    startsOn: '2024-11-11',
    endsOn: '2024-11-22',
  },
} as const
type CourseName = keyof typeof COURSES

const STRENGTHS = [
  'Tích cực tham gia công tác của thôn, được nhân dân tín nhiệm',
  'Chủ mô hình kinh tế giỏi, giúp đỡ nhiều hộ khó khăn',
  'Cán bộ Đoàn năng nổ, nhiều năm hoàn thành tốt nhiệm vụ',
  'Giáo viên dạy giỏi cấp thị xã',
  'Hoàn thành nghĩa vụ quân sự, tham gia dân quân thường trực',
] as const
const CAUSES: readonly NoSourceCause[] = ['YOUNG_AWAY', 'OVER_AGE', 'ALL_MEMBERS', 'STAFF_CUT']
const RESULTS: readonly ReviewResult[] = ['PROGRESS', 'PROGRESS', 'STEADY', 'NEEDS_HELP']

/** How far each of those who are candidates today has come. */
const WAYS = [
  ['IDENTIFIED', 24],
  ['SYMPATHISER', 34],
  ['running', 16],
  ['recent', 16],
  ['old', 6],
  ['expired', 4],
] as const

/** Official members of each cell who are still there on the last day. */
function officialsOf(journal: Journal): Map<string, string[]> {
  const left = new Set<string>()
  const byCell = new Map<string, string[]>()
  for (const event of journal.events()) {
    if (['transfer', 'transferOut', 'removal', 'death'].includes(event.type)) left.add(event.person)
    if (event.type === 'openingMember' && !event.probationary)
      byCell.set(event.organization, [...(byCell.get(event.organization) ?? []), event.person])
  }
  return new Map([...byCell].map(([cell, persons]) => [cell, persons.filter((one) => !left.has(one))]))
}

function placeOf(way: CourseName, person: string, number: number): ImportLine {
  const { ref, startsOn, endsOn } = COURSES[way]
  const place = { type: 'coursePlace' as const, course: ref, person, on: addDays(startsOn, -14) }
  if (way === 'running') return place
  const certificateNumber = `${endsOn.slice(2, 4)}-${String(number).padStart(3, '0')}/NTVĐ`
  return { ...place, attended: 9 + (number % 2), result: 'PASSED', resultOn: endsOn, certificateNumber }
}

interface Growing {
  journal: Journal
  random: Random
  officials: ReadonlyMap<string, readonly string[]>
  /** Courses, mentors and reviews, which rest on the events. */
  later: ImportLine[]
}

function mentorsFor({ random, officials, later }: Growing, person: string, cell: Unit, since: Day): void {
  const listed = maxDay(since, RECORDS_FROM)
  if (random.chance(0.2)) return
  const known = random.shuffle(officials.get(cell.code) ?? []).slice(0, random.chance(0.4) ? 2 : 1)
  for (const mentor of known) later.push({ type: 'mentorship', person, mentor, from: listed })
  const [mentor] = known
  if (mentor === undefined) return
  for (let on = addMonths(listed, 3); on <= LAST_DAY && random.chance(0.85); on = addMonths(on, 3))
    later.push({ type: 'mentorReview', person, mentor, on, result: random.pick(RESULTS) })
}

function growCandidate(growing: Growing, cell: Unit, number: number): void {
  const { journal, random, later } = growing
  const [way] = random.weighted(WAYS, ([, weight]) => weight)
  const isStage = way === 'IDENTIFIED' || way === 'SYMPATHISER'
  const before: Day = isStage ? LAST_DAY : addDays(COURSES[way].startsOn, -30)
  const found = workingDay(
    random,
    addDays(before, isStage ? -500 : -300),
    addDays(before, isStage ? -20 : -120),
  )
  const profile = drawProfile(random, cell, found, { religion: null })
  const person = addPerson(journal, random, profile)
  const at = { person, organization: cell.code }
  const known = attributesOf(profile)
  journal.record({ type: 'identification', ...at, on: found, note: random.pick(STRENGTHS), ...known })
  if (way === 'IDENTIFIED') return
  const listed = workingDay(random, addDays(found, 10), addDays(found, 100))
  const on = listed <= LAST_DAY ? listed : LAST_DAY
  journal.record({ type: 'listing', ...at, on })
  mentorsFor(growing, person, cell, on)
  if (!isStage) later.push(placeOf(way, person, number))
}

const courseLines = (town: Unit): ImportLine[] =>
  Object.values(COURSES).map((course) => ({
    type: 'course',
    ...course,
    organization: town.code,
    kind: 'AWARENESS',
    audience: 'OTHER',
    place: 'Trung tâm chính trị thị xã',
    sessions: 10,
    places: 120,
  }))

/**
 * Candidates of today in the cells of a town, in every stage, with mentors, reviews and courses: some certificates about to
 * expire, some expired, some reviews overdue; cells that have stated that they have no source, and cells that are silent.
 * Nobody of them was introduced or completed a course in the months of the published figures. The events go into the
 * journal; answered is what rests on them.
 */
export function recordPipeline(journal: Journal, town: Unit): ImportLine[] {
  const random = randomOf(`pipeline of ${town.code}`)
  const growing: Growing = { journal, random, officials: officialsOf(journal), later: courseLines(town) }
  const statements: ImportLine[] = []
  let number = 0
  for (const cell of cellsOf(town)) {
    const share = random.next()
    const isShown = cell.parent?.code === '20596'
    if (share < (isShown ? 0.75 : 0.4)) {
      for (let left = random.int(1, isShown ? 5 : 3); left > 0; left -= 1)
        growCandidate(growing, cell, (number += 1))
    } else if (share > 0.9) {
      const on = workingDay(random, '2024-01-08', '2024-06-28')
      statements.push({ type: 'noSource', organization: cell.code, on, cause: random.pick(CAUSES) })
    }
  }
  return [...growing.later, ...statements]
}
