import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { textWith } from '../matching.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

const history = `query ($id: ID!, $at: Date) { organization(id: $id, at: $at) {
  name code tier kind sector parent { name } ancestors { name }
  versions { validFrom validTo name code tier kind sector parent { name } }
  events { kind effectiveOn note backfilled document { number } }
} }`

interface Version {
  validFrom: string
  validTo: string | null
  name: string
  parent: { name: string } | null
}

interface History {
  organization: Record<string, unknown> & {
    ancestors: { name: string }[]
    versions: Version[]
    events: Array<Record<string, unknown>>
  }
}

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const historyOf = async (unit: Unit, at?: string) =>
  (await api().data<History>(history, { id: unit.id, at })).organization

const life = async (unit: Unit) =>
  (await historyOf(unit)).versions.map(({ validFrom, validTo, parent }) => [validFrom, validTo, parent?.name])

/** The refusal of an act, after which everything stored must be as it was. */
async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const founding = (facts: Record<string, unknown>) => ({
  code: garden.code('new'),
  name: 'Mới',
  kind: 'COMMUNE',
  effectiveOn: '2024-01-01',
  ...facts,
})

describe('founding a unit', () => {
  it('refuses a level that may not stand there, and says which', async () => {
    for (const [tier, parent, effectiveOn] of [
      ['CELL', units.root, '2024-01-01'],
      ['CELL', units.a, '2024-01-01'],
      ['SECTION', units.a, '2024-01-01'],
      ['DISTRICT', units.a, '2024-01-01'],
      ['PROVINCE', units.root, '2024-01-01'],
      ['CELL', units.k1, '2024-01-01'],
      ['SUPERIOR_COMMUNE', units.root, '2025-06-30'],
    ] as const) {
      const refusal = await refused(
        'establishOrganization',
        founding({ tier, parentId: parent.id, effectiveOn }),
      )
      expect(refusal).toMatchObject({ code: 'CONFLICT', message: textWith(tier) })
    }
    const rootless = await refused('establishOrganization', founding({ tier: 'DISTRICT' }))
    expect(rootless).toMatchObject({ code: 'CONFLICT', message: textWith('DISTRICT') })
  })

  it('refuses unknown superiors and codes of lists, superiors that do not live, and bad names', async () => {
    const at = { tier: 'GRASSROOTS', parentId: units.a.id }
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ ...at, parentId: 'nobody' }, 'NOT_FOUND'],
      [{ ...at, documentId: 'nothing' }, 'NOT_FOUND'],
      [{ ...at, effectiveOn: '2019-12-31' }, 'DATE_OUT_OF_RANGE'],
      [{ ...at, tier: 'NOTHING' }, 'INVALID_INPUT'],
      [{ ...at, kind: 'toString' }, 'INVALID_INPUT'],
      [{ ...at, sector: '' }, 'INVALID_INPUT'],
      [{ ...at, name: '  ' }, 'INVALID_INPUT'],
      [{ ...at, name: 'x'.repeat(201) }, 'INVALID_INPUT'],
      [{ ...at, code: '' }, 'INVALID_INPUT'],
      [{ ...at, code: ' a' }, 'INVALID_INPUT'],
      [{ ...at, code: 'x'.repeat(41) }, 'INVALID_INPUT'],
      [{ ...at, note: 'x'.repeat(2_001) }, 'INVALID_INPUT'],
      [{ ...at, effectiveOn: '9999-12-31' }, 'INVALID_INPUT'],
    ]
    for (const [facts, code] of cases)
      expect(await refused('establishOrganization', founding(facts)), JSON.stringify(facts)).toMatchObject({
        code,
      })
  })

  it('takes the longest name there is, also one whose parts are many', async () => {
    for (const [index, name] of ['Đ'.repeat(200), 'ế'.repeat(200), '한'.repeat(200)].entries()) {
      const unit = await garden.act('establishOrganization', {
        ...founding({ tier: 'GRASSROOTS', parentId: units.root.id, name, code: garden.code(`long${index}`) }),
      })
      expect((await historyOf(unit)).name).toBe(name)
    }
  })
})

describe('renaming and reclassifying', () => {
  it('refuses a stale version with both, a day outside the life, and a change that changes nothing', async () => {
    const unit = await garden.unit('Xã R', 'GRASSROOTS', units.a)
    const change = { id: unit.id, version: unit.version, effectiveOn: '2024-01-01', name: 'Xã S' }
    expect(await refused('renameOrganization', { ...change, version: 7 })).toMatchObject({
      code: 'CONFLICT',
      expectedVersion: 7,
      actualVersion: unit.version,
    })
    expect(await refused('renameOrganization', { ...change, effectiveOn: '2019-12-31' })).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
      since: '2020-01-01',
    })
    expect(await refused('renameOrganization', { ...change, name: 'Xã R' })).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await refused('renameOrganization', { ...change, id: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
    const { name: _name, ...nothing } = change
    expect(await refused('reclassifyOrganization', nothing)).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('makes one version of a new name and a new kind on the same day', async () => {
    const unit = await garden.unit('Xã Hai', 'GRASSROOTS', units.a)
    const document = await garden.act<{ id: string }>(
      'createDocument',
      { organizationId: unit.id, number: '01-NQ/HĐND', title: 'Thành lập phường' },
      'id',
    )
    const renamed = await garden.act('renameOrganization', {
      ...unit,
      effectiveOn: '2024-07-01',
      name: 'Phường  Hai',
      code: garden.code('Hai'),
      documentId: document.id,
      note: 'theo nghị quyết',
    })
    await garden.act('reclassifyOrganization', { ...renamed, effectiveOn: '2024-07-01', kind: 'WARD' })
    const { versions, events } = await historyOf(unit)
    expect(versions).toMatchObject([
      { validFrom: '2020-01-01', validTo: '2024-06-30', name: 'Xã Hai', kind: 'COMMUNE' },
      { validFrom: '2024-07-01', validTo: null, name: 'Phường Hai', kind: 'WARD', code: garden.code('Hai') },
    ])
    expect(events).toMatchObject([
      { kind: 'ESTABLISH', effectiveOn: '2020-01-01', backfilled: false, document: null },
      { kind: 'RENAME', document: { number: '01-NQ/HĐND' }, note: 'theo nghị quyết' },
      { kind: 'RECLASSIFY', effectiveOn: '2024-07-01' },
    ])
  })

  it('checks a new level on every day on which it holds, whatever else changes with it', async () => {
    const unit = await garden.unit('Chi bộ cơ sở', 'GRASSROOTS_CELL', units.a, { kind: 'AGENCY' })
    const later = await garden.act('reclassifyOrganization', {
      ...unit,
      effectiveOn: '2024-01-01',
      kind: 'SCHOOL',
    })
    const commune = await garden.unit('Xã có chi bộ', 'GRASSROOTS', units.a)
    await garden.unit('Chi bộ dưới', 'CELL', commune, { on: '2025-01-01' })
    const cells = await garden.act('reclassifyOrganization', {
      ...commune,
      effectiveOn: '2024-01-01',
      kind: 'WARD',
    })
    const down = { ...cells, effectiveOn: '2022-01-01', kind: 'SCHOOL', tier: 'GRASSROOTS_CELL' }
    expect(await refused('reclassifyOrganization', down)).toMatchObject({ code: 'CONFLICT' })
    await garden.act('reclassifyOrganization', {
      ...later,
      effectiveOn: '2022-01-01',
      kind: 'HOSPITAL',
      tier: 'GRASSROOTS',
    })
    expect((await historyOf(unit)).versions).toMatchObject([
      { tier: 'GRASSROOTS_CELL', kind: 'AGENCY' },
      { tier: 'GRASSROOTS', kind: 'HOSPITAL', validFrom: '2022-01-01' },
      { tier: 'GRASSROOTS', kind: 'SCHOOL', validFrom: '2024-01-01' },
    ])
  })

  it('refuses to make a unit with members one that has none', async () => {
    const cell = await garden.unit('Chi bộ có người', 'GRASSROOTS_CELL', units.a)
    await garden.admit(cell, '2024-03-01')
    const change = { ...(await garden.now(cell)), tier: 'GRASSROOTS' }
    for (const effectiveOn of ['2024-02-29', '2024-03-01', '2024-03-02', '2026-01-01'])
      expect(await refused('reclassifyOrganization', { ...change, effectiveOn })).toMatchObject({
        code: 'CONFLICT',
      })
  })
})

describe('moving', () => {
  it('refuses a unit under itself, also where it would happen only on a day to come', async () => {
    const district = await garden.unit('Huyện vòng', 'DISTRICT', units.root)
    const commune = await garden.unit('Xã vòng', 'GRASSROOTS', units.a)
    await garden.act('moveOrganization', { ...commune, parentId: district.id, effectiveOn: '2027-01-01' })
    for (const parentId of [district.id, commune.id])
      expect(
        await refused('moveOrganization', { ...district, parentId, effectiveOn: '2026-01-01' }),
      ).toMatchObject({ code: 'CONFLICT', message: textWith('below itself') })
  })

  it('refuses a stale version, an unknown unit, a superior that does not live, and a level skipped', async () => {
    const unit = await garden.unit('Xã di chuyển', 'GRASSROOTS', units.a)
    const late = await garden.unit('Huyện muộn', 'DISTRICT', units.root, { on: '2025-01-01' })
    const gone = await garden.unit('Huyện tan', 'DISTRICT', units.root)
    await garden.act('dissolveOrganization', { ...gone, effectiveOn: '2025-01-01' })
    const move = { ...unit, parentId: units.b.id, effectiveOn: '2024-01-01' }
    expect(await refused('moveOrganization', { ...move, version: 0 })).toMatchObject({
      code: 'CONFLICT',
      expectedVersion: 0,
      actualVersion: unit.version,
    })
    for (const [change, code] of [
      [{ parentId: 'x' }, 'NOT_FOUND'],
      [{ id: 'x' }, 'NOT_FOUND'],
      [{ parentId: late.id }, 'DATE_OUT_OF_RANGE'],
      [{ parentId: gone.id, effectiveOn: '2025-01-01' }, 'DATE_OUT_OF_RANGE'],
      [{ parentId: gone.id }, 'CONFLICT'],
      [{ parentId: units.k.id }, 'CONFLICT'],
      [{ parentId: units.a.id }, 'CONFLICT'],
    ] as const)
      expect(await refused('moveOrganization', { ...move, ...change }), JSON.stringify(change)).toMatchObject(
        {
          code,
        },
      )
  })

  it('lets a back-dated move hold until the next one that is recorded, and no longer', async () => {
    const c = await garden.unit('Huyện C', 'DISTRICT', units.root)
    const unit = await garden.unit('Xã chuyển hai lần', 'GRASSROOTS', units.a)
    const moved = await garden.act('moveOrganization', {
      ...unit,
      parentId: units.b.id,
      effectiveOn: '2024-05-01',
    })
    await garden.act('moveOrganization', { ...moved, parentId: c.id, effectiveOn: '2022-01-01' })
    expect(await life(unit)).toEqual([
      ['2020-01-01', '2021-12-31', 'Huyện A'],
      ['2022-01-01', '2024-04-30', 'Huyện C'],
      ['2024-05-01', null, 'Huyện B'],
    ])
    for (const [at, name] of [
      ['2021-12-31', 'Huyện A'],
      ['2022-01-01', 'Huyện C'],
      ['2024-04-30', 'Huyện C'],
      ['2024-05-01', 'Huyện B'],
    ] as const)
      expect((await historyOf(unit, at)).ancestors.map((one) => one.name)).toEqual(['Tỉnh', name])
    const short = await garden.unit('Huyện ngắn', 'DISTRICT', units.root)
    await garden.act('dissolveOrganization', { ...short, effectiveOn: '2023-01-01' })
    const back = { ...(await garden.now(unit)), parentId: short.id, effectiveOn: '2022-06-01' }
    expect(await refused('moveOrganization', back)).toMatchObject({ code: 'CONFLICT' })
  })

  it('keeps a later name when a move is dated back before it', async () => {
    const unit = await garden.unit('Xã tên một', 'GRASSROOTS', units.a)
    const renamed = await garden.act('renameOrganization', {
      ...unit,
      effectiveOn: '2024-01-01',
      name: 'Xã tên hai',
    })
    await garden.act('moveOrganization', { ...renamed, parentId: units.b.id, effectiveOn: '2023-01-01' })
    expect((await historyOf(unit)).versions.map(({ name, parent }) => [name, parent?.name])).toEqual([
      ['Xã tên một', 'Huyện A'],
      ['Xã tên một', 'Huyện B'],
      ['Xã tên hai', 'Huyện B'],
    ])
  })
})
