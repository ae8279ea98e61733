import { OPEN_END, type Day, type RuleCode } from '@seedbed/shared'

/** A version of a rule with which an installation begins; `confirmed`: read in the text of that regulation. */
export interface SeededRule {
  code: RuleCode
  value: number
  per: number | null
  regulation: string
  article: string | null
  confirmed: boolean
  validFrom: Day
  validTo: Day
}

type Source = readonly [regulation: string, from: Day, to: Day]
/** What the text of a regulation says of where it stands; an absent one is taken over without having been read. */
type Read = Readonly<Record<string, string>>

const charter: readonly Source[] = [['Điều lệ Đảng (2011)', '2011-01-19', OPEN_END]]
const implementing: readonly Source[] = [
  ['29-QĐ/TW', '2016-07-25', '2021-07-30'],
  ['24-QĐ/TW', '2021-07-30', '2025-01-20'],
  ['232-QĐ/TW', '2025-01-20', '2025-07-01'],
  ['294-QĐ/TW', '2025-07-01', OPEN_END],
]
const guidance: readonly Source[] = [
  ['01-HD/TW (2016)', '2016-09-20', '2021-09-28'],
  ['01-HD/TW (2021)', '2021-09-28', '2025-06-09'],
  ['06-HD/TW (2025)', '2025-06-09', OPEN_END],
]
const personalData: readonly Source[] = [['356/2025/NĐ-CP', '2026-01-01', OPEN_END]]
const practice: readonly Source[] = [['Nền nếp công tác', '2011-01-19', OPEN_END]]

function versions(
  code: RuleCode,
  number: number | readonly [number, number],
  sources: readonly Source[],
  read: Read = {},
): SeededRule[] {
  const [value, per] = typeof number === 'number' ? [number, null] : number
  return sources.map(([regulation, validFrom, validTo]) => ({
    ...{ code, value, per, regulation, validFrom, validTo },
    article: read[regulation] || null,
    confirmed: read[regulation] !== undefined,
  }))
}

const twoThirds = [2, 3] as const

/** Regulations of 2016, 2021, 20/1/2025 and 1/7/2025 and guidances of 2016, 2021 and 9/6/2025, each from its own day. */
export const SEEDED_RULES: readonly SeededRule[] = [
  ...versions('ADMISSION_AGE_LEAST', 18, implementing, {
    '24-QĐ/TW': '1.1',
    '232-QĐ/TW': '1.1',
    '294-QĐ/TW': '1.1',
  }),
  ...versions('ADMISSION_AGE_MOST', 60, implementing, {
    '24-QĐ/TW': '1.1',
    '232-QĐ/TW': '1.1',
    '294-QĐ/TW': '1.1',
  }),
  ...versions('SCHOOLING_LEAST', 2, implementing, { '232-QĐ/TW': '1.2' }),
  ...versions('SCHOOLING_LEAST_REMOTE', 1, implementing, { '232-QĐ/TW': '1.2' }),
  ...versions('RECOMMENDERS', 2, charter, { 'Điều lệ Đảng (2011)': 'Điều 4, khoản 1' }),
  ...versions('RECOMMENDER_MONTHS_TOGETHER', 12, implementing, { '24-QĐ/TW': '3.2.1' }),
  ...versions('CERTIFICATE_MONTHS', 60, guidance, { '06-HD/TW (2025)': '5.4' }),
  ...versions('PAPERS_MONTHS', 12, guidance),
  ...versions('CELL_OFFICIAL_MEMBERS_LEAST', 3, charter, { 'Điều lệ Đảng (2011)': 'Điều 24' }),
  ...versions('VERIFICATION_ANSWER_DAYS', 30, guidance),
  ...versions('VERIFICATION_ANSWER_ABROAD_DAYS', 90, guidance),
  ...versions('CELL_VOTE_SHARE', twoThirds, charter, { 'Điều lệ Đảng (2011)': 'Điều 4, khoản 3' }),
  ...versions('COMMITTEE_VOTE_SHARE', twoThirds, implementing, { '29-QĐ/TW': '4.3.2a' }),
  ...versions('DECISION_DAYS', 60, implementing, { '29-QĐ/TW': '4.3.1', '232-QĐ/TW': '4.3.1' }),
  ...versions('DECISION_EXTENSION_DAYS', 30, implementing, { '29-QĐ/TW': '4.3.1' }),
  ...versions('CEREMONY_DAYS', 30, implementing, { '24-QĐ/TW': '', '232-QĐ/TW': '' }),
  ...versions('PROBATION_MONTHS', 12, charter, { 'Điều lệ Đảng (2011)': 'Điều 5, khoản 1' }),
  ...versions('RECOGNITION_MEETING_DAYS', 30, implementing, { '24-QĐ/TW': '4.2.1' }),
  ...versions('RECOGNITION_DECISION_DAYS', 30, implementing, { '29-QĐ/TW': '4.3.1' }),
  ...versions('RECOGNITION_EXTENSION_DAYS', 30, implementing, { '29-QĐ/TW': '4.3.1' }),
  ...versions('VOTES_MOST', 3, implementing, { '24-QĐ/TW': '4.2.3' }),
  ...versions('READMISSION_MONTHS', 36, implementing, { '294-QĐ/TW': '3.5' }),
  ...versions('READMISSION_MONTHS_AFTER_CRIME', 60, implementing, { '294-QĐ/TW': '3.5' }),
  ...versions('READMISSIONS_MOST', 1, implementing, { '294-QĐ/TW': '3.5' }),
  ...versions('STUDY_ELSEWHERE_MONTHS', 12, implementing),
  ...versions('TRANSFER_DAYS', 60, implementing),
  ...versions('TRANSFER_PRESENT_DAYS', 30, implementing),
  ...versions('DISSOLVED_TRANSFER_DAYS', 30, implementing, { '24-QĐ/TW': '6.3.5' }),
  ...versions('MENTORS_MOST', 2, practice),
  ...versions('MENTOR_REVIEW_MONTHS', 3, practice),
  ...versions('CERTIFICATE_WARNING_MONTHS', 6, practice),
  ...versions('COURSE_ATTENDANCE_PERCENT', 80, practice),
  ...versions('NO_SOURCE_MONTHS', 12, practice),
  ...versions('DATA_ANSWER_DAYS', 2, personalData),
  ...versions('DATA_CORRECTION_DAYS', 10, personalData),
  ...versions('DATA_RESTRICTION_DAYS', 15, personalData),
  ...versions('DATA_EXTENSION_DAYS', 15, personalData),
]

/** How long before the deadlines of a dossier one is warned. */
export const DOSSIER_WARNINGS: readonly SeededRule[] = [
  ...versions('PAPERS_WARNING_MONTHS', 2, practice),
  ...versions('VERIFICATION_WARNING_DAYS', 10, practice),
  ...versions('DECISION_WARNING_DAYS', 20, practice),
  ...versions('CEREMONY_WARNING_DAYS', 10, practice),
  ...versions('RECOGNITION_WARNING_DAYS', 15, practice),
]

/** Until when what is not a deadline of a dossier is due, and how long before one is warned. */
export const DUE_NUMBERS: readonly SeededRule[] = [
  ...versions('MENTOR_REVIEW_WARNING_DAYS', 15, practice),
  ...versions('HANDOVER_ANSWER_DAYS', 30, practice),
  ...versions('HANDOVER_WARNING_DAYS', 10, practice),
  ...versions('AGE_WARNING_MONTHS', 24, practice),
  ...versions('COURSE_RESULT_DAYS', 15, practice),
  ...versions('COURSE_RESULT_WARNING_DAYS', 10, practice),
]
