import type { Label } from './text.js'

/** What a round is: thematic inspection or supervision, or an inspection because there are signs of a violation. */
export const ROUND_KINDS = {
  THEMATIC_INSPECTION: { vi: 'Kiểm tra chuyên đề', en: 'Thematic inspection' },
  THEMATIC_SUPERVISION: { vi: 'Giám sát chuyên đề', en: 'Thematic supervision' },
  VIOLATION_INSPECTION: {
    vi: 'Kiểm tra khi có dấu hiệu vi phạm',
    en: 'Inspection on signs of a violation',
  },
} satisfies Record<string, Label>
export type RoundKind = keyof typeof ROUND_KINDS

/** Who inspects in the name of a unit: reports count committees and Inspection Commissions apart. */
export const INSPECTING_BODIES = {
  COMMITTEE: { vi: 'Cấp ủy, chi bộ', en: 'Committee or cell' },
  INSPECTION_COMMISSION: { vi: 'Ủy ban kiểm tra', en: 'Inspection Commission' },
} satisfies Record<string, Label>
export type InspectingBody = keyof typeof INSPECTING_BODIES

/** How far the work on one subject of a round has come. */
export const SUBJECT_STATES = {
  PLANNED: { vi: 'Chưa tiến hành', en: 'Not begun' },
  UNDER_WAY: { vi: 'Đang tiến hành', en: 'Under way' },
  CONCLUDED: { vi: 'Đã kết luận', en: 'Concluded' },
  DROPPED: { vi: 'Không tiến hành', en: 'Dropped' },
} satisfies Record<string, Label>
export type SubjectState = keyof typeof SUBJECT_STATES

/** What a round concludes of a subject. */
export const SUBJECT_RESULTS = {
  NO_SHORTCOMING: { vi: 'Không có khuyết điểm', en: 'No shortcoming' },
  SHORTCOMING: { vi: 'Có khuyết điểm, thiếu sót', en: 'Shortcomings' },
  SUSPECTED_VIOLATION: { vi: 'Có dấu hiệu vi phạm', en: 'Signs of a violation' },
  VIOLATION: { vi: 'Có vi phạm', en: 'Violation' },
  DISCIPLINE: { vi: 'Vi phạm đến mức phải thi hành kỷ luật', en: 'Violation to be disciplined' },
} satisfies Record<string, Label>
export type SubjectResult = keyof typeof SUBJECT_RESULTS

/** A finding praises, names a shortcoming, or names signs of a violation. */
export const FINDING_KINDS = {
  PRAISE: { vi: 'Ưu điểm', en: 'Praise' },
  SHORTCOMING: { vi: 'Khuyết điểm, thiếu sót', en: 'Shortcoming' },
  SUSPECTED_VIOLATION: { vi: 'Dấu hiệu vi phạm', en: 'Suspected violation' },
} satisfies Record<string, Label>
export type FindingKind = keyof typeof FINDING_KINDS

/** What a finding is on. */
export const FINDING_ABOUT = {
  UNIT: { vi: 'Đơn vị', en: 'Unit' },
  PERSON: { vi: 'Đảng viên, quần chúng', en: 'Person' },
  DOSSIER: { vi: 'Hồ sơ kết nạp', en: 'Dossier' },
  TARGET: { vi: 'Chỉ tiêu', en: 'Target' },
  DOCUMENT: { vi: 'Văn bản', en: 'Document' },
} satisfies Record<string, Label>
export type FindingAbout = keyof typeof FINDING_ABOUT

/** How far a finding has come. Praise is closed as soon as it is made. */
export const FINDING_STATES = {
  OPEN: { vi: 'Chờ trả lời', en: 'To be answered' },
  ANSWERED: { vi: 'Đã trả lời, chờ phúc tra', en: 'Answered, to be re-checked' },
  RECHECKED: { vi: 'Đã phúc tra', en: 'Re-checked' },
  REOPENED: { vi: 'Mở lại, chờ trả lời', en: 'Reopened, to be answered' },
  CLOSED: { vi: 'Đã kết thúc', en: 'Closed' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
} satisfies Record<string, Label>
export type FindingState = keyof typeof FINDING_STATES

/** States in which the responsible unit owes an answer: only these can be overdue. */
export const AWAITING_ANSWER: readonly FindingState[] = ['OPEN', 'REOPENED']

/** States after which nothing more is expected of anybody. */
export const FINDING_ENDED: readonly FindingState[] = ['CLOSED', 'WITHDRAWN']

/** What was done with a finding; every step is dated, signed and kept. */
export const FINDING_STEPS = {
  MADE: { vi: 'Ghi phát hiện', en: 'Made' },
  ANSWERED: { vi: 'Đơn vị trả lời', en: 'Answered' },
  RECHECKED: { vi: 'Phúc tra', en: 'Re-checked' },
  CLOSED: { vi: 'Kết thúc', en: 'Closed' },
  REOPENED: { vi: 'Mở lại', en: 'Reopened' },
  WITHDRAWN: { vi: 'Rút phát hiện', en: 'Withdrawn' },
} satisfies Record<string, Label>
export type FindingStepKind = keyof typeof FINDING_STEPS
