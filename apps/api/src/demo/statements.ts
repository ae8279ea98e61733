import type { Rounding, StatementWord } from '@seedbed/shared'
import type { ImportLine } from '../features/exchange/import-format.js'
import { DIEN_BAN } from './cases/dien-ban-units.js'
import { UNITS_SINCE } from './days.js'

/** Điện Bàn cuts its percentages; the share of women it prints without decimals (B4). */
const whole: Rounding = { mode: 'TRUNCATE', decimals: 0 }
const cut: Rounding = { mode: 'TRUNCATE', decimals: 1 }

function share(words: string, count: string, percentage: string, rounding: Rounding): StatementWord[] {
  return [
    { text: `${words} ` },
    { figure: count },
    { text: ' đồng chí (' },
    { figure: percentage, rounding },
    { text: ')' },
  ]
}

const number = (words: string, figure: string): StatementWord[] => [
  { text: `${words} ` },
  { figure },
  { text: ' đồng chí' },
]

/** The paragraph of Điện Bàn, in the order in which the newspaper prints its figures (B3-B6). */
export function statementLines(): ImportLine[] {
  return [
    {
      type: 'statementTemplate',
      organization: DIEN_BAN,
      template: 'KET_NAP',
      title: 'Kết quả kết nạp đảng viên của Điện Bàn',
      validFrom: UNITS_SINCE,
      parts: [
        { date: 'PERIOD' },
        { text: ', ' },
        { name: 'UNIT' },
        { text: ' đã kết nạp ' },
        { figure: 'admitted' },
        { text: ' đảng viên mới' },
        {
          optional: [
            { text: ', đạt ' },
            { figure: 'completion', rounding: cut },
            { text: ' chỉ tiêu được giao' },
          ],
        },
        {
          list: {
            before: ', trong đó: ',
            separator: ', ',
            after: '',
            items: [
              share('nữ', 'admittedFemale', 'femaleShare', whole),
              share('trình độ đại học trở lên', 'admittedUniversity', 'universityShare', cut),
              number('chủ doanh nghiệp', 'admittedBusinessOwner'),
              number('người có đạo', 'admittedReligious'),
              number('người dân tộc thiểu số', 'admittedEthnicMinority'),
              number('kết nạp lại', 'readmitted'),
            ],
          },
        },
        { text: '.' },
      ],
    },
  ]
}
