import type { Label } from './text.js'

/** Looks at a person that have to be justified, and what was seen. */
export const LOOK_KINDS = {
  OPENED: { vi: 'Mở hồ sơ', en: 'Opened the person' },
  REVEALED: { vi: 'Xem số định danh', en: 'Saw the identity number' },
  SHEET: { vi: 'Lập phiếu dữ liệu', en: 'Drew up the data sheet' },
} satisfies Record<string, Label>
export type LookKind = keyof typeof LOOK_KINDS

/** What a person can ask of whoever keeps their data. */
export const DATA_REQUEST_KINDS = {
  ACCESS: { vi: 'Xem dữ liệu', en: 'See what is kept' },
  CORRECTION: { vi: 'Đính chính', en: 'Correction' },
  RESTRICTION: { vi: 'Hạn chế xử lý', en: 'Restriction' },
} satisfies Record<string, Label>
export type DataRequestKind = keyof typeof DATA_REQUEST_KINDS

/** How far a request has come. */
export const DATA_REQUEST_STATUSES = {
  RECEIVED: { vi: 'Đã nhận, chờ trả lời', en: 'Received, to be answered' },
  ANSWERED: { vi: 'Đã trả lời, đang thực hiện', en: 'Answered, being carried out' },
  CARRIED_OUT: { vi: 'Đã thực hiện', en: 'Carried out' },
  REFUSED: { vi: 'Không chấp nhận', en: 'Refused' },
  LIFTED: { vi: 'Đã thôi hạn chế', en: 'Restriction lifted' },
} satisfies Record<string, Label>
export type DataRequestStatus = keyof typeof DATA_REQUEST_STATUSES

/** What personal data is processed for. Text and legal basis of each are data, with days. */
export const PROCESSING_PURPOSES = {
  MEMBERSHIP: { vi: 'Quản lý đảng viên và kết nạp', en: 'Members and admissions' },
  SOURCES: { vi: 'Tạo nguồn, theo dõi quần chúng ưu tú', en: 'Sources' },
  STATISTICS: { vi: 'Thống kê, báo cáo', en: 'Statistics and reports' },
  INSPECTION: { vi: 'Kiểm tra, giám sát', en: 'Inspection' },
} satisfies Record<string, Label>
export type ProcessingPurposeCode = keyof typeof PROCESSING_PURPOSES
