import type { CandidateStage } from './code-lists.js'
import type { DeadlineState, DossierState } from './procedure.js'
import type { RuleCode } from './rules.js'
import type { Label } from './text.js'

/** What there is to be done by a day. */
export const DUE_KINDS = {
  COURSE_RESULT: { vi: 'Ghi kết quả lớp học', en: 'Record the result of the course' },
  MENTOR_REVIEW: { vi: 'Nhận xét định kỳ của người giúp đỡ', en: 'Review by the mentor' },
  HANDOVER: { vi: 'Trả lời bàn giao nguồn', en: 'Answer a hand-over of a candidate' },
  AGE: { vi: 'Xét kết nạp trước khi quá tuổi', en: 'Admission before the age is passed' },
  CERTIFICATE: {
    vi: 'Chi bộ xét trước khi giấy chứng nhận hết hạn',
    en: 'Vote before the certificate expires',
  },
  PAPERS: { vi: 'Chi bộ xét trước khi giấy tờ hết giá trị', en: 'Vote before the papers expire' },
  VERIFICATION: { vi: 'Trả lời thẩm tra lý lịch', en: 'Answer to the verification' },
  DECISION: { vi: 'Xem xét, quyết định kết nạp', en: 'Decision on admission' },
  CEREMONY: { vi: 'Tổ chức lễ kết nạp', en: 'Ceremony' },
  RECOGNITION_MEETING: { vi: 'Chi bộ xét công nhận chính thức', en: 'The cell considers recognition' },
  RECOGNITION_DECISION: { vi: 'Quyết định công nhận chính thức', en: 'Decision on recognition' },
} satisfies Record<string, Label>
export type DueKind = keyof typeof DUE_KINDS

export const DUE_KIND_CODES = Object.keys(DUE_KINDS) as DueKind[]

/** How something that is still to be done stands on a day. */
export const DUE_STATES = ['OVERDUE', 'UNKNOWN', 'WARN', 'OPEN'] as const satisfies readonly DeadlineState[]
export type DueState = (typeof DUE_STATES)[number]

/** The rules by which something is due: its last day, and from when on it is a warning. */
export const DUE_RULES: Record<DueKind, { due: RuleCode; warning: RuleCode }> = {
  COURSE_RESULT: { due: 'COURSE_RESULT_DAYS', warning: 'COURSE_RESULT_WARNING_DAYS' },
  MENTOR_REVIEW: { due: 'MENTOR_REVIEW_MONTHS', warning: 'MENTOR_REVIEW_WARNING_DAYS' },
  HANDOVER: { due: 'HANDOVER_ANSWER_DAYS', warning: 'HANDOVER_WARNING_DAYS' },
  AGE: { due: 'ADMISSION_AGE_MOST', warning: 'AGE_WARNING_MONTHS' },
  CERTIFICATE: { due: 'CERTIFICATE_MONTHS', warning: 'CERTIFICATE_WARNING_MONTHS' },
  PAPERS: { due: 'PAPERS_MONTHS', warning: 'PAPERS_WARNING_MONTHS' },
  VERIFICATION: { due: 'VERIFICATION_ANSWER_DAYS', warning: 'VERIFICATION_WARNING_DAYS' },
  DECISION: { due: 'DECISION_DAYS', warning: 'DECISION_WARNING_DAYS' },
  CEREMONY: { due: 'CEREMONY_DAYS', warning: 'CEREMONY_WARNING_DAYS' },
  RECOGNITION_MEETING: { due: 'RECOGNITION_MEETING_DAYS', warning: 'RECOGNITION_WARNING_DAYS' },
  RECOGNITION_DECISION: { due: 'RECOGNITION_DECISION_DAYS', warning: 'RECOGNITION_WARNING_DAYS' },
}

/** Stages of a candidate on whom the cell has not agreed yet. */
export const BEFORE_VOTE = [
  ...['IDENTIFIED', 'SYMPATHISER', 'IN_CLASS', 'CERTIFIED', 'DOSSIER_OPEN', 'VERIFYING', 'READY'],
] as readonly CandidateStage[]

/** States in which a dossier waits for what is due. */
export const DUE_STANDS: Partial<Record<DueKind, readonly DossierState[]>> = {
  PAPERS: ['DOSSIER_OPEN', 'VERIFYING', 'READY'],
  VERIFICATION: ['DOSSIER_OPEN', 'VERIFYING'],
  DECISION: ['CELL_APPROVED', 'SECTION_APPRAISED', 'GRASSROOTS_PROPOSED'],
  CEREMONY: ['DECIDED'],
  RECOGNITION_MEETING: ['ADMITTED'],
  RECOGNITION_DECISION: ['RECOGNITION_PROPOSED', 'RECOGNITION_REPORTED'],
}
