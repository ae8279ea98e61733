import { describe, expect, it } from 'vitest'
import { generateDemonstration } from '../../src/demo/generate.js'
import { recountOf } from '../../src/demo/testing/recount.js'
import type { ApiClient } from '../client.js'

const RECOUNTING_TAKES_AT_MOST = 60_000
const [BINH_THUAN, TOWN, WARD] = ['60', '507', '20596']
const threeYears = { from: '2021-01-01', asOf: '2023-12-31' }
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }
const term = { from: '2021-01-01', asOf: '2023-06-30' }
const cut = (decimals: number) => ({ mode: 'TRUNCATE', decimals })

interface Ratio {
  numerator: number
  denominator: number
  value: number
  text: string
  numeratorName: string
  denominatorName: string
}

/** What the newspapers print as rates and comparisons, asked of the demonstration. */
export function comparisonsAgree(api: () => ApiClient): void {
  async function asked<T>(code: string, at: string, type: string, field: string, input: object): Promise<T> {
    const query = `query ($code: String!, $at: Date, $input: ${type}!) {
    organization(code: $code, at: $at) { answer: ${field} }
  }`
    const data = await api().data<{ organization: { answer: T } }>(query, { code, at, input })
    return data.organization.answer
  }

  const ratioOf = (code: string, input: { asOf: string } & Record<string, unknown>) => {
    const fields = 'ratio(input: $input) { numerator denominator value text numeratorName denominatorName }'
    return asked<Ratio>(code, input.asOf, 'RatioInput', fields, input)
  }

  const explained = async (input: { asOf: string } & Record<string, unknown>) => {
    const fields = 'explainPercentage(input: $input) { rounding { mode decimals } denominatorName own }'
    const ways = await asked<
      { rounding: { mode: string; decimals: number }; denominatorName: string; own: boolean }[]
    >(TOWN, input.asOf, 'ExplainPercentageInput', fields, input)
    return ways.map(({ rounding, denominatorName, own }) =>
      [rounding.mode, rounding.decimals, denominatorName, ...(own ? [] : ['instead'])].join(' '),
    )
  }

  const rateOf = async (code: string, days: { from: string; asOf: string }, memberBase: string) => {
    const input = { ...days, indicators: ['rateOfMembers'], memberBase }
    const fields = 'figures(input: $input) { numerator denominator value denominatorName }'
    return (await asked<object[]>(code, days.asOf, 'FiguresInput', fields, input))[0]
  }

  describe('what the newspapers print as a comparison', () => {
    it('A6: the rate against members at the start of the year is 5 % or more in both full years', async () => {
      for (const year of [2021, 2022]) {
        const days = { from: `${year}-01-01`, asOf: `${year}-12-31` }
        const ratio = await ratioOf(BINH_THUAN, {
          ...days,
          numerator: 'admitted',
          denominator: 'membersAtStart',
        })
        expect(ratio.value).toBeGreaterThanOrEqual(5)
        expect(ratio.denominatorName).toBe(`đảng viên đến 31/12/${year - 1}`)
        expect(await rateOf(BINH_THUAN, days, 'PREVIOUS_YEAR_END')).toMatchObject({
          numerator: ratio.numerator,
          denominator: ratio.denominator,
          value: ratio.value,
          denominatorName: ratio.denominatorName,
        })
      }
    })

    it('A1 and A3: of 38,302 members at the start of the term 4,909 more were admitted', async () => {
      expect(await rateOf(BINH_THUAN, term, 'TERM_START')).toEqual({
        numerator: 4_909,
        denominator: 38_302,
        value: 12.82,
        denominatorName: 'đảng viên đầu nhiệm kỳ 2020-2025 (đến 31/12/2020)',
      })
      expect(await rateOf(BINH_THUAN, term, 'AS_OF')).toMatchObject({ denominator: 41_956 })
      expect(await rateOf(WARD, year2024, 'TERM_START')).toMatchObject({
        denominatorName: 'đảng viên đầu nhiệm kỳ 2020-2025 (đến 31/12/2020)',
      })
    })

    it('A10: 1,452 of the 2,340 whom the trade union introduced', async () => {
      const input = { from: '2022-01-01', asOf: '2023-06-30' }
      const ids = { numerator: 'introducedByTradeUnionAdmitted', denominator: 'introducedByTradeUnion' }
      expect(await ratioOf(BINH_THUAN, { ...input, ...ids })).toMatchObject({
        numerator: 1_452,
        denominator: 2_340,
        text: '62,05\u00a0%',
        numeratorName: 'công đoàn giới thiệu và được kết nạp',
        denominatorName: 'công đoàn giới thiệu',
      })
    })

    it.each([
      ['B1', threeYears, 'admitted', 'target', 0, '124\u00a0%', 'chỉ tiêu các năm 2021-2023'],
      ['B2', threeYears, 'admittedUniversity', 'admitted', 1, '56,7\u00a0%', 'số kết nạp'],
      ['B3', year2024, 'admitted', 'target', 1, '146,6\u00a0%', 'chỉ tiêu năm 2024'],
      ['B4', year2024, 'admittedFemale', 'admitted', 0, '56\u00a0%', 'số kết nạp'],
      ['B5', year2024, 'admittedUniversity', 'admitted', 1, '50,4\u00a0%', 'số kết nạp'],
    ])('%s as a ratio', async (_, days, numerator, denominator, decimals, text, denominatorName) => {
      const ratio = await ratioOf(TOWN, { ...days, numerator, denominator, rounding: cut(decimals) })
      expect(ratio).toMatchObject({ text, denominatorName })
    })

    it.each([
      ['B2', threeYears, 'universityShare', '56,7 %', 'TRUNCATE 1 số kết nạp', 'HALF_UP 1 số kết nạp'],
      ['B3', year2024, 'completion', '146,6', 'TRUNCATE 1 chỉ tiêu năm 2024', 'HALF_UP 1 chỉ tiêu năm 2024'],
      ['B5', year2024, 'universityShare', '50,4', 'TRUNCATE 1 số kết nạp', 'HALF_UP 1 số kết nạp'],
    ])('%s is cut, not rounded', async (_, days, indicator, printed, way, other) => {
      const ways = await explained({ ...days, indicator, printed })
      expect(ways).toContain(way)
      expect(ways).not.toContain(other)
    })

    it('finds a share of the admitted that was divided by the target', async () => {
      expect(await explained({ ...year2024, numerator: 'admittedFemale', printed: '82,6 %' })).toEqual([
        'TRUNCATE 1 chỉ tiêu năm 2024 instead',
      ])
    })

    it(
      'sets Điện Bàn against the same date last year',
      async () => {
        const recount = recountOf(generateDemonstration())
        const lastYear = { from: '2023-01-01', asOf: '2023-11-15' }
        const indicators = ['admitted', 'admittedFemale', 'courseCompleted', 'members']
        const input = { figures: { ...year2024, indicators }, with: 'SAME_DATE_LAST_YEAR' }
        const fields = `comparison(input: $input) { now { numerator } then { numerator } difference
      differencePercent { numerator denominator denominatorName } }`
        const answers = await asked<object[]>(TOWN, year2024.asOf, 'ComparisonInput', fields, input)
        const expected = indicators.map((id) => {
          const [now, then] = [recount.numerator(TOWN, id, year2024), recount.numerator(TOWN, id, lastYear)]
          return {
            now: { numerator: now },
            then: { numerator: then },
            difference: now - then,
            differencePercent: { numerator: now - then, denominator: then },
          }
        })
        expect(answers).toMatchObject(expected)
        expect(answers[0]).toMatchObject({
          now: { numerator: 220 },
          differencePercent: { denominatorName: 'số kết nạp từ 01/01/2023 đến 15/11/2023' },
        })
      },
      RECOUNTING_TAKES_AT_MOST,
    )
  })
}
