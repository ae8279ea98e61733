import type { Label } from './text.js'

/** A closed list: its codes, and a label in both languages for each. */
export type CodeList<Code extends string> = Readonly<Record<Code, Label>>

/** The codes of a list, in the order in which they are shown. */
export function codesOf<Code extends string>(list: CodeList<Code>): Code[] {
  return Object.keys(list) as Code[]
}

export const OCCUPATIONS = {
  CIVIL_SERVANT: { vi: 'Cán bộ, công chức', en: 'Cadre or civil servant' },
  PUBLIC_EMPLOYEE: { vi: 'Viên chức', en: 'Public employee' },
  TEACHER: { vi: 'Giáo viên, giảng viên', en: 'Teacher' },
  MEDICAL_STAFF: { vi: 'Cán bộ y tế', en: 'Medical staff' },
  BUSINESS_EMPLOYEE: { vi: 'Nhân viên doanh nghiệp', en: 'Business employee' },
  WORKER: { vi: 'Công nhân, người lao động', en: 'Worker' },
  FARMER: { vi: 'Nông dân', en: 'Farmer' },
  SOLDIER: { vi: 'Lực lượng vũ trang', en: 'Armed forces' },
  STUDENT: { vi: 'Sinh viên', en: 'Student' },
  PUPIL: { vi: 'Học sinh', en: 'Pupil' },
  BUSINESS_OWNER: { vi: 'Chủ doanh nghiệp', en: 'Business owner' },
  VILLAGE_OFFICER: { vi: 'Cán bộ không chuyên trách', en: 'Part-time village officer' },
  SELF_EMPLOYED: { vi: 'Lao động tự do', en: 'Self-employed' },
  OTHER: { vi: 'Nghề khác', en: 'Other' },
} satisfies Record<string, Label>
export type Occupation = keyof typeof OCCUPATIONS

export const SOURCE_KINDS = {
  PUPIL: { vi: 'Học sinh', en: 'Pupil' },
  TEACHER: { vi: 'Giáo viên', en: 'Teacher' },
  WORKER: { vi: 'Công nhân', en: 'Worker' },
  BUSINESS_OWNER: { vi: 'Chủ doanh nghiệp', en: 'Business owner' },
  MEDICAL_STAFF: { vi: 'Cán bộ y tế', en: 'Medical staff' },
  MILITIA: { vi: 'Dân quân tự vệ', en: 'Militia and self-defence' },
  DEMOBILIZED_SOLDIER: { vi: 'Bộ đội xuất ngũ', en: 'Demobilized soldier' },
  PUBLIC_EMPLOYEE: { vi: 'Cán bộ, công chức, viên chức', en: 'Official or public employee' },
  ARMED_FORCES: { vi: 'Công an, quân đội', en: 'Police or army' },
  RESIDENT: { vi: 'Khu dân cư', en: 'Resident' },
} satisfies Record<string, Label>
export type SourceKind = keyof typeof SOURCE_KINDS

/** Organizations that introduce outstanding people to the Party (Charter, Article 4.1, and practice). */
export const INTRODUCERS = {
  YOUTH_UNION: { vi: 'Đoàn Thanh niên', en: 'Youth Union' },
  TRADE_UNION: { vi: 'Công đoàn', en: 'Trade union' },
  WOMENS_UNION: { vi: 'Hội Phụ nữ', en: "Women's Union" },
  FARMERS_UNION: { vi: 'Hội Nông dân', en: "Farmers' Union" },
  VETERANS: { vi: 'Hội Cựu chiến binh', en: "Veterans' Association" },
} satisfies Record<string, Label>
export type Introducer = keyof typeof INTRODUCERS

export const SCHOOLINGS = {
  PRIMARY: { vi: 'Tiểu học', en: 'Primary' },
  LOWER_SECONDARY: { vi: 'Trung học cơ sở', en: 'Lower secondary' },
  UPPER_SECONDARY: { vi: 'Trung học phổ thông', en: 'Upper secondary' },
} satisfies Record<string, Label>
export type Schooling = keyof typeof SCHOOLINGS

/** Professional level, lowest first. UNIVERSITY and above count as a university degree. */
export const DEGREES = {
  NONE: { vi: 'Chưa qua đào tạo', en: 'None' },
  VOCATIONAL: { vi: 'Trung cấp', en: 'Vocational secondary' },
  COLLEGE: { vi: 'Cao đẳng', en: 'College' },
  UNIVERSITY: { vi: 'Đại học', en: 'University' },
  MASTER: { vi: 'Thạc sĩ', en: 'Master' },
  DOCTOR: { vi: 'Tiến sĩ', en: 'Doctor' },
} satisfies Record<string, Label>
export type Degree = keyof typeof DEGREES

/** Degrees that count as "trình độ đại học trở lên". */
export const UNIVERSITY_DEGREES: readonly Degree[] = ['UNIVERSITY', 'MASTER', 'DOCTOR']

export const POLITICAL_THEORIES = {
  NONE: { vi: 'Chưa qua đào tạo', en: 'None' },
  ELEMENTARY: { vi: 'Sơ cấp', en: 'Elementary' },
  INTERMEDIATE: { vi: 'Trung cấp', en: 'Intermediate' },
  ADVANCED: { vi: 'Cao cấp, cử nhân', en: 'Advanced' },
} satisfies Record<string, Label>
export type PoliticalTheory = keyof typeof POLITICAL_THEORIES

/** Why a membership ended other than by death or transfer. */
export const REMOVAL_REASONS = {
  NAME_REMOVED: { vi: 'Xóa tên', en: 'Name removed' },
  EXPELLED: { vi: 'Khai trừ', en: 'Expelled' },
  RESIGNED: { vi: 'Xin ra khỏi Đảng', en: 'Resigned' },
  PROBATION_REMOVED: { vi: 'Xóa tên trong thời gian dự bị', en: 'Removed in probation' },
  DECISION_CANCELLED: { vi: 'Hủy quyết định kết nạp', en: 'Decision cancelled' },
} satisfies Record<string, Label>
export type RemovalReason = keyof typeof REMOVAL_REASONS

/** Where a member goes who leaves the system, or comes from who enters it. */
export const OUTSIDE_KINDS = {
  UNIVERSITY: { vi: 'Trường đại học', en: 'University' },
  COLLEGE: { vi: 'Trường cao đẳng', en: 'College' },
  OTHER_PROVINCE: { vi: 'Tỉnh, thành phố khác', en: 'Another province' },
  CENTRAL_BODY: { vi: 'Đảng bộ trực thuộc Trung ương khác', en: 'Another committee under the Centre' },
  ABROAD: { vi: 'Ngoài nước', en: 'Abroad' },
} satisfies Record<string, Label>
export type OutsideKind = keyof typeof OUTSIDE_KINDS

/** Who attends an awareness class. */
export const COURSE_AUDIENCES = {
  PUPIL: { vi: 'Học sinh', en: 'Pupils' },
  TEACHER: { vi: 'Giáo viên', en: 'Teachers' },
  OTHER: { vi: 'Đối tượng khác', en: 'Others' },
} satisfies Record<string, Label>
export type CourseAudience = keyof typeof COURSE_AUDIENCES

/** Why somebody is no longer a candidate without having been admitted. */
export const STRIKE_REASONS = {
  NO_LONGER_QUALIFIED: { vi: 'Không còn đủ tiêu chuẩn, điều kiện', en: 'No longer qualified' },
  WITHDREW: { vi: 'Không còn nguyện vọng', en: 'Withdrew' },
  MOVED_AWAY: { vi: 'Chuyển đi nơi khác ngoài hệ thống', en: 'Moved away, outside the system' },
  AGED_OUT: { vi: 'Quá tuổi', en: 'Aged out' },
  BACKGROUND: { vi: 'Vướng về lịch sử chính trị hoặc chính trị hiện nay', en: 'Political background' },
  DISCIPLINED: { vi: 'Vi phạm pháp luật, kỷ luật', en: 'Broke the law or discipline' },
  DIED: { vi: 'Từ trần', en: 'Died' },
  LISTED_WRONGLY: { vi: 'Đưa vào danh sách không đúng quy định', en: 'Listed against the rules' },
} satisfies Record<string, Label>
export type StrikeReason = keyof typeof STRIKE_REASONS

/** Why a unit has no source. */
export const NO_SOURCE_CAUSES = {
  ALL_MEMBERS: { vi: 'Người trong diện đều đã là đảng viên', en: 'Everybody eligible is a member' },
  STAFF_CUT: { vi: 'Tinh giản, không tuyển mới', en: 'Staff cut, nobody recruited' },
  YOUNG_AWAY: { vi: 'Thanh niên đi học, đi làm xa', en: 'Young people study or work elsewhere' },
  OVER_AGE: { vi: 'Quần chúng đều đã quá tuổi', en: 'Everybody is over age' },
  NOT_QUALIFIED: { vi: 'Chưa có người đủ tiêu chuẩn', en: 'Nobody qualified yet' },
  NEW_UNIT: { vi: 'Đơn vị mới thành lập', en: 'A new unit' },
  OTHER: { vi: 'Nguyên nhân khác', en: 'Another cause' },
} satisfies Record<string, Label>
export type NoSourceCause = keyof typeof NO_SOURCE_CAUSES

/** How a mentor finds the person. */
export const REVIEW_RESULTS = {
  PROGRESS: { vi: 'Có tiến bộ rõ', en: 'Clear progress' },
  STEADY: { vi: 'Ổn định, giữ vững', en: 'Steady' },
  NEEDS_HELP: { vi: 'Cần giúp đỡ thêm', en: 'Needs more help' },
  DECLINE: { vi: 'Giảm sút', en: 'Declining' },
} satisfies Record<string, Label>
export type ReviewResult = keyof typeof REVIEW_RESULTS

/** Courses: before the dossier, and after the admission. */
export const COURSE_KINDS = {
  AWARENESS: { vi: 'Lớp bồi dưỡng nhận thức về Đảng', en: 'Awareness course' },
  NEW_MEMBERS: { vi: 'Lớp bồi dưỡng đảng viên mới', en: 'Course for new members' },
} satisfies Record<string, Label>
export type CourseKind = keyof typeof COURSE_KINDS

/** How a course ended for somebody. */
export const COURSE_RESULTS = {
  PASSED: { vi: 'Đạt', en: 'Passed' },
  FAILED: { vi: 'Không đạt', en: 'Failed' },
  ABSENT: { vi: 'Không dự đủ buổi', en: 'Absent too often' },
  WITHDRAWN: { vi: 'Rút tên', en: 'Withdrawn' },
} satisfies Record<string, Label>
export type CourseResult = keyof typeof COURSE_RESULTS

/** What happens to a person, in the order in which events of one day are read. */
export const EVENT_KINDS = {
  OPENING_MEMBER: { vi: 'Đảng viên có từ đầu kỳ', en: 'Member since before the records' },
  INTRODUCTION: { vi: 'Giới thiệu', en: 'Introduced' },
  IDENTIFICATION: { vi: 'Phát hiện nguồn', en: 'Identified' },
  HANDOVER: { vi: 'Bàn giao nguồn', en: 'Candidate handed over' },
  LISTING: { vi: 'Đưa vào danh sách cảm tình Đảng', en: 'Put on the list of sympathisers' },
  ENROLMENT: { vi: 'Cử đi học lớp nhận thức', en: 'Enrolled in the awareness course' },
  COURSE_LEFT: { vi: 'Không hoàn thành lớp nhận thức', en: 'Awareness course not completed' },
  COURSE_COMPLETION: { vi: 'Hoàn thành lớp nhận thức về Đảng', en: 'Awareness course completed' },
  DOSSIER_OPENING: { vi: 'Lập hồ sơ kết nạp', en: 'Dossier opened' },
  VERIFICATION: { vi: 'Gửi thẩm tra lý lịch', en: 'Verification sent out' },
  DOSSIER_READY: { vi: 'Hoàn chỉnh hồ sơ kết nạp', en: 'Dossier complete' },
  CELL_VOTE: { vi: 'Chi bộ biểu quyết kết nạp', en: 'Vote of the cell on admission' },
  SECTION_APPRAISAL: { vi: 'Đảng ủy bộ phận thẩm định', en: 'Appraised by the section' },
  PROPOSAL: { vi: 'Đảng ủy cơ sở đề nghị kết nạp', en: 'Proposed by the grassroots committee' },
  DOSSIER_REFUSAL: { vi: 'Không kết nạp', en: 'Admission refused' },
  DOSSIER_RETURN: { vi: 'Trả lại hồ sơ kết nạp', en: 'Dossier returned' },
  STRIKE: { vi: 'Đưa ra khỏi danh sách nguồn', en: 'Struck from the list' },
  TRANSFER_IN: { vi: 'Chuyển đến từ nơi khác', en: 'Transferred in from outside' },
  ADMISSION: { vi: 'Quyết định kết nạp', en: 'Admission decided' },
  READMISSION: { vi: 'Quyết định kết nạp lại', en: 'Readmission decided' },
  RESTORATION: { vi: 'Phục hồi đảng tịch', en: 'Membership restored' },
  CEREMONY: { vi: 'Lễ kết nạp', en: 'Ceremony held' },
  NEW_MEMBER_COURSE: { vi: 'Hoàn thành lớp đảng viên mới', en: 'New-member course completed' },
  RECOGNITION_VOTE: {
    vi: 'Chi bộ biểu quyết công nhận chính thức',
    en: 'Vote of the cell on recognition',
  },
  RECOGNITION: { vi: 'Công nhận chính thức', en: 'Recognized as official member' },
  ATTRIBUTE_CHANGE: { vi: 'Thay đổi thông tin', en: 'Attributes changed' },
  TRANSFER: { vi: 'Chuyển sinh hoạt đảng', en: 'Transferred' },
  TRANSFER_OUT: { vi: 'Chuyển đi nơi khác', en: 'Transferred out' },
  REMOVAL: { vi: 'Ra khỏi Đảng', en: 'Membership ended' },
  DEATH: { vi: 'Từ trần', en: 'Died' },
} satisfies Record<string, Label>
export type EventKind = keyof typeof EVENT_KINDS

/** How far a candidate is, from a name on the list to the decision on the dossier. */
export const CANDIDATE_STAGES = {
  IDENTIFIED: { vi: 'Quần chúng ưu tú', en: 'Identified' },
  SYMPATHISER: { vi: 'Cảm tình Đảng', en: 'Sympathiser' },
  IN_CLASS: { vi: 'Đang học lớp nhận thức', en: 'In the course' },
  CERTIFIED: { vi: 'Có giấy chứng nhận', en: 'Certified' },
  DOSSIER_OPEN: { vi: 'Đang lập hồ sơ', en: 'Dossier open' },
  VERIFYING: { vi: 'Đang thẩm tra lý lịch', en: 'Background being verified' },
  READY: { vi: 'Đủ hồ sơ, chờ chi bộ', en: 'Ready for the cell' },
  CELL_APPROVED: { vi: 'Chi bộ đã đề nghị', en: 'Proposed by the cell' },
  SECTION_APPRAISED: { vi: 'Đảng ủy bộ phận đã thẩm định', en: 'Appraised by the section' },
  GRASSROOTS_PROPOSED: { vi: 'Đảng ủy cơ sở đã đề nghị', en: 'Proposed by the grassroots' },
} satisfies Record<string, Label>
export type CandidateStage = keyof typeof CANDIDATE_STAGES

/** Which date counts: of the decision to admit, or of the ceremony. */
export const COUNT_BASES = {
  DECISION: { vi: 'theo ngày quyết định', en: 'by date of decision' },
  CEREMONY: { vi: 'theo ngày lễ kết nạp', en: 'by date of ceremony' },
} satisfies Record<string, Label>
export type CountBasis = keyof typeof COUNT_BASES

/** RECORDED: by the tree as it stood then. RESTATED: by the tree of one day. */
export const PERIMETERS = {
  RECORDED: { vi: 'như khi ghi nhận', en: 'as recorded then' },
  RESTATED: { vi: 'theo tổ chức hiện tại', en: "restated to one day's tree" },
} satisfies Record<string, Label>
export type Perimeter = keyof typeof PERIMETERS

/** Which members a rate of members is set against. */
export const MEMBER_BASES = {
  PREVIOUS_YEAR_END: { vi: 'đảng viên cuối năm trước', en: 'members at the end of the previous year' },
  AS_OF: { vi: 'đảng viên đến ngày báo cáo', en: 'members on the as-of date' },
  AVERAGE: {
    vi: 'đảng viên bình quân (cuối năm trước và ngày báo cáo)',
    en: 'average of members at the end of the previous year and on the as-of date',
  },
  TERM_START: { vi: 'đảng viên đầu nhiệm kỳ', en: 'members at the start of the term' },
} satisfies Record<string, Label>
export type MemberBase = keyof typeof MEMBER_BASES

/** What figures are compared with. */
export const COMPARED_WITH = {
  SAME_DATE_LAST_YEAR: { vi: 'cùng kỳ năm trước', en: 'same date last year' },
  PERIOD: { vi: 'kỳ khác', en: 'another period' },
  UNIT: { vi: 'đơn vị khác', en: 'another unit' },
} satisfies Record<string, Label>
export type ComparedWith = keyof typeof COMPARED_WITH

/** Why a figure has no value. */
export const NO_VALUE_REASONS = {
  NO_TARGET: { vi: 'chưa có chỉ tiêu cho thời gian này', en: 'no target is set for the period' },
  ZERO_DENOMINATOR: { vi: 'mẫu số bằng 0', en: 'what it is divided by is 0' },
  NEGATIVE_DENOMINATOR: { vi: 'mẫu số âm', en: 'what it is divided by is below 0' },
  NO_TERM: { vi: 'chưa ghi nhiệm kỳ của ngày này', en: 'no term is on record for the day' },
  NO_ADMISSION: { vi: 'chưa kết nạp lần nào', en: 'nobody was ever admitted' },
  NOT_DECLARED: {
    vi: 'chưa có số liệu công bố của đúng những ngày này',
    en: 'nothing is declared for exactly these days',
  },
} satisfies Record<string, Label>
export type NoValueReason = keyof typeof NO_VALUE_REASONS
