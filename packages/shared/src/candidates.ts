import type { CandidateStage } from './code-lists.js'
import type { Label } from './text.js'

/** Stages of candidates whose dossier is open, in their order. */
export const DOSSIER_STAGES = [
  'DOSSIER_OPEN',
  'VERIFYING',
  'READY',
  'CELL_APPROVED',
  'SECTION_APPRAISED',
  'GRASSROOTS_PROPOSED',
] as const satisfies readonly CandidateStage[]

/** Whether a candidate of that stage has a dossier. */
export const hasDossier = (stage: CandidateStage): boolean =>
  (DOSSIER_STAGES as readonly CandidateStage[]).includes(stage)

/** What comes next for a candidate. */
export const CANDIDATE_STEPS = {
  AWAIT_HANDOVER: { vi: 'Chờ nơi nhận tiếp nhận', en: 'The other unit is to accept' },
  ASSIGN_MENTOR: { vi: 'Phân công người giúp đỡ', en: 'Assign a mentor' },
  LIST: { vi: 'Đưa vào danh sách cảm tình Đảng', en: 'Put on the list of sympathisers' },
  ENROL: { vi: 'Cử đi học lớp nhận thức', en: 'Enrol in the awareness course' },
  RECORD_RESULT: { vi: 'Ghi kết quả lớp học', en: 'Record the result of the course' },
  START_DOSSIER: { vi: 'Lập hồ sơ kết nạp', en: 'Start the dossier' },
  DOSSIER_BEFORE_EXPIRY: {
    vi: 'Lập hồ sơ trước khi giấy chứng nhận hết hạn',
    en: 'Dossier before the certificate expires',
  },
  PURSUE_DOSSIER: { vi: 'Tiếp tục hồ sơ kết nạp', en: 'Go on with the dossier' },
  REPEAT_COURSE: {
    vi: 'Giấy chứng nhận hết hạn, phải học lại',
    en: 'Certificate expired, repeat the course',
  },
  REVIEW: { vi: 'Nhận xét định kỳ', en: 'Review by the mentor' },
  BEFORE_AGE: { vi: 'Sắp quá tuổi kết nạp', en: 'Soon beyond the age of admission' },
} satisfies Record<string, Label>
export type CandidateStep = keyof typeof CANDIDATE_STEPS

/** What the list of candidates can be narrowed to. */
export const CANDIDATE_NEEDS = {
  MENTOR: { vi: 'Chưa có người giúp đỡ', en: 'Without mentor' },
  REVIEW: { vi: 'Đến kỳ nhận xét', en: 'Review due' },
  LISTING: { vi: 'Chưa vào danh sách cảm tình', en: 'Not on the list yet' },
  COURSE: { vi: 'Cần cử đi học', en: 'To be enrolled' },
  EXPIRING: { vi: 'Giấy chứng nhận sắp hết hạn', en: 'Certificate expiring' },
  REPEAT: { vi: 'Phải học lại', en: 'Must repeat the course' },
  HANDOVER: { vi: 'Đang chờ bàn giao', en: 'Hand-over pending' },
} satisfies Record<string, Label>
export type CandidateNeed = keyof typeof CANDIDATE_NEEDS

/** How an offer of a candidate ended. */
export const HANDOVER_OUTCOMES = {
  ACCEPTED: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  DECLINED: { vi: 'Không tiếp nhận', en: 'Declined' },
  WITHDRAWN: { vi: 'Rút lại', en: 'Taken back' },
} satisfies Record<string, Label>
export type HandoverOutcome = keyof typeof HANDOVER_OUTCOMES
