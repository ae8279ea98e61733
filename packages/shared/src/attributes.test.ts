import { describe, expect, it } from 'vitest'
import { ageBandOf, DIMENSIONS, UNKNOWN, yearsOfMembershipBandOf } from './attributes.js'

describe('attributes', () => {
  it('name no category as that of the unknown, and have both languages', () => {
    for (const { label, categories } of Object.values(DIMENSIONS)) {
      const known = categories === 'DATA' ? {} : categories
      expect(Object.keys(known)).not.toContain(UNKNOWN)
      for (const { vi, en } of [label, ...Object.values(known)]) expect(vi && en).toBeTruthy()
    }
  })

  it('band ages at their edges', () => {
    expect([17, 18, 30, 31, 40, 41, 50, 51, 60, 61].map(ageBandOf)).toEqual([
      'UNDER_18',
      '18_30',
      '18_30',
      '31_40',
      '31_40',
      '41_50',
      '41_50',
      '51_60',
      '51_60',
      'OVER_60',
    ])
    for (const years of [0, 17, 18, 60, 61, 99])
      expect(Object.keys(DIMENSIONS.AGE_BAND.categories)).toContain(ageBandOf(years))
  })

  it('band years of membership at their edges', () => {
    expect([0, 1, 4, 5, 9, 10, 49, 50].map(yearsOfMembershipBandOf)).toEqual([
      'UNDER_1',
      '1_4',
      '1_4',
      '5_9',
      '5_9',
      '10_19',
      '40_49',
      '50_PLUS',
    ])
  })
})
