import { describe, expect, it } from 'vitest'
import { findIndicator, INDICATORS, nameOf } from './indicators.js'
import { MEASURE_IDS, measureColumn, MEASURES, MEMBER_FLOWS, STAGE_MEASURES, STOCK_IDS } from './measures.js'

describe('the catalog', () => {
  it('names every indicator once, in both languages', () => {
    const ids = INDICATORS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { label, numerator, denominator } of INDICATORS)
      for (const text of [label, numerator.label, denominator?.label ?? label]) {
        expect(text.vi.trim()).not.toBe('')
        expect(text.en.trim()).not.toBe('')
      }
  })

  it('finds an indicator by its id and nothing by another', () => {
    expect(findIndicator('admitted')?.numerator.terms.map(({ measure }) => measure)).toEqual([
      'newlyAdmitted',
      'readmitted',
    ])
    expect(findIndicator('constructor')).toBeUndefined()
  })

  it('names what a sentence needs', () => {
    const names = ['admitted', 'admittedFemale', 'introducedByYouthUnion', 'introduced'].map((id) =>
      nameOf(findIndicator(id)!.numerator),
    )
    expect(names).toEqual(['số kết nạp', 'kết nạp là nữ', 'Đoàn Thanh niên giới thiệu', 'số được giới thiệu'])
  })

  it('reads stocks on a day and flows over the period', () => {
    for (const { numerator, denominator } of INDICATORS)
      for (const { measure, at } of [...numerator.terms, ...(denominator?.terms ?? [])])
        expect(at === 'PERIOD', measure).toBe(MEASURES[measure].sort === 'flow')
  })

  it('gives every measure a column of its own', () => {
    const columns = MEASURE_IDS.map(measureColumn)
    expect(new Set(columns).size).toBe(columns.length)
    expect(measureColumn('admittedAge18to30')).toBe('admitted_age_18to_30')
    for (const column of columns) expect(column).toMatch(/^[a-z][a-z0-9_]*$/u)
  })

  it('carries members, those on probation and candidates by stage from year to year', () => {
    expect(STOCK_IDS).toEqual(['members', 'probationaryMembers', ...Object.values(STAGE_MEASURES)])
  })

  it('closes the balance sheet: reorganization is what no movement of members explains', () => {
    const terms = findIndicator('reorganized')?.numerator.terms ?? []
    expect(terms).toContainEqual({ sign: 1, measure: 'members', at: 'AS_OF' })
    expect(terms).toContainEqual({ sign: -1, measure: 'members', at: 'BEFORE' })
    for (const [measure, sign] of MEMBER_FLOWS)
      expect(terms).toContainEqual({ sign: sign === 1 ? -1 : 1, measure, at: 'PERIOD' })
    expect(terms).toHaveLength(MEMBER_FLOWS.length + 2)
  })
})
