import type { OrganizationKind, Sector } from '@seedbed/shared'
import { buildDienBan } from './cases/dien-ban-units.js'
import {
  addCommune,
  addCommuneCells,
  addDistrictForces,
  addEnterpriseCell,
  bareName,
  lowerFirst,
} from './communes.js'
import { placesBelow, PLACES, type Place } from './places.js'
import { addProvinceBodies } from './province-bodies.js'
import { randomOf, type Random } from './random.js'
import { addUnit, type Unit } from './units.js'

const DISTRICT_WORDS: Readonly<Record<string, OrganizationKind>> = {
  Thành: 'CITY',
  Thị: 'TOWN',
  Huyện: 'DISTRICT',
}

/** Kind of a district-level place by the first word of its name. */
export function districtKind(name: string): OrganizationKind {
  return DISTRICT_WORDS[name.split(' ')[0] ?? ''] ?? 'DISTRICT'
}

/** Grassroots cells directly below a district: offices, an upper-secondary school, the medical centre, an enterprise. */
function addDistrictCells(random: Random, district: Unit): void {
  const name = bareName(district.name)
  const cells: ReadonlyArray<readonly [string, string, OrganizationKind, Sector]> = [
    ['G', `Chi bộ Cơ quan Đảng, đoàn thể ${lowerFirst(district.name)}`, 'AGENCY', 'ADMINISTRATION'],
    ['G', `Chi bộ Cơ quan chính quyền ${lowerFirst(district.name)}`, 'AGENCY', 'ADMINISTRATION'],
    ['S', `Chi bộ Trường THPT ${name}`, 'SCHOOL', 'EDUCATION'],
    ['H', `Chi bộ Trung tâm Y tế ${lowerFirst(district.name)}`, 'HOSPITAL', 'HEALTH'],
    ['E', `Chi bộ Điện lực ${name}`, 'ENTERPRISE', 'STATE_ENTERPRISE'],
  ]
  for (const [letter, title, kind, sector] of cells) {
    addUnit(district, { name: title, letter, tier: 'GRASSROOTS_CELL', kind, sector })
  }
  if (random.chance(0.6)) {
    const title = `Chi bộ Công ty cổ phần Xây dựng ${name}`
    const sector = 'PRIVATE_ENTERPRISE'
    addUnit(district, { name: title, letter: 'E', tier: 'GRASSROOTS_CELL', kind: 'ENTERPRISE', sector })
  }
}

function addDistrict(province: Unit, place: Place): void {
  const kind = districtKind(place.name)
  const district = addUnit(province, { code: place.code, name: place.name, tier: 'DISTRICT', kind })
  if (place.code === '507') {
    buildDienBan(district)
    return
  }
  const random = randomOf(`structure ${place.code}`)
  for (const communePlace of placesBelow(place.code)) {
    const commune = addCommune(district, communePlace)
    addCommuneCells(random, commune, random.int(3, 4))
    if (random.chance(commune.kind === 'COMMUNE' ? 0.15 : 0.4)) addEnterpriseCell(commune, random.int(0, 6))
  }
  addDistrictForces(district)
  addDistrictCells(random, district)
}

const DRY_SHARE: Readonly<Partial<Record<OrganizationKind, readonly [number, number]>>> = {
  RESIDENTIAL: [0.09, 0.08],
  ENTERPRISE: [0.16, 0.1],
}

/** Where sources run dry (A11): in residential areas and in enterprises. */
function markDryCells(province: Unit): void {
  const random = randomOf(`dry ${province.code}`)
  const visit = (unit: Unit): void => {
    const [always, lately] = DRY_SHARE[unit.kind] ?? [0, 0]
    const chance = random.next()
    if (unit.children.length === 0 && chance < always) unit.dry = 'ALWAYS'
    else if (unit.children.length === 0 && chance < always + lately) unit.dry = 'SINCE_2021'
    for (const child of unit.children) visit(child)
  }
  for (const child of province.children) if (child.code !== '507') visit(child)
}

/** The whole tree of a province, 49 or 60, without members. */
export function buildProvince(code: string): Unit {
  const place = PLACES.find((candidate) => candidate.code === code)
  if (!place) throw new RangeError(`No province ${code}`)
  const province = addUnit(undefined, { code, name: place.name, tier: 'PROVINCE', kind: 'PROVINCE' })
  for (const district of placesBelow(code)) addDistrict(province, district)
  addProvinceBodies(province)
  markDryCells(province)
  return province
}
