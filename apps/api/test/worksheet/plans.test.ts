import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'
import { rowsIn, save, sheetOf, typed } from './sheet.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2024-11-15') })
const asOf = '2024-11-15'
const year = 2025

let garden: Garden
let district: Unit
let communes: Unit[]

beforeAll(async () => {
  garden = new Garden(api())
  const root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  district = await garden.unit('Huyện', 'DISTRICT', root)
  communes = []
  for (const name of ['Xã A', 'Xã B', 'Xã C']) communes.push(await garden.unit(name, 'GRASSROOTS', district))
})

interface Plan extends Unit {
  state: string
  total: number
  units: number
}

const selection = 'id version name state total units signatory document { number signedOn }'
const create = (name: string, facts: Record<string, unknown> = {}) =>
  garden.act<Plan>('createTargetPlan', { organizationId: district.id, year, name, ...facts }, selection)
const line = (index: number, amount: number | null, before: number | null = null) => ({
  organizationId: communes[index]?.id,
  amount,
  amountBefore: before,
})
const fill = (plan: Unit, lines: unknown[]) =>
  garden.act<Plan>('saveTargetPlan', { id: plan.id, asOf, lines }, selection)

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const error = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return error
}

const issuing = (plan: Unit, facts: Record<string, unknown> = {}) => ({
  ...{ id: plan.id, version: plan.version, asOf, signatory: 'Bí thư Huyện ủy' },
  document: { number: '201-QĐ/HU', title: 'Quyết định giao chỉ tiêu', signedOn: '2024-12-20' },
  ...facts,
})

describe('plans of targets', () => {
  it('are named drafts side by side, without effect, each for its unit and year', async () => {
    const first = await create('Phương án 1')
    const error = await refused('createTargetPlan', {
      organizationId: district.id,
      year,
      name: ' Phương án 1 ',
    })
    expect(error.extensions).toMatchObject({ code: 'CONFLICT', reason: { key: 'PLAN_NAME_TAKEN' } })
    const bad = [{ name: ' ' }, { year: 1 }]
    for (const facts of bad) {
      const input = { organizationId: district.id, year, name: 'x', ...facts }
      expect((await refused('createTargetPlan', input)).extensions.code).toBe('INVALID_INPUT')
    }
    const filled = await fill(first, [line(0, 4), line(1, 6)])
    expect(filled).toMatchObject({ units: 2, total: 10, state: 'DRAFT' })
    const second = await create('Phương án 2', { copyOf: first.id })
    expect(second).toMatchObject({ units: 2, total: 10 })
    await fill(second, [line(0, 5, 4), line(1, null, 6), line(2, 7)])
    const sheet = await sheetOf(api(), district, { year, asOf })
    expect(sheet.plans.map(({ name, total }) => [name, total])).toEqual([
      ['Phương án 1', 10],
      ['Phương án 2', 12],
    ])
    expect(sheet.rows.map(({ drafts }) => drafts)).toEqual([
      [4, 5],
      [6, null],
      [null, 7],
    ])
    expect(sheet).toMatchObject({ allotted: 0, unitsDone: 0 })
  })

  it('refuse lines row by row that cannot be or that someone else has changed', async () => {
    const plan = await create('Phương án chung')
    await fill(plan, [line(0, 4)])
    expect(
      rowsIn(await refused('saveTargetPlan', { id: plan.id, asOf, lines: [line(0, 9), line(1, 3)] })),
    ).toMatchObject([
      { organizationId: communes[0]?.id, reason: { key: 'CHANGED_MEANWHILE' }, theirs: { amountMin: 4 } },
    ])
    const lines = [line(1, -1), { ...line(2, 1), organizationId: district.id }]
    expect(rowsIn(await refused('saveTargetPlan', { id: plan.id, asOf, lines }))).toMatchObject([
      { field: 'amount', reason: { key: 'OUT_OF_BOUNDS' } },
      { reason: { key: 'NOT_A_CHILD' } },
    ])
    expect((await refused('saveTargetPlan', { id: 'x', asOf, lines })).extensions.code).toBe('NOT_FOUND')
    const gone = await create('Bỏ')
    expect((await refused('discardTargetPlan', { id: gone.id, version: 9 })).extensions.code).toBe('CONFLICT')
    await garden.act('discardTargetPlan', { id: gone.id, version: 1 }, 'id')
    expect((await refused('discardTargetPlan', { id: gone.id, version: 1 })).extensions.code).toBe(
      'NOT_FOUND',
    )
  })

  it('are issued once, with number, day and signatory; then units have the numbers as their targets', async () => {
    const { rows } = await sheetOf(api(), district, { year, asOf })
    await save(garden, {
      organizationId: district.id,
      year,
      asOf,
      rows: [typed(rows[0], { amountMin: 1 }), typed(rows[1], { amountMin: 2 })],
    })
    const empty = await create('Trống')
    expect((await refused('issueTargetPlan', issuing(empty))).extensions).toMatchObject({
      reason: { key: 'PLAN_EMPTY' },
    })
    const plan = await fill(await create('Phương án trình'), [line(0, 8), line(2, 9)])
    const document = { number: ' ', title: 'x', signedOn: '2024-12-20' }
    for (const facts of [{ document }, { document: { number: '1', title: 'x' } }, { signatory: ' ' }])
      expect((await refused('issueTargetPlan', issuing(plan, facts))).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        reason: { key: 'NEEDS_DOCUMENT' },
      })
    expect((await refused('issueTargetPlan', issuing(plan, { version: 1 }))).extensions.code).toBe('CONFLICT')
    const issued = await garden.act<Plan>('issueTargetPlan', issuing(plan), selection)
    expect(issued).toMatchObject({
      state: 'ISSUED',
      signatory: 'Bí thư Huyện ủy',
      document: { number: '201-QĐ/HU', signedOn: '2024-12-20' },
    })
    const sheet = await sheetOf(api(), district, { year, asOf })
    expect(sheet.rows.map(({ target }) => [target?.amountMin, target?.version])).toEqual([
      [8, 2],
      [2, 1],
      [9, 1],
    ])
    expect((await refused('issueTargetPlan', issuing(issued))).extensions).toMatchObject({
      reason: { key: 'PLAN_ISSUED' },
    })
    expect(
      (await refused('saveTargetPlan', { id: plan.id, asOf, lines: [line(0, 1, 8)] })).extensions,
    ).toMatchObject({
      reason: { key: 'PLAN_ISSUED' },
    })
  })
})

describe('a registration', () => {
  it('is what a unit wants and expects itself, changed with the version that was read', async () => {
    const own = { organizationId: communes[0]?.id, year }
    const bad = [{ version: 0 }, { version: 0, wanted: -1 }, { version: 0, expected: 2_000_000 }]
    for (const facts of bad)
      expect((await refused('registerTarget', { ...own, ...facts })).extensions.code).toBe('INVALID_INPUT')
    const first = await garden.act<Unit>(
      'registerTarget',
      { ...own, wanted: 6, version: 0 },
      'version wanted',
    )
    expect(first).toEqual({ version: 1, wanted: 6 })
    expect((await refused('registerTarget', { ...own, wanted: 7, version: 0 })).extensions).toMatchObject({
      code: 'CONFLICT',
      actualVersion: 1,
    })
    await garden.act('registerTarget', { ...own, wanted: 7, expected: 5, version: 1 }, 'version')
    expect((await sheetOf(api(), district, { year, asOf })).rows[0]?.registered).toBe(7)
  })
})
