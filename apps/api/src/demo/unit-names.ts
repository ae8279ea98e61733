import type { Random } from './random.js'
import type { Unit } from './units.js'

const FIRST = [
  'Phú',
  'Tân',
  'An',
  'Thanh',
  'Long',
  'Hòa',
  'Bình',
  'Đông',
  'Xuân',
  'Vĩnh',
  'Trung',
  'Mỹ',
  'Châu',
]
const SECOND = [
  'Mỹ',
  'Lộc',
  'Sơn',
  'Thạnh',
  'Hưng',
  'Phước',
  'Quang',
  'Hội',
  'Nam',
  'Đông',
  'Tây',
  'Giang',
  'Thuận',
]
const PEOPLE =
  `Nguyễn Trãi | Lê Hồng Phong | Trần Quốc Toản | Phan Bội Châu | Nguyễn Du | Lý Tự Trọng | Kim Đồng |
Lê Lợi | Hai Bà Trưng | Nguyễn Huệ | Phan Chu Trinh | Trần Phú | Võ Thị Sáu | Quang Trung`.split(/\s*\|\s*/u)

/** Khối phố in the wards of Quảng Nam, khu phố in those of Bình Thuận, thôn in communes. */
function areaWord(commune: Unit): string {
  if (commune.kind === 'COMMUNE') return 'Thôn'
  return commune.parent?.parent?.code === '60' ? 'Khu phố' : 'Khối phố'
}

/** Different names for the residential cells of a commune: numbers in some, names in others. */
export function residentialNames(random: Random, commune: Unit, count: number): string[] {
  const word = areaWord(commune)
  if (random.chance(0.4)) return Array.from({ length: count }, (_, index) => `Chi bộ ${word} ${index + 1}`)
  const names = new Set<string>()
  while (names.size < count) {
    const [first, second] = [random.pick(FIRST), random.pick(SECOND)]
    if (first !== second) names.add(`Chi bộ ${word} ${first} ${second}`)
  }
  return [...names]
}

/** A primary or lower-secondary school of a commune. */
export function schoolName(random: Random, commune: Unit): string {
  const level = random.pick(['Tiểu học', 'THCS', 'Mẫu giáo', 'Tiểu học và THCS'])
  const name =
    level === 'Mẫu giáo' ? commune.name.replace(/^(Phường|Xã|Thị trấn) /u, '') : random.pick(PEOPLE)
  return `Chi bộ Trường ${level} ${name}`
}
