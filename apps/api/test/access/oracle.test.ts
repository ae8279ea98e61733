import fc from 'fast-check'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { accountWith, type TestGrant } from '../people-with-accounts.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  const garden = new Garden(api())
  units = await garden.province()
  await garden.opening(units.k1, 8, 1)
  await garden.opening(units.l1, 5)
  for (const [cell, on] of [
    [units.k1, '2024-03-10'],
    [units.k1, '2024-06-20'],
    [units.k2, '2024-06-21'],
    [units.l1, '2023-05-02'],
  ] as const)
    await garden.admit(cell, on)
})

/** Everything that can be grown out of the scope of district A: beside it, and with the same names and codes. */
async function growOutside(): Promise<void> {
  const beside = new Garden(api())
  await beside.opening(units.m1, 9)
  for (const on of ['2023-05-02', '2024-03-10', '2024-06-20']) await beside.admit(units.m1, on)
  const other = new Garden(api())
  const far = await other.province()
  await other.opening(far.k1, 11, 2)
  for (const on of ['2024-03-10', '2024-07-01']) await other.admit(far.k1, on)
  const year = { yearFrom: 2024, yearTo: 2024, amountMin: 3, kind: 'RESOLUTION_AVERAGE' }
  await other.act('setTarget', { organizationId: far.a.id, ...year })
  await other.act('declareFigure', {
    organizationId: far.a.id,
    indicator: 'members',
    asOf: '2024-06-30',
    count: 99,
  })
  await beside.act(
    'createDocument',
    { organizationId: units.b.id, number: '1-QĐ', title: 'Quyết định' },
    'id',
  )
  await accountWith({ database: database(), clock }, [{ role: 'VIEWER', unit: units.m1 }])
}

interface Question {
  query: string
  variables: Record<string, unknown>
}

const figures = [
  'members',
  'admitted',
  'admittedFemale',
  'femaleShare',
  'netChange',
  'rateOfMembers',
  'target',
]

/** Random questions about units of the district: lists, counts, sums, sorts, filters, search, cursors, duplicates. */
function questions(): fc.Arbitrary<Question> {
  const unit = fc.constantFrom<Unit>(units.a, units.k, units.l, units.k1, units.l1)
  const period = fc.constantFrom(
    { from: '2023-01-01', asOf: '2023-12-31' },
    { from: '2024-01-01', asOf: '2024-06-30' },
    { from: '2024-01-01', asOf: '2026-10-31' },
  )
  const perimeter = fc.constantFrom('RECORDED', 'RESTATED')
  const first = fc.integer({ min: 1, max: 3 })
  const text = fc.constantFrom('chi bo', 'xã', 'Huyện', 'Tỉnh', 'thon 1', 'M', 'Nguyễn', 'thu', 'thi')
  const sums = fc
    .record({ unit, period, perimeter, indicators: fc.subarray(figures, { minLength: 1 }) })
    .map(({ unit: { id }, period: days, ...rest }) => ({
      query: `query ($id: ID!, $input: FiguresInput!) { organization(id: $id) {
        figures(input: $input) { indicator numerator denominator value }
        trend(input: $input, grain: QUARTER) { from figures { numerator } } } }`,
      variables: { id, input: { ...days, ...rest } },
    }))
  const rows = fc
    .record({ unit, period, perimeter, first, indicator: fc.constantFrom('members', 'admitted') })
    .map(({ unit: { id }, period: days, perimeter: by, first: limit, indicator }) => ({
      query: `query ($id: ID!, $input: FiguresInput!, $order: FigureOrderInput, $first: Int) { organization(id: $id) {
        childFigures(input: $input, orderBy: $order, first: $first) { totalCount pageInfo { hasNextPage endCursor }
          total { numerator } edges { cursor node { row organization { name } figures { numerator } } } } } }`,
      variables: {
        id,
        first: limit,
        order: { indicator, direction: 'DESC' },
        input: { ...days, perimeter: by, indicators: [indicator] },
      },
    }))
  const tree = fc.record({ unit, first }).map(({ unit: { id }, first: limit }) => ({
    query: `query ($id: ID!, $first: Int) { rootOrganizations { name childCount cellCount } organization(id: $id) {
      namesAbove parent { name } ancestors { name } childCount cellCount documents { number } declaredFigures(asOf: "2026-01-01") { count }
      children(first: $first) { totalCount pageInfo { endCursor } edges { cursor node { name code } } } } }`,
    variables: { id, first: limit },
  }))
  const search = fc.record({ text, first }).map((variables) => ({
    query: `query ($text: String!, $first: Int) { searchOrganizations(text: $text, first: $first) { name }
      searchPersons(text: $text, first: $first) { id fullName } }`,
    variables,
  }))
  const people = fc
    .record({ unit, first, female: fc.constantFrom(true, false, null) })
    .map(({ unit: { id }, first: limit, female }) => ({
      query: `query ($id: ID!, $first: Int, $filter: AdmissionFilterInput) { organization(id: $id) {
        admissions(first: $first, filter: $filter) { totalCount pageInfo { endCursor } edges { cursor node { on person { fullName events { kind on } } } } } } }`,
      variables: { id, first: limit, filter: { female } },
    }))
  const accounts = fc.record({ text: fc.constantFrom('', 'tester', 'thu') }).map((filter) => ({
    query: `query ($filter: AccountFilterInput) { accounts(filter: $filter) { totalCount edges { node { userName } } } }`,
    variables: { filter },
  }))
  const duplicate = fc.constantFrom('T', 'A', 'K').map((code) => ({
    query: `mutation ($input: EstablishOrganizationInput!) { establishOrganization(input: $input) { name } }`,
    variables: {
      input: {
        parentId: units.a.id,
        code: `X-${code}`,
        name: 'Sai',
        tier: 'PROVINCE',
        kind: 'CITY',
        effectiveOn: '2024-01-01',
      },
    },
  }))
  return fc.oneof(sums, rows, tree, search, people, accounts, duplicate)
}

/** An answer without what differs from request to request. */
async function told(client: ApiClient, { query, variables }: Question): Promise<string> {
  const { body, status } = await client.ask(query, variables)
  return JSON.stringify([status, body]).replace(/"requestId":"[^"]*"/gu, '""')
}

describe('two databases that differ only in what lies out of scope (S2)', () => {
  it('answer every role alike, whatever it asks', async () => {
    const asked = fc.sample(questions(), { numRuns: 6 * inject('histories').sqlite, seed: 20261127 })
    const roles: TestGrant[][] = [
      [{ role: 'LEVEL_ADMINISTRATOR', unit: units.a }],
      [{ role: 'ORGANIZATION_COMMISSION', unit: units.a }],
      [{ role: 'COMMITTEE_OFFICER', unit: units.k }],
      [{ role: 'CELL_SECRETARY', unit: units.k1 }],
      [{ role: 'VIEWER', unit: units.l }],
    ]
    const clients = await Promise.all(
      roles.map(async (grants) =>
        api().as((await accountWith({ database: database(), clock }, grants)).pass),
      ),
    )
    const answers = async () => {
      const all: string[] = []
      for (const client of clients) for (const question of asked) all.push(await told(client, question))
      return all
    }
    const before = await answers()
    await growOutside()
    const after = await answers()
    const differing = after.flatMap((answer, index) =>
      answer === before[index] ? [] : [[asked[index % asked.length], before[index], answer]],
    )
    expect(differing).toEqual([])
    expect(before.filter((answer) => answer.startsWith('[200,{"data":')).length).toBeGreaterThan(
      before.length / 3,
    )
  }, 180_000)
})
