import type { Label } from './text.js'

export interface QualityDefinition {
  label: Label
  /** What it is a share of. */
  of: Label
}

const line = (vi: string, en: string, ofVi: string, ofEn: string): QualityDefinition => ({
  label: { vi, en },
  of: { vi: ofVi, en: ofEn },
})

/** What is told of the quality of admissions beside their number. */
export const QUALITY_LINES = {
  LOST_IN_PROBATION: line(
    'Xóa tên, hủy quyết định trong thời gian dự bị',
    'Lost in probation',
    'đảng viên kết thúc thời gian dự bị',
    'members whose probation ended',
  ),
  CELL_VOTE_FAILED: line(
    'Biểu quyết kết nạp không đủ phiếu',
    'Votes on admission that failed',
    'lượt chi bộ biểu quyết kết nạp',
    'votes of cells on admission',
  ),
  RECOGNITION_VOTE_FAILED: line(
    'Biểu quyết công nhận chính thức không đủ phiếu',
    'Votes on recognition that failed',
    'lượt biểu quyết không đủ phiếu và lượt được công nhận',
    'votes that failed and recognitions',
  ),
  DECISION_LATE: line(
    'Quyết định kết nạp trễ hạn',
    'Decisions on admission after the deadline',
    'quyết định kết nạp theo hồ sơ',
    'decisions on dossiers',
  ),
  CEREMONY_LATE: line(
    'Lễ kết nạp trễ hạn',
    'Ceremonies after the deadline',
    'lễ kết nạp theo hồ sơ',
    'ceremonies of dossiers',
  ),
  RECOGNITION_LATE: line(
    'Quyết định công nhận chính thức trễ hạn',
    'Recognitions decided after the deadline',
    'quyết định công nhận theo hồ sơ',
    'recognitions of dossiers',
  ),
  PAPERS_INCOMPLETE: line(
    'Thiếu giấy tờ khi quyết định',
    'Papers incomplete at the decision',
    'quyết định kết nạp theo hồ sơ',
    'decisions on dossiers',
  ),
  LAST_MONTH: line(
    'Kết nạp trong tháng cuối năm',
    'Admitted in the last month of the year',
    'số kết nạp trong kỳ',
    'admitted in the period',
  ),
} satisfies Record<string, QualityDefinition>
export type QualityLine = keyof typeof QUALITY_LINES

export const QUALITY_LINE_CODES = Object.keys(QUALITY_LINES) as QualityLine[]
