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

const target = (unit: Unit, facts: Record<string, unknown> = {}) => ({
  organizationId: unit.id,
  kind: 'ASSIGNED',
  yearFrom: 2024,
  yearTo: 2024,
  amountMin: 10,
  ...facts,
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

const selection = `id version revisions { number recordedAt reason removed backfilled
  before { amountMin document { number } } after { amountMin document { number } } }`

describe('revisions of a target', () => {
  it('keep when, why, and from what to what; what stays as it is gets none', async () => {
    const document = { organizationId: units.k.id, number: '187-KH/TU', title: 'Kế hoạch' }
    const { id: documentId } = await garden.act<Unit>('createDocument', document, 'id')
    const first = await garden.act('setTarget', target(units.k, { reason: 'Giao đầu năm' }))
    const change = { ...first, amountMin: 12, documentId, reason: 'Điều chỉnh giữa năm' }
    const second = await garden.act('setTarget', target(units.k, change))
    const same = await garden.act('setTarget', target(units.k, { ...change, ...second }))
    expect(same.version).toBe(2)
    const third = await garden.act<Record<string, unknown>>(
      'removeTarget',
      { ...second, reason: 'Giao nhầm' },
      selection,
    )
    const instant = '2024-11-15T05:00:00.000Z'
    expect(third['revisions']).toEqual([
      {
        ...{ number: 1, recordedAt: instant, reason: 'Giao đầu năm', removed: false, backfilled: false },
        ...{ before: null, after: { amountMin: 10, document: null } },
      },
      {
        ...{
          number: 2,
          recordedAt: instant,
          reason: 'Điều chỉnh giữa năm',
          removed: false,
          backfilled: false,
        },
        ...{
          before: { amountMin: 10, document: null },
          after: { amountMin: 12, document: { number: '187-KH/TU' } },
        },
      },
      {
        ...{ number: 3, recordedAt: instant, reason: 'Giao nhầm', removed: true, backfilled: false },
        ...{ before: { amountMin: 12, document: { number: '187-KH/TU' } }, after: null },
      },
    ])
    expect(await refused('removeTarget', { ...second, reason: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
    await garden.act('setTarget', target(units.k))
  })

  it('cannot be without a reason where a target is taken away, nor with an outdated version', async () => {
    const set = await garden.act('setTarget', target(units.l))
    expect(await refused('removeTarget', { ...set, reason: ' ' })).toMatchObject({
      reason: { key: 'NEEDS_REASON' },
    })
    expect(await refused('removeTarget', { ...set, version: 7, reason: 'x' })).toMatchObject({
      code: 'CONFLICT',
      actualVersion: 1,
    })
  })

  it('say that a year that has ended was recorded afterwards', async () => {
    const late = target(units.m, { yearFrom: 2022, yearTo: 2022 })
    const { revisions } = await garden.act<{ revisions: Array<{ backfilled: boolean }> }>(
      'setTarget',
      late,
      selection,
    )
    expect(revisions.map(({ backfilled }) => backfilled)).toEqual([true])
  })
})

describe('a locked year', () => {
  it('refuses every change of targets at and below the unit until it is unlocked with a reason', async () => {
    const district = await garden.unit('Huyện khóa', 'DISTRICT', units.root)
    const commune = await garden.unit('Xã khóa', 'GRASSROOTS', district)
    const set = await garden.act('setTarget', target(commune))
    const year = (facts: Record<string, unknown> = {}) => ({
      ...{ organizationId: district.id, year: 2024, reason: 'Đã chốt' },
      ...facts,
    })
    expect(await refused('lockTargets', year({ reason: '' }))).toMatchObject({
      reason: { key: 'NEEDS_REASON' },
    })
    expect(await refused('lockTargets', year({ year: 1 }))).toMatchObject({ reason: { key: 'NOT_A_YEAR' } })
    expect(await refused('unlockTargets', year())).toMatchObject({ reason: { key: 'NOT_LOCKED' } })
    await garden.act('lockTargets', year(), 'id')
    const locked = { code: 'CONFLICT', reason: { key: 'TARGET_LOCKED', params: { year: 2024 } } }
    expect(await refused('lockTargets', year())).toMatchObject({ reason: { key: 'LOCKED_ALREADY' } })
    expect(await refused('setTarget', target(commune, { ...set, amountMin: 11 }))).toMatchObject(locked)
    expect(await refused('setTarget', target(district))).toMatchObject(locked)
    const span = { kind: 'MINIMUM', yearFrom: 2023, yearTo: 2025 }
    expect(await refused('setTarget', target(commune, span))).toMatchObject(locked)
    expect(await refused('removeTarget', { ...set, reason: 'x' })).toMatchObject(locked)
    await garden.act('setTarget', target(commune, { yearFrom: 2025, yearTo: 2025 }))
    const locks = await garden.act<Array<Record<string, unknown>>>(
      'unlockTargets',
      year({ reason: 'Bổ sung theo công văn' }),
      'year reason unlockReason unlockedAt',
    )
    expect(locks).toMatchObject([{ year: 2024, reason: 'Đã chốt', unlockReason: 'Bổ sung theo công văn' }])
    await garden.act('setTarget', target(commune, { ...set, amountMin: 11 }))
  })
})
