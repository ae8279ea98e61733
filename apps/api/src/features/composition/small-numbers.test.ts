import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverSmallNumbers } from './small-numbers.js'

describe('small numbers', () => {
  it('covers nothing without a limit, and zero never', () => {
    expect(coverSmallNumbers([[1, 2, 0]], 0)).toEqual([
      ['OPEN', 'OPEN', 'OPEN', 'OPEN'],
      ['OPEN', 'OPEN', 'OPEN', 'OPEN'],
    ])
    expect(coverSmallNumbers([[0, 5]], 3)[0]).toEqual(['OPEN', 'OPEN', 'OPEN'])
  })

  it('covers 1 and 2 under a limit of 3, and the next smallest so that the total does not tell', () => {
    expect(coverSmallNumbers([[1, 9, 40]], 3)[0]).toEqual(['SMALL', 'HIDDEN', 'OPEN', 'OPEN'])
    expect(coverSmallNumbers([[2, 1, 40]], 3)[0]).toEqual(['SMALL', 'SMALL', 'OPEN', 'OPEN'])
    expect(coverSmallNumbers([[1, 1, 40]], 3)[0]).toEqual(['SMALL', 'SMALL', 'HIDDEN', 'OPEN'])
  })

  it('covers one more where a small and a hidden number are both the least they can be', () => {
    expect(coverSmallNumbers([[1, 3, 40, 50]], 3)[0]).toEqual(['SMALL', 'HIDDEN', 'HIDDEN', 'OPEN', 'OPEN'])
    expect(coverSmallNumbers([[2, 3, 40, 50]], 3)[0]).toEqual(['SMALL', 'HIDDEN', 'OPEN', 'OPEN', 'OPEN'])
  })

  it('covers the total of a table that holds one small number only', () => {
    expect(coverSmallNumbers([[2, 0]], 3)[0]).toEqual(['SMALL', 'OPEN', 'SMALL'])
  })

  it('hides a small total of several numbers, which would tell each of them', () => {
    expect(coverSmallNumbers([[1, 1]], 3)[0]).toEqual(['SMALL', 'SMALL', 'HIDDEN'])
  })

  it('leaves no line in which one number alone is covered', () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(fc.nat({ max: 8 }), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      )
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 3, 5), (counts, limit) => {
        const shown = coverSmallNumbers(counts, limit)
        const rows = shown.map((row) => row.filter((one) => one !== 'OPEN').length)
        const columns = (shown[0] ?? []).map(
          (_, column) => shown.filter((row) => row[column] !== 'OPEN').length,
        )
        expect([...rows, ...columns]).not.toContain(1)
        counts.forEach((row, y) =>
          row.forEach((count, x) => expect(shown[y]?.[x] === 'SMALL').toBe(count > 0 && count < limit)),
        )
      }),
      { seed: 20_241_115, numRuns: 300 },
    )
  })
})
