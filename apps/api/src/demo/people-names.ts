import type { Random } from './random.js'

/** Surnames with their weight; Nguyễn is 38 % of all. */
const SURNAMES = `Nguyễn 380 | Trần 110 | Lê 95 | Phạm 70 | Huỳnh 50 | Phan 45 | Võ 40 | Đặng 25 | Bùi 20 |
Trương 18 | Đỗ 15 | Hồ 15 | Ngô 15 | Dương 12 | Đinh 10 | Lâm 10 | Mai 10 | Lương 9 | Hà 8 | Đoàn 8 | Cao 7 |
Thái 6 | Tô 5 | Lý 5 | Văn 4`
  .split(/\s*\|\s*/u)
  .map((entry) => {
    const [name = '', weight] = entry.split(' ')
    return { name, weight: Number(weight) }
  })

/** Surnames usual among a people, by the code of the ethnic group. */
const SURNAMES_OF: Readonly<Record<string, readonly string[]>> = {
  '04': ['Trần', 'Lâm', 'Quách', 'Huỳnh', 'Lý'],
  '14': ['Hồ', 'Đinh', 'Trần'],
  '16': ["K'", 'Mang', 'Đinh'],
  '17': ['Thông', 'Bá', 'Lư', 'Đàng', 'Quảng', 'Thổ', 'Não'],
  '21': ['Mang', 'Xích', 'Cao', 'Pi Năng'],
  '26': ['Alăng', 'Zơrâm', 'Bhling', 'Pơloong', 'Arất', 'Bríu', 'Coor', 'Hốih'],
  '27': ['Hồ', 'Kring', 'Un'],
  '30': ['Hồ', 'Đinh', 'Trịnh'],
  '32': ['Thổ', 'Điểu', 'Nguyễn'],
}

const MALE_MIDDLE =
  `Văn Hữu Đức Minh Quốc Anh Thanh Xuân Ngọc Công Đình Tấn Thế Quang Hoàng Trọng Duy Viết`.split(/\s+/u)
const MALE_GIVEN =
  `Hùng Dũng Tuấn Nam Long Khoa Phúc Huy Tùng Sơn Hải Bình Cường Thắng Lâm Tâm Hiếu Nghĩa Phong Quân
Trung Vinh Đạt Thành Kiên Toàn Việt Khánh Lộc Nhân Tín An`.split(/\s+/u)
const FEMALE_MIDDLE =
  `Thu Ngọc Kim Thanh Hồng Mỹ Bích Minh Thùy Phương Diệu Xuân Như Quỳnh Hoài Cẩm Tuyết Ánh`.split(/\s+/u)
const FEMALE_GIVEN =
  `Hương Lan Hoa Trang Linh Thảo Hạnh Nga Hằng Vân Oanh Yến Nhung Trâm Ngân Vy My Loan Thủy Phượng
Duyên Hiền Dung Trinh Nhi Châu Giang Liên Tuyền Uyên Thơ Ly`.split(/\s+/u)

function surname(random: Random, ethnicity: string): string {
  const own = SURNAMES_OF[ethnicity]
  return own ? random.pick(own) : random.weighted(SURNAMES, ({ weight }) => weight).name
}

/** An invented full name: men mostly three words, women mostly four. */
export function inventName(random: Random, female: boolean, ethnicity: string): string {
  const family = surname(random, ethnicity)
  if (!female) return `${family} ${random.pick(MALE_MIDDLE)} ${random.pick(MALE_GIVEN)}`.replace("' ", "'")
  const middle = random.pick(FEMALE_MIDDLE)
  const given = random.pick(FEMALE_GIVEN.filter((name) => name !== middle))
  const words = random.chance(0.78) ? `Thị ${middle}` : random.chance(0.5) ? 'Thị' : middle
  return `${family} ${words} ${given}`.replace("' ", "'")
}
