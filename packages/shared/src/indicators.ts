import { DOSSIER_STAGES } from './candidates.js'
import { MEASURES, MEMBER_FLOWS, STAGE_MEASURES, type MeasureId } from './measures.js'
import type { Label } from './text.js'

/**
 * When a measure is read: over the period, at the end of the as-of day, at the end of the day before `from`, or at
 * the end of the day that the member base of the question names.
 */
export type ReadAt = 'PERIOD' | 'AS_OF' | 'BEFORE' | 'BASE'

/** One summand of a quantity: sign, measure and when it is read. */
export interface Term {
  sign: 1 | -1
  measure: MeasureId
  at: ReadAt
}

/** A whole number that an indicator is made of. */
export interface Quantity {
  label: Label
  /** How a sentence names it; without, the label in small letters. */
  name?: Label
  terms: readonly Term[]
  /** Adds the target (of the kind asked for), with this sign. */
  target?: 1 | -1
  /** Divided by this: 2 for the average of two days. */
  over?: 2
}

/** Read, not summed: the last date of something in a unit. */
export type State = 'YEARS_SINCE_LAST_ADMISSION'

/** A figure that can be asked for: a numerator, perhaps a denominator, computed after summing, from whole numbers. */
export interface Indicator {
  id: string
  label: Label
  unit: 'PERSONS' | 'PERCENT' | 'YEARS'
  numerator: Quantity
  denominator?: Quantity
  state?: State
  betterIs: 'MORE' | 'LESS' | 'NEITHER'
}

function sum(label: Label, measures: readonly MeasureId[], at: ReadAt = 'PERIOD'): Quantity {
  return { label, terms: measures.map((measure) => ({ sign: 1, measure, at })) }
}

function own(measure: MeasureId, at?: ReadAt): Quantity {
  const definition = MEASURES[measure]
  return sum(definition.label, [measure], at ?? (definition.sort === 'stock' ? 'AS_OF' : 'PERIOD'))
}

const admitted: Quantity = {
  ...sum({ vi: 'Kết nạp', en: 'Admitted' }, ['newlyAdmitted', 'readmitted']),
  name: { vi: 'số kết nạp', en: 'admitted' },
}
const removed = sum({ vi: 'Ra khỏi Đảng', en: 'Removed' }, [
  'nameRemoved',
  'expelled',
  'resigned',
  'probationRemoved',
  'decisionCancelled',
])
const membersBefore = sum({ vi: 'Đảng viên đầu kỳ', en: 'Members at the start' }, ['members'], 'BEFORE')
/** Read on the day that the question's member base says. */
const membersOfBase = sum(
  { vi: 'Đảng viên cuối năm trước', en: 'Members at the end of last year' },
  ['members'],
  'BASE',
)
const introduced: Quantity = {
  ...own('introduced'),
  name: { vi: 'số được giới thiệu', en: 'introduced' },
}
const courseCompleted: Quantity = {
  ...own('courseCompleted'),
  name: { vi: 'số học xong lớp nhận thức', en: 'those who completed the course' },
}
const target: Quantity = { label: { vi: 'Chỉ tiêu', en: 'Target' }, terms: [], target: 1 }
const netChange: Quantity = {
  label: { vi: 'Tăng, giảm', en: 'Net change' },
  terms: [
    { sign: 1, measure: 'members', at: 'AS_OF' },
    { sign: -1, measure: 'members', at: 'BEFORE' },
  ],
}
const reorganized: Quantity = {
  label: { vi: 'Do sắp xếp tổ chức', en: 'By reorganization' },
  terms: [
    ...netChange.terms,
    ...MEMBER_FLOWS.map(([measure, sign]): Term => ({ sign: sign === 1 ? -1 : 1, measure, at: 'PERIOD' })),
  ],
}
const overBy: Quantity = {
  label: { vi: 'Hơn, kém chỉ tiêu', en: 'Over by' },
  terms: admitted.terms,
  target: -1,
}

const candidates = sum(
  { vi: 'Nguồn phát triển đảng', en: 'Candidates' },
  Object.values(STAGE_MEASURES),
  'AS_OF',
)

const dossiersInHand = sum(
  { vi: 'Hồ sơ kết nạp đang giải quyết', en: 'Dossiers in hand' },
  DOSSIER_STAGES.map((stage) => STAGE_MEASURES[stage]),
  'AS_OF',
)
const dossiersOpened: Quantity = {
  ...own('dossiersOpened'),
  name: { vi: 'số hồ sơ đã lập', en: 'dossiers opened' },
}

type Options = Partial<Pick<Indicator, 'label' | 'betterIs'>>

function count(id: string, numerator: Quantity, options: Options = {}): Indicator {
  return { id, label: numerator.label, unit: 'PERSONS', numerator, betterIs: 'NEITHER', ...options }
}

function share(id: string, label: Label, numerator: Quantity, denominator: Quantity): Indicator {
  return { id, label, unit: 'PERCENT', numerator, denominator, betterIs: 'NEITHER' }
}

function shareOfAdmitted(id: string, label: Label, measure: MeasureId): Indicator {
  return share(id, label, own(measure), admitted)
}

const more: Options = { betterIs: 'MORE' }
const less: Options = { betterIs: 'LESS' }

/**
 * The one list of figures: ids, labels, numerators and denominators. GraphQL, the screens, the command line and the
 * export read it; nobody else names an indicator.
 */
export const INDICATORS: readonly Indicator[] = [
  count('members', own('members')),
  count('membersAtStart', membersBefore),
  count('probationaryMembers', own('probationaryMembers')),
  count('admitted', admitted, more),
  count('newlyAdmitted', own('newlyAdmitted'), more),
  count('readmitted', own('readmitted')),
  count('restored', own('restored')),
  count('admittedFemale', own('admittedFemale')),
  count('admittedEthnicMinority', own('admittedEthnicMinority')),
  count('admittedReligious', own('admittedReligious')),
  count('admittedYouthUnion', own('admittedYouthUnion')),
  count('admittedEnterprise', own('admittedEnterprise')),
  count('admittedAge18to30', own('admittedAge18to30')),
  count('admittedUniversity', own('admittedUniversity')),
  count('admittedPupil', own('admittedPupil')),
  count('admittedStudent', own('admittedStudent')),
  count('admittedTeacher', own('admittedTeacher')),
  count('admittedWorker', own('admittedWorker')),
  count('admittedFarmer', own('admittedFarmer')),
  count('admittedSoldier', own('admittedSoldier')),
  count('admittedBusinessOwner', own('admittedBusinessOwner')),
  count('recognized', own('recognized'), more),
  count('broughtForward', own('broughtForward')),
  count('transferredIn', own('transferredIn')),
  count('transferredOut', own('transferredOut')),
  count('transferredOutUniversity', own('transferredOutUniversity')),
  count('transferredOutCollege', own('transferredOutCollege')),
  count('removed', removed, less),
  count('nameRemoved', own('nameRemoved'), less),
  count('expelled', own('expelled'), less),
  count('resigned', own('resigned'), less),
  count('probationRemoved', own('probationRemoved'), less),
  count('decisionCancelled', own('decisionCancelled'), less),
  count('died', own('died')),
  count('reorganized', reorganized),
  count('netChange', netChange),
  count('target', target),
  share('completion', { vi: 'Đạt chỉ tiêu', en: 'Completion' }, admitted, target),
  count('overBy', overBy, more),
  share(
    'rateOfMembers',
    { vi: 'Tỷ lệ trên tổng số đảng viên', en: 'Rate of members' },
    admitted,
    membersOfBase,
  ),
  shareOfAdmitted('femaleShare', { vi: 'Nữ', en: 'Women' }, 'admittedFemale'),
  shareOfAdmitted(
    'ethnicMinorityShare',
    { vi: 'Dân tộc thiểu số', en: 'Ethnic minority' },
    'admittedEthnicMinority',
  ),
  shareOfAdmitted('religiousShare', { vi: 'Tôn giáo', en: 'Religious' }, 'admittedReligious'),
  shareOfAdmitted('youthUnionShare', { vi: 'Đoàn viên thanh niên', en: 'Youth Union' }, 'admittedYouthUnion'),
  shareOfAdmitted('enterpriseShare', { vi: 'Doanh nghiệp', en: 'Enterprises' }, 'admittedEnterprise'),
  shareOfAdmitted('age18to30Share', { vi: '18–30 tuổi', en: 'Aged 18–30' }, 'admittedAge18to30'),
  shareOfAdmitted(
    'universityShare',
    { vi: 'Đại học trở lên', en: 'University degree' },
    'admittedUniversity',
  ),
  count('introduced', introduced),
  count('introducedAdmitted', own('introducedAdmitted')),
  share(
    'introductionConversion',
    { vi: 'Tỷ lệ kết nạp trên số giới thiệu', en: 'Introduction conversion' },
    own('introducedAdmitted'),
    introduced,
  ),
  count('introducedByYouthUnion', own('introducedByYouthUnion')),
  count('introducedByYouthUnionAdmitted', own('introducedByYouthUnionAdmitted')),
  count('introducedByTradeUnion', own('introducedByTradeUnion')),
  count('introducedByTradeUnionAdmitted', own('introducedByTradeUnionAdmitted')),
  count('courseCompleted', courseCompleted),
  count('courseCompletedPupil', own('courseCompletedPupil')),
  count('courseCompletedTeacher', own('courseCompletedTeacher')),
  count('courseAdmitted', own('courseAdmitted')),
  share(
    'courseConversion',
    { vi: 'Tỷ lệ kết nạp trên số học xong', en: 'Course conversion' },
    own('courseAdmitted'),
    courseCompleted,
  ),
  count('candidates', candidates, more),
  count('candidatesIdentified', own('candidatesIdentified')),
  count('candidatesSympathiser', own('candidatesSympathiser')),
  count('candidatesInClass', own('candidatesInClass')),
  count('candidatesCertified', own('candidatesCertified')),
  count('candidatesDossierOpen', own('candidatesDossierOpen')),
  count('candidatesVerifying', own('candidatesVerifying')),
  count('candidatesReady', own('candidatesReady')),
  count('candidatesCellApproved', own('candidatesCellApproved')),
  count('candidatesSectionAppraised', own('candidatesSectionAppraised')),
  count('candidatesProposed', own('candidatesProposed')),
  count('dossiersInHand', dossiersInHand, more),
  count('identified', own('identified'), more),
  count('listed', own('listed'), more),
  count('enrolled', own('enrolled')),
  count('certified', own('certified'), more),
  count('struck', own('struck'), less),
  count('candidatesAdmitted', own('candidatesAdmitted'), more),
  count('candidatesMovedIn', own('candidatesMovedIn')),
  count('candidatesMovedOut', own('candidatesMovedOut')),
  count('newMemberCourseCompleted', own('newMemberCourseCompleted')),
  count('dossiersOpened', dossiersOpened, more),
  count('cellApproved', own('cellApproved'), more),
  count('cellVoteFailed', own('cellVoteFailed'), less),
  count('proposed', own('proposed'), more),
  count('dossiersRejected', own('dossiersRejected'), less),
  count('dossiersReturned', own('dossiersReturned'), less),
  count('recognitionVoteFailed', own('recognitionVoteFailed'), less),
  share(
    'dossierConversion',
    { vi: 'Tỷ lệ kết nạp trên số hồ sơ đã lập', en: 'Dossier conversion' },
    own('candidatesAdmitted'),
    dossiersOpened,
  ),
  {
    id: 'yearsSinceLastAdmission',
    label: { vi: 'Số năm chưa kết nạp', en: 'Years since the last admission' },
    unit: 'YEARS',
    numerator: {
      label: { vi: 'Năm tròn từ lần kết nạp gần nhất', en: 'Full years since the last admission' },
      terms: [],
    },
    state: 'YEARS_SINCE_LAST_ADMISSION',
    betterIs: 'LESS',
  },
]

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))

/** The indicator of that id, or undefined. */
export function findIndicator(id: string): Indicator | undefined {
  return byId.get(id)
}

/** Names of bodies keep their capital. */
const proper = /^Đoàn Thanh niên /u

/** How a Vietnamese sentence names a quantity: "số kết nạp", "kết nạp là nữ". */
export function nameOf({ name, label }: Quantity): string {
  if (name) return name.vi
  return proper.test(label.vi) ? label.vi : label.vi.charAt(0).toLocaleLowerCase('vi') + label.vi.slice(1)
}
