import { writtenDay, type Day } from './calendar.js'
import type { Rounding } from './rounding.js'

/**
 * What a paragraph is made of: words, a day, the name of the unit, every target of the unit with how far it has come,
 * a number with its own rounding or the unit's.
 */
export type StatementWord =
  | { text: string }
  | { date: 'FROM' | 'AS_OF' | 'PERIOD' }
  | { name: 'UNIT' | 'TARGETS' }
  | { figure: string; rounding?: Rounding | undefined }

/**
 * A part of a template. `optional` is left out when one of its numbers is 0 or unknown; so is each item of a `list`,
 * and the list with all that stands before and after it when nothing of it remains.
 */
export type StatementPart =
  | StatementWord
  | { optional: StatementWord[] }
  | { list: { before: string; separator: string; after: string; items: StatementWord[][] } }

/** A paragraph about a unit at a date, as its office words it. */
export interface StatementText {
  code: string
  title: string
  parts: StatementPart[]
}

const share = (words: string, count: string, percentage: string): StatementWord[] => [
  { text: `${words} ` },
  { figure: count },
  { text: ' đồng chí (' },
  { figure: percentage },
  { text: ')' },
]

/** The paragraph with which an installation begins, in the customary order of breakdowns. */
export const DEFAULT_STATEMENT: StatementText = {
  code: 'KET_NAP',
  title: 'Kết quả kết nạp đảng viên',
  parts: [
    { date: 'PERIOD' },
    { text: ', ' },
    { name: 'UNIT' },
    { text: ' đã kết nạp ' },
    { figure: 'admitted' },
    { text: ' đảng viên mới' },
    { optional: [{ text: ', đạt ' }, { figure: 'completion' }, { text: ' chỉ tiêu' }] },
    {
      list: {
        before: ', trong đó: ',
        separator: ', ',
        after: '',
        items: [
          share('nữ', 'admittedFemale', 'femaleShare'),
          share('dân tộc thiểu số', 'admittedEthnicMinority', 'ethnicMinorityShare'),
          share('có đạo', 'admittedReligious', 'religiousShare'),
          share('đoàn viên thanh niên', 'admittedYouthUnion', 'youthUnionShare'),
          share('trong doanh nghiệp', 'admittedEnterprise', 'enterpriseShare'),
          [{ text: 'kết nạp lại ' }, { figure: 'readmitted' }, { text: ' đồng chí' }],
        ],
      },
    },
    { text: '.' },
    { optional: [{ text: ' Tổng số đảng viên: ' }, { figure: 'members' }, { text: ' đồng chí.' }] },
  ],
}

/** The sentence about targets in the committee's wording, each by its own name. */
export const TARGETS_STATEMENT: StatementText = {
  code: 'THUC_HIEN_CHI_TIEU',
  title: 'Kết quả thực hiện chỉ tiêu',
  parts: [
    { date: 'PERIOD' },
    { text: ', ' },
    { name: 'UNIT' },
    { text: ' đã kết nạp ' },
    { figure: 'admitted' },
    { text: ' đảng viên mới, ' },
    { name: 'TARGETS' },
    { text: '.' },
  ],
}

const place = /^(?:Tỉnh|Thành phố|Thị xã|Huyện|Quận|Xã|Phường|Thị trấn|Đặc khu)(?= )/u
const party = /^(?:Đảng bộ|Đảng ủy|Chi bộ)(?= )/u

/** A unit as statements call it: "Đảng bộ thị xã Điện Bàn", "Chi bộ thôn 1". */
export function partyName(name: string, isCell: boolean): string {
  if (party.test(name)) return name
  return `${isCell ? 'Chi bộ' : 'Đảng bộ'} ${name.replace(place, (word) => word.toLowerCase())}`
}

/** "tính đến ngày 15/11/2024" within one year from its beginning, else "từ ngày … đến ngày …". */
export function writtenPeriod(from: Day, asOf: Day): string {
  if (from === `${asOf.slice(0, 4)}-01-01`) return `tính đến ngày ${writtenDay(asOf)}`
  return `từ ngày ${writtenDay(from)} đến ngày ${writtenDay(asOf)}`
}
