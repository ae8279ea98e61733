import {
  INDICATORS,
  formatNumber,
  formatPercent,
  roundRatio,
  type MeasureId,
  type Rounding,
} from '@seedbed/shared'

/** What the screens need of a unit: its whole numbers, from which every figure follows by the catalog. */
export interface TestUnit {
  id: string
  code: string
  name: string
  tier: string
  parent: string | null
  validFrom: string
  validTo: string | null
  numbers: Partial<Record<MeasureId | 'target' | 'membersAtStart', number>>
}

const wards: ReadonlyArray<readonly [string, number, number, number]> = [
  ['Phường Điện Phương', 331, 6, 14],
  ['Xã Điện Trung', 254, 6, 13],
  ['Phường Điện Dương', 276, 6, 12],
  ['Phường Điện Ngọc', 318, 8, 15],
  ['Phường Điện An', 389, 9, 16],
  ['Phường Điện Nam Trung', 262, 6, 10],
  ['Phường Điện Thắng Trung', 214, 5, 8],
  ['Phường Vĩnh Điện', 612, 12, 19],
  ['Phường Điện Minh', 296, 7, 11],
  ['Xã Điện Hòa', 298, 6, 9],
  ['Phường Điện Nam Bắc', 247, 6, 9],
  ['Phường Điện Thắng Bắc', 226, 5, 7],
  ['Đảng bộ Công an thị xã', 298, 10, 14],
  ['Đảng bộ Quân sự thị xã', 164, 9, 12],
  ['Xã Điện Phước', 327, 7, 9],
  ['Xã Điện Thọ', 352, 8, 10],
  ['Xã Điện Tiến', 241, 5, 6],
  ['Xã Điện Phong', 281, 6, 7],
  ['Xã Điện Hồng', 305, 7, 8],
  ['Phường Điện Thắng Nam', 203, 5, 4],
  ['Xã Điện Quang', 268, 6, 4],
  ['Phường Điện Nam Đông', 219, 5, 3],
]

function unit(id: string, code: string, name: string, tier: string, parent: string | null): TestUnit {
  return { id, code, name, tier, parent, validFrom: '1997-01-01', validTo: null, numbers: {} }
}

function spread(members: number, admitted: number, ratio: number): TestUnit['numbers'] {
  const part = (share: number) => Math.round(admitted * share)
  return {
    membersAtStart: members,
    members: members + admitted - 2,
    newlyAdmitted: admitted,
    admittedFemale: part(0.5636),
    admittedYouthUnion: part(0.672),
    admittedEnterprise: part(0.08),
    admittedAge18to30: part(0.7),
    admittedUniversity: part(0.5046),
    introduced: admitted * 2,
    introducedAdmitted: part(0.7),
    courseCompleted: part(1.6),
    courseAdmitted: part(0.8),
    recognized: part(0.67),
    transferredOut: 1,
    died: 1,
    target: ratio,
  }
}

function addUp(units: readonly TestUnit[]): TestUnit['numbers'] {
  const sum: TestUnit['numbers'] = {}
  for (const { numbers } of units) {
    for (const [key, value] of Object.entries(numbers) as [keyof TestUnit['numbers'], number][]) {
      sum[key] = (sum[key] ?? 0) + value
    }
  }
  return sum
}

/** A province, the town of the reference case with its units, and one cell below the first of them. */
export function testUnits(): TestUnit[] {
  const province = unit('province', '49', 'Tỉnh Quảng Nam', 'PROVINCE', null)
  const town = unit('town', '507', 'Thị xã Điện Bàn', 'DISTRICT', 'province')
  town.validTo = '2025-06-30'
  const communes = wards.map(([name, members, target, admitted], index) => ({
    ...unit(`ward-${index}`, String(20551 + index), name, 'GRASSROOTS', 'town'),
    numbers: spread(members, admitted, target),
  }))
  const cell = {
    ...unit('cell', '20551-K1', 'Chi bộ Khối phố 1', 'CELL', 'ward-0'),
    numbers: communes[0]!.numbers,
  }
  town.numbers = addUp(communes)
  province.numbers = addUp([town])
  return [province, town, ...communes, cell]
}

export const TRUNCATE: Rounding = { mode: 'TRUNCATE', decimals: 1 }

/** A figure of a unit by the catalog of packages/shared, as the API would answer it. */
export function figureOfUnit(numbers: TestUnit['numbers'], id: string) {
  const indicator = INDICATORS.find((candidate) => candidate.id === id)!
  const quantity = ({ terms, target }: NonNullable<(typeof indicator)['denominator']>) =>
    terms.reduce(
      (sum, term) =>
        sum +
        term.sign * (numbers[['BEFORE', 'BASE'].includes(term.at) ? 'membersAtStart' : term.measure] ?? 0),
      (target ?? 0) * (numbers.target ?? 0),
    )
  const numerator = quantity(indicator.numerator)
  if (!indicator.denominator) {
    return { indicator: id, numerator, denominator: null, value: numerator, text: formatNumber(numerator, 0) }
  }
  const denominator = quantity(indicator.denominator)
  const value = roundRatio(numerator, denominator, TRUNCATE)
  const text = value === null ? '–' : formatPercent(value, TRUNCATE)
  return { indicator: id, numerator, denominator, value, text }
}
