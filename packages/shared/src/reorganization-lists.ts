import type { Label } from './text.js'

/** How far a reorganization has come. */
export const REORGANIZATION_STATUSES = {
  DRAFT: { vi: 'Đang soạn', en: 'Draft' },
  APPLIED: { vi: 'Đã thực hiện', en: 'Applied' },
  UNDONE: { vi: 'Đã hoàn tác', en: 'Undone' },
} satisfies Record<string, Label>
export type ReorganizationStatus = keyof typeof REORGANIZATION_STATUSES

/** What becomes of the targets of a unit that ends within their years. */
export const TARGET_RULES = {
  CARRY_OVER: { vi: 'Chuyển nguyên sang đơn vị kế thừa', en: 'Carried over to the successor' },
  SUM: { vi: 'Cộng dồn vào đơn vị kế thừa', en: 'Added up at the successor' },
  CLOSE: { vi: 'Khép lại cùng đơn vị', en: 'Closed with the unit' },
} satisfies Record<string, Label>
export type TargetRule = keyof typeof TARGET_RULES

/** How much of a unit goes to a successor. */
export const EXTENTS = {
  WHOLE: { vi: 'Toàn bộ', en: 'Whole' },
  PART: { vi: 'Một phần', en: 'Part' },
} satisfies Record<string, Label>
export type Extent = keyof typeof EXTENTS

/** By what the persons of a split cell can be assigned by rule. */
export const SHARE_ATTRIBUTES = {
  OCCUPATION: { vi: 'Nghề nghiệp', en: 'Occupation' },
  YOUTH_UNION: { vi: 'Đoàn viên thanh niên', en: 'Youth Union' },
  FEMALE: { vi: 'Giới tính', en: 'Sex' },
  ETHNICITY: { vi: 'Dân tộc', en: 'Ethnic group' },
  BIRTH_YEAR: { vi: 'Năm sinh', en: 'Year of birth' },
  NAME: { vi: 'Tên, theo bảng chữ cái', en: 'Name, by the alphabet' },
} satisfies Record<string, Label>
export type ShareAttribute = keyof typeof SHARE_ATTRIBUTES
