import { placesBelow } from '../places.js'
import { apportion, randomOf, type Random } from '../random.js'
import { addCommune, addDistrictForces, addEnterpriseCell, bareName } from '../communes.js'
import { addUnit, type Unit } from '../units.js'
import { residentialNames, schoolName } from '../unit-names.js'
import { DIEN_BAN_TABLE } from './dien-ban-table.js'

export const DIEN_BAN = '507'
export const DIEN_PHUONG = '20596'
export const DIEN_TRUNG = '20587'
/** Name of the cell of B13 and B14. */
export const PHAM_PHU_THU = 'Chi bộ Trường THPT Phạm Phú Thứ'

/** Communes that became wards on 10/4/2023 (Resolution 727/NQ-UBTVQH15, B9). */
export const BECAME_WARDS: readonly string[] = ['20596', '20593', '20560', '20561', '20562']

/** Cells in Điện Bàn, as its office counts them. */
const CELLS = 318

/** Schools with pupils of 18, by the commune whose organization their cell belongs to. */
const UPPER_SECONDARY: Readonly<Record<string, string>> = {
  [DIEN_TRUNG]: PHAM_PHU_THU,
  20551: 'Chi bộ Trường THPT Nguyễn Duy Hiệu',
  20575: 'Chi bộ Trường THPT Nguyễn Khuyến',
  20563: 'Chi bộ Trường THPT Lương Thế Vinh',
  20572: 'Chi bộ Trường THPT Hoàng Diệu',
  20593: 'Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên',
  20566: 'Chi bộ Trường THCS và THPT Điện Hồng',
}

/** Enterprise cells of a commune; Điện Ngọc and Điện Nam have the industrial zone. */
const ENTERPRISES: Readonly<Record<string, number>> = {
  20563: 4,
  20575: 3,
  20578: 3,
  20579: 3,
  20551: 2,
  20581: 2,
  20561: 1,
  20596: 1,
  20557: 1,
}

const POLICE_TEAMS =
  `Đội Tổng hợp | Đội An ninh | Đội Cảnh sát hình sự | Đội Cảnh sát kinh tế | Đội Cảnh sát ma túy |
Đội Cảnh sát giao thông | Đội Cảnh sát quản lý hành chính | Đội Cảnh sát điều tra tổng hợp |
Đội Thi hành án hình sự | Đội Hậu cần | Đội Kỹ thuật hình sự | Đội Cảnh sát cơ động |
Đội Xây dựng phong trào | Nhà tạm giữ | Đội Cảnh sát phản ứng nhanh`.split(/\s*\|\s*/u)
const MILITARY_TEAMS =
  `Cơ quan Tham mưu | Cơ quan Chính trị | Cơ quan Hậu cần - Kỹ thuật | Trung đội Dân quân thường trực |
Trung đội Dân quân cơ động | Đại đội Pháo phòng không | Đại đội Công binh | Đại đội Thông tin |
Trung đội Trinh sát | Trung đội Vận tải | Tổ Kho vũ khí`.split(/\s*\|\s*/u)

function fillCommune(random: Random, commune: Unit, count: number): void {
  const school = UPPER_SECONDARY[commune.code]
  const enterprises = ENTERPRISES[commune.code] ?? 0
  const fixed = 3 + (school ? 1 : 0) + enterprises
  for (const name of residentialNames(random, commune, count - fixed)) {
    addUnit(commune, { name, tier: 'CELL', kind: 'RESIDENTIAL', sector: 'TERRITORIAL' })
  }
  const place = bareName(commune.name)
  const cells = [
    [schoolName(random, commune), 'SCHOOL', 'EDUCATION'],
    [`Chi bộ Trạm Y tế ${place}`, 'HOSPITAL', 'HEALTH'],
    [`Chi bộ Công an ${place}`, 'POLICE', 'ARMED_FORCES'],
  ] as const
  for (const [name, kind, sector] of cells) addUnit(commune, { name, tier: 'CELL', kind, sector })
  if (school) addUnit(commune, { name: school, tier: 'CELL', kind: 'SCHOOL', sector: 'EDUCATION' })
  for (let index = 0; index < enterprises; index += 1) addEnterpriseCell(commune, index)
}

/** The 22 units of Điện Bàn with 318 cells, in proportion to their members. */
export function buildDienBan(town: Unit): void {
  const random = randomOf('structure 507')
  const members = DIEN_BAN_TABLE.map((row) => row.members)
  const counts = apportion(CELLS, members, 6)
  const cellsAt = (code: string) => counts[DIEN_BAN_TABLE.findIndex((row) => row.code === code)] ?? 0
  const places = placesBelow(town.code)
  for (const place of places) {
    const commune = addCommune(town, place)
    if (BECAME_WARDS.includes(place.code)) {
      commune.before = { name: place.name.replace('Phường', 'Xã'), kind: 'COMMUNE' }
    }
    fillCommune(random, commune, cellsAt(place.code))
  }
  addDistrictForces(town, 'thị xã', {
    POLICE: POLICE_TEAMS.slice(0, cellsAt('507-A1')).map((name) => `Chi bộ ${name}`),
    MILITARY: MILITARY_TEAMS.slice(0, cellsAt('507-A2')).map((name) => `Chi bộ ${name}`),
  })
}
