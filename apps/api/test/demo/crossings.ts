import { formatNumber, roundRatio } from '@seedbed/shared'
import { describe, expect, it } from 'vitest'
import { SCHOOL_CELL } from '../../src/demo/reference-facts.js'
import type { ApiClient } from '../client.js'
import { counts, crossTab, people, type Tab } from '../composition/cross-tab.js'

const [BINH_THUAN, TOWN] = ['60', '507']
const threeYears = { from: '2021-01-01', asOf: '2023-12-31' }
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }
const spring2024 = { from: '2024-01-01', asOf: '2024-05-30' }
const unions = { from: '2022-01-01', asOf: '2023-06-30' }
const cut = (decimals: number) => ({ mode: 'TRUNCATE', decimals }) as const

const universityDegrees = ['UNIVERSITY', 'MASTER', 'DOCTOR']

/** How many of a crossing by degree studied at a university, and their share as the office prints it. */
function withUniversity({ rows, total }: Tab): [number, string] {
  const sum = rows
    .filter(({ code }) => universityDegrees.includes(code))
    .reduce((all, row) => all + (row.total.count ?? 0), 0)
  return [sum, formatNumber(roundRatio(sum, total.count ?? 0, cut(1), 100) ?? 0, 1)]
}

/** What the newspapers print of the composition, asked as crossings and lists of people of the demonstration. */
export function crossingsAgree(api: () => ApiClient): void {
  type Input = Record<string, unknown> & { asOf: string }
  const unitOf = async (code: string, at: string) => {
    const query = 'query ($code: String!, $at: Date) { organization(code: $code, at: $at) { id version } }'
    return (await api().data<{ organization: { id: string; version: number } }>(query, { code, at }))
      .organization
  }
  const crossed = async (code: string, input: Input) => crossTab(api(), await unitOf(code, input.asOf), input)
  const behind = async (code: string, { occupation, ...input }: Input) =>
    people(api(), await unitOf(code, input.asOf), {
      ...input,
      conditions: [{ dimension: 'OCCUPATION', category: occupation }],
    })
  const admitted = { ...year2024, indicator: 'admitted' }

  describe('as crossings', () => {
    it('A10: all 2,340 were introduced by trade unions, and so were the 1,452 admitted', async () => {
      const introduced = await crossed(BINH_THUAN, { ...unions, indicator: 'introduced', rows: 'INTRODUCER' })
      expect(counts(introduced)).toEqual({ TRADE_UNION: 2_340 })
      const input = { ...unions, indicator: 'introducedAdmitted', rows: 'INTRODUCER' }
      expect(counts(await crossed(BINH_THUAN, input))).toEqual({ TRADE_UNION: 1_452 })
    })

    it('B2 and B5: 243 of 428 and 111 of 220 have a university degree, 56.7 and 50.4 %', async () => {
      const early = await crossed(TOWN, { ...threeYears, indicator: 'admitted', rows: 'DEGREE' })
      expect([early.total.count, early.unknown]).toEqual([428, 0])
      expect(withUniversity(early)).toEqual([243, '56,7'])
      const late = await crossed(TOWN, { ...admitted, rows: 'DEGREE' })
      expect([late.total.count, late.unknown]).toEqual([220, 0])
      expect(withUniversity(late)).toEqual([111, '50,4'])
    })

    it('B4: 124 of 220 are women, 56 %', async () => {
      const { rows } = await crossed(TOWN, { ...admitted, rows: 'SEX', rounding: cut(0) })
      expect(rows.find(({ code }) => code === 'FEMALE')?.total).toMatchObject({
        count: 124,
        share: { numerator: 124, denominator: 220, text: '56\u00a0%' },
      })
    })

    it('B6: one business owner, one religious follower, one of an ethnic minority, one readmission', async () => {
      const one = async (rows: string, category: string) =>
        counts(await crossed(TOWN, { ...admitted, rows }))[category]
      expect(await one('OCCUPATION', 'BUSINESS_OWNER')).toBe(1)
      expect(counts(await crossed(TOWN, { ...admitted, rows: 'RELIGION' }))).toEqual({
        NONE: 219,
        RELIGIOUS: 1,
      })
      expect(counts(await crossed(TOWN, { ...admitted, rows: 'ETHNICITY' }))).toEqual({
        KINH: 219,
        MINORITY: 1,
      })
      const { total } = await crossed(TOWN, { ...admitted, indicator: 'readmitted', rows: 'SEX' })
      expect(total.count).toBe(1)
    })

    it('B12: 35 pupils by 30 May, of whom 34 left for universities and one for a college', async () => {
      const spring = await crossed(TOWN, { ...spring2024, indicator: 'admitted', rows: 'OCCUPATION' })
      expect(counts(spring)).toMatchObject({ PUPIL: 35 })
      const pupils = { occupation: 'PUPIL' }
      const list = await behind(TOWN, { ...spring2024, ...pupils, indicator: 'admitted' })
      expect([list.totalCount, list.withoutName]).toEqual([35, 0])
      for (const [indicator, count] of [
        ['transferredOutUniversity', 34],
        ['transferredOutCollege', 1],
      ] as const) {
        const input = { ...year2024, indicator }
        expect(counts(await crossed(TOWN, { ...input, rows: 'OCCUPATION' }))).toEqual({ PUPIL: count })
        expect((await behind(TOWN, { ...input, ...pupils })).totalCount).toBe(count)
      }
    })

    it('B13 and B14: teacher and pupils of the school cell, admitted and through the class', async () => {
      const schoolYear = { from: '2023-09-01', asOf: '2024-08-31', indicator: 'admitted' }
      const school = await crossed(SCHOOL_CELL, { ...schoolYear, rows: 'OCCUPATION' })
      expect(counts(school)).toEqual({ TEACHER: 1, PUPIL: 5 })
      const list = await behind(SCHOOL_CELL, { ...schoolYear, occupation: 'PUPIL' })
      expect(list.edges).toHaveLength(5)
      expect(new Set(list.edges.map(({ node }) => node.organization.name)).size).toBe(1)
      const next = { from: '2024-09-01', asOf: '2024-11-15', indicator: 'courseCompleted' }
      const course = await crossed(SCHOOL_CELL, { ...next, rows: 'OCCUPATION' })
      expect(counts(course)).toEqual({ TEACHER: 2, PUPIL: 6 })
      expect((await behind(SCHOOL_CELL, { ...next, occupation: 'TEACHER' })).totalCount).toBe(2)
    })
  })
}
