import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../client.js'
import { DIEN_BAN_TABLE } from '../../src/demo/cases/dien-ban-table.js'
import { generateDemonstration } from '../../src/demo/generate.js'
import type { FigureQuestion } from '../../src/demo/reference-facts.js'
import { recountOf } from '../../src/demo/testing/recount.js'
import { UnitsAsked } from '../unit-counts/ask.js'

const TOWN = '507'
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }
const grassroots = ['GRASSROOTS', 'GRASSROOTS_CELL']

/** How many units of Điện Bàn did what, as a naive count over the lines of the demonstration says. */
export function unitsAgree(api: () => ApiClient): void {
  describe('the units of Điện Bàn', () => {
    let town: { id: string; version: number }

    beforeAll(async () => {
      const query = `query ($code: String!, $at: Date) { organization(code: $code, at: $at) { id version } }`
      const data = await api().data<{ organization: typeof town }>(query, { code: TOWN, at: year2024.asOf })
      town = data.organization
    })

    const lines = generateDemonstration()
    const recount = recountOf(lines)
    const below = (tiers: readonly string[]) =>
      lines.flatMap((line) =>
        line.type === 'establish' && tiers.includes(line.tier) && recount.contains(TOWN, line.code)
          ? [line]
          : [],
      )
    const amount = (code: string, indicator: string, question: FigureQuestion) =>
      recount.numerator(code, indicator, question)

    it('are so many as the lines of the demonstration establish', async () => {
      const counts = await new UnitsAsked(api()).countBy(town, year2024.asOf, 'TIER')
      const tiers = ['GRASSROOTS', 'GRASSROOTS_CELL', 'SECTION', 'CELL']
      expect(tiers.map((tier) => counts[tier] ?? 0)).toEqual(tiers.map((tier) => below([tier]).length))
      expect((counts['GRASSROOTS'] ?? 0) + (counts['GRASSROOTS_CELL'] ?? 0)).toBe(22)
    })

    it.each([
      ['2024 up to 15/11', grassroots, year2024, 22],
      ['the first half of February 2024', grassroots, { from: '2024-02-01', asOf: '2024-02-15' }, null],
      ['2024 up to 15/11, cell by cell', ['CELL'], year2024, null],
    ])('admitted anyone in %s: as many as a naive count says', async (_, tiers, period, published) => {
      const share = await new UnitsAsked(api()).share(town, {
        ...period,
        tiers,
        condition: 'ADMITTED_ANYONE',
      })
      const admitted = below(tiers).filter(({ code }) => amount(code, 'admitted', period) > 0)
      expect(share).toMatchObject({ all: below(tiers).length, fulfilling: admitted.length, notCounted: 0 })
      expect(share.share).toMatchObject({ numerator: admitted.length, denominator: below(tiers).length })
      if (published !== null) expect(share.fulfilling).toBe(published)
      else expect([0, share.all]).not.toContain(share.fulfilling)
    })

    it('reached the target of 2024 where the table of the town says so', async () => {
      const input = { ...year2024, tiers: grassroots, condition: 'REACHED_TARGET' }
      const share = await new UnitsAsked(api()).share(town, input)
      const reached = DIEN_BAN_TABLE.filter(({ admitted2024, target2024 }) => admitted2024 >= target2024)
      expect(share).toMatchObject({ all: 22, fulfilling: reached.length, notFulfilling: 22 - reached.length })
      expect(share.share.text).toBe('86,3\u00a0%')
    })

    it('admitted more than in the same period of 2023, or introduced anyone, as a naive count says', async () => {
      const asked = new UnitsAsked(api())
      const year2023 = { from: '2023-01-01', asOf: '2023-11-15' }
      const rose = below(['CELL']).filter(
        ({ code }) => amount(code, 'admitted', year2024) > amount(code, 'admitted', year2023),
      )
      const introduced = below(['CELL']).filter(({ code }) => amount(code, 'introduced', year2024) > 0)
      for (const [condition, units] of [
        ['ROSE_AGAINST_LAST_YEAR', rose],
        ['INTRODUCED_ANYONE', introduced],
      ] as const)
        expect(await asked.share(town, { ...year2024, tiers: ['CELL'], condition })).toMatchObject({
          fulfilling: units.length,
        })
    })
  })
}
