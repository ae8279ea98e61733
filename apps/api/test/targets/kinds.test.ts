import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2024-11-15') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

type Facts = Record<string, unknown>

const target = (unit: Unit, facts: Facts = {}) => ({
  organizationId: unit.id,
  kind: 'ASSIGNED',
  yearFrom: 2024,
  yearTo: 2024,
  ...facts,
})

interface Completion {
  name: string
  amount: string
  done: number
  of: number | null
  wanted: number
  wantedMost: number | null
  overBy: number
  state: string
  isShare: boolean
  figure: { text: string; value: number | null }
  paces: Array<{ year: number | null; gone: number; whole: number; standing: string }>
  parts: Array<{ part: string; persons: number; figure: { text: string } }>
}

const completionQuery = `query ($id: ID!, $asOf: Date!, $input: CompletionInput!) { organization(id: $id, at: $asOf) {
  targetCompletions(input: $input) {
    name amount done of wanted wantedMost overBy state isShare figure { text value }
    paces { year gone whole standing } parts { part persons figure { text } }
    target { kind base baseOn rate rateMax amountMin amountMax }
  } } }`

async function completions(unit: Unit, asOf: string, facts: Facts = {}): Promise<Completion[]> {
  const variables = { id: unit.id, asOf, input: { asOf, ...facts } }
  const { organization } = await api().data<{ organization: { targetCompletions: Completion[] } }>(
    completionQuery,
    variables,
  )
  return organization.targetCompletions
}

async function refused(input: Facts) {
  const before = await stored(database())
  const { extensions } = await garden.refusal('setTarget', input)
  expect(await stored(database()), JSON.stringify(input)).toEqual(before)
  return extensions
}

describe('a target of any kind', () => {
  it('is refused with what its kind does not state, and nothing is written', async () => {
    const cases: Array<[Facts, string, string]> = [
      [{ amountMin: -1 }, 'amountMin', 'OUT_OF_BOUNDS'],
      [{ kind: 'MINIMUM', amountMin: 1_000_001 }, 'amountMin', 'OUT_OF_BOUNDS'],
      [{ kind: 'RANGE', amountMin: 6, amountMax: 5 }, 'amountMax', 'BELOW_MINIMUM'],
      [{ kind: 'RATE_OF_MEMBERS' }, 'rate', 'NEEDS_RATE'],
      [{ kind: 'RATE_OF_MEMBERS', rate: 100.01 }, 'rate', 'RATE_BOUNDS'],
      [{ kind: 'RATE_OF_MEMBERS', rate: -1 }, 'rate', 'RATE_BOUNDS'],
      [{ kind: 'RATE_OF_MEMBERS', rate: 3.555 }, 'rate', 'RATE_BOUNDS'],
      [{ kind: 'RATE_OF_MEMBERS', rate: 4, rateMax: 3 }, 'rateMax', 'BELOW_MINIMUM'],
      [{ kind: 'RATE_OF_MEMBERS', rate: 3, yearTo: 2025 }, 'yearTo', 'ONE_YEAR_ONLY'],
      [{ amountMin: 1, rate: 3 }, 'rate', 'NO_RATE'],
      [{ kind: 'COMPOSITION', indicator: 'members', amountMin: 3 }, 'indicator', 'TARGET_INDICATOR'],
      [
        { kind: 'COMPOSITION', indicator: 'femaleShare', amountMin: 3, rate: 50 },
        'amountMin',
        'SHARE_HAS_NO_PERSONS',
      ],
      [{ kind: 'COURSE_PLACES', indicator: 'completion', amountMin: 3 }, 'indicator', 'TARGET_INDICATOR'],
      [{ kind: 'COVERAGE', rate: 100 }, 'condition', 'NEEDS_CONDITION'],
      [{ kind: 'COVERAGE', rate: 100, condition: 'ADMITTED_ANYONE' }, 'tier', 'NEEDS_CONDITION'],
      [{ kind: 'COVERAGE', rate: 100, condition: 'ADMITTED_ANYONE', tier: 'MOON' }, 'tier', 'UNKNOWN_CODE'],
      [
        { kind: 'COVERAGE', rate: 1, condition: 'NOBODY_FOR_YEARS', tier: 'CELL' },
        'condition',
        'CONDITION_LESS',
      ],
      [{ amountMin: 1, condition: 'ADMITTED_ANYONE' }, 'condition', 'ONLY_COVERAGE'],
      [{ amountMin: 1, unitKind: 'MOON' }, 'unitKind', 'UNKNOWN_CODE'],
    ]
    for (const [facts, field, key] of cases) {
      const { code, fields, reason } = await refused(target(units.k, facts))
      expect({ code, field: Object.keys(fields ?? {})[0], key: (reason as { key: string }).key }).toEqual({
        code: 'INVALID_INPUT',
        field,
        key,
      })
    }
    expect(await refused(target(units.k, { amountMin: 1, yearFrom: 2019, yearTo: 2019 }))).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
      since: '2020-01-01',
    })
    expect(await refused(target(units.k, { amountMin: 1, groupId: 'x' }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('stands beside others, each counted by its own name; a range is reached below and exceeded above', async () => {
    const unit = await garden.unit('Xã nhiều chỉ tiêu', 'GRASSROOTS', units.a)
    const cell = await garden.unit('Chi bộ một', 'CELL', unit)
    await garden.opening(cell, 60, 0, '2021-12-31')
    for (const day of ['2022-03-01', '2022-12-01', '2023-05-01', '2023-12-01']) await garden.admit(cell, day)
    for (const day of ['2024-02-01', '2024-03-01', '2024-04-01']) await garden.admit(cell, day)
    const man = { person: { female: false, birthDate: '1990-01-01' } }
    for (const day of ['2024-05-01', '2024-06-01', '2024-07-01']) await garden.admit(cell, day, man)
    const set = (facts: Facts) => garden.act('setTarget', target(unit, facts))
    const term = { yearFrom: 2022, yearTo: 2025 }
    await set({ amountMin: 8 })
    await set({ kind: 'RANGE', ...term, amountMin: 5, amountMax: 6 })
    await set({ kind: 'TERM_TOTAL', ...term, amountMin: 16 })
    await set({ kind: 'RATE_OF_MEMBERS', rate: 3, rateMax: 4 })
    await set({ kind: 'COMPOSITION', rate: 50 })
    await set({ kind: 'COMPOSITION', indicator: 'admittedFemale', amountMin: 4 })
    await set({ kind: 'COVERAGE', rate: 100, condition: 'ADMITTED_ANYONE', tier: 'CELL' })
    const all = await completions(unit, '2024-11-15', { rounding: { mode: 'HALF_UP', decimals: 1 } })
    const short = all.map(({ name, amount, done, wanted, overBy, state, figure }) => [
      ...[name, amount, done, wanted, overBy, state, figure.text.replace('\u00a0', ' ')],
    ])
    expect(short).toEqual([
      ['chỉ tiêu được giao năm 2024', '8', 6, 8, -2, 'BELOW', '75,0 %'],
      ['chỉ tiêu nghị quyết năm 2024', '5–6', 6, 5, 1, 'REACHED', '120,0 %'],
      ['chỉ tiêu theo tỷ lệ đảng viên năm 2024', '3–4\u00a0%', 6, 2, 4, 'EXCEEDED', '300,0 %'],
      ['chỉ tiêu nhiệm kỳ 2022-2025', '16', 10, 16, -6, 'BELOW', '62,5 %'],
      ['chỉ tiêu cơ cấu nữ năm 2024', '50\u00a0%', 3, 3, 0, 'REACHED', '50,0 %'],
      ['chỉ tiêu cơ cấu kết nạp là nữ năm 2024', '4', 3, 4, -1, 'BELOW', '75,0 %'],
      ['chỉ tiêu đơn vị có kết nạp đảng viên năm 2024', '100\u00a0%', 1, 1, 0, 'REACHED', '100,0 %'],
    ])
    expect(all[2]).toMatchObject({ target: { base: 64, baseOn: '2023-12-31', amountMin: 2, amountMax: 3 } })
    expect(all.map(({ isShare }) => isShare)).toEqual([false, false, false, false, true, false, true])
    await garden.admit(cell, '2024-08-01')
    const [, range] = await completions(unit, '2024-11-15')
    expect(range).toMatchObject({ done: 7, wantedMost: 6, state: 'EXCEEDED' })
    const [year] = await garden.answers(unit, {
      from: '2024-01-01',
      asOf: '2024-11-15',
      indicators: ['target'],
    })
    expect(year?.value).toBe(8)
    const of = async (targetKind: string) =>
      (
        await garden.answers(unit, {
          from: '2022-01-01',
          asOf: '2024-11-15',
          targetKind,
          indicators: ['target'],
        })
      )[0]?.value
    expect([await of('TERM_TOTAL'), await of('RANGE'), await of('COMPOSITION')]).toEqual([16, 15, null])
  })

  it('by a rate keeps the denominator it was set with when members change, and another year freezes anew', async () => {
    const unit = await garden.unit('Xã tỷ lệ', 'GRASSROOTS', units.a)
    const cell = await garden.unit('Chi bộ tỷ lệ', 'CELL', unit)
    await garden.opening(cell, 100, 0, '2022-12-31')
    const read = async (set: Unit) => {
      const query = `query ($id: ID!) { organization(id: $id) { targets(from: "2024-01-01", asOf: "2025-12-31") {
        id version base baseOn rate amountMin } } }`
      const data = await api().data<{ organization: { targets: Array<Facts & { id: string }> } }>(query, {
        id: unit.id,
      })
      return data.organization.targets.find(({ id }) => id === set.id)
    }
    const set = await garden.act('setTarget', target(unit, { kind: 'RATE_OF_MEMBERS', rate: 3.5 }))
    expect(await read(set)).toMatchObject({ base: 100, baseOn: '2023-12-31', rate: 3.5, amountMin: 4 })
    await garden.admit(cell, '2023-06-01')
    const again = await garden.act('setTarget', target(unit, { kind: 'RATE_OF_MEMBERS', rate: 4.5, ...set }))
    expect(await read(again)).toMatchObject({ base: 100, amountMin: 5, version: 2 })
    const next = { yearFrom: 2025, yearTo: 2025, kind: 'RATE_OF_MEMBERS', rate: 3 }
    const ahead = await garden.act('setTarget', target(unit, next))
    expect(await read(ahead)).toMatchObject({ base: 101, baseOn: '2024-11-15', amountMin: 4 })
  })

  it('for a type of cell or a group counts only there', async () => {
    const unit = await garden.unit('Xã có trường', 'GRASSROOTS', units.a)
    const school = await garden.unit('Chi bộ trường', 'CELL', unit, { kind: 'SCHOOL' })
    const village = await garden.unit('Chi bộ thôn', 'CELL', unit)
    const set = await garden.act<{ id: string }>('createGroupSet', { name: garden.code('cụm') }, 'id')
    const group = await garden.act<{ id: string }>('createGroup', { groupSetId: set.id, name: 'Cụm 1' }, 'id')
    const member = { groupId: group.id, organizationId: village.id, on: '2024-01-01' }
    await garden.act('joinGroup', member, 'id')
    await garden.admit(school, '2024-03-01')
    for (const day of ['2024-03-02', '2024-03-03']) await garden.admit(village, day)
    await garden.act('setTarget', target(unit, { amountMin: 2, unitKind: 'SCHOOL' }))
    await garden.act('setTarget', target(unit, { amountMin: 2, groupId: group.id }))
    await garden.act('setTarget', target(unit, { amountMin: 6 }))
    expect(
      await refused(target(unit, { amountMin: 1, unitKind: 'SCHOOL', groupId: group.id })),
    ).toMatchObject({
      reason: { key: 'KIND_OR_GROUP' },
    })
    const all = await completions(unit, '2024-11-15')
    expect(all.map(({ done, wanted }) => [done, wanted])).toEqual([
      [1, 2],
      [2, 2],
      [3, 6],
    ])
    const [year] = await garden.answers(unit, {
      from: '2024-01-01',
      asOf: '2024-11-15',
      indicators: ['target'],
    })
    expect(year?.value).toBe(6)
  })

  it('shows its pace, ceremonies held and awaited, and what the unit expects', async () => {
    const unit = await garden.unit('Xã tiến độ', 'GRASSROOTS', units.a)
    const cell = await garden.unit('Chi bộ tiến độ', 'CELL', unit)
    for (const day of ['2021-02-01', '2021-12-01', '2022-12-01', '2023-03-01']) await garden.admit(cell, day)
    const { person } = await garden.admit(cell, '2024-03-01')
    await garden.admit(cell, '2024-04-01')
    await garden.event('recordCeremony', person, cell, '2024-03-20')
    await garden.act('setTarget', target(unit, { amountMin: 4 }))
    const expected = { organizationId: unit.id, year: 2024, expected: 5, version: 0 }
    await garden.act('registerTarget', expected, 'version')
    const [one] = await completions(unit, '2024-07-01', { rounding: { mode: 'TRUNCATE', decimals: 0 } })
    expect(one?.paces).toEqual([
      { year: null, gone: 183, whole: 366, standing: 'ON_PACE' },
      { year: 2023, gone: 1, whole: 1, standing: 'BEHIND' },
      { year: 2022, gone: 0, whole: 1, standing: 'AHEAD' },
      { year: 2021, gone: 1, whole: 2, standing: 'ON_PACE' },
    ])
    expect(one?.parts.map(({ part, persons, figure }) => [part, persons, figure.text])).toEqual([
      ['CEREMONY_HELD', 1, '25\u00a0%'],
      ['AWAITING_CEREMONY', 5, '125\u00a0%'],
      ['EXPECTED', 5, '125\u00a0%'],
    ])
  })
})
