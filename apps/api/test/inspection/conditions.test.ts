import type { OrganizationQuery, QueryComparison, QueryCondition } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { Inspector } from './ask.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let inspector: Inspector

const target = (unit: Unit, amountMin: number) =>
  garden.act('setTarget', {
    ...{ organizationId: unit.id, kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2024, amountMin },
  })

/**
 * K (xã Điện Phương; cells 1 and 2) admits 1 in 2022, 2 in 2023 and 4 in 2024, three of them in December; its target
 * is 4. L (xã Điện Trung) admits 1 in 2024, target 4. M under B admits nobody and has no target.
 */
beforeAll(async () => {
  garden = new Garden(api())
  inspector = new Inspector(api())
  units = await garden.province()
  for (const on of ['2022-05-05', '2023-05-05', '2023-06-06', '2024-03-03', '2024-12-05', '2024-12-06'])
    await garden.admit(units.k1, on)
  await garden.admit(units.k2, '2024-12-20')
  await garden.admit(units.l1, '2024-02-02')
  await target(units.k, 4)
  await target(units.l, 4)
})

const year = { from: '2024-01-01', asOf: '2024-12-31' }
const communes = (where?: QueryCondition, facts: Partial<OrganizationQuery> = {}): OrganizationQuery => ({
  ...{ ...year, scope: [units.root.id], tiers: ['GRASSROOTS'], indicators: ['admitted', 'completion'] },
  ...(where ? { where } : {}),
  ...facts,
})
const compare = (one: QueryComparison): QueryCondition => ({ compare: one })
const admitted = (facts: Partial<QueryComparison>) =>
  compare({ indicator: 'admitted', operator: 'AT_LEAST', ...facts })

const [K, L, M] = ['Xã Điện Phương', 'Xã Điện Trung', 'Xã M']

describe('a question that is refused', () => {
  it.each([
    ['an unknown indicator', { indicators: ['members', 'nothing'] }, 'indicators', 'QUERY_UNKNOWN_INDICATOR'],
    ['no column', { indicators: [] }, 'indicators', 'QUERY_NEEDS_INDICATOR'],
    ['days the wrong way round', { asOf: '2023-12-31' }, 'asOf', 'QUERY_ENDS_BEFORE'],
    ['an unknown tier', { tiers: ['VILLAGE'] }, 'tiers', 'UNKNOWN_CODE'],
    ['an unknown kind', { kinds: ['VILLAGE'] }, 'kinds', 'UNKNOWN_CODE'],
    ['an unknown sector', { sectors: ['VILLAGE'] }, 'sectors', 'UNKNOWN_CODE'],
    [
      'an order by what is no indicator',
      { orderBy: [{ indicator: 'x', direction: 'ASC' }] },
      'orderBy',
      'QUERY_UNKNOWN_INDICATOR',
    ],
    [
      'what will be known tomorrow',
      { knownOn: '2026-11-22', indicators: ['admitted'] },
      'knownOn',
      'QUERY_NOT_YET_KNOWN',
    ],
    [
      'targets as known earlier',
      { knownOn: '2026-01-01', indicators: ['target'] },
      'knownOn',
      'QUERY_KNOWN_NEEDS_NOTHING_ELSE',
    ],
  ])('%s', async (_name, facts, field, key) => {
    const { extensions } = await inspector.refusal({ ...communes(), ...facts })
    expect(extensions).toMatchObject({ code: 'INVALID_INPUT', reason: { key } })
    expect(Object.keys(extensions.fields ?? {})).toEqual([field])
  })

  it.each([
    ['nothing at all', {}, 'QUERY_ONE_OF'],
    [
      'two things at once',
      { name: 'x', compare: { indicator: 'admitted', operator: 'PRESENT' } },
      'QUERY_ONE_OF',
    ],
    ['an empty group', { all: [] }, 'QUERY_EMPTY_GROUP'],
    [
      'a comparison without its number',
      { compare: { indicator: 'admitted', operator: 'MORE' } },
      'QUERY_NEEDS_NUMBER',
    ],
    [
      'less than nobody',
      { compare: { indicator: 'admitted', operator: 'LESS', number: 0 } },
      'QUERY_IMPOSSIBLE',
    ],
    [
      'half a person',
      { compare: { indicator: 'admitted', operator: 'EQUAL', number: 1.5 } },
      'QUERY_IMPOSSIBLE',
    ],
    [
      'a figure against itself',
      { compare: { indicator: 'admitted', operator: 'MORE', to: 'INDICATOR', other: 'admitted' } },
      'QUERY_WITH_ITSELF',
    ],
    [
      'half a period',
      { compare: { indicator: 'admitted', operator: 'MORE', number: 1, from: '2024-12-01' } },
      'QUERY_WHOLE_PERIOD',
    ],
    [
      'too many years running',
      { compare: { indicator: 'admitted', operator: 'MORE', number: 1, years: 11 } },
      'QUERY_YEARS',
    ],
    [
      'bounds the wrong way round',
      { compare: { indicator: 'admitted', operator: 'BETWEEN', number: 3, upTo: 2 } },
      'QUERY_BETWEEN_TURNED',
    ],
    ['groups that go too deep', { all: [{ any: [{ all: [{ any: [{ name: 'x' }] }] }] }] }, 'QUERY_TOO_DEEP'],
    ['a name of nothing but marks', { name: ' ' }, 'BAD_LENGTH'],
    ['a fact without its day', { fact: { fact: 'TARGET_RAISED_AFTER' } }, 'NOT_A_DAY'],
    [
      'what rules itself out',
      {
        all: [
          { compare: { indicator: 'admitted', operator: 'MORE', number: 5 } },
          { compare: { indicator: 'admitted', operator: 'LESS', number: 6 } },
        ],
      },
      'QUERY_IMPOSSIBLE',
    ],
  ])('a condition of %s', async (_name, where, key) => {
    const { extensions } = await inspector.refusal({ ...communes(), where })
    expect(extensions).toMatchObject({ code: 'INVALID_INPUT', reason: { key } })
  })

  it('about a unit that does not exist', async () => {
    const { extensions } = await inspector.refusal(
      communes(undefined, { scope: [`${units.root.id.slice(0, -4)}0000`] }),
    )
    expect(extensions.code).toBe('NOT_FOUND')
  })

  it('with a cursor of another order', async () => {
    const { pageInfo } = await inspector.find(communes(), { first: 1 })
    const ordered = communes(undefined, { orderBy: [{ indicator: 'admitted', direction: 'ASC' }] })
    const { extensions } = await inspector.refusal(ordered, { after: pageInfo.endCursor ?? '' })
    expect(extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { after: 'is not a cursor of this list' },
    })
  })
})

describe('a condition', () => {
  it.each<[string, QueryCondition, string[]]>([
    ['against a number', admitted({ number: 1 }), [K, L]],
    ['below a share', compare({ indicator: 'completion', operator: 'LESS', number: 50 }), [L]],
    ['without a value', compare({ indicator: 'completion', operator: 'MISSING' }), [M]],
    ['between two numbers', admitted({ operator: 'BETWEEN', number: 0, upTo: 1 }), [L, M]],
    ['against another figure', admitted({ to: 'INDICATOR', other: 'target' }), [K]],
    ['against part of another figure', admitted({ to: 'INDICATOR', other: 'target', factor: 0.25 }), [K, L]],
    ['against the unit above', admitted({ to: 'PARENT', factor: 0.8 }), [K, M]],
    ['against the median of its tier', admitted({ operator: 'MORE', to: 'PEERS_MEDIAN' }), [K]],
    ['three years running', admitted({ number: 1, years: 3 }), [K]],
    [
      'of a period of its own against the year',
      admitted({
        from: '2024-12-01',
        asOf: '2024-12-31',
        operator: 'MORE',
        to: 'INDICATOR',
        other: 'admitted',
        factor: 0.5,
      }),
      [K],
    ],
    ['on the name without accents', { name: 'dien' }, [K, L]],
    ['any of', { any: [{ name: 'trung' }, admitted({ number: 4 })] }, [K, L]],
    [
      'all of, with a group inside',
      { all: [{ name: 'xa' }, { any: [{ name: 'M' }, admitted({ number: 4 })] }] },
      [K, M],
    ],
  ])('%s', async (_name, where, names) => {
    const found = await inspector.find(communes(where))
    expect(found.edges.map(({ node }) => node.organization.name)).toEqual(names)
    expect(found).toMatchObject({ totalCount: names.length, asked: 3 })
  })
})

describe('the answer', () => {
  it('is sorted by several, missing values last either way', async () => {
    const by = (direction: 'ASC' | 'DESC') =>
      inspector.names(
        communes(undefined, { orderBy: [{ indicator: 'completion', direction }, { direction: 'DESC' }] }),
      )
    expect(await by('ASC')).toEqual([L, K, M])
    expect(await by('DESC')).toEqual([K, L, M])
  })

  it('comes in pages that make up the whole', async () => {
    const query = communes(undefined, {
      tiers: ['CELL'],
      orderBy: [{ indicator: 'admitted', direction: 'DESC' }],
    })
    const whole = await inspector.find(query)
    const pages = await inspector.pages(query, 1)
    expect(pages.map(({ node }) => node)).toEqual(whole.edges.map(({ node }) => node))
    expect(pages).toHaveLength(4)
  })

  it('has a row of totals over all pages, percentages last', async () => {
    const { total } = await inspector.find(communes(admitted({ number: 1 })), { first: 1 })
    expect(total).toMatchObject([
      { indicator: 'admitted', withheld: null, figure: { numerator: 5 } },
      { indicator: 'completion', withheld: null, figure: { numerator: 5, denominator: 8, value: 62.5 } },
    ])
  })

  it('withholds totals that would say nothing, with the reason', async () => {
    const indicators = ['admitted', 'transferredIn', 'yearsSinceLastAdmission']
    const flat = await inspector.find(communes(undefined, { indicators }))
    expect(flat.total.map(({ withheld }) => withheld)).toEqual([null, 'TRANSFERS', 'STATE'])
    const nested = await inspector.find(communes(undefined, { indicators, tiers: ['GRASSROOTS', 'CELL'] }))
    expect(nested.total.map(({ withheld }) => withheld)).toEqual(['NESTED', 'NESTED', 'STATE'])
    expect(nested.total.map(({ figure }) => figure)).toEqual([null, null, null])
  })
})
