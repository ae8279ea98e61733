import type { Label } from './text.js'

/** What the number of a rule counts. SHARE: `value` of `per`, such as two of three. SCHOOLING: a place in that list. */
export const RULE_UNITS = [
  'YEARS',
  'MONTHS',
  'DAYS',
  'WORKING_DAYS',
  'PERSONS',
  'TIMES',
  'SHARE',
  'PERCENT',
  'SCHOOLING',
] as const
export type RuleUnit = (typeof RULE_UNITS)[number]

export interface RuleDefinition {
  label: Label
  unit: RuleUnit
  /** Greatest number that can be meant. */
  most: number
}

const rule = (unit: RuleUnit, vi: string, en: string, most = 1_000): RuleDefinition => ({
  label: { vi, en },
  unit,
  most,
})

/**
 * Every number of the procedure. What the number is on a day, and which regulation says so, is data: each has
 * versions with dates of their own, because regulations and guidances change on different days.
 */
export const RULES = {
  ADMISSION_AGE_LEAST: rule('YEARS', 'Tuổi đủ để được xem xét kết nạp', 'Age at least, when considered', 120),
  ADMISSION_AGE_MOST: rule('YEARS', 'Tuổi tối đa, tính theo tháng', 'Age at most, by month', 120),
  SCHOOLING_LEAST: rule('SCHOOLING', 'Trình độ học vấn tối thiểu', 'Least schooling', 3),
  SCHOOLING_LEAST_REMOTE: rule(
    'SCHOOLING',
    'Trình độ học vấn tối thiểu ở miền núi, biên giới, hải đảo, vùng đặc biệt khó khăn',
    'Least schooling in mountains, on the border, on islands and in very poor areas',
    3,
  ),
  RECOMMENDERS: rule('PERSONS', 'Số đảng viên chính thức giới thiệu', 'Official members who recommend', 10),
  RECOMMENDER_MONTHS_TOGETHER: rule(
    'MONTHS',
    'Người giới thiệu cùng công tác, lao động, học tập ít nhất',
    'Recommender together with the applicant for at least',
  ),
  CERTIFICATE_MONTHS: rule(
    'MONTHS',
    'Giấy chứng nhận lớp nhận thức về Đảng có giá trị',
    'The certificate of the awareness course is valid for',
  ),
  PAPERS_MONTHS: rule(
    'MONTHS',
    'Giấy tờ khác của hồ sơ có giá trị',
    'Other papers of the dossier are valid for',
  ),
  CELL_OFFICIAL_MEMBERS_LEAST: rule(
    'PERSONS',
    'Số đảng viên chính thức tối thiểu của chi bộ',
    'Official members of a cell at least',
    100,
  ),
  VERIFICATION_ANSWER_DAYS: rule(
    'WORKING_DAYS',
    'Hạn trả lời thẩm tra lý lịch trong nước',
    'Answer to a verification inside the country within',
  ),
  VERIFICATION_ANSWER_ABROAD_DAYS: rule(
    'WORKING_DAYS',
    'Hạn trả lời thẩm tra lý lịch ngoài nước',
    'Answer to a verification from abroad within',
  ),
  CELL_VOTE_SHARE: rule(
    'SHARE',
    'Tỷ lệ đảng viên chính thức của chi bộ phải tán thành',
    'Share of the official members of the cell who must agree',
  ),
  COMMITTEE_VOTE_SHARE: rule(
    'SHARE',
    'Tỷ lệ cấp ủy viên phải tán thành khi được ủy quyền quyết định',
    'Share of the committee that must agree where it decides by delegation',
  ),
  DECISION_DAYS: rule('WORKING_DAYS', 'Hạn xem xét, quyết định kết nạp', 'Decision on admission within'),
  DECISION_EXTENSION_DAYS: rule(
    'WORKING_DAYS',
    'Kéo dài thêm trong trường hợp đặc biệt',
    'In special cases longer by at most',
  ),
  CEREMONY_DAYS: rule('WORKING_DAYS', 'Hạn tổ chức lễ kết nạp', 'Ceremony within'),
  PROBATION_MONTHS: rule(
    'MONTHS',
    'Thời gian dự bị, tính từ ngày kết nạp',
    'Probation from the ceremony',
    120,
  ),
  RECOGNITION_MEETING_DAYS: rule(
    'WORKING_DAYS',
    'Hạn chi bộ xét công nhận chính thức',
    'The cell considers recognition within',
  ),
  RECOGNITION_DECISION_DAYS: rule(
    'WORKING_DAYS',
    'Hạn quyết định công nhận chính thức',
    'Decision on recognition within',
  ),
  RECOGNITION_EXTENSION_DAYS: rule(
    'WORKING_DAYS',
    'Kéo dài thêm khi công nhận chính thức',
    'For recognition longer by at most',
  ),
  VOTES_MOST: rule(
    'TIMES',
    'Số lần biểu quyết tối đa trước khi báo cáo cấp trên',
    'Votes before it goes up',
    20,
  ),
  READMISSION_MONTHS: rule(
    'MONTHS',
    'Thời gian ít nhất trước khi xét kết nạp lại',
    'Before readmission at least',
  ),
  READMISSION_MONTHS_AFTER_CRIME: rule(
    'MONTHS',
    'Thời gian ít nhất trước khi xét kết nạp lại, kể từ khi được xóa án tích',
    'Before readmission at least, after the record was cleared',
  ),
  READMISSIONS_MOST: rule('TIMES', 'Số lần được kết nạp lại', 'Readmissions at most', 20),
  STUDY_ELSEWHERE_MONTHS: rule(
    'MONTHS',
    'Học tập ở nơi khác từ chừng này thì nơi học xem xét',
    'Who studies elsewhere for as long is considered there',
  ),
  TRANSFER_DAYS: rule('WORKING_DAYS', 'Hạn làm thủ tục chuyển sinh hoạt đảng', 'Transfer within'),
  TRANSFER_PRESENT_DAYS: rule(
    'WORKING_DAYS',
    'Hạn nộp giấy giới thiệu sinh hoạt ở nơi mới',
    'Introduction presented at the new cell within',
  ),
  DISSOLVED_TRANSFER_DAYS: rule(
    'WORKING_DAYS',
    'Hạn chuyển đảng viên của tổ chức giải thể',
    'Members of a dissolved organization transferred within',
  ),
  MENTORS_MOST: rule('PERSONS', 'Số đảng viên giúp đỡ một quần chúng', 'Mentors of one person at most', 10),
  MENTOR_REVIEW_MONTHS: rule(
    'MONTHS',
    'Định kỳ nhận xét của người giúp đỡ',
    'Review by the mentor every',
    60,
  ),
  CERTIFICATE_WARNING_MONTHS: rule(
    'MONTHS',
    'Báo trước khi giấy chứng nhận hết hạn',
    'Warning before the certificate expires',
  ),
  PAPERS_WARNING_MONTHS: rule(
    'MONTHS',
    'Báo trước khi giấy tờ của hồ sơ hết giá trị',
    'Warning before papers of the dossier expire',
  ),
  VERIFICATION_WARNING_DAYS: rule(
    'DAYS',
    'Báo trước hạn trả lời thẩm tra lý lịch',
    'Warning before answers to the verification are due',
  ),
  DECISION_WARNING_DAYS: rule(
    'DAYS',
    'Báo trước hạn quyết định kết nạp',
    'Warning before the decision is due',
  ),
  CEREMONY_WARNING_DAYS: rule('DAYS', 'Báo trước hạn lễ kết nạp', 'Warning before the ceremony is due'),
  RECOGNITION_WARNING_DAYS: rule(
    'DAYS',
    'Báo trước hạn xét, quyết định công nhận chính thức',
    'Warning before recognition is due',
  ),
  MENTOR_REVIEW_WARNING_DAYS: rule(
    'DAYS',
    'Báo trước kỳ nhận xét của người giúp đỡ',
    'Warning before the review by the mentor is due',
  ),
  HANDOVER_ANSWER_DAYS: rule(
    'WORKING_DAYS',
    'Hạn trả lời bàn giao nguồn',
    'Hand-over of a candidate answered within',
  ),
  HANDOVER_WARNING_DAYS: rule(
    'DAYS',
    'Báo trước hạn trả lời bàn giao nguồn',
    'Warning before the answer to a hand-over is due',
  ),
  AGE_WARNING_MONTHS: rule(
    'MONTHS',
    'Báo trước khi quần chúng quá tuổi kết nạp',
    'Warning before a candidate passes the age',
  ),
  COURSE_RESULT_DAYS: rule('WORKING_DAYS', 'Hạn ghi kết quả lớp học', 'Result of a course recorded within'),
  COURSE_RESULT_WARNING_DAYS: rule(
    'DAYS',
    'Báo trước hạn ghi kết quả lớp học',
    'Warning before the result of a course is due',
  ),
  COURSE_ATTENDANCE_PERCENT: rule(
    'PERCENT',
    'Số buổi phải dự để được cấp giấy chứng nhận',
    'Sessions to be attended for the certificate',
    100,
  ),
  NO_SOURCE_MONTHS: rule(
    'MONTHS',
    'Bản báo “không có nguồn” có giá trị',
    'A statement “no source” holds for',
    120,
  ),
  DATA_ANSWER_DAYS: rule(
    'WORKING_DAYS',
    'Hạn trả lời yêu cầu về dữ liệu cá nhân',
    'Request about personal data answered within',
  ),
  DATA_CORRECTION_DAYS: rule(
    'DAYS',
    'Hạn thực hiện yêu cầu xem, đính chính dữ liệu cá nhân',
    'Access to personal data and its correction carried out within',
  ),
  DATA_RESTRICTION_DAYS: rule(
    'DAYS',
    'Hạn thực hiện yêu cầu hạn chế xử lý dữ liệu cá nhân',
    'Restriction of personal data carried out within',
  ),
  DATA_EXTENSION_DAYS: rule(
    'DAYS',
    'Gia hạn một lần khi thực hiện yêu cầu về dữ liệu cá nhân',
    'Once longer by at most',
  ),
} satisfies Record<string, RuleDefinition>
export type RuleCode = keyof typeof RULES

export const RULE_CODES = Object.keys(RULES) as RuleCode[]
