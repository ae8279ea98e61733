import { describe, expect, it } from 'vitest'
import { isOfPeriod, readPercentage } from './declared.js'
import { findIndicator, INDICATORS } from './indicators.js'

describe('A percentage as printed', () => {
  it('is none with a sign, a unit, blanks, two marks or too many digits', () => {
    for (const text of ['', ' 56', '56 %', '-3', '1.234,5', ',5', '5,', '123456', '1,1234567', 'năm'])
      expect(readPercentage(text), text).toBeNull()
  })

  it('has a value and as many decimals as it shows', () => {
    expect(readPercentage('56')).toEqual({ value: 56, decimals: 0 })
    expect(readPercentage('146,6')).toEqual({ value: 146.6, decimals: 1 })
    expect(readPercentage('62.05')).toEqual({ value: 62.05, decimals: 2 })
    expect(readPercentage('50,40')).toEqual({ value: 50.4, decimals: 2 })
  })
})

describe('A figure', () => {
  it('is of one day only when all of it is read on that day', () => {
    const ofOneDay = INDICATORS.filter((one) => one.unit !== 'YEARS' && !isOfPeriod(one)).map(({ id }) => id)
    expect(ofOneDay).toContain('members')
    for (const id of ofOneDay) expect(findIndicator(id)?.numerator.terms[0]?.at).toBe('AS_OF')
    for (const id of ['admitted', 'membersAtStart', 'target', 'netChange', 'completion'])
      expect(ofOneDay).not.toContain(id)
  })
})
