import type { OrganizationKind, Sector } from '@seedbed/shared'
import type { Place } from './places.js'
import type { Random } from './random.js'
import { addUnit, type Unit } from './units.js'
import { residentialNames, schoolName } from './unit-names.js'

/** Kind of a commune-level place by its name. */
export function communeKind(name: string): OrganizationKind {
  if (name.startsWith('Phường')) return 'WARD'
  return name.startsWith('Thị trấn') ? 'TOWNSHIP' : 'COMMUNE'
}

/** Adds the grassroots organization of a commune, ward or township, without cells. */
export function addCommune(district: Unit, place: Place): Unit {
  const kind = communeKind(place.name)
  return addUnit(district, {
    code: place.code,
    name: place.name,
    tier: 'GRASSROOTS',
    kind,
    sector: 'TERRITORIAL',
  })
}

type EnterpriseCell = readonly [string, Sector]

const ENTERPRISE_CELLS: readonly EnterpriseCell[] = [
  ['Chi bộ Công ty cổ phần May', 'PRIVATE_ENTERPRISE'],
  ['Chi bộ Công ty TNHH Chế biến thực phẩm', 'PRIVATE_ENTERPRISE'],
  ['Chi bộ Công ty TNHH Linh kiện điện tử', 'FOREIGN_ENTERPRISE'],
  ['Chi bộ Hợp tác xã Dịch vụ nông nghiệp', 'PRIVATE_ENTERPRISE'],
  ['Chi bộ Công ty TNHH Da giày', 'FOREIGN_ENTERPRISE'],
  ['Chi bộ Quỹ tín dụng nhân dân', 'PRIVATE_ENTERPRISE'],
  ['Chi bộ Công ty TNHH MTV Khai thác thủy lợi', 'STATE_ENTERPRISE'],
]

/** "Phường Điện Ngọc" is "Điện Ngọc" within the name of a cell. */
export function bareName(name: string): string {
  return name.replace(/^(Phường|Xã|Thị trấn|Thành phố|Thị xã|Huyện|Tỉnh) /u, '')
}

/** Adds an enterprise cell to a commune. */
export function addEnterpriseCell(commune: Unit, index: number): Unit {
  const [name, sector] = ENTERPRISE_CELLS[index % ENTERPRISE_CELLS.length] as EnterpriseCell
  return addUnit(commune, {
    name: `${name} ${bareName(commune.name)}`,
    tier: 'CELL',
    kind: 'ENTERPRISE',
    sector,
  })
}

/** Adds the health station, one school and the residential cells of a commune. */
export function addCommuneCells(random: Random, commune: Unit, residential: number): void {
  for (const name of residentialNames(random, commune, residential)) {
    addUnit(commune, { name, tier: 'CELL', kind: 'RESIDENTIAL', sector: 'TERRITORIAL' })
  }
  addUnit(commune, { name: schoolName(random, commune), tier: 'CELL', kind: 'SCHOOL', sector: 'EDUCATION' })
  addUnit(commune, {
    name: `Chi bộ Trạm Y tế ${bareName(commune.name)}`,
    tier: 'CELL',
    kind: 'HOSPITAL',
    sector: 'HEALTH',
  })
}

/** "Huyện Đại Lộc" is "huyện Đại Lộc" within a name. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}

/** Names of the cells of the police and of the military organization. */
export type ForceCells = Readonly<Record<'POLICE' | 'MILITARY', readonly string[]>>

const FORCE_CELLS: ForceCells = {
  POLICE: ['Chi bộ Đội An ninh', 'Chi bộ Đội Cảnh sát điều tra', 'Chi bộ Đội Cảnh sát quản lý hành chính'],
  MILITARY: ['Chi bộ Cơ quan Chỉ huy quân sự', 'Chi bộ Trung đội Dân quân thường trực'],
}

/** Adds the police and the military organization of a district, with their cells. */
export function addDistrictForces(
  district: Unit,
  place = lowerFirst(district.name),
  cells: ForceCells = FORCE_CELLS,
): void {
  for (const [kind, label] of [
    ['POLICE', 'Công an'],
    ['MILITARY', 'Quân sự'],
  ] as const) {
    const force = addUnit(district, {
      name: `Đảng bộ ${label} ${place}`,
      letter: 'A',
      tier: 'GRASSROOTS',
      kind,
      sector: 'ARMED_FORCES',
    })
    for (const name of cells[kind]) addUnit(force, { name, tier: 'CELL', kind, sector: 'ARMED_FORCES' })
  }
}
