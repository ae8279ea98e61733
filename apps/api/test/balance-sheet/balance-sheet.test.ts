import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { balanceOf, SHEET, sheetOf, UNITS, unitsOf } from './ask.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const half = { from: '2024-01-01', asOf: '2024-06-30' }
const recorded = { ...half, perimeter: 'RECORDED' }

async function move(unit: Unit, parent: Unit, effectiveOn: string): Promise<void> {
  await garden.act('moveOrganization', { ...(await garden.now(unit)), parentId: parent.id, effectiveOn })
}

describe('a balance sheet refuses', () => {
  const refusal = (input: Record<string, unknown>) =>
    garden.client.refusal(SHEET, { id: units.a.id, at: '2024-06-30', input })

  it('an as-of date before the period', async () => {
    const { extensions } = await refusal({ from: '2024-02-01', asOf: '2024-01-31' })
    expect(extensions).toMatchObject({ code: 'INVALID_INPUT' })
    expect(extensions.fields).toHaveProperty('asOf')
  })

  it('days outside the life of the unit', async () => {
    for (const input of [
      { from: '2018-01-01', asOf: '2019-12-31' },
      { ...half, treeAt: '2019-12-31' },
      { from: '2019-01-01', asOf: '2019-12-31', perimeter: 'RECORDED' },
    ])
      expect((await refusal(input)).extensions).toMatchObject({
        code: 'DATE_OUT_OF_RANGE',
        since: '2020-01-01',
      })
  })

  it('pages that are none', async () => {
    const ask = (variables: Record<string, unknown>) =>
      garden.client.refusal(UNITS, { id: units.a.id, input: half, side: 'TAKEN_OVER', ...variables })
    expect((await ask({ first: 0 })).extensions.fields).toHaveProperty('first')
    expect((await ask({ after: 'x' })).extensions.fields).toHaveProperty('after')
  })
})

describe('the example of a commune that leaves district A for B on 1 May', () => {
  let a: Unit, b: Unit, k: Unit

  beforeAll(async () => {
    const grown = await new Garden(api()).province()
    ;({ a, b, k } = grown)
    await garden.opening(grown.k1, 100, 0, '2023-12-31')
    await garden.opening(grown.l1, 500, 0, '2023-12-31')
    await garden.opening(grown.m1, 300, 0, '2023-12-31')
    const admit = async (cell: Unit, count: number, on: string) => {
      for (let index = 0; index < count; index += 1) await garden.admit(cell, on)
    }
    await admit(grown.k1, 4, '2024-04-30')
    await admit(grown.k1, 3, '2024-05-01')
    await admit(grown.l1, 10, '2024-04-30')
    await admit(grown.l1, 5, '2024-05-01')
    await admit(grown.m1, 6, '2024-01-01')
    await admit(grown.m1, 2, '2024-06-30')
    await move(k, b, '2024-05-01')
  }, 60_000)

  it('tells what A handed over and B took over, as it was led then', async () => {
    expect(await balanceOf(garden, a, recorded)).toEqual({
      opening: 600,
      newlyAdmitted: 19,
      handedOver: -104,
      closing: 515,
    })
    expect(await balanceOf(garden, b, recorded)).toEqual({
      opening: 300,
      newlyAdmitted: 11,
      takenOver: 104,
      closing: 415,
    })
    expect(await unitsOf(garden, a, recorded, 'HANDED_OVER')).toEqual([
      ['2024-05-01', 104, 'Xã Điện Phương', 'Huyện B'],
    ])
    expect(await unitsOf(garden, b, recorded, 'TAKEN_OVER')).toEqual([
      ['2024-05-01', 104, 'Xã Điện Phương', 'Huyện A'],
    ])
    expect(await unitsOf(garden, a, recorded, 'TAKEN_OVER')).toEqual([])
  })

  it('knows no move by the tree of one day', async () => {
    expect(await balanceOf(garden, a, half)).toEqual({ opening: 500, newlyAdmitted: 15, closing: 515 })
    expect(await balanceOf(garden, b, half)).toEqual({ opening: 400, newlyAdmitted: 15, closing: 415 })
    expect(await unitsOf(garden, a, half, 'HANDED_OVER')).toEqual([])
    const early = { ...half, treeAt: '2024-04-30' }
    expect(await balanceOf(garden, a, early)).toEqual({ opening: 600, newlyAdmitted: 22, closing: 622 })
  })

  it('counts a move on the first day of the period, and none on the day after its end', async () => {
    const since = { from: '2024-05-01', asOf: '2024-06-30', perimeter: 'RECORDED' }
    expect(await balanceOf(garden, a, since)).toMatchObject({ opening: 614, handedOver: -104, closing: 515 })
    const until = { from: '2024-01-01', asOf: '2024-04-30', perimeter: 'RECORDED' }
    expect(await balanceOf(garden, a, until)).toEqual({ opening: 600, newlyAdmitted: 14, closing: 614 })
  })

  it('is the same at the commune that moved, and says where each number leads', async () => {
    const { lines, openingOn } = await sheetOf(garden, k, recorded)
    expect(openingOn).toBe('2023-12-31')
    expect(lines.map(({ id, sign }) => `${sign === 1 ? '+' : '-'}${id}`)).toEqual([
      '+newlyAdmitted',
      '+readmitted',
      '+restored',
      '+transferredIn',
      '+takenOver',
      '-handedOver',
      '-transferredOut',
      '-nameRemoved',
      '-expelled',
      '-resigned',
      '-probationRemoved',
      '-decisionCancelled',
      '-died',
    ])
    expect(lines.map(({ indicator, side }) => indicator ?? side)).not.toContain(null)
    expect(await balanceOf(garden, k, recorded)).toEqual({ opening: 100, newlyAdmitted: 7, closing: 107 })
  })

  it('shows books that were opened within the period', async () => {
    const decade = { from: '2020-01-01', asOf: '2023-12-31' }
    expect(await balanceOf(garden, k, decade)).toEqual({ opening: 0, broughtForward: 100, closing: 100 })
  })

  it('gives what reorganization brought less what it took as the indicator does', async () => {
    const indicators = ['reorganized', 'netChange']
    expect(await garden.figures(a, { ...recorded, indicators })).toEqual({
      reorganized: -104,
      netChange: -85,
    })
  })
})

describe('a balance sheet', () => {
  it('counts a transfer only where the other end lies outside the unit', async () => {
    const own = await new Garden(api()).province()
    const { root, a, b, k, l, k1, k2, l1, m1 } = own
    await garden.opening(k1, 10)
    const transfer = async (from: Unit, to: Unit) => {
      const { person } = await garden.admit(from, '2024-02-01')
      await garden.event('recordTransfer', person, from, '2024-03-01', { toOrganizationId: to.id })
    }
    await transfer(k1, k2)
    await transfer(k1, l1)
    await transfer(k1, m1)
    const [opening, newlyAdmitted] = [10, 3]
    expect(await balanceOf(garden, k1, half)).toEqual({
      opening,
      newlyAdmitted,
      transferredOut: -3,
      closing: 10,
    })
    expect(await balanceOf(garden, k2, half)).toEqual({ opening: 0, transferredIn: 1, closing: 1 })
    for (const perimeter of ['RECORDED', 'RESTATED']) {
      const sheet = (unit: Unit) => balanceOf(garden, unit, { ...half, perimeter })
      expect(await sheet(k)).toEqual({ opening, newlyAdmitted, transferredOut: -2, closing: 11 })
      expect(await sheet(l)).toEqual({ opening: 0, transferredIn: 1, closing: 1 })
      expect(await sheet(a)).toEqual({ opening, newlyAdmitted, transferredOut: -1, closing: 12 })
      expect(await sheet(b)).toEqual({ opening: 0, transferredIn: 1, closing: 1 })
      expect(await sheet(root)).toEqual({ opening, newlyAdmitted, closing: 13 })
    }
  })

  it('counts members from the decision, or from the ceremony, and closes either way', async () => {
    const cell = await garden.unit('Chi bộ hai ngày', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2023-12-20')
    await garden.event('recordCeremony', person, cell, '2024-01-15')
    await garden.admit(cell, '2024-06-20')
    const sheet = (countBasis: string) => balanceOf(garden, cell, { ...half, countBasis })
    expect(await sheet('DECISION')).toEqual({ opening: 1, newlyAdmitted: 1, closing: 2 })
    expect(await sheet('CEREMONY')).toEqual({ opening: 0, newlyAdmitted: 1, closing: 1 })
  })

  it('names every way out', async () => {
    const cell = await garden.unit('Chi bộ nhiều biến động', 'CELL', units.k)
    const leave = async (mutation: string, facts: Record<string, unknown> = {}) => {
      const { person } = await garden.admit(cell, '2023-06-01')
      await garden.event(mutation, person, cell, '2024-02-02', facts)
    }
    const reasons = ['NAME_REMOVED', 'EXPELLED', 'RESIGNED', 'PROBATION_REMOVED', 'DECISION_CANCELLED']
    for (const reason of reasons) await leave('recordRemoval', { reason })
    await leave('recordDeath')
    await leave('recordTransferOut', { outsideKind: 'COLLEGE' })
    expect(await balanceOf(garden, cell, half)).toEqual({
      opening: 7,
      transferredOut: -1,
      nameRemoved: -1,
      expelled: -1,
      resigned: -1,
      probationRemoved: -1,
      decisionCancelled: -1,
      died: -1,
      closing: 0,
    })
  })

  it('counts who was made a member again without a new admission', async () => {
    const cell = await garden.unit('Chi bộ phục hồi', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2023-06-01')
    await garden.event('recordRemoval', person, cell, '2024-01-15', { reason: 'NAME_REMOVED' })
    await garden.event('recordRestoration', person, cell, '2024-04-15', { probationary: true })
    expect(await balanceOf(garden, cell, half)).toEqual({
      opening: 1,
      restored: 1,
      nameRemoved: -1,
      closing: 1,
    })
  })

  it('does not call it reorganization when a cell moves inside the unit', async () => {
    const { a, k, l, k1 } = await new Garden(api()).province()
    await garden.opening(k1, 12)
    await move(k1, l, '2024-03-01')
    expect(await balanceOf(garden, a, recorded)).toEqual({ opening: 12, closing: 12 })
    expect(await balanceOf(garden, k, recorded)).toEqual({ opening: 12, handedOver: -12, closing: 0 })
    expect(await balanceOf(garden, l, recorded)).toEqual({ opening: 0, takenOver: 12, closing: 12 })
    await move(k1, k, '2024-05-01')
    expect(await balanceOf(garden, l, recorded)).toEqual({
      opening: 0,
      takenOver: 12,
      handedOver: -12,
      closing: 0,
    })
    expect(await balanceOf(garden, k, recorded)).toEqual({
      opening: 12,
      takenOver: 12,
      handedOver: -12,
      closing: 12,
    })
    expect(await unitsOf(garden, k, recorded, 'TAKEN_OVER')).toEqual([
      ['2024-05-01', 12, 'Chi bộ thôn 1', 'Xã Điện Trung'],
    ])
  })

  it('hands what is recorded late for a dissolved cell to its heir, across the border of a unit', async () => {
    const { root, k, l, k1, l1 } = await new Garden(api()).province()
    const end = { ...(await garden.now(k1)), effectiveOn: '2024-03-01', successorId: l1.id }
    await garden.act('dissolveOrganization', end)
    for (const on of ['2023-05-05', '2024-02-29']) await garden.admit(k1, on)
    const { perimeter: _, ...restated } = { ...recorded }
    for (const input of [recorded, restated, { ...restated, treeAt: '2024-02-01' }]) {
      const all = [k, l, root].map((unit) => balanceOf(garden, unit, input))
      const [ofK, ofL, ofRoot] = (await Promise.all(all)) as [Sums, Sums, Sums]
      expect(ofRoot).toEqual({ opening: 1, newlyAdmitted: 1, closing: 2 })
      expect([ofK.closing, ofL.closing]).toEqual([0, 2])
      expect((ofK.handedOver ?? 0) + (ofL.takenOver ?? 0)).toBe(0)
    }
    expect(await balanceOf(garden, k1, { from: '2024-01-01', asOf: '2024-02-29' })).toMatchObject({
      closing: 2,
    })
    expect(await unitsOf(garden, k, recorded, 'HANDED_OVER')).toEqual([
      ['2024-03-01', 2, 'Chi bộ thôn 1', expect.any(String)],
    ])
  })

  it('of the parts adds up to that of the whole, but for transfers and reorganization', async () => {
    const { a, k, l, k1, k2, l1 } = await new Garden(api()).province()
    await garden.opening(k1, 7)
    await garden.opening(l1, 5)
    for (const cell of [k1, k2, l1]) await garden.admit(cell, '2024-02-01')
    const { person } = await garden.admit(k2, '2023-02-01')
    await garden.event('recordDeath', person, k2, '2024-02-03')
    const [whole, one, other] = (await Promise.all([a, k, l].map((unit) => sheetOf(garden, unit, half)))) as [
      Sheet,
      Sheet,
      Sheet,
    ]
    expect(one.opening + other.opening).toBe(whole.opening)
    expect(one.closing + other.closing).toBe(whole.closing)
    whole.lines.forEach(({ count }, index) =>
      expect((one.lines[index]?.count ?? 0) + (other.lines[index]?.count ?? 0)).toBe(count),
    )
  })

  it('says how many a declared closing leaves unexplained', async () => {
    const cell = await garden.unit('Chi bộ có báo cáo', 'CELL', units.k)
    await garden.opening(cell, 20)
    expect(await sheetOf(garden, cell, half)).toMatchObject({ declaredClosing: null, unexplained: null })
    const declare = (asOf: string, count: number, qualifier: string) =>
      garden.act('declareFigure', { organizationId: cell.id, indicator: 'members', asOf, count, qualifier })
    await declare('2024-06-30', 30, 'ABOUT')
    expect(await sheetOf(garden, cell, half)).toMatchObject({ declaredClosing: null, unexplained: null })
    await declare('2024-03-31', 20, 'EXACTLY')
    const spring = { from: '2024-01-01', asOf: '2024-03-31' }
    expect(await sheetOf(garden, cell, spring)).toMatchObject({ declaredClosing: 20, unexplained: 0 })
    const summer = await garden.unit('Chi bộ báo cáo lệch', 'CELL', units.k)
    await garden.opening(summer, 20)
    await garden.act('declareFigure', {
      organizationId: summer.id,
      indicator: 'members',
      asOf: '2024-06-30',
      count: 17,
      qualifier: 'EXACTLY',
    })
    expect(await sheetOf(garden, summer, half)).toMatchObject({ declaredClosing: 17, unexplained: -3 })
    const elsewhere = { ...half, treeAt: '2024-01-01' }
    expect(await sheetOf(garden, summer, elsewhere)).toMatchObject({ declaredClosing: null })
  })
})

type Sums = Record<string, number>
type Sheet = Awaited<ReturnType<typeof sheetOf>>
