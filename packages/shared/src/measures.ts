import type { CandidateStage } from './code-lists.js'
import type { Label } from './text.js'

/**
 * A measure is a column of the ledger: a whole number of persons on a unit and a day.
 * flow: summed over the days of a period. stock: summed from the beginning.
 * gross: a transfer; it counts for a unit only if the other end lies outside that unit.
 */
export interface Measure {
  sort: 'flow' | 'stock'
  label: Label
  gross?: true
}

/**
 * Every column of the ledger. The tables, the entry on write, the recount and the indicators all read this list.
 * To add one: add it here, let a kind of event post it, and write the migration that adds the column.
 */
export const MEASURES = {
  members: { sort: 'stock', label: { vi: 'Đảng viên', en: 'Members' } },
  probationaryMembers: { sort: 'stock', label: { vi: 'Đảng viên dự bị', en: 'Probationary members' } },
  broughtForward: { sort: 'flow', label: { vi: 'Số đầu kỳ ghi sổ', en: 'Brought forward' } },
  newlyAdmitted: { sort: 'flow', label: { vi: 'Kết nạp mới', en: 'Newly admitted' } },
  readmitted: { sort: 'flow', label: { vi: 'Kết nạp lại', en: 'Readmitted' } },
  restored: { sort: 'flow', label: { vi: 'Phục hồi đảng tịch', en: 'Restored' } },
  admittedFemale: { sort: 'flow', label: { vi: 'Kết nạp là nữ', en: 'Women admitted' } },
  admittedEthnicMinority: {
    sort: 'flow',
    label: { vi: 'Kết nạp là người dân tộc thiểu số', en: 'Ethnic minority admitted' },
  },
  admittedReligious: {
    sort: 'flow',
    label: { vi: 'Kết nạp là người có đạo', en: 'Religious followers admitted' },
  },
  admittedYouthUnion: {
    sort: 'flow',
    label: { vi: 'Kết nạp là đoàn viên thanh niên', en: 'Youth Union members admitted' },
  },
  admittedEnterprise: {
    sort: 'flow',
    label: { vi: 'Kết nạp trong doanh nghiệp', en: 'Admitted in enterprises' },
  },
  admittedAge18to30: {
    sort: 'flow',
    label: { vi: 'Kết nạp từ 18 đến 30 tuổi', en: 'Admitted aged 18 to 30' },
  },
  admittedUniversity: {
    sort: 'flow',
    label: { vi: 'Kết nạp có trình độ đại học trở lên', en: 'Admitted with a university degree' },
  },
  admittedPupil: { sort: 'flow', label: { vi: 'Kết nạp là học sinh', en: 'Pupils admitted' } },
  admittedStudent: { sort: 'flow', label: { vi: 'Kết nạp là sinh viên', en: 'Students admitted' } },
  admittedTeacher: { sort: 'flow', label: { vi: 'Kết nạp là giáo viên', en: 'Teachers admitted' } },
  admittedWorker: { sort: 'flow', label: { vi: 'Kết nạp là công nhân', en: 'Workers admitted' } },
  admittedFarmer: { sort: 'flow', label: { vi: 'Kết nạp là nông dân', en: 'Farmers admitted' } },
  admittedSoldier: {
    sort: 'flow',
    label: { vi: 'Kết nạp thuộc lực lượng vũ trang', en: 'Armed forces admitted' },
  },
  admittedBusinessOwner: {
    sort: 'flow',
    label: { vi: 'Kết nạp là chủ doanh nghiệp', en: 'Business owners admitted' },
  },
  recognized: { sort: 'flow', label: { vi: 'Công nhận chính thức', en: 'Recognized as official' } },
  transferredIn: { sort: 'flow', gross: true, label: { vi: 'Chuyển đến', en: 'Transferred in' } },
  transferredOut: { sort: 'flow', gross: true, label: { vi: 'Chuyển đi', en: 'Transferred out' } },
  transferredOutUniversity: {
    sort: 'flow',
    gross: true,
    label: { vi: 'Chuyển đi trường đại học', en: 'Transferred out to universities' },
  },
  transferredOutCollege: {
    sort: 'flow',
    gross: true,
    label: { vi: 'Chuyển đi trường cao đẳng', en: 'Transferred out to colleges' },
  },
  nameRemoved: { sort: 'flow', label: { vi: 'Xóa tên', en: 'Name removed' } },
  expelled: { sort: 'flow', label: { vi: 'Khai trừ', en: 'Expelled' } },
  resigned: { sort: 'flow', label: { vi: 'Xin ra khỏi Đảng', en: 'Resigned' } },
  probationRemoved: {
    sort: 'flow',
    label: { vi: 'Xóa tên trong thời gian dự bị', en: 'Removed in probation' },
  },
  decisionCancelled: { sort: 'flow', label: { vi: 'Hủy quyết định kết nạp', en: 'Decision cancelled' } },
  died: { sort: 'flow', label: { vi: 'Từ trần', en: 'Died' } },
  introduced: { sort: 'flow', label: { vi: 'Được giới thiệu', en: 'Introduced' } },
  introducedAdmitted: {
    sort: 'flow',
    label: { vi: 'Được giới thiệu và kết nạp', en: 'Introduced and admitted' },
  },
  introducedByYouthUnion: {
    sort: 'flow',
    label: { vi: 'Đoàn Thanh niên giới thiệu', en: 'Introduced by the Youth Union' },
  },
  introducedByYouthUnionAdmitted: {
    sort: 'flow',
    label: {
      vi: 'Đoàn Thanh niên giới thiệu và được kết nạp',
      en: 'Introduced by the Youth Union and admitted',
    },
  },
  introducedByTradeUnion: {
    sort: 'flow',
    label: { vi: 'Công đoàn giới thiệu', en: 'Introduced by the trade union' },
  },
  introducedByTradeUnionAdmitted: {
    sort: 'flow',
    label: { vi: 'Công đoàn giới thiệu và được kết nạp', en: 'Introduced by the trade union and admitted' },
  },
  courseCompleted: {
    sort: 'flow',
    label: { vi: 'Hoàn thành lớp nhận thức về Đảng', en: 'Awareness course completed' },
  },
  courseCompletedPupil: {
    sort: 'flow',
    label: { vi: 'Học sinh hoàn thành lớp nhận thức', en: 'Pupils who completed the course' },
  },
  courseCompletedTeacher: {
    sort: 'flow',
    label: { vi: 'Giáo viên hoàn thành lớp nhận thức', en: 'Teachers who completed the course' },
  },
  courseAdmitted: {
    sort: 'flow',
    label: { vi: 'Học xong lớp nhận thức và được kết nạp', en: 'Completed the course and admitted' },
  },
  candidatesIdentified: { sort: 'stock', label: { vi: 'Quần chúng ưu tú', en: 'Identified' } },
  candidatesSympathiser: { sort: 'stock', label: { vi: 'Cảm tình Đảng', en: 'Sympathisers' } },
  candidatesInClass: {
    sort: 'stock',
    label: { vi: 'Đang học lớp nhận thức về Đảng', en: 'In the awareness course' },
  },
  candidatesCertified: {
    sort: 'stock',
    label: { vi: 'Có giấy chứng nhận, chờ hồ sơ', en: 'Certified, before the dossier' },
  },
  identified: { sort: 'flow', label: { vi: 'Phát hiện nguồn', en: 'Newly identified' } },
  listed: {
    sort: 'flow',
    label: { vi: 'Đưa vào danh sách cảm tình Đảng', en: 'Put on the list of sympathisers' },
  },
  enrolled: { sort: 'flow', label: { vi: 'Cử đi học lớp nhận thức', en: 'Enrolled in the course' } },
  certified: { sort: 'flow', label: { vi: 'Được cấp giấy chứng nhận', en: 'Certified' } },
  struck: { sort: 'flow', label: { vi: 'Đưa ra khỏi danh sách nguồn', en: 'Struck from the list' } },
  candidatesAdmitted: {
    sort: 'flow',
    label: { vi: 'Nguồn được kết nạp', en: 'Candidates admitted' },
  },
  candidatesMovedIn: {
    sort: 'flow',
    gross: true,
    label: { vi: 'Nguồn tiếp nhận từ nơi khác', en: 'Candidates taken over' },
  },
  candidatesMovedOut: {
    sort: 'flow',
    gross: true,
    label: { vi: 'Nguồn bàn giao đi nơi khác', en: 'Candidates handed over' },
  },
  newMemberCourseCompleted: {
    sort: 'flow',
    label: { vi: 'Hoàn thành lớp đảng viên mới', en: 'New-member course completed' },
  },
  candidatesDossierOpen: { sort: 'stock', label: { vi: 'Đang lập hồ sơ kết nạp', en: 'Dossier open' } },
  candidatesVerifying: {
    sort: 'stock',
    label: { vi: 'Đang thẩm tra lý lịch', en: 'Background being verified' },
  },
  candidatesReady: { sort: 'stock', label: { vi: 'Đủ hồ sơ, chờ chi bộ xét', en: 'Ready for the cell' } },
  candidatesCellApproved: {
    sort: 'stock',
    label: { vi: 'Chi bộ đã đề nghị kết nạp', en: 'Proposed by the cell' },
  },
  candidatesSectionAppraised: {
    sort: 'stock',
    label: { vi: 'Đảng ủy bộ phận đã thẩm định', en: 'Appraised by the section' },
  },
  candidatesProposed: {
    sort: 'stock',
    label: { vi: 'Đảng ủy cơ sở đã đề nghị kết nạp', en: 'Proposed by the grassroots' },
  },
  dossiersOpened: { sort: 'flow', label: { vi: 'Lập hồ sơ kết nạp', en: 'Dossiers opened' } },
  cellApproved: { sort: 'flow', label: { vi: 'Chi bộ đề nghị kết nạp', en: 'Approved by the cell' } },
  cellVoteFailed: {
    sort: 'flow',
    label: { vi: 'Chi bộ biểu quyết không đủ phiếu', en: 'Votes of the cell that failed' },
  },
  proposed: {
    sort: 'flow',
    label: { vi: 'Đảng ủy cơ sở đề nghị kết nạp', en: 'Proposed by the grassroots committee' },
  },
  dossiersRejected: { sort: 'flow', label: { vi: 'Không được kết nạp', en: 'Admission refused' } },
  dossiersReturned: { sort: 'flow', label: { vi: 'Trả lại hồ sơ kết nạp', en: 'Dossiers returned' } },
  recognitionVoteFailed: {
    sort: 'flow',
    label: {
      vi: 'Biểu quyết công nhận chính thức không đủ phiếu',
      en: 'Votes on recognition that failed',
    },
  },
} as const satisfies Record<string, Measure>

export type MeasureId = keyof typeof MEASURES

/** A sparse vector of whole numbers: what one event adds to a unit on a day. */
export type MeasureVector = Partial<Record<MeasureId, number>>

/** Every measure, in the order of the columns. */
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[]

/** The measures that a balance carries from year to year. */
export const STOCK_IDS = MEASURE_IDS.filter((id) => measure(id).sort === 'stock')

/** The definition behind an id. */
export function measure(id: MeasureId): Measure {
  return MEASURES[id]
}

/** Column name of a measure: snake case of the id. */
export function measureColumn(id: MeasureId): string {
  return id.replace(/[A-Z0-9]+/gu, (part) => `_${part.toLowerCase()}`)
}

/** The stock in which each stage of the candidates is counted. */
export const STAGE_MEASURES = {
  IDENTIFIED: 'candidatesIdentified',
  SYMPATHISER: 'candidatesSympathiser',
  IN_CLASS: 'candidatesInClass',
  CERTIFIED: 'candidatesCertified',
  DOSSIER_OPEN: 'candidatesDossierOpen',
  VERIFYING: 'candidatesVerifying',
  READY: 'candidatesReady',
  CELL_APPROVED: 'candidatesCellApproved',
  SECTION_APPRAISED: 'candidatesSectionAppraised',
  GRASSROOTS_PROPOSED: 'candidatesProposed',
} as const satisfies Record<CandidateStage, MeasureId>

/** How each flow changes the number of members; what is left over is reorganization. */
export const MEMBER_FLOWS: ReadonlyArray<readonly [MeasureId, 1 | -1]> = [
  ['broughtForward', 1],
  ['newlyAdmitted', 1],
  ['readmitted', 1],
  ['restored', 1],
  ['transferredIn', 1],
  ['transferredOut', -1],
  ['nameRemoved', -1],
  ['expelled', -1],
  ['resigned', -1],
  ['probationRemoved', -1],
  ['decisionCancelled', -1],
  ['died', -1],
]
