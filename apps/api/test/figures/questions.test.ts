import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const year = { from: '2024-01-01', asOf: '2024-12-31' }
const figuresQuery = `query ($id: ID!, $at: Date, $input: FiguresInput!) {
  organization(id: $id, at: $at) { figures(input: $input) { value } }
}`
const childQuery = figuresQuery.replace('{ value }', '{ totalCount }').replace('figures(', 'childFigures(')
const trendQuery = figuresQuery.replace(
  'figures(input: $input) { value }',
  'trend(input: $input, grain: MONTH) { from }',
)

describe('a question that cannot be answered', () => {
  it('is refused by figures, rows and trend alike', async () => {
    const indicators = ['admitted']
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ from: '2024-12-31', asOf: '2024-12-30', indicators }, 'asOf'],
      [{ ...year, indicators: ['admitted', 'happiness'] }, 'indicators'],
      [{ ...year, indicators: ['toString'] }, 'indicators'],
      [{ ...year, indicators: [] }, 'indicators'],
      [{ ...year, indicators: Array<string>(101).fill('admitted') }, 'indicators'],
      [{ ...year, indicators, rounding: { mode: 'HALF_UP', decimals: 7 } }, 'rounding.decimals'],
      [{ ...year, indicators, rounding: { mode: 'HALF_UP', decimals: -1 } }, 'rounding.decimals'],
    ]
    for (const query of [figuresQuery, childQuery, trendQuery])
      for (const [input, field] of cases)
        expect((await api().refusal(query, { id: units.a.id, input })).extensions).toMatchObject({
          code: 'INVALID_INPUT',
          fields: { [field]: anyText },
        })
  })

  it('is refused about days outside the life of the unit, with since and until', async () => {
    const gone = await garden.unit('Xã tan', 'GRASSROOTS', units.a)
    await garden.act('dissolveOrganization', { ...gone, effectiveOn: '2024-07-01' })
    const input = { ...year, indicators: ['admitted'] }
    const life = { code: 'DATE_OUT_OF_RANGE', since: '2020-01-01', until: '2024-06-30' }
    for (const query of [figuresQuery, childQuery, trendQuery])
      for (const facts of [{}, { perimeter: 'RECORDED' }, { treeAt: '2024-07-01' }, { treeAt: '2019-12-31' }])
        expect(
          (await api().refusal(query, { id: gone.id, at: '2024-06-30', input: { ...input, ...facts } }))
            .extensions,
        ).toMatchObject(life)
    const until = { ...input, asOf: '2024-06-30', from: '2010-01-01' }
    expect(await garden.figures(gone, until)).toEqual({ admitted: 0 })
    const tree = { ...input, treeAt: '2024-06-30' }
    expect(await garden.answers(gone, tree, '2024-06-30')).toMatchObject([{ numerator: 0 }])
  })

  it('refuses page sizes, cursors and orders of rows that cannot be, and too many points', async () => {
    const input = { ...year, indicators: ['admitted'] }
    const query = `query ($id: ID!, $input: FiguresInput!, $first: Int, $after: String, $orderBy: FigureOrderInput) {
      organization(id: $id, at: "2024-12-31") {
        childFigures(input: $input, first: $first, after: $after, orderBy: $orderBy) { totalCount }
      }
    }`
    for (const [variables, field] of [
      [{ first: 0 }, 'first'],
      [{ first: 1_000 }, 'first'],
      [{ after: 'zzz' }, 'after'],
      [{ after: Buffer.from('["a",1]').toString('base64url') }, 'after'],
      [{ orderBy: { indicator: 'members', direction: 'ASC' } }, 'orderBy.indicator'],
    ] as const)
      expect((await api().refusal(query, { id: units.a.id, input, ...variables })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
    const long = { ...input, from: '1990-01-01' }
    expect((await api().refusal(trendQuery, { id: units.a.id, input: long })).extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { grain: anyText },
    })
    const endless = { ...input, from: '1900-01-01', treeAt: '2024-12-31' }
    for (const asOf of ['9999-12-30', '9999-12-31'])
      expect(
        (await api().refusal(trendQuery, { id: units.a.id, input: { ...endless, asOf } })).extensions,
      ).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('a ratio', () => {
  const rate = (unit: Unit, facts: Record<string, unknown> = {}, indicator = 'femaleShare') =>
    garden.answers(unit, { ...year, indicators: [indicator], ...facts }).then(([figure]) => figure)

  it('is null and a dash over nothing', async () => {
    for (const indicator of ['femaleShare', 'rateOfMembers', 'introductionConversion', 'courseConversion'])
      expect(await rate(units.m1, {}, indicator)).toMatchObject({ denominator: 0, value: null, text: '–' })
    expect(await rate(units.m1, {}, 'completion')).toMatchObject({
      denominator: null,
      value: null,
      text: '–',
    })
    expect(await rate(units.m1, {}, 'target')).toMatchObject({ numerator: null, value: null, text: '–' })
    expect(await rate(units.m1, {}, 'overBy')).toMatchObject({ value: null, text: '–' })
    expect(await rate(units.m1, {}, 'yearsSinceLastAdmission')).toMatchObject({ value: null, text: '–' })
    expect(await rate(units.m1, {}, 'admitted')).toMatchObject({ numerator: 0, value: 0, text: '0' })
  })

  it('is rounded as asked, as the unit says, or as one above it says', async () => {
    const district = await garden.unit('Huyện làm tròn', 'DISTRICT', units.root)
    const commune = await garden.unit('Xã làm tròn', 'GRASSROOTS', district)
    const cell = await garden.unit('Chi bộ làm tròn', 'CELL', commune)
    for (const female of [true, true, false]) await garden.admit(cell, '2024-03-01', { person: { female } })
    expect(await rate(cell)).toEqual({
      indicator: 'femaleShare',
      numerator: 2,
      denominator: 3,
      value: 66.67,
      text: '66,67\u00a0%',
    })
    const asked = (mode: string, decimals: number) => rate(cell, { rounding: { mode, decimals } })
    expect(await asked('TRUNCATE', 1)).toMatchObject({ value: 66.6, text: '66,6\u00a0%' })
    expect(await asked('HALF_UP', 0)).toMatchObject({ value: 67, text: '67\u00a0%' })
    expect(await asked('TRUNCATE', 6)).toMatchObject({ value: 66.666666, text: '66,666666\u00a0%' })
    const set = async (unit: Unit, rounding: object | null) =>
      garden.act('setRounding', { ...(await garden.now(unit)), rounding })
    await set(district, { mode: 'TRUNCATE', decimals: 1 })
    expect((await rate(cell))?.text).toBe('66,6\u00a0%')
    await set(commune, { mode: 'HALF_UP', decimals: 1 })
    expect((await rate(cell))?.text).toBe('66,7\u00a0%')
    expect((await rate(district))?.text).toBe('66,6\u00a0%')
    await set(commune, null)
    expect((await rate(cell))?.text).toBe('66,6\u00a0%')
    const read = await api().data<{ organization: { rounding: object } }>(
      `query ($id: ID!) { organization(id: $id) { rounding { mode decimals inheritedFrom { id } } } }`,
      { id: cell.id },
    )
    expect(read.organization.rounding).toEqual({
      mode: 'TRUNCATE',
      decimals: 1,
      inheritedFrom: { id: district.id },
    })
    const stale = { ...district, rounding: null }
    expect((await garden.refusal('setRounding', stale)).extensions).toMatchObject({ code: 'CONFLICT' })
    const wrong = { ...(await garden.now(district)), rounding: { mode: 'HALF_UP', decimals: 7 } }
    expect((await garden.refusal('setRounding', wrong)).extensions).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('drops the zeros at its end where asked, set or set above', async () => {
    const commune = await garden.unit('Xã bỏ số không', 'GRASSROOTS', units.b)
    const cell = await garden.unit('Chi bộ bỏ số không', 'CELL', commune)
    for (const female of [true, false]) await garden.admit(cell, '2024-03-01', { person: { female } })
    const asked = { mode: 'HALF_UP', decimals: 2 }
    expect(await rate(cell)).toMatchObject({ value: 50, text: '50,00\u00a0%' })
    expect(await rate(cell, { rounding: { ...asked, trailingZeros: false } })).toMatchObject({
      value: 50,
      text: '50\u00a0%',
    })
    const set = async (rounding: object | null) =>
      garden.act('setRounding', { ...(await garden.now(commune)), rounding })
    await set({ mode: 'TRUNCATE', decimals: 1, trailingZeros: false })
    expect((await rate(cell))?.text).toBe('50\u00a0%')
    expect((await rate(cell, { rounding: asked }))?.text).toBe('50,00\u00a0%')
    const read = await api().data<{ organization: { rounding: object } }>(
      'query ($id: ID!) { organization(id: $id) { rounding { mode decimals trailingZeros } } }',
      { id: cell.id },
    )
    expect(read.organization.rounding).toEqual({ mode: 'TRUNCATE', decimals: 1, trailingZeros: false })
    await set({ mode: 'TRUNCATE', decimals: 1 })
    expect((await rate(cell))?.text).toBe('50,0\u00a0%')
    await set(null)
    expect((await rate(cell))?.text).toBe('50,00\u00a0%')
  })

  it('of admissions to members divides by the members at the end of the year before', async () => {
    const cell = await garden.unit('Chi bộ tỷ lệ', 'CELL', units.l)
    await garden.opening(cell, 40, 0, '2023-12-31')
    await garden.admit(cell, '2024-01-01')
    await garden.admit(cell, '2024-06-30')
    expect(await rate(cell, {}, 'rateOfMembers')).toMatchObject({ numerator: 2, denominator: 40, value: 5 })
    const second = { from: '2024-07-01' }
    expect(await rate(cell, second, 'rateOfMembers')).toMatchObject({
      numerator: 0,
      denominator: 40,
      value: 0,
    })
  })
})

describe('the years since the last admission', () => {
  it('are full years, by the basis, and go back when the last one is corrected', async () => {
    const cell = await garden.unit('Chi bộ lâu', 'CELL', units.l)
    const years = async (asOf: string, countBasis = 'DECISION') => {
      const input = { from: asOf, asOf, indicators: ['yearsSinceLastAdmission'], countBasis }
      return Object.values(await garden.figures(cell, input))[0]
    }
    const { person } = await garden.admit(cell, '2020-05-10')
    await garden.event('recordCeremony', person, cell, '2020-08-01')
    const last = await garden.admit(cell, '2023-05-10')
    expect(await years('2023-05-09')).toBe(2)
    expect(await years('2023-05-10')).toBe(0)
    expect(await years('2024-05-09')).toBe(0)
    expect(await years('2024-05-10')).toBe(1)
    expect(await years('2024-05-10', 'CEREMONY')).toBe(3)
    expect(await years('2020-05-09')).toBeNull()
    await garden.act('correctEvent', { id: last.event, version: 1, reason: 'ghi nhầm' })
    expect(await years('2024-05-10')).toBe(4)
  })
})
