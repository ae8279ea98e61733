import { KINH, UNKNOWN, type DimensionCode } from '@seedbed/shared'

/** What a known raw value must be; both ends of a range belong to it. */
export type Holds =
  { is: string | number } | { isNot: string } | { below: number } | { from: number; to?: number }

const yesNo = (yes: string, no: string): Array<[string, Holds]> => [
  [yes, { is: 1 }],
  [no, { is: 0 }],
]

/** Categories by what the raw value is; where a dimension is not named here, the raw value is the category. */
export const CASES: Partial<Record<DimensionCode, ReadonlyArray<readonly [string, Holds]>>> = {
  SEX: yesNo('FEMALE', 'MALE'),
  ETHNICITY: [
    ['KINH', { is: KINH }],
    ['MINORITY', { isNot: KINH }],
  ],
  RELIGION: [
    ['NONE', { is: '' }],
    ['RELIGIOUS', { isNot: '' }],
  ],
  YOUTH_UNION: yesNo('YES', 'NO'),
  AGE_BAND: [
    ['UNDER_18', { below: 18 }],
    ['18_30', { from: 18, to: 30 }],
    ['31_40', { from: 31, to: 40 }],
    ['41_50', { from: 41, to: 50 }],
    ['51_60', { from: 51, to: 60 }],
    ['OVER_60', { from: 61 }],
  ],
  YEARS_OF_MEMBERSHIP: [
    ['UNDER_1', { below: 1 }],
    ['1_4', { from: 1, to: 4 }],
    ['5_9', { from: 5, to: 9 }],
    ['10_19', { from: 10, to: 19 }],
    ['20_29', { from: 20, to: 29 }],
    ['30_39', { from: 30, to: 39 }],
    ['40_49', { from: 40, to: 49 }],
    ['50_PLUS', { from: 50 }],
  ],
}

function isHeld(raw: string | number, holds: Holds): boolean {
  if ('is' in holds) return raw === holds.is
  if ('isNot' in holds) return raw !== holds.isNot
  const number = Number(raw)
  if ('below' in holds) return number < holds.below
  return number >= holds.from && (holds.to === undefined || number <= holds.to)
}

/** The category of a raw value in a dimension; UNKNOWN where nothing is known, so that nobody is lost. */
export function categoryOfValue(dimension: DimensionCode, raw: string | number | null): string {
  if (raw === null) return UNKNOWN
  const cases = CASES[dimension]
  if (!cases) return String(raw)
  return cases.find(([, holds]) => isHeld(raw, holds))?.[0] ?? UNKNOWN
}
