import type { Day } from './calendar.js'
import type { CodeList, CountBasis, MemberBase, Perimeter } from './code-lists.js'
import type { Rounding } from './rounding.js'
import type { TargetKind } from './targets.js'

/** How a figure stands to what it is compared with. A figure without a value fulfils MISSING and nothing else. */
export const COMPARE_OPERATORS = {
  MORE: { vi: 'lớn hơn', en: 'more than' },
  AT_LEAST: { vi: 'từ', en: 'at least' },
  LESS: { vi: 'nhỏ hơn', en: 'less than' },
  AT_MOST: { vi: 'không quá', en: 'at most' },
  EQUAL: { vi: 'bằng', en: 'equal to' },
  NOT_EQUAL: { vi: 'khác', en: 'other than' },
  BETWEEN: { vi: 'trong khoảng', en: 'between' },
  MISSING: { vi: 'không có số liệu', en: 'without a value' },
  PRESENT: { vi: 'có số liệu', en: 'with a value' },
} satisfies CodeList<string>
export type CompareOperator = keyof typeof COMPARE_OPERATORS

/** What a figure is compared with; all but a number are taken times the factor. */
export const COMPARED_TO = {
  NUMBER: { vi: 'một số', en: 'a number' },
  INDICATOR: { vi: 'số liệu khác của đơn vị', en: 'another figure of the unit' },
  PARENT: { vi: 'số liệu của cấp trên trực tiếp', en: 'the figure of the unit above' },
  PEERS_MEDIAN: { vi: 'trung vị của các đơn vị cùng cấp', en: 'the median of units of the same tier' },
} satisfies CodeList<string>
export type ComparedTo = keyof typeof COMPARED_TO

/**
 * A figure of the unit against something. `from` and `asOf` ask about a period of its own (December of the year, say);
 * `years`: in each of so many years running, the last being the one asked about. Compared as it is, before rounding.
 */
export interface QueryComparison {
  indicator: string
  operator: CompareOperator
  to?: ComparedTo | null
  number?: number | null
  /** BETWEEN: the upper bound, which is inside. */
  upTo?: number | null
  /** INDICATOR: the other one, over the period of the question. */
  other?: string | null
  factor?: number | null
  years?: number | null
  from?: Day | null
  asOf?: Day | null
}

/** What can be said of a unit besides its figures. */
export const UNIT_FACTS = {
  TARGET_RAISED_AFTER: {
    vi: 'Chỉ tiêu của năm được nâng sau ngày',
    en: 'Target of the year raised after the day',
  },
  TARGET_LOWERED_AFTER: {
    vi: 'Chỉ tiêu của năm bị hạ sau ngày',
    en: 'Target of the year lowered after the day',
  },
  TARGET_PARTS_DIFFER: {
    vi: 'Chỉ tiêu giao xuống cộng lại khác chỉ tiêu được giao',
    en: 'Targets allotted below do not add up to the target',
  },
  DECLARED_DIFFERS: {
    vi: 'Số liệu công bố khác số liệu ghi nhận',
    en: 'Declared figures differ from what is recorded',
  },
  DECLARED_PARTS_DIFFER: {
    vi: 'Số liệu công bố của các đơn vị trực thuộc cộng lại khác số của đơn vị',
    en: 'Figures declared by the units below do not add up to that of the unit',
  },
  ENDED_WITH_FIGURES: {
    vi: 'Đã kết thúc nhưng còn số liệu, chỉ tiêu sau ngày kết thúc',
    en: 'Ended, yet with figures or targets after its end',
  },
} satisfies CodeList<string>
export type UnitFact = keyof typeof UNIT_FACTS

/** A fact that holds of the unit in the period; `after` is the day of the two about targets. */
export interface QueryFact {
  fact: UnitFact
  after?: Day | null
}

/** Exactly one of these: all of, any of, a comparison, a text in the name, a fact. */
export interface QueryCondition {
  all?: QueryCondition[] | null
  any?: QueryCondition[] | null
  compare?: QueryComparison | null
  /** Found in the name without regard to accents and case. */
  name?: string | null
  fact?: QueryFact | null
}

/** By an indicator, or by name where none is given; missing values last either way. */
export interface QueryOrder {
  indicator?: string | null
  direction: 'ASC' | 'DESC'
}

/** A question about units. Lists that are absent or empty leave all in; ids are those of the API. */
export interface OrganizationQuery {
  /** Units that are asked with all that stands below them; absent: everything whose figures the viewer may read. */
  scope?: string[] | null
  tiers?: string[] | null
  kinds?: string[] | null
  sectors?: string[] | null
  groups?: string[] | null
  /** Only this unit, those that it was formed from, and those that it became. */
  lineageOf?: string | null
  /** Also units that had ended by then. */
  ended?: boolean | null
  from: Day
  asOf: Day
  perimeter?: Perimeter | null
  treeAt?: Day | null
  countBasis?: CountBasis | null
  targetKind?: TargetKind | null
  memberBase?: MemberBase | null
  rounding?: Rounding | null
  /** Only what had been recorded by the end of this day. */
  knownOn?: Day | null
  where?: QueryCondition | null
  /** The columns. */
  indicators: string[]
  orderBy?: QueryOrder[] | null
}

/** Why a column has no total. */
export const TOTAL_WITHHELD = {
  NESTED: {
    vi: 'trong danh sách có đơn vị nằm trong đơn vị khác, cộng lại sẽ tính trùng',
    en: 'some of the units stand below others of them, and would count twice',
  },
  TRANSFERS: {
    vi: 'chuyển sinh hoạt giữa các đơn vị trong danh sách không cộng được',
    en: 'transfers between the units do not add up',
  },
  STATE: { vi: 'số này của từng đơn vị, không cộng được', en: 'a state of each unit, not a sum' },
} satisfies CodeList<string>
export type TotalWithheld = keyof typeof TOTAL_WITHHELD

/** Whom a question about persons is about. */
export const PERSON_SUBJECTS = {
  CANDIDATES: { vi: 'Nguồn phát triển đảng', en: 'Candidates' },
  ADMISSIONS: { vi: 'Người được kết nạp', en: 'Admissions' },
} satisfies CodeList<string>
export type PersonSubject = keyof typeof PERSON_SUBJECTS

/** Attributes by which persons are told; codes as in the lists of these. */
export const PERSON_ATTRIBUTES = {
  SEX: { vi: 'Giới tính', en: 'Sex' },
  ETHNICITY: { vi: 'Dân tộc', en: 'Ethnicity' },
  RELIGION: { vi: 'Tôn giáo', en: 'Religion' },
  OCCUPATION: { vi: 'Nghề nghiệp', en: 'Occupation' },
  SOURCE_KIND: { vi: 'Loại nguồn', en: 'Kind of source' },
  INTRODUCER: { vi: 'Tổ chức giới thiệu', en: 'Introducing organization' },
  DEGREE: { vi: 'Trình độ chuyên môn', en: 'Degree' },
  STAGE: { vi: 'Giai đoạn', en: 'Stage' },
} satisfies CodeList<string>
export type PersonAttribute = keyof typeof PERSON_ATTRIBUTES

/** Days by which persons can be told. */
export const PERSON_DAYS = {
  BIRTH: { vi: 'Ngày sinh', en: 'Birth' },
  SINCE: { vi: 'Vào giai đoạn hiện nay', en: 'In the stage since' },
  LISTED: { vi: 'Vào danh sách cảm tình', en: 'Listed' },
  CERTIFIED: { vi: 'Hoàn thành lớp nhận thức', en: 'Course completed' },
  DECIDED: { vi: 'Quyết định kết nạp', en: 'Decision' },
  RECORDED: { vi: 'Ngày nhập vào hệ thống', en: 'Recorded' },
} satisfies CodeList<string>
export type PersonDay = keyof typeof PERSON_DAYS

/** What can be said of a person besides attributes and days. `days` or `times` where the label says n. */
export const PERSON_FACTS = {
  NO_MENTOR: { vi: 'Chưa có người giúp đỡ', en: 'Without mentor', needs: null },
  CERTIFICATE_EXPIRED: {
    vi: 'Giấy chứng nhận đã quá hạn vào ngày quyết định (nguồn: vào ngày xem)',
    en: 'Certificate expired on the day of the decision (candidates: on the as-of date)',
    needs: null,
  },
  CERTIFICATE_EXPIRED_AT_VOTE: {
    vi: 'Giấy chứng nhận đã quá hạn khi chi bộ biểu quyết (theo hồ sơ kết nạp)',
    en: 'Certificate expired when the cell voted (by the dossier)',
    needs: null,
  },
  SAME_RECOMMENDER_MORE_THAN: {
    vi: 'Người giới thiệu trong hồ sơ giới thiệu hơn n người trong danh sách được hỏi',
    en: 'A recommender in their dossier has recommended more than n of those asked about',
    needs: 'times',
  },
  CERTIFICATE_EXPIRES_WITHIN: {
    vi: 'Giấy chứng nhận hết hạn trong n ngày tới',
    en: 'Certificate expires within n days',
    needs: 'days',
  },
  NO_CERTIFICATE: {
    vi: 'Không có giấy chứng nhận lớp nhận thức',
    en: 'Without certificate of the awareness course',
    needs: null,
  },
  SAME_MENTOR_MORE_THAN: {
    vi: 'Người giúp đỡ phụ trách hơn n người trong danh sách được hỏi',
    en: 'A mentor of theirs has more than n of those asked about',
    needs: 'times',
  },
  RECORDED_LATER_THAN: {
    vi: 'Nhập vào hệ thống sau sự kiện hơn n ngày',
    en: 'Recorded more than n days after the event',
    needs: 'days',
  },
  IN_ENDED_UNIT: {
    vi: 'Ghi ở đơn vị đã kết thúc',
    en: 'On record at a unit that had ended',
    needs: null,
  },
} satisfies Record<string, { vi: string; en: string; needs: 'days' | 'times' | null }>
export type PersonFact = keyof typeof PERSON_FACTS

/** Exactly one of these. `not` turns the single tests around. */
export interface PersonCondition {
  all?: PersonCondition[] | null
  any?: PersonCondition[] | null
  attribute?: { attribute: PersonAttribute; codes: string[]; not?: boolean | null } | null
  day?: { day: PersonDay; from?: Day | null; to?: Day | null } | null
  fact?: { fact: PersonFact; number?: number | null; not?: boolean | null } | null
}

/** A question about persons: candidates as of a day, or admissions of a period (by the decision). */
export interface PersonQuery {
  subject: PersonSubject
  scope?: string[] | null
  /** ADMISSIONS: first day of the period. */
  from?: Day | null
  asOf: Day
  where?: PersonCondition | null
}
