import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf } from './code-lists.js'
import { divideByWeight, FILL_RULES, fillRows, type FillRow } from './fill-rules.js'

const amount = fc.nat(1_000_000)
const maybe = fc.option(amount)
const row = fc.record({
  fixed: maybe,
  lastTarget: maybe,
  lastResult: maybe,
  members: maybe,
  sources: maybe,
  registered: maybe,
})
const rowsOf = fc
  .array(row, { maxLength: 60 })
  .map((all): FillRow[] => all.map((facts, index) => ({ ...facts, key: String(index) })))
const question = fc.record({
  rule: fc.constantFrom(...codesOf(FILL_RULES)),
  whole: maybe,
  percent: fc.integer({ min: -10_000, max: 50_000 }),
})

const plain = (key: string, facts: Partial<FillRow> = {}): FillRow => ({
  ...{ key, fixed: null, lastTarget: null, lastResult: null, members: null, sources: null, registered: null },
  ...facts,
})

describe('a fill rule', () => {
  it('adds up to the whole, is never negative and leaves fixed rows alone, whatever the numbers', () => {
    fc.assert(
      fc.property(question, rowsOf, (asked, rows) => {
        const proposal = fillRows(asked, rows)
        const open = rows.filter(({ fixed }) => fixed === null)
        const fixed = rows.reduce((sum, one) => sum + (one.fixed ?? 0), 0)
        const filled = [...proposal.amounts.values()]
        const sum = filled.reduce((total, part) => total + part, 0)
        expect(filled.every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
        expect([...proposal.amounts.keys()].filter((key) => rows[Number(key)]?.fixed !== null)).toEqual([])
        expect(sum).toBe(proposal.divided)
        if (proposal.refusal) expect(filled).toEqual([])
        else {
          expect(filled).toHaveLength(open.length)
          expect(proposal.remainder).toBe(0)
          if (asked.rule !== 'PERCENT') expect(fixed + sum).toBe(asked.whole)
        }
      }),
    )
  })

  it('gives nobody a whole person more or less than the exact share', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 40 }), (whole, weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        fc.pre(total > 0)
        const { parts, byRemainder } = divideByWeight(whole, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
        expect(byRemainder).toBeLessThan(weights.length)
        weights.forEach((weight, index) => {
          const exact = BigInt(whole) * BigInt(weight)
          const part = BigInt(parts[index] ?? 0) * BigInt(total)
          expect(part - exact < BigInt(total) && exact - part < BigInt(total)).toBe(true)
        })
      }),
    )
  })

  it('divides what is left of the assigned target among the empty rows', () => {
    const rows = [plain('a', { fixed: 154 }), plain('b', { sources: 30 }), plain('c', { sources: 28 })]
    const proposal = fillRows({ rule: 'SOURCES', whole: 180 }, rows)
    expect([...proposal.amounts]).toEqual([
      ['b', 13],
      ['c', 13],
    ])
    expect(proposal).toMatchObject({ divided: 26, weights: 58, byRemainder: 1, remainder: 0 })
  })

  it('changes last year’s targets by a percentage, so that the parts keep their sum', () => {
    const rows = [3, 3, 4].map((lastTarget, index) => plain(String(index), { lastTarget }))
    const sum = (percent: number) => [
      ...fillRows({ rule: 'PERCENT', whole: null, percent }, rows).amounts.values(),
    ]
    expect(sum(1_000)).toEqual([3, 3, 5])
    expect(sum(-10_000)).toEqual([0, 0, 0])
    expect(sum(0)).toEqual([3, 3, 4])
  })

  it('says why it fills nothing', () => {
    const refusal = (whole: number | null, rows: FillRow[]) =>
      fillRows({ rule: 'MEMBERS', whole }, rows).refusal
    expect(refusal(null, [plain('a', { members: 1 })])).toBe('NO_WHOLE')
    expect(refusal(5, [plain('a', { fixed: 2 })])).toBe('NO_ROWS')
    expect(refusal(5, [plain('a')])).toBe('NO_WEIGHTS')
    expect(refusal(5, [plain('a', { fixed: 5 }), plain('b', { members: 1 })])).toBe('NOTHING_LEFT')
    expect(refusal(5, [plain('a', { fixed: 7 }), plain('b', { members: 1 })])).toBe('NOTHING_LEFT')
  })
})
