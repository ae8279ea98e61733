import { OPEN_END, type Day } from '@seedbed/shared'

/** A form of the catalogue with which an installation begins; `confirmed`: read in a list of a Party office. */
export interface SeededForm {
  code: string
  title: string
  issuer: string
  regulation: string
  confirmed: boolean
  validFrom: Day
  validTo: Day
}

const centre = 'Trung tâm chính trị'
const grassroots = 'Đảng ủy cơ sở'
const cell = 'Chi bộ'
const committee = 'Cấp ủy có thẩm quyền'

const forms: ReadonlyArray<readonly [code: string, title: string, issuer: string, confirmed: boolean]> = [
  ['CN-NTVĐ', 'Giấy chứng nhận bồi dưỡng nhận thức về Đảng', centre, true],
  ['1-KNĐ', 'Đơn xin vào Đảng', 'Người xin vào Đảng', true],
  ['2-KNĐ', 'Lý lịch của người xin vào Đảng', 'Người xin vào Đảng', true],
  ['3-KNĐ', 'Giấy giới thiệu người vào Đảng', 'Đảng viên giới thiệu', true],
  ['3A-KNĐ', 'Giấy giới thiệu người vào Đảng (hai đảng viên)', 'Đảng viên giới thiệu', false],
  ['4-KNĐ', 'Nghị quyết giới thiệu đoàn viên vào Đảng', 'Đoàn Thanh niên cơ sở', true],
  ['4A-KNĐ', 'Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng', 'Công đoàn cơ sở', true],
  ['5-KNĐ', 'Tổng hợp ý kiến nhận xét đối với người vào Đảng', 'Chi ủy', true],
  ['5B-KNĐ', 'Ý kiến nhận xét của tổ chức nơi cư trú', 'Đoàn thể, chi ủy nơi cư trú', false],
  ['5C-KNĐ', 'Ý kiến nhận xét của đoàn thể nơi công tác', 'Đoàn thể nơi công tác', false],
  ['6-KNĐ', 'Nghị quyết đề nghị kết nạp đảng viên', cell, true],
  ['7-KNĐ', 'Báo cáo thẩm định nghị quyết của chi bộ', 'Đảng ủy bộ phận', true],
  ['8-KNĐ', 'Nghị quyết đề nghị kết nạp đảng viên', grassroots, true],
  ['9-KNĐ', 'Quyết định kết nạp đảng viên', committee, false],
  ['CN-ĐVM', 'Giấy chứng nhận bồi dưỡng đảng viên mới', centre, true],
  ['10-KNĐ', 'Bản tự kiểm điểm của đảng viên dự bị', 'Đảng viên dự bị', true],
  ['11-KNĐ', 'Bản nhận xét đảng viên dự bị', 'Đảng viên được phân công giúp đỡ', true],
  ['12-KNĐ', 'Tổng hợp ý kiến nhận xét về đảng viên dự bị', 'Chi ủy', true],
  ['13-KNĐ', 'Nghị quyết đề nghị công nhận đảng viên chính thức', cell, true],
  ['14-KNĐ', 'Báo cáo thẩm định công nhận đảng viên chính thức', 'Đảng ủy bộ phận', false],
  ['15-KNĐ', 'Nghị quyết đề nghị công nhận đảng viên chính thức', grassroots, true],
  ['16-KNĐ', 'Quyết định công nhận đảng viên chính thức', committee, false],
]

const regulations = [
  ['09-HD/BTCTW (2017)', '2017-06-05', '2022-01-18'],
  ['12-HD/BTCTW (2022)', '2022-01-18', OPEN_END],
] as const

/** The forms by the guidances of 2017 and 2022; the codes of the one of 2025 are to be entered when its text is at hand. */
export const SEEDED_FORMS: readonly SeededForm[] = regulations.flatMap(([regulation, validFrom, validTo]) =>
  forms.map(([code, title, issuer, confirmed]) => ({
    code,
    title,
    issuer,
    regulation,
    confirmed,
    validFrom,
    validTo,
  })),
)
