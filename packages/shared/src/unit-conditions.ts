import type { CodeList } from './code-lists.js'
import type { Label } from './text.js'

/** What units can be counted by. */
export const UNIT_ATTRIBUTES = {
  TIER: { vi: 'Cấp', en: 'Tier' },
  KIND: { vi: 'Loại hình', en: 'Kind' },
  SECTOR: { vi: 'Lĩnh vực', en: 'Sector' },
} satisfies Record<string, Label>
export type UnitAttribute = keyof typeof UNIT_ATTRIBUTES

/** How the number of units below another changes, with the sign of the change. */
export const UNIT_ACTS = {
  FOUNDED: { sign: 1, label: { vi: 'Thành lập', en: 'Founded' } },
  TAKEN_OVER: { sign: 1, label: { vi: 'Tiếp nhận', en: 'Taken over' } },
  RECLASSIFIED_IN: {
    sign: 1,
    label: { vi: 'Tăng do đổi cấp, loại hình', en: 'Reclassified into' },
  },
  DISSOLVED: { sign: -1, label: { vi: 'Giải thể', en: 'Dissolved' } },
  HANDED_OVER: { sign: -1, label: { vi: 'Bàn giao', en: 'Handed over' } },
  RECLASSIFIED_OUT: {
    sign: -1,
    label: { vi: 'Giảm do đổi cấp, loại hình', en: 'Reclassified out of' },
  },
} as const satisfies Record<string, { sign: 1 | -1; label: Label }>
export type UnitAct = keyof typeof UNIT_ACTS

/** What a unit can fulfil in a period; `indicators` are the figures that decide. */
export interface ConditionRule {
  label: Label
  indicators: readonly string[]
  /** Why a unit is not counted at all, where that can be, and what is said of those that are. */
  notCounted?: UnitNotCounted
  counted?: Label
}

/** Why a condition cannot be put to a unit. `{years}` stands for the years asked about. */
export const UNIT_NOT_COUNTED = {
  NO_TARGET: { vi: 'Chưa có chỉ tiêu', en: 'No target' },
  HAS_SOURCES: { vi: 'Đang có nguồn', en: 'Has candidates' },
  TOO_YOUNG: {
    vi: 'Thành lập chưa đủ {years} năm, chưa kết nạp lần nào',
    en: 'Founded less than {years} years ago, nobody admitted yet',
  },
} satisfies CodeList<string>
export type UnitNotCounted = keyof typeof UNIT_NOT_COUNTED

/** `{years}` stands for the years asked about. */
export const UNIT_CONDITIONS = {
  ADMITTED_ANYONE: {
    label: { vi: 'Có kết nạp đảng viên', en: 'Admitted anyone' },
    indicators: ['admitted'],
  },
  NOBODY_FOR_YEARS: {
    label: {
      vi: 'Không kết nạp từ {years} năm trở lên',
      en: 'Admitted nobody for {years} years or more',
    },
    indicators: ['yearsSinceLastAdmission'],
    notCounted: 'TOO_YOUNG',
    counted: {
      vi: 'đã thành lập đủ {years} năm hoặc đã từng kết nạp',
      en: 'founded {years} years ago or that ever admitted anyone',
    },
  },
  REACHED_TARGET: {
    label: { vi: 'Đạt chỉ tiêu kết nạp', en: 'Reached the target' },
    indicators: ['admitted', 'target', 'completion'],
    notCounted: 'NO_TARGET',
    counted: { vi: 'có chỉ tiêu', en: 'with a target' },
  },
  ROSE_AGAINST_LAST_YEAR: {
    label: {
      vi: 'Kết nạp nhiều hơn cùng kỳ năm trước',
      en: 'Admitted more than in the same period last year',
    },
    indicators: ['admitted'],
  },
  HAS_SOURCES: {
    label: { vi: 'Có nguồn phát triển đảng', en: 'Has candidates' },
    indicators: ['candidates'],
  },
  NO_SOURCE_DECLARED: {
    label: { vi: 'Không có nguồn và đã báo rõ nguyên nhân', en: 'Has no candidates and has stated why' },
    indicators: ['candidates'],
    notCounted: 'HAS_SOURCES',
    counted: { vi: 'không có nguồn', en: 'without candidates' },
  },
  INTRODUCED_ANYONE: {
    label: { vi: 'Có giới thiệu người vào Đảng', en: 'Introduced anyone' },
    indicators: ['introduced'],
  },
} as const satisfies Record<string, ConditionRule>
export type UnitCondition = keyof typeof UNIT_CONDITIONS

/** The definition behind a code. */
export function unitCondition(code: UnitCondition): ConditionRule {
  return UNIT_CONDITIONS[code]
}

/** Where a unit stands in the answer. */
export const UNIT_PARTS = {
  FULFILLING: { vi: 'Có', en: 'Yes' },
  NOT_FULFILLING: { vi: 'Không', en: 'No' },
  NOT_COUNTED: { vi: 'Không tính', en: 'Not counted' },
} satisfies CodeList<string>
export type UnitPart = keyof typeof UNIT_PARTS

/** The years that a condition can ask about. */
export const MOST_CONDITION_YEARS = 100

/** A label with the years asked about in it. */
export function withYears(label: Label, years: number | null | undefined): Label {
  const text = String(years ?? 1)
  return { vi: label.vi.replace('{years}', text), en: label.en.replace('{years}', text) }
}
