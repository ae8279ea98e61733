import { describe, expect, it } from 'vitest'
import { readPercentage } from './declared.js'

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
