import { MEMBER_BASES, findIndicator, formatPercent, roundRatio, type MemberBase } from '@seedbed/shared'
import { TRUNCATE, figureOfUnit, type TestUnit } from './units.js'

interface ComparisonArguments {
  input: {
    figures: { asOf: string; indicators: string[]; memberBase: MemberBase }
    with: 'SAME_DATE_LAST_YEAR' | 'PERIOD' | 'UNIT'
    organizationId?: string
  }
}

interface RatioArguments {
  input: { numerator: string; denominator: string }
}

interface ExplainArguments {
  input: { printed: string }
}

type Numbers = TestUnit['numbers']

/** A figure that names what it is of, and says why it has no value. */
function named(numbers: Numbers, id: string, base: MemberBase) {
  const figure = figureOfUnit(numbers, id)
  const below = findIndicator(id)?.denominator?.label.vi.toLocaleLowerCase('vi') ?? null
  const noTarget = numbers.target === 0 && (id === 'target' || id === 'completion')
  return {
    ...figure,
    ...(noTarget ? { value: null, denominator: null, text: '–' } : {}),
    reason: noTarget ? 'NO_TARGET' : null,
    numeratorName: findIndicator(id)?.numerator.label.vi.toLocaleLowerCase('vi') ?? '',
    denominatorName: id === 'rateOfMembers' ? MEMBER_BASES[base].vi : below,
  }
}

const rounding = { mode: 'TRUNCATE', decimals: 1, trailingZeros: true, inheritedFrom: null }

interface Way {
  numerator: number
  denominator: number
  denominatorName: string
  own: boolean
  text?: string
  rounding: typeof rounding
}

/** The one way in which each printed percentage comes about. */
const EXPLAINED: Readonly<Record<string, Way[]>> = {
  '146,6': [{ numerator: 220, denominator: 150, denominatorName: 'chỉ tiêu năm 2024', own: true, rounding }],
  '49,6': [
    {
      numerator: 115,
      denominator: 232,
      text: '49,6\u00a0%',
      denominatorName: 'số học xong lớp nhận thức',
      own: false,
      rounding: { ...rounding, mode: 'HALF_UP' },
    },
  ],
}

/** Figures of a unit beside others, a ratio, one explanation of 146,6 %, and two terms. */
export function comparisonsOfUnit(unit: TestUnit, before: Numbers, other: (id: string) => Numbers) {
  const percent = (n: number, of: number) => {
    const value = roundRatio(n, of, TRUNCATE)
    return {
      numerator: n,
      denominator: of,
      value,
      text: value === null ? '–' : formatPercent(value, TRUNCATE),
    }
  }
  return {
    comparison: ({ input }: ComparisonArguments) =>
      input.figures.indicators.map((indicator) => {
        const base = input.figures.memberBase
        const now = named(unit.numbers, indicator, base)
        const than = input.with === 'UNIT' ? other(input.organizationId ?? '') : before
        const then = named(than, indicator, base)
        const difference =
          now.value === null || then.value === null ? null : Math.round((now.value - then.value) * 10) / 10
        const isCount = findIndicator(indicator)?.unit === 'PERSONS' && difference !== null
        return {
          indicator,
          now,
          then,
          difference,
          differencePercent: isCount ? { ...then, ...percent(difference, then.value ?? 0) } : null,
        }
      }),
    ratio: ({ input: { numerator, denominator } }: RatioArguments) => {
      const above = named(unit.numbers, numerator, 'AS_OF')
      const below = named(unit.numbers, denominator, 'AS_OF')
      return {
        indicator: `${numerator}/${denominator}`,
        ...percent(above.numerator, below.numerator),
        reason: below.numerator === 0 ? 'ZERO_DENOMINATOR' : null,
        numeratorName: above.numeratorName,
        denominatorName: below.numeratorName,
      }
    },
    explainPercentage: ({ input: { printed } }: ExplainArguments) =>
      (EXPLAINED[printed] ?? []).map(({ numerator, denominator, ...way }) => ({
        ...percent(numerator, denominator),
        ...way,
      })),
    terms: [
      { id: 'term-0', version: 1, name: '2015-2020', from: '2015-08-10', to: '2020-08-09', document: null },
      { id: 'term-1', version: 3, name: '2020-2025', from: '2020-08-10', to: null, document: null },
    ],
  }
}
