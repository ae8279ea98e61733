import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { textWith } from '../matching.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(unit: Unit, input: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await garden.refusal('dissolveOrganization', { ...unit, ...input })
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const lineage = `query ($id: ID!) { organization(id: $id) {
  validTo at predecessors { id at } successors { id at } events { kind effectiveOn }
} }`

describe('dissolving a unit', () => {
  it('refuses a reason that is in no list, and keeps one that is', async () => {
    const cell = await garden.unit('Chi bộ ít người', 'CELL', units.k)
    const effectiveOn = '2024-02-01'
    expect(await refused(cell, { effectiveOn, reason: 'BORED' })).toMatchObject({ code: 'INVALID_INPUT' })
    await garden.act('dissolveOrganization', { ...cell, effectiveOn, reason: 'TOO_FEW_MEMBERS' })
    const query = 'query ($id: ID!) { organization(id: $id) { events { kind reason } } }'
    const { organization } = await api().data<{ organization: { events: object[] } }>(query, { id: cell.id })
    expect(organization.events).toEqual([
      { kind: 'ESTABLISH', reason: null },
      { kind: 'DISSOLVE', reason: 'TOO_FEW_MEMBERS' },
    ])
  })

  it('refuses while units stand below it on that day or later', async () => {
    const commune = await garden.unit('Xã có chi bộ', 'GRASSROOTS', units.a)
    await garden.unit('Chi bộ sau này', 'CELL', commune, { on: '2028-01-01' })
    for (const effectiveOn of ['2024-01-01', '2027-12-31', '2028-01-01'])
      expect(await refused(commune, { effectiveOn })).toMatchObject({
        code: 'CONFLICT',
        message: textWith('Chi bộ sau này'),
      })
  })

  it('refuses while it has members, and while something is recorded on that day or later', async () => {
    const cell = await garden.unit('Chi bộ có người', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2024-03-01')
    expect(await refused(cell, { effectiveOn: '2024-03-02' })).toMatchObject({
      code: 'CONFLICT',
      message: textWith('members'),
    })
    await garden.act('recordRemoval', {
      personId: person,
      organizationId: cell.id,
      on: '2024-06-30',
      reason: 'DECISION_CANCELLED',
    })
    for (const effectiveOn of ['2024-03-01', '2024-06-30'])
      expect(await refused(cell, { effectiveOn })).toMatchObject({ code: 'CONFLICT' })
    await garden.act('dissolveOrganization', { ...cell, effectiveOn: '2024-07-01' })
  })

  it('counts what is recorded later until it is corrected; the books stay right afterwards', async () => {
    const commune = await garden.unit('Xã ghi nhầm', 'GRASSROOTS', units.b)
    const cell = await garden.unit('Chi bộ ghi nhầm', 'CELL', commune)
    const heir = await garden.unit('Chi bộ kế thừa', 'CELL', commune)
    const { person, event } = await garden.admit(cell, '2024-03-10')
    const moved = await garden.event('recordTransfer', person, cell, '2024-03-20', {
      toOrganizationId: units.l1.id,
    })
    const wrong = { reason: 'Ghi nhầm chi bộ', version: 1 }
    const end = { effectiveOn: '2024-03-05', successorId: heir.id }
    const steps = [
      ['2024-03-20', moved.id],
      ['2024-03-10', event],
    ]
    for (const [day, id] of steps) {
      expect(await refused(cell, end)).toMatchObject({
        code: 'CONFLICT',
        message: textWith(day ?? ''),
        reason: { key: 'RECORDED_LATER', params: { day } },
      })
      await garden.act('correctEvent', { ...wrong, id })
    }
    const opening = await garden.act('recordOpeningBalance', {
      organizationId: cell.id,
      on: '2024-03-31',
      members: 4,
      probationaryMembers: 0,
    })
    expect(await refused(cell, end)).toMatchObject({ code: 'CONFLICT', message: textWith('2024-03-31') })
    await garden.act('correctOpeningBalance', { ...wrong, id: opening.id })
    await garden.act('dissolveOrganization', { ...cell, ...end })
    const ctx = () => createContext({ database: database() })
    expect(await verify(ctx())).toEqual([])
    expect(await verify(ctx(), { rebuild: true })).toEqual([])
    const asked = { from: '2024-01-01', asOf: '2024-12-31', indicators: ['members', 'admitted'] }
    expect(await garden.figures(commune, asked)).toEqual({ members: 0, admitted: 0 })
  })

  it('counts the same against a cell that turns into a unit without members', async () => {
    const cell = await garden.unit('Chi bộ cơ sở', 'GRASSROOTS_CELL', units.a)
    const { event } = await garden.admit(cell, '2024-03-10')
    const turn = { ...cell, effectiveOn: '2024-03-05', tier: 'GRASSROOTS' }
    const { extensions } = await garden.refusal('reclassifyOrganization', turn)
    expect(extensions).toMatchObject({ code: 'CONFLICT', reason: { key: 'RECORDED_LATER' } })
    await garden.act('correctEvent', { id: event, version: 1, reason: 'Ghi nhầm chi bộ' })
    await garden.act('reclassifyOrganization', turn)
    expect(await verify(createContext({ database: database() }))).toEqual([])
  })

  it('refuses its first day, days outside its life, itself as successor, and a change recorded for later', async () => {
    const unit = await garden.unit('Xã T', 'GRASSROOTS', units.a)
    const late = await garden.unit('Xã muộn', 'GRASSROOTS', units.a, { on: '2025-01-01' })
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ effectiveOn: '2020-01-01' }, 'CONFLICT'],
      [{ effectiveOn: '2019-12-31' }, 'DATE_OUT_OF_RANGE'],
      [{ effectiveOn: '2024-01-01', successorId: unit.id }, 'CONFLICT'],
      [{ effectiveOn: '2024-01-01', successorId: 'x' }, 'NOT_FOUND'],
      [{ effectiveOn: '2024-01-01', successorId: late.id }, 'DATE_OUT_OF_RANGE'],
      [{ effectiveOn: '2024-01-01', version: 9 }, 'CONFLICT'],
    ]
    for (const [input, code] of cases)
      expect(await refused(unit, input), JSON.stringify(input)).toMatchObject({ code })
    const renamed = await garden.act('renameOrganization', {
      ...unit,
      effectiveOn: '2027-01-01',
      name: 'Xã U',
    })
    expect(await refused(renamed, { effectiveOn: '2026-01-01' })).toMatchObject({ code: 'CONFLICT' })
  })

  it('ends an empty unit once, ties it to its successor and frees its code', async () => {
    const cell = await garden.unit('Chi bộ cũ', 'CELL', units.k)
    const ended = await garden.act<Unit & { validTo: string; at: string }>(
      'dissolveOrganization',
      { ...cell, effectiveOn: '2024-07-01', successorId: units.k1.id },
      'id version validTo at',
    )
    expect(ended).toMatchObject({ validTo: '2024-06-30', at: '2024-06-30', version: cell.version + 1 })
    const again = { id: cell.id, version: ended.version }
    expect(await refused(again, { effectiveOn: '2024-07-01' })).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
      since: '2020-01-01',
      until: '2024-06-30',
    })
    const own = await api().data<{ organization: object }>(lineage, { id: cell.id })
    expect(own.organization).toMatchObject({
      successors: [{ id: units.k1.id }],
      predecessors: [],
      events: [{ kind: 'ESTABLISH' }, { kind: 'DISSOLVE', effectiveOn: '2024-07-01' }],
    })
    const heir = await api().data<{ organization: object }>(lineage, { id: units.k1.id })
    expect(heir.organization).toMatchObject({
      predecessors: [{ id: cell.id, at: '2024-06-30' }],
      successors: [],
    })
    await garden.unit('Chi bộ cũ', 'CELL', units.l, { on: '2024-07-01' })
  })

  it('lets no cell end and gain a member at the same time', async () => {
    for (let round = 0; round < 6; round += 1) {
      const cell = await garden.unit(`Chi bộ ${round}`, 'CELL', units.m)
      const person = await garden.person()
      const admission = garden.client.ask(
        `mutation ($input: AdmissionInput!) { recordAdmission(input: $input) { id } }`,
        { input: { personId: person, organizationId: cell.id, on: '2026-06-01', youthUnion: true } },
      )
      const end = garden.client.ask(
        `mutation ($input: DissolveOrganizationInput!) { dissolveOrganization(input: $input) { id } }`,
        { input: { ...cell, effectiveOn: '2026-06-01' } },
      )
      const codes = (await Promise.all([admission, end])).map(
        ({ body }) => body.errors?.[0]?.extensions.code ?? 'done',
      )
      expect(codes.filter((code) => code === 'done')).toHaveLength(1)
      expect(codes.every((code) => ['done', 'CONFLICT', 'DATE_OUT_OF_RANGE'].includes(code))).toBe(true)
    }
  })
})
