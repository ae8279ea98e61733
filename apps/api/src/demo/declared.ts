import type { ImportLine } from '../features/exchange/import-format.js'
import { DIEN_BAN, DIEN_PHUONG } from './cases/dien-ban-units.js'
import { LAST_DAY, OPENED_ON } from './days.js'
import { DOCUMENTS } from './documents.js'
import type { LineOf } from './journal.js'

type DeclaredLine = LineOf<'declaredFigure'>
type Days = Pick<DeclaredLine, 'asOf' | 'from'>
type Stated = readonly [indicator: string, days: Days, stated: Partial<DeclaredLine>]

const term: Days = { from: '2021-01-01', asOf: '2023-06-30' }
const unions: Days = { from: '2022-01-01', asOf: '2023-06-30' }
const threeYears: Days = { from: '2021-01-01', asOf: '2023-12-31' }
const year2024: Days = { from: '2024-01-01', asOf: LAST_DAY }
const yearOf = (year: number): Days => ({ from: `${year}-01-01`, asOf: `${year}-12-31` })

/** What the newspaper prints of Bình Thuận (A1-A3, A6, A10). */
const binhThuan: readonly Stated[] = [
  ['members', { asOf: OPENED_ON }, { count: 38_302 }],
  ['members', { asOf: term.asOf }, { count: 41_956 }],
  ['admitted', term, { count: 4_909 }],
  ['rateOfMembers', yearOf(2021), { printedPercentage: '5', qualifier: 'MORE_THAN' }],
  ['rateOfMembers', yearOf(2022), { printedPercentage: '5', qualifier: 'MORE_THAN' }],
  ['introducedByTradeUnion', unions, { count: 2_340 }],
  ['introducedByTradeUnionAdmitted', unions, { count: 1_452 }],
]

/** What the newspaper prints of Điện Bàn (B1-B6, B11, B12). */
const dienBan: readonly Stated[] = [
  ['admitted', threeYears, { count: 428 }],
  ['completion', threeYears, { printedPercentage: '124' }],
  ['universityShare', threeYears, { printedPercentage: '56,7' }],
  ['courseCompletedPupil', { from: '2023-08-01', asOf: '2023-08-31' }, { count: 87 }],
  ['admittedPupil', { from: '2024-01-01', asOf: '2024-05-30' }, { count: 35 }],
  ['admitted', year2024, { count: 220 }],
  ['completion', year2024, { printedPercentage: '146,6' }],
  ['femaleShare', year2024, { printedPercentage: '56' }],
  ['universityShare', year2024, { printedPercentage: '50,4' }],
  ['admittedBusinessOwner', year2024, { count: 1 }],
  ['admittedReligious', year2024, { count: 1 }],
  ['admittedEthnicMinority', year2024, { count: 1 }],
  ['readmitted', year2024, { count: 1 }],
]

/** What it prints of Điện Phương (B7-B9). */
const dienPhuong: readonly Stated[] = [
  ['admitted', yearOf(2021), { count: 5 }],
  ['admitted', { from: '2021-01-01', asOf: LAST_DAY }, { count: 37 }],
  ['admitted', year2024, { count: 14 }],
]

const quangNam: readonly Stated[] = [['members', { asOf: OPENED_ON }, { count: 69_036 }]]

const linesOf = (organization: string, document: string, stated: readonly Stated[]): ImportLine[] =>
  stated.map(([indicator, days, facts]) => ({
    type: 'declaredFigure',
    organization,
    indicator,
    ...days,
    ...facts,
    document,
  }))

/** The figures that the newspapers print, each resting on the article. */
export function declaredLines(): ImportLine[] {
  return [
    ...linesOf('60', DOCUMENTS.articleBinhThuan, binhThuan),
    ...linesOf('49', DOCUMENTS.articleQuangNam, quangNam),
    ...linesOf(DIEN_BAN, DOCUMENTS.articleDienBan, dienBan),
    ...linesOf(DIEN_PHUONG, DOCUMENTS.articleDienBan, dienPhuong),
  ]
}
