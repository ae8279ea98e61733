import { expect, it } from 'vitest'
import { readPersons } from './persons.js'

it('reads persons as Vietnamese spreadsheets write them, and nothing else', () => {
  expect(['12', ' 1.200 ', '1200', '12,00', '0'].map(readPersons)).toEqual(
    [12, 1_200, 1_200, 12, 0].map((min) => ({ min, max: null })),
  )
  expect(['5-6', '5 – 6', '1.000-2.000'].map(readPersons)).toEqual([
    { min: 5, max: 6 },
    { min: 5, max: 6 },
    { min: 1_000, max: 2_000 },
  ])
  expect(['', ' ', '\u00a0'].map(readPersons)).toEqual([null, null, null])
  for (const text of ['1,5', '1,000', '-3', 'mười', '12 người', '3.5', '1.20', '5-', '٣'])
    expect(readPersons(text), text).toBe('NOT_WHOLE')
  expect(readPersons('1000001')).toBe('TOO_MANY')
  expect(readPersons('6-5')).toBe('REVERSED')
})
