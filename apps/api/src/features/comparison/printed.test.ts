import { describe, expect, it } from 'vitest'
import { printedDigits } from './printed.js'

describe('a percentage in print', () => {
  it.each([
    ['56,7', '56,7'],
    ['56,7 %', '56,7'],
    ['56,7\u00a0%', '56,7'],
    [' 124% ', '124'],
    ['146.6', '146,6'],
    ['62.05 %', '62,05'],
    ['1.234,5 %', '1234,5'],
    ['1.234', '1234'],
    ['0,50', '0,50'],
    ['007', '7'],
  ])('%s is %s', (printed, digits) => {
    expect(printedDigits(printed)).toBe(digits)
  })

  it.each([
    '',
    '%',
    'x',
    '56,',
    ',5',
    '56,7,1',
    '-3',
    '−3 %',
    '56 %%',
    '12,3456',
    '1.23,4',
    '12345678',
    '5 6',
  ])('"%s" is none', (printed) => {
    expect(() => printedDigits(printed)).toThrow('printed')
  })
})
