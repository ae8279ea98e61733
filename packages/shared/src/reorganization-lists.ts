import type { Label } from './text.js'

/** How far a reorganization has come. */
export const REORGANIZATION_STATUSES = {
  DRAFT: { vi: 'Đang soạn', en: 'Draft' },
  APPLIED: { vi: 'Đã thực hiện', en: 'Applied' },
  UNDONE: { vi: 'Đã hoàn tác', en: 'Undone' },
} satisfies Record<string, Label>
export type ReorganizationStatus = keyof typeof REORGANIZATION_STATUSES

/** What is done with a reorganization as one piece of work. */
export const REORGANIZATION_ACTS = {
  APPLY: { vi: 'Thực hiện', en: 'Applying' },
  UNDO: { vi: 'Hoàn tác', en: 'Undoing' },
} satisfies Record<string, Label>
export type ReorganizationAct = keyof typeof REORGANIZATION_ACTS

/** The steps of that work, in order. */
export const REORGANIZATION_STEPS = {
  WAITING: { vi: 'Chờ việc khác xong', en: 'Waiting for other work' },
  CHECKING: { vi: 'Kiểm tra các việc', en: 'Checking the operations' },
  TREE: { vi: 'Sắp xếp cây tổ chức', en: 'Arranging the tree' },
  PERSONS: { vi: 'Chuyển đảng viên, nguồn', en: 'Taking members and candidates along' },
  BESIDE: { vi: 'Chuyển chỉ tiêu, nhóm, quyền', en: 'Passing on targets, groups and grants' },
  STORING: { vi: 'Lưu lại', en: 'Storing' },
} satisfies Record<string, Label>
export type ReorganizationStep = keyof typeof REORGANIZATION_STEPS

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
