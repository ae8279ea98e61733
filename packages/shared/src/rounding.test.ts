import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatPercent, roundRatio, type Rounding } from './rounding.js'

const truncate = (decimals: number): Rounding => ({ mode: 'TRUNCATE', decimals })
const halfUp = (decimals: number): Rounding => ({ mode: 'HALF_UP', decimals })

describe('a ratio as it stands in print', () => {
  it.each([
    [220, 150, truncate(1), 146.6],
    [220, 150, halfUp(1), 146.7],
    [428, 345, truncate(0), 124],
    [243, 428, truncate(1), 56.7],
    [243, 428, halfUp(1), 56.8],
    [124, 220, truncate(0), 56],
    [111, 220, truncate(1), 50.4],
    [111, 220, halfUp(1), 50.5],
    [1452, 2340, halfUp(2), 62.05],
    [1, 200, halfUp(1), 0.5],
    [1, 2000, halfUp(1), 0.1],
    [-1, 2000, halfUp(1), -0.1],
    [-1, 3, truncate(0), -33],
    [2, 103.5, halfUp(2), 1.93],
    [1, 1.5, truncate(1), 66.6],
  ])('%i of %i, %o, is %d', (numerator, denominator, rounding, value) => {
    expect(roundRatio(numerator, denominator, rounding)).toBe(value)
  })

  it('has no value over nothing', () => {
    expect(roundRatio(5, 0, halfUp(2))).toBeNull()
  })

  it('is never −0', () => {
    expect(Object.is(roundRatio(-1, 100_000, truncate(0)), 0)).toBe(true)
  })

  it('is the same for numbers of any size as from whole numbers without a limit', () => {
    const amount = fc.oneof(fc.nat(3_000), fc.maxSafeNat())
    const rounding = fc.record({
      mode: fc.constantFrom('HALF_UP' as const, 'TRUNCATE' as const),
      decimals: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(amount, amount, rounding, (n, d, { mode, decimals }) => {
        fc.pre(d > 0)
        const [top, bottom] = [BigInt(n) * 100n * 10n ** BigInt(decimals), BigInt(d)]
        const whole = mode === 'HALF_UP' ? (top * 2n + bottom) / (bottom * 2n) : top / bottom
        expect(roundRatio(n, d, { mode, decimals })).toBe(Number(whole) / 10 ** decimals)
      }),
    )
  })

  it('lies within one step of the true value, below it in size when cut', () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        (n, d, decimals) => {
          const exact = (n / d) * 100
          const step = 10 ** -decimals
          const near = (value: number | null, most: number) =>
            expect(Math.abs((value as number) - exact)).toBeLessThanOrEqual(most * step + 1e-6)
          near(roundRatio(n, d, halfUp(decimals)), 0.5)
          near(roundRatio(n, d, truncate(decimals)), 1)
          expect(Math.abs(roundRatio(n, d, truncate(decimals)) as number)).toBeLessThanOrEqual(
            Math.abs(exact) + 1e-9,
          )
        },
      ),
    )
  })
})

describe('a number in words of print', () => {
  it.each([
    [41_956, 0, '41.956', '41,956'],
    [1_234_567.5, 1, '1.234.567,5', '1,234,567.5'],
    [-70, 0, '\u221270', '\u221270'],
    [0, 2, '0,00', '0.00'],
    [999, 0, '999', '999'],
  ])('%d with %i decimals', (value, decimals, vi, en) => {
    expect(formatNumber(value, decimals)).toBe(vi)
    expect(formatNumber(value, decimals, 'en')).toBe(en)
  })

  it('stands apart from its percent sign by a space that does not break', () => {
    expect(formatPercent(146.6, { decimals: 1 })).toBe('146,6\u00a0%')
  })

  it.each([
    [50, 2, '50\u00a0%', '50,00\u00a0%'],
    [50.1, 2, '50,1\u00a0%', '50,10\u00a0%'],
    [50.12, 2, '50,12\u00a0%', '50,12\u00a0%'],
    [100, 0, '100\u00a0%', '100\u00a0%'],
    [0, 3, '0\u00a0%', '0,000\u00a0%'],
  ])('%d has at most %i decimals where zeros at the end are dropped', (value, decimals, dropped, kept) => {
    expect(formatPercent(value, { decimals, trailingZeros: false })).toBe(dropped)
    for (const rounding of [{ decimals, trailingZeros: true }, { decimals }])
      expect(formatPercent(value, rounding)).toBe(kept)
  })
})
