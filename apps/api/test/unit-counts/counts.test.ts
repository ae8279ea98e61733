import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { createContext } from '../../src/context.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { movedUnitsOf, unitMovementsOf } from '../../src/features/unit-counts/unit-counts.service.js'
import { accessOf } from '../../src/policy/access.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'
import { COUNTS, MOVEMENTS, UnitsAsked } from './ask.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let asked: UnitsAsked
let school: Unit

/**
 * 2024: cell A founded on 1/3; cell L ended on 1/5; commune K (with its cells) from A to B on 1/7 and back on 1/10; cell 2 of K
 * to L inside A (15/11); commune M a ward from 1/9.
 */
beforeAll(async () => {
  garden = new Garden(api())
  asked = new UnitsAsked(api())
  units = await garden.province()
  school = await garden.unit('Trường', 'GRASSROOTS_CELL', units.a, { kind: 'SCHOOL', sector: 'EDUCATION' })
  await garden.unit('Chi bộ mới', 'CELL', units.l, { on: '2024-03-01', sector: 'TERRITORIAL' })
  await garden.act('dissolveOrganization', { ...units.l1, effectiveOn: '2024-05-01' })
  await garden.act('reclassifyOrganization', { ...units.m, kind: 'WARD', effectiveOn: '2024-09-01' })
  for (const [parent, effectiveOn] of [
    [units.b, '2024-07-01'],
    [units.a, '2024-10-01'],
  ] as const)
    await garden.act('moveOrganization', { ...(await garden.now(units.k)), parentId: parent.id, effectiveOn })
  await garden.act('moveOrganization', { ...units.k2, parentId: units.l.id, effectiveOn: '2024-11-15' })
})

describe('a question about units that cannot be answered', () => {
  it('is refused about days outside the life of the unit, with since and until', async () => {
    const life = { code: 'DATE_OUT_OF_RANGE', since: '2020-01-01', until: '2024-04-30' }
    const id = units.l1.id
    for (const day of ['2019-12-31', '2024-05-01'])
      expect((await api().refusal(COUNTS, { id, day, by: [] })).extensions).toMatchObject(life)
    const period = { id, from: '2024-01-01', asOf: '2024-05-01' }
    expect((await api().refusal(MOVEMENTS, period)).extensions).toMatchObject(life)
  })

  it('is refused about a period that ends before it begins or beyond all years, and unknown attributes', async () => {
    for (const asOf of ['2023-12-31', '9999-12-31'])
      expect(
        (await api().refusal(MOVEMENTS, { id: units.a.id, from: '2024-01-01', asOf })).extensions,
      ).toMatchObject({ code: 'INVALID_INPUT', fields: { asOf: anyText } })
    const unknown = await api().refusal(COUNTS, { id: units.a.id, by: ['COLOUR'] })
    expect(unknown.extensions.code).toBe('INVALID_INPUT')
  })

  it('refuses pages and cursors that are none', async () => {
    const period = { id: units.a.id, from: '2024-01-01', asOf: '2024-12-31' }
    for (const [facts, field] of [
      [{ first: 0 }, 'first'],
      [{ first: 201 }, 'first'],
      [{ after: Buffer.from('["a",1]').toString('base64url') }, 'after'],
    ] as const)
      expect((await api().refusal(MOVEMENTS, { ...period, ...facts })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
  })
})

describe('the number of units below another', () => {
  it('is counted by tier, kind and sector, alone and together, itself left out', async () => {
    expect(await asked.countBy(units.a, '2024-01-01', 'TIER')).toEqual({
      GRASSROOTS: 2,
      GRASSROOTS_CELL: 1,
      CELL: 3,
    })
    expect(await asked.countBy(units.a, '2024-01-01', 'SECTOR')).toEqual({ EDUCATION: 1, none: 5 })
    expect(await asked.counts(units.a, '2024-01-01', ['TIER', 'KIND', 'SECTOR'])).toEqual([
      { tier: 'GRASSROOTS', kind: 'COMMUNE', sector: null, count: 2 },
      { tier: 'GRASSROOTS_CELL', kind: 'SCHOOL', sector: 'EDUCATION', count: 1 },
      { tier: 'CELL', kind: 'COMMUNE', sector: null, count: 3 },
    ])
    expect(await asked.counts(units.a, '2024-01-01', [])).toEqual([
      { tier: null, kind: null, sector: null, count: 6 },
    ])
    expect(await asked.counts(units.a, '2024-01-01', ['KIND', 'KIND'])).toMatchObject([
      { kind: 'COMMUNE', count: 5 },
      { kind: 'SCHOOL', count: 1 },
    ])
  })

  it('follows the tree of the day, and shows nothing below a cell', async () => {
    expect(await asked.countBy(units.b, '2024-06-30', 'TIER')).toEqual({ GRASSROOTS: 1, CELL: 1 })
    expect(await asked.countBy(units.b, '2024-07-01', 'TIER')).toEqual({ GRASSROOTS: 2, CELL: 3 })
    expect(await asked.countBy(units.b, '2024-09-01', 'KIND')).toEqual({ WARD: 1, COMMUNE: 4 })
    expect(await asked.countBy(units.l, '2024-04-30', 'TIER')).toEqual({ CELL: 2 })
    expect(await asked.countBy(units.l, '2024-05-01', 'TIER')).toEqual({ CELL: 1 })
    expect(await asked.counts(school, '2024-01-01', ['TIER'])).toEqual([])
    expect(await asked.counts(school, '2024-01-01', [])).toMatchObject([{ count: 0 }])
  })

  it('takes the day of the unit where no other is given', async () => {
    const query = COUNTS.replace('at: $day, ', '').replace('$day: Date, ', '')
    const data = await api().data<{ organization: { unitCounts: unknown } }>(query, {
      id: units.l.id,
      at: '2024-04-30',
      by: [],
    })
    expect(data.organization.unitCounts).toMatchObject([{ count: 2 }])
  })
})

describe('the movement of units below another', () => {
  it('tells dissolved units by the reason that their acts state', async () => {
    const commune = await garden.unit('Xã sắp xếp', 'GRASSROOTS', units.a)
    const reasons = ['TOO_FEW_MEMBERS', 'TOO_FEW_MEMBERS', 'INSTITUTION_ABOLISHED', undefined]
    for (const [index, reason] of reasons.entries()) {
      const cell = await garden.unit(`Chi bộ hết ${index}`, 'CELL', commune)
      await garden.act('dissolveOrganization', { ...cell, effectiveOn: '2025-03-01', reason })
    }
    const lines = await asked.movements(commune, '2025-01-01', '2025-12-31')
    expect(lines.map(({ act, reason, count }) => [act, reason, count])).toEqual([
      ['DISSOLVED', 'TOO_FEW_MEMBERS', 2],
      ['DISSOLVED', 'INSTITUTION_ABOLISHED', 1],
      ['DISSOLVED', null, 1],
    ])
  })

  it('says who was founded, taken over, dissolved and handed over, each as it was', async () => {
    expect(await asked.lines(units.a, '2024-01-01', '2024-09-30')).toEqual([
      'FOUNDED CELL 1: Chi bộ mới',
      'DISSOLVED CELL 1: Chi bộ L',
      'HANDED_OVER GRASSROOTS 1: Xã Điện Phương',
      'HANDED_OVER CELL 2: Chi bộ thôn 1, Chi bộ thôn 2',
    ])
    expect(await asked.lines(units.b, '2024-07-01', '2024-12-31')).toEqual([
      'TAKEN_OVER GRASSROOTS 1: Xã Điện Phương',
      'TAKEN_OVER CELL 2: Chi bộ thôn 1, Chi bộ thôn 2',
      'HANDED_OVER GRASSROOTS 1: Xã Điện Phương',
      'HANDED_OVER CELL 2: Chi bộ thôn 1, Chi bộ thôn 2',
    ])
    const [founded, dissolved, , gone] = await asked.movements(units.a, '2024-01-01', '2024-09-30')
    expect(founded?.units.edges[0]?.node).toMatchObject({
      on: '2024-03-01',
      organization: { at: '2024-03-01' },
    })
    expect(dissolved).toMatchObject({ reason: null })
    expect(dissolved?.units.edges[0]?.node).toMatchObject({
      on: '2024-05-01',
      organization: { at: '2024-04-30' },
    })
    expect(gone?.units.edges[0]?.node).toMatchObject({
      on: '2024-07-01',
      organization: { at: '2024-06-30', tier: 'CELL' },
    })
  })

  it('knows no movement where units only move inside', async () => {
    expect(await asked.lines(units.root, '2024-06-01', '2024-12-31')).toEqual([])
    expect(await asked.lines(units.a, '2024-11-01', '2024-12-31')).toEqual([])
    expect(await asked.lines(units.l, '2024-11-01', '2024-12-31')).toEqual([
      'TAKEN_OVER CELL 1: Chi bộ thôn 2',
    ])
  })

  it('counts a reclassification where it changes what is counted', async () => {
    const by = { by: ['KIND'] }
    expect(await asked.lines(units.b, '2024-09-01', '2024-09-01', by)).toEqual([
      'RECLASSIFIED_IN WARD 1: Xã M',
      'RECLASSIFIED_OUT COMMUNE 1: Xã M',
    ])
    expect(await asked.lines(units.b, '2024-09-01', '2024-09-01')).toEqual([])
    expect(await asked.lines(units.b, '2024-09-02', '2024-09-30', by)).toEqual([])
  })

  it('follows acts that are recorded afterwards, and one tier that becomes another', async () => {
    const cell = await garden.unit('Chi bộ sau', 'CELL', units.k, { on: '2022-05-05' })
    expect(await asked.lines(units.root, '2022-01-01', '2022-12-31')).toEqual(['FOUNDED CELL 1: Chi bộ sau'])
    await garden.act('moveOrganization', { ...cell, parentId: units.m.id, effectiveOn: '2022-08-01' })
    expect(await asked.lines(units.a, '2022-01-01', '2022-12-31')).toEqual([
      'FOUNDED CELL 1: Chi bộ sau',
      'HANDED_OVER CELL 1: Chi bộ sau',
    ])
    const late = await garden.unit('Trung tâm', 'GRASSROOTS', units.b, { on: '2021-01-01' })
    await garden.act('reclassifyOrganization', {
      ...late,
      tier: 'GRASSROOTS_CELL',
      effectiveOn: '2021-06-01',
    })
    expect(await asked.lines(units.root, '2021-01-01', '2021-12-31')).toEqual([
      'FOUNDED GRASSROOTS 1: Trung tâm',
      'RECLASSIFIED_IN GRASSROOTS_CELL 1: Trung tâm',
      'RECLASSIFIED_OUT GRASSROOTS 1: Trung tâm',
    ])
  })

  it('closes: before + what came − what went = after', async () => {
    const adds = ['FOUNDED', 'TAKEN_OVER', 'RECLASSIFIED_IN']
    for (const unit of [units.root, units.a, units.b, units.l])
      for (const by of ['TIER', 'KIND', 'SECTOR'] as const) {
        const field = by.toLowerCase() as 'tier'
        const sums = await asked.countBy(unit, '2023-12-31', by)
        for (const line of await asked.movements(unit, '2024-01-01', '2024-12-31', { by: [by] })) {
          const key = line[field] ?? 'none'
          sums[key] = (sums[key] ?? 0) + (adds.includes(line.act) ? line.count : -line.count)
        }
        const left = Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0))
        expect(left).toEqual(await asked.countBy(unit, '2024-12-31', by))
      }
  })

  it('turns the pages of its units', async () => {
    const ask = (facts: Record<string, unknown>) =>
      asked.movements(units.b, '2024-07-01', '2024-07-01', facts)
    const [, first] = await ask({ first: 1 })
    expect(first).toMatchObject({ count: 2, units: { totalCount: 2, pageInfo: { hasNextPage: true } } })
    const [, second] = await ask({ first: 1, after: first?.units.pageInfo.endCursor })
    expect(second?.units.pageInfo.hasNextPage).toBe(false)
    expect(second?.units.edges[0]?.node.organization.name).toBe('Chi bộ thôn 2')
  })

  it('counts who left, and names only whom the viewer may see today', async () => {
    const inside = async (unit: Unit) =>
      (await findOrganization(createContext({ database: database() }), unit.id)).id
    const access = accessOf([{ role: 'VIEWER', organization: await inside(units.b), tier: 'DISTRICT' }])
    const ctx = createContext({ database: database(), clock, access })
    const unit = await findOrganization(ctx, units.b.id, '2024-12-31')
    const lines = await unitMovementsOf(ctx, unit, { from: '2024-10-01', to: '2024-12-31' }, ['TIER'])
    expect(lines.map(({ act, moved }) => [act, moved.length])).toEqual([
      ['HANDED_OVER', 1],
      ['HANDED_OVER', 2],
    ])
    for (const line of lines)
      expect(await movedUnitsOf(ctx, line, { limit: 50 })).toMatchObject({ totalCount: 0, edges: [] })
    const other = findOrganization(ctx, units.a.id, '2024-12-31')
    await expect(other).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
