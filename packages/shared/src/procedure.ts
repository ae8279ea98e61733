import type { CandidateStage, EventKind } from './code-lists.js'
import type { RuleCode } from './rules.js'
import type { Label } from './text.js'

/** Where a dossier stands: before the decision, decided or on probation, or at its end. */
export type DossierPhase = 'CANDIDATE' | 'MEMBER' | 'END'

interface StateDefinition {
  label: Label
  phase: DossierPhase
  /** The stage in which the ledger counts the candidate. */
  stage?: CandidateStage
}

const before = (stage: CandidateStage, vi: string, en: string): StateDefinition => ({
  label: { vi, en },
  phase: 'CANDIDATE',
  stage,
})
const member = (vi: string, en: string): StateDefinition => ({ label: { vi, en }, phase: 'MEMBER' })
const end = (vi: string, en: string): StateDefinition => ({ label: { vi, en }, phase: 'END' })

/** Every state of a dossier. */
export const DOSSIER_STATES = {
  DOSSIER_OPEN: before('DOSSIER_OPEN', 'Đang lập hồ sơ', 'Dossier open'),
  VERIFYING: before('VERIFYING', 'Đang thẩm tra lý lịch', 'Background being verified'),
  READY: before('READY', 'Đủ hồ sơ, chờ chi bộ xét', 'Ready for the cell'),
  REPORTED: before('READY', 'Chi bộ không đủ phiếu, đã báo cáo cấp trên', 'Votes spent, reported upwards'),
  CELL_APPROVED: before('CELL_APPROVED', 'Chi bộ đã đề nghị', 'Proposed by the cell'),
  SECTION_APPRAISED: before('SECTION_APPRAISED', 'Đảng ủy bộ phận đã thẩm định', 'Appraised by the section'),
  GRASSROOTS_PROPOSED: before(
    'GRASSROOTS_PROPOSED',
    'Đảng ủy cơ sở đã đề nghị',
    'Proposed by the grassroots',
  ),
  DECIDED: member('Có quyết định, chờ lễ kết nạp', 'Decided, before the ceremony'),
  ADMITTED: member('Đảng viên dự bị', 'On probation'),
  RECOGNITION_REPORTED: member(
    'Không đủ phiếu công nhận chính thức, đã báo cáo cấp trên',
    'Votes on recognition spent, reported upwards',
  ),
  RECOGNITION_PROPOSED: member('Chi bộ đề nghị công nhận chính thức', 'Recognition proposed'),
  OFFICIAL: end('Đảng viên chính thức', 'Official member'),
  RETURNED: end('Đã trả lại hồ sơ', 'Returned'),
  REJECTED_BY_VOTE: end('Không kết nạp, chi bộ không đủ phiếu', 'Rejected, the cell did not agree'),
  REJECTED_BY_COMMITTEE: end('Cấp ủy không chuẩn y kết nạp', 'Rejected by the committee'),
  STRUCK: end('Đưa ra khỏi danh sách nguồn', 'Struck from the list'),
  DECISION_CANCELLED: end('Hủy quyết định kết nạp', 'Decision cancelled'),
  PROBATION_REMOVED: end('Xóa tên trong thời gian dự bị', 'Removed in probation'),
  LEFT: end('Chuyển đi hoặc thôi là đảng viên trong thời gian dự bị', 'Left during probation'),
  VOID: end('Lập nhầm, đã đính chính', 'Opened by mistake'),
} as const satisfies Record<string, StateDefinition>
export type DossierState = keyof typeof DOSSIER_STATES

/** The definition of a state. */
export const dossierState = (state: DossierState): StateDefinition => DOSSIER_STATES[state]

/** How a step came out: a vote or decision for or against; LAST_NO: the last vote that the rule allows. */
export const STEP_OUTCOMES = {
  YES: { vi: 'Đồng ý', en: 'Agreed' },
  NO: { vi: 'Không đồng ý', en: 'Not agreed' },
  LAST_NO: { vi: 'Không đủ phiếu, báo cáo cấp trên', en: 'Not agreed for the last time, goes up' },
} satisfies Record<string, Label>
export type StepOutcome = keyof typeof STEP_OUTCOMES

/** Who takes a step. DECIDING: the committee with the power to admit, which depends on the unit and the day. */
export const STEP_BODIES = {
  CELL: { vi: 'Chi bộ', en: 'Cell' },
  SECTION: { vi: 'Đảng ủy bộ phận', en: 'Section committee' },
  GRASSROOTS: { vi: 'Đảng ủy cơ sở', en: 'Grassroots committee' },
  DECIDING: { vi: 'Cấp ủy có thẩm quyền', en: 'Committee with the power to decide' },
} satisfies Record<string, Label>
export type StepBody = keyof typeof STEP_BODIES

/** What has to be done by when. */
export const DOSSIER_DEADLINES = {
  PAPERS: { vi: 'Giấy tờ của hồ sơ còn giá trị', en: 'Papers valid' },
  CERTIFICATE: { vi: 'Giấy chứng nhận lớp nhận thức còn giá trị', en: 'Certificate valid' },
  VERIFICATION: { vi: 'Trả lời thẩm tra lý lịch', en: 'Answers to the verification' },
  DECISION: { vi: 'Xem xét, quyết định kết nạp', en: 'Decision on admission' },
  CEREMONY: { vi: 'Tổ chức lễ kết nạp', en: 'Ceremony' },
  PROBATION: { vi: 'Hết thời gian dự bị', en: 'End of probation' },
  RECOGNITION_MEETING: { vi: 'Chi bộ xét công nhận chính thức', en: 'The cell considers recognition' },
  RECOGNITION_DECISION: { vi: 'Quyết định công nhận chính thức', en: 'Decision on recognition' },
} satisfies Record<string, Label>
export type DossierDeadlineKind = keyof typeof DOSSIER_DEADLINES

/** How a deadline stands on a day. LATE: met, but after it. */
export const DEADLINE_STATES = {
  OPEN: { vi: 'Trong hạn', en: 'Open' },
  WARN: { vi: 'Sắp đến hạn', en: 'Soon due' },
  OVERDUE: { vi: 'Quá hạn', en: 'Overdue' },
  MET: { vi: 'Đúng hạn', en: 'Met' },
  LATE: { vi: 'Trễ hạn', en: 'Late' },
  UNKNOWN: { vi: 'Chưa tính được', en: 'Cannot be computed' },
} satisfies Record<string, Label>
export type DeadlineState = keyof typeof DEADLINE_STATES

/** Cases that need an approval of their own before the decision. */
export const SPECIAL_CASES = {
  OVER_AGE: { vi: 'Trên tuổi quy định', en: 'Over age' },
  SCHOOLING: { vi: 'Học vấn thấp hơn quy định', en: 'Schooling below the rule' },
  READMISSION: { vi: 'Kết nạp lại', en: 'Readmission' },
  RELIGION: { vi: 'Người có đạo', en: 'Religious follower' },
  BUSINESS_OWNER: { vi: 'Chủ doanh nghiệp tư nhân', en: 'Business owner' },
  FOREIGN_MARRIAGE: { vi: 'Có vợ hoặc chồng là người nước ngoài', en: 'Married to a foreigner' },
} satisfies Record<string, Label>
export type SpecialCase = keyof typeof SPECIAL_CASES

/** What the committee that was asked says of the background. */
export const LETTER_OUTCOMES = {
  CLEAR: { vi: 'Không có vấn đề', en: 'Nothing against it' },
  UNCLEAR: { vi: 'Còn điểm chưa rõ', en: 'Points still unclear' },
  ADVERSE: { vi: 'Có vấn đề về chính trị', en: 'Speaks against it' },
} satisfies Record<string, Label>
export type LetterOutcome = keyof typeof LETTER_OUTCOMES

/** From which states a step leads where. */
export interface Move {
  from: readonly DossierState[]
  outcome: StepOutcome | null
  to: DossierState
}

/** A row of the procedure. */
export interface StepDefinition {
  label: Label
  body: StepBody
  /** By what it counts as an event of the person; null: nothing is counted by it. */
  event: EventKind | null
  /** Forms that must be at hand and valid, each one of several; those that the catalogue of the day has. */
  papers: ReadonlyArray<readonly string[]>
  /** The form that it makes out. */
  makes?: string
  /** Numbers by which it is judged. */
  rules: readonly RuleCode[]
  begins: readonly DossierDeadlineKind[]
  ends: readonly DossierDeadlineKind[]
  moves: readonly Move[]
  /** Follows from something recorded elsewhere; nobody takes it as a step. */
  follows?: true
}

const applying = [['1-KNĐ'], ['2-KNĐ'], ['3-KNĐ', '3A-KNĐ'], ['5-KNĐ', '5B-KNĐ', '5C-KNĐ']] as const
const probation = [['10-KNĐ'], ['11-KNĐ'], ['12-KNĐ']] as const
const preparing = ['DOSSIER_OPEN', 'VERIFYING', 'READY'] as const
const proposed = ['CELL_APPROVED', 'SECTION_APPRAISED', 'GRASSROOTS_PROPOSED'] as const
const onProbation = ['ADMITTED', 'RECOGNITION_REPORTED', 'RECOGNITION_PROPOSED'] as const
const recommending: readonly RuleCode[] = ['RECOMMENDERS', 'RECOMMENDER_MONTHS_TOGETHER', 'PAPERS_MONTHS']
const to = (
  from: readonly DossierState[],
  state: DossierState,
  outcome: StepOutcome | null = null,
): Move => ({
  from,
  outcome,
  to: state,
})
const step = (
  [vi, en]: readonly [vi: string, en: string],
  body: StepBody,
  event: EventKind | null,
  moves: readonly Move[],
  rest: Partial<StepDefinition> = {},
): StepDefinition => ({
  ...{ label: { vi, en }, body, event, moves, papers: [], rules: [], begins: [], ends: [] },
  ...rest,
})

/**
 * The procedure of admission as one table: each step with the body that takes it, the papers and rules asked, the
 * deadlines that begin or end with it, and from which state it leads where. Services, the replay of a person's events
 * and the random tests all read this; nothing else says what may follow what. OPEN begins a dossier and has no state
 * before it.
 */
export const PROCEDURE = {
  OPEN: step(['Lập hồ sơ', 'Open the dossier'], 'CELL', 'DOSSIER_OPENING', [to([], 'DOSSIER_OPEN')], {
    papers: [['1-KNĐ']],
    rules: ['READMISSION_MONTHS', 'READMISSION_MONTHS_AFTER_CRIME', 'READMISSIONS_MOST'],
    begins: ['PAPERS', 'CERTIFICATE'],
  }),
  VERIFY: step(
    ['Gửi thẩm tra lý lịch', 'Send out the verification'],
    'CELL',
    'VERIFICATION',
    [to(['DOSSIER_OPEN'], 'VERIFYING')],
    {
      papers: [['2-KNĐ']],
      rules: ['VERIFICATION_ANSWER_DAYS', 'VERIFICATION_ANSWER_ABROAD_DAYS'],
      begins: ['VERIFICATION'],
    },
  ),
  WAIVE_VERIFICATION: step(['Không phải thẩm tra', 'No verification needed'], 'CELL', null, [
    to(['DOSSIER_OPEN'], 'DOSSIER_OPEN'),
    to(['VERIFYING'], 'VERIFYING'),
  ]),
  READY: step(
    ['Hoàn chỉnh hồ sơ', 'Dossier complete'],
    'CELL',
    'DOSSIER_READY',
    [to(['DOSSIER_OPEN', 'VERIFYING'], 'READY')],
    { papers: applying, rules: recommending, ends: ['VERIFICATION'] },
  ),
  CELL_VOTE: step(
    ['Chi bộ biểu quyết', 'Vote of the cell'],
    'CELL',
    'CELL_VOTE',
    [
      to(['READY'], 'CELL_APPROVED', 'YES'),
      to(['READY'], 'READY', 'NO'),
      to(['READY'], 'REPORTED', 'LAST_NO'),
    ],
    {
      papers: applying,
      makes: '6-KNĐ',
      rules: [
        'ADMISSION_AGE_LEAST',
        'ADMISSION_AGE_MOST',
        'SCHOOLING_LEAST',
        'CERTIFICATE_MONTHS',
        ...recommending,
        'CELL_OFFICIAL_MEMBERS_LEAST',
        'CELL_VOTE_SHARE',
        'VOTES_MOST',
      ],
      begins: ['DECISION'],
      ends: ['CERTIFICATE', 'PAPERS'],
    },
  ),
  SECTION_REPORT: step(
    ['Đảng ủy bộ phận thẩm định', 'Report of the section'],
    'SECTION',
    'SECTION_APPRAISAL',
    [to(['CELL_APPROVED'], 'SECTION_APPRAISED')],
    { makes: '7-KNĐ' },
  ),
  PROPOSAL: step(
    ['Đảng ủy cơ sở đề nghị', 'Resolution of the grassroots committee'],
    'GRASSROOTS',
    'PROPOSAL',
    [to(['CELL_APPROVED', 'SECTION_APPRAISED'], 'GRASSROOTS_PROPOSED')],
    { makes: '8-KNĐ' },
  ),
  DECISION: step(
    ['Quyết định kết nạp', 'Decision on admission'],
    'DECIDING',
    'ADMISSION',
    [
      to(proposed, 'DECIDED', 'YES'),
      to(proposed, 'REJECTED_BY_COMMITTEE', 'NO'),
      to(['REPORTED'], 'REJECTED_BY_VOTE', 'NO'),
    ],
    {
      makes: '9-KNĐ',
      rules: ['COMMITTEE_VOTE_SHARE', 'DECISION_DAYS'],
      begins: ['CEREMONY'],
      ends: ['DECISION'],
    },
  ),
  CEREMONY: step(['Lễ kết nạp', 'Ceremony'], 'CELL', 'CEREMONY', [to(['DECIDED'], 'ADMITTED')], {
    rules: ['CEREMONY_DAYS', 'PROBATION_MONTHS'],
    begins: ['PROBATION'],
    ends: ['CEREMONY'],
  }),
  RECOGNITION_VOTE: step(
    ['Chi bộ biểu quyết công nhận chính thức', 'Vote of the cell on recognition'],
    'CELL',
    'RECOGNITION_VOTE',
    [
      to(['ADMITTED'], 'RECOGNITION_PROPOSED', 'YES'),
      to(['ADMITTED'], 'ADMITTED', 'NO'),
      to(['ADMITTED'], 'RECOGNITION_REPORTED', 'LAST_NO'),
    ],
    {
      papers: probation,
      makes: '13-KNĐ',
      rules: [
        'PROBATION_MONTHS',
        'RECOGNITION_MEETING_DAYS',
        'CELL_OFFICIAL_MEMBERS_LEAST',
        'CELL_VOTE_SHARE',
        'VOTES_MOST',
      ],
      begins: ['RECOGNITION_DECISION'],
      ends: ['RECOGNITION_MEETING'],
    },
  ),
  RECOGNITION: step(
    ['Quyết định công nhận chính thức', 'Decision on recognition'],
    'DECIDING',
    'RECOGNITION',
    [to(['RECOGNITION_PROPOSED', 'RECOGNITION_REPORTED'], 'OFFICIAL')],
    {
      makes: '16-KNĐ',
      rules: ['COMMITTEE_VOTE_SHARE', 'RECOGNITION_DECISION_DAYS'],
      ends: ['RECOGNITION_DECISION', 'RECOGNITION_MEETING'],
    },
  ),
  REMOVAL: step(['Xóa tên trong thời gian dự bị', 'Removal in probation'], 'DECIDING', 'REMOVAL', [
    to(onProbation, 'PROBATION_REMOVED'),
  ]),
  CANCELLATION: step(['Hủy quyết định kết nạp', 'Cancel the decision'], 'DECIDING', 'REMOVAL', [
    to(['DECIDED', ...onProbation], 'DECISION_CANCELLED'),
  ]),
  RETURN: step(['Trả lại hồ sơ', 'Return the dossier'], 'CELL', 'DOSSIER_RETURN', [
    to([...preparing, 'REPORTED', ...proposed], 'RETURNED'),
  ]),
  EXTENSION: step(
    ['Kéo dài thời hạn', 'Extend the deadline'],
    'DECIDING',
    null,
    [...proposed.map((state) => to([state], state)), to(['RECOGNITION_PROPOSED'], 'RECOGNITION_PROPOSED')],
    { rules: ['DECISION_EXTENSION_DAYS', 'RECOGNITION_EXTENSION_DAYS'] },
  ),
  STRIKE: step(
    ['Đưa ra khỏi danh sách nguồn', 'Struck from the list'],
    'CELL',
    'STRIKE',
    [to([...preparing, 'REPORTED', ...proposed], 'STRUCK')],
    { follows: true },
  ),
  LEAVE: step(
    ['Thôi là đảng viên, chuyển đi hoặc từ trần', 'Left, moved away or died'],
    'CELL',
    null,
    [to(['DECIDED', ...onProbation], 'LEFT')],
    { follows: true },
  ),
} as const satisfies Record<string, StepDefinition>
export type DossierStepKind = keyof typeof PROCEDURE

export const DOSSIER_STEP_KINDS = Object.keys(PROCEDURE) as DossierStepKind[]

/** The row of a step. */
export const procedureStep = (kind: DossierStepKind): StepDefinition => PROCEDURE[kind]

/** Where a step leads from a state with an outcome; undefined: the table does not allow it. */
export function moveOf(
  kind: DossierStepKind,
  from: DossierState,
  outcome: StepOutcome | null,
): DossierState | undefined {
  return procedureStep(kind).moves.find((move) => move.outcome === outcome && move.from.includes(from))?.to
}

/** The steps that the table allows from a state, in its order; not what follows from elsewhere. */
export function stepsFrom(state: DossierState): DossierStepKind[] {
  return DOSSIER_STEP_KINDS.filter((kind) => {
    const { follows, moves } = procedureStep(kind)
    return follows !== true && moves.some(({ from }) => from.includes(state))
  })
}
