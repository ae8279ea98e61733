import type { OrganizationKind, Sector } from '@seedbed/shared'
import { bareName } from './communes.js'
import { addUnit, type Unit } from './units.js'

interface Body {
  letter: string
  name: string
  kind: OrganizationKind
  sector: Sector
  cells: ReadonlyArray<readonly [string, OrganizationKind, Sector]>
}

const offices = [
  'Văn phòng Tỉnh ủy',
  'Ban Tổ chức Tỉnh ủy',
  'Ủy ban Mặt trận Tổ quốc tỉnh',
  'Tỉnh đoàn',
  'Liên đoàn Lao động tỉnh',
  'Văn phòng Ủy ban nhân dân tỉnh',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Giao thông vận tải',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Tòa án nhân dân tỉnh',
  'Viện Kiểm sát nhân dân tỉnh',
  'Cục Thuế tỉnh',
]
const schools = ['Trường Cao đẳng', 'Trường Chính trị tỉnh', 'Trường THPT chuyên']
const hospitals = ['Bệnh viện Đa khoa tỉnh', 'Trung tâm Kiểm soát bệnh tật tỉnh']
const enterprises: ReadonlyArray<readonly [string, Sector]> = [
  ['Công ty Điện lực', 'STATE_ENTERPRISE'],
  ['Công ty Xổ số kiến thiết', 'STATE_ENTERPRISE'],
  ['Công ty cổ phần Cấp thoát nước', 'PRIVATE_ENTERPRISE'],
  ['Công ty cổ phần Công trình giao thông', 'PRIVATE_ENTERPRISE'],
]

const bodies: readonly Body[] = [
  {
    letter: 'B',
    name: 'Đảng bộ Khối các cơ quan tỉnh',
    kind: 'BLOC',
    sector: 'ADMINISTRATION',
    cells: [
      ...offices.map((name) => [name, 'AGENCY', 'ADMINISTRATION'] as const),
      ...schools.map((name) => [name, 'SCHOOL', 'EDUCATION'] as const),
      ...hospitals.map((name) => [name, 'HOSPITAL', 'HEALTH'] as const),
      ...enterprises.map(([name, sector]) => [name, 'ENTERPRISE', sector] as const),
    ],
  },
  ...(
    [
      [
        'Đảng bộ Công an tỉnh',
        'POLICE',
        [
          'Phòng Tham mưu',
          'Phòng An ninh nội địa',
          'Phòng Cảnh sát hình sự',
          'Phòng Cảnh sát giao thông',
          'Phòng Cảnh sát cơ động',
          'Phòng Hậu cần',
        ],
      ],
      [
        'Đảng bộ Quân sự tỉnh',
        'MILITARY',
        ['Phòng Tham mưu', 'Phòng Chính trị', 'Phòng Hậu cần', 'Trung đoàn Bộ binh', 'Tiểu đoàn Huấn luyện'],
      ],
      [
        'Đảng bộ Bộ đội Biên phòng tỉnh',
        'BORDER_GUARD',
        [
          'Phòng Tham mưu',
          'Phòng Chính trị',
          'Đồn Biên phòng số 1',
          'Đồn Biên phòng số 2',
          'Đồn Biên phòng số 3',
          'Hải đội Biên phòng',
        ],
      ],
    ] as const
  ).map(([name, kind, cells]): Body => ({
    letter: 'A',
    name,
    kind,
    sector: 'ARMED_FORCES',
    cells: cells.map((cell) => [cell, kind, 'ARMED_FORCES'] as const),
  })),
]

/** Committees directly under the province that are not districts: agencies bloc, police, military, border guard. */
export function addProvinceBodies(province: Unit): void {
  for (const { cells, ...draft } of bodies) {
    const name = `${draft.name} ${bareName(province.name)}`
    const body = addUnit(province, { ...draft, name, tier: 'DISTRICT' })
    for (const [title, kind, sector] of cells) {
      addUnit(body, { name: `Chi bộ ${title}`, tier: 'GRASSROOTS_CELL', kind, sector })
    }
  }
}
