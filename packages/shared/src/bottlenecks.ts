import type { Label } from './text.js'

export interface BottleneckDefinition {
  label: Label
  /** Whether cells are counted, or persons. */
  counts: 'CELLS' | 'PERSONS'
  of: Label
}

const cells = (vi: string, en: string): BottleneckDefinition => ({
  label: { vi, en },
  counts: 'CELLS',
  of: { vi: 'chi bộ', en: 'cells' },
})
const persons = (
  vi: string,
  en: string,
  of: Label = { vi: 'nguồn trong danh sách', en: 'candidates' },
): BottleneckDefinition => ({ label: { vi, en }, counts: 'PERSONS', of })

const dossiers: Label = { vi: 'hồ sơ chờ xét, chờ quyết định', en: 'dossiers that wait' }

/** Why admissions do not come about. */
export const BOTTLENECKS = {
  NO_SOURCE_DECLARED: cells('Báo không có nguồn', 'States that it has no source'),
  EMPTY_LIST: cells('Danh sách nguồn trống, chưa báo', 'Empty list, nothing stated'),
  CELL_TOO_SMALL: cells('Không đủ số đảng viên chính thức tối thiểu', 'Too few official members'),
  NO_ADMISSION: cells('Nhiều năm không kết nạp', 'No admission for years'),
  NO_MENTOR: persons('Chưa có người giúp đỡ', 'Without mentor'),
  WAITING_FOR_COURSE: persons('Chờ học lớp nhận thức', 'Waiting for a course'),
  CERTIFICATE_EXPIRING: persons('Giấy chứng nhận sắp hết hạn', 'Certificate expiring'),
  CERTIFICATE_EXPIRED: persons('Giấy chứng nhận đã hết hạn', 'Certificate expired'),
  AGED_OUT: persons('Đã quá tuổi kết nạp', 'Beyond the age'),
  WAITING_AT_CELL: persons('Hồ sơ chờ chi bộ xét', 'Waits for the cell', dossiers),
  WAITING_AT_SECTION: persons('Hồ sơ chờ đảng ủy bộ phận', 'Waits for the section', dossiers),
  WAITING_AT_GRASSROOTS: persons('Hồ sơ chờ đảng ủy cơ sở', 'Waits for the grassroots committee', dossiers),
  WAITING_FOR_DECISION: persons('Hồ sơ chờ cấp có thẩm quyền', 'Waits for the decision', dossiers),
  MOVED_AWAY: persons('Chuyển đi nơi khác trong 12 tháng qua', 'Moved away within twelve months', {
    vi: 'người đưa ra khỏi danh sách nguồn trong 12 tháng qua',
    en: 'struck from the list within twelve months',
  }),
} satisfies Record<string, BottleneckDefinition>
export type Bottleneck = keyof typeof BOTTLENECKS

export const BOTTLENECK_CODES = Object.keys(BOTTLENECKS) as Bottleneck[]

/** The definition of a cause. */
export const bottleneck = (code: Bottleneck): BottleneckDefinition => BOTTLENECKS[code]
