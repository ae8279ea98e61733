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

let garden: Garden
let root: Unit
let district: Unit
let communes: Unit[]
let cells: Unit[]

beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  district = await garden.unit('Huyện', 'DISTRICT', root)
  communes = []
  cells = []
  for (const name of ['Xã A', 'Xã B', 'Xã C']) {
    const commune = await garden.unit(name, 'GRASSROOTS', district)
    const cell = await garden.unit(`Chi bộ ${name}`, 'CELL', commune)
    await garden.opening(cell, 50, 0, '2022-12-31')
    communes.push(commune)
    cells.push(cell)
  }
  await garden.admit(cells[0] as Unit, '2023-05-01')
  for (const day of ['2024-02-01', '2024-11-15', '2024-03-01']) await garden.admit(cells[0] as Unit, day)
  await garden.admit(cells[1] as Unit, '2022-05-01')
})

const assigned = (unit: Unit, year: number, amountMin: number) =>
  garden.act('setTarget', {
    organizationId: unit.id,
    kind: 'ASSIGNED',
    yearFrom: year,
    yearTo: year,
    amountMin,
  })

const saving = (rows: unknown[], facts: Record<string, unknown> = {}) => ({
  ...{ organizationId: district.id, year: 2025, asOf, rows },
  ...facts,
})

async function refused(input: Record<string, unknown>) {
  const before = await stored(database())
  const error = await garden.refusal('saveTargetWorksheet', input)
  expect(await stored(database())).toEqual(before)
  return error
}

describe('a worksheet', () => {
  it('shows of each child last year to date, its members, years without admission, its own number and what is set', async () => {
    await assigned(district, 2025, 20)
    await assigned(communes[0] as Unit, 2024, 4)
    const range = { kind: 'RANGE', yearFrom: 2024, yearTo: 2025, amountMin: 5, amountMax: 6 }
    await garden.act('setTarget', { organizationId: communes[2]?.id, ...range })
    const own = { organizationId: communes[0]?.id, version: 0 }
    await garden.act('registerTarget', { ...own, year: 2025, wanted: 7 }, 'version')
    await garden.act('registerTarget', { ...own, year: 2024, expected: 5 }, 'version')
    const sheet = await sheetOf(api(), district, { year: 2025, asOf })
    expect(sheet).toMatchObject({
      ...{ treeAt: asOf, lastTo: asOf, membersOn: asOf, assigned: 20, allotted: 0, left: 20, unitsDone: 0 },
      ...{ closed: false, sourcesKept: false, plans: [] },
    })
    const nothing = { lastExpected: null, sources: null, registered: null, target: null, others: null }
    const below = { allotment: { units: 1, done: 0, allotted: 0 } }
    expect(sheet.rows).toMatchObject([
      {
        ...{ ...nothing, ...below, lastTarget: 4, lastAdmitted: 3, lastCompletion: { text: '75,00\u00a0%' } },
        ...{ members: 54, yearsSinceLastAdmission: 0, registered: 7, lastExpected: 5 },
      },
      {
        ...{ ...nothing, ...below, lastTarget: null, lastAdmitted: 0, lastCompletion: { text: '–' } },
        ...{ members: 51, yearsSinceLastAdmission: 2 },
      },
      {
        ...{ ...nothing, ...below, lastTarget: 5, lastAdmitted: 0, yearsSinceLastAdmission: null },
        others: 'chỉ tiêu nghị quyết 5–6',
      },
    ])
  })

  it('is saved for all rows with one document, or not at all, and warns of nothing', async () => {
    const { rows } = await sheetOf(api(), district, { year: 2025, asOf })
    const document = { number: '187-KH/TU', title: 'Kế hoạch kết nạp', signedOn: '2024-11-08' }
    const all = [7, 9, 0].map((amountMin, index) =>
      typed(rows[index], { amountMin, note: index === 2 ? 'Chưa có nguồn' : null }),
    )
    const sheet = await save(garden, saving(all, { document, reason: 'Giao lần đầu' }))
    expect(sheet).toMatchObject({ allotted: 16, left: 4, unitsDone: 3 })
    expect(sheet.rows.map(({ target }) => [target?.amountMin, target?.version, target?.note])).toEqual([
      [7, 1, null],
      [9, 1, null],
      [0, 1, 'Chưa có nguồn'],
    ])
    const more = await save(
      garden,
      saving([typed(sheet.rows[1], { amountMin: 19 }), typed(sheet.rows[2], {})]),
    )
    expect(more).toMatchObject({ allotted: 26, left: -6, unitsDone: 2 })
    const query = `query ($id: ID!) { organization(id: $id) { targets(from: "2025-01-01", asOf: "2025-01-01") {
      amountMin document { number signedOn } revisions { reason } } } }`
    const { organization } = await api().data<{ organization: { targets: unknown[] } }>(query, {
      id: communes[1]?.id,
    })
    expect(organization.targets).toEqual([
      {
        amountMin: 19,
        document: { number: '187-KH/TU', signedOn: '2024-11-08' },
        revisions: [{ reason: 'Giao lần đầu' }, { reason: null }],
      },
    ])
    expect((await sheetOf(api(), root, { year: 2025, asOf })).rows[0]?.allotment).toEqual({
      units: 3,
      done: 2,
      allotted: 26,
    })
  })

  it('is refused row by row where a number, a unit or a document cannot be, and nothing is written', async () => {
    const { rows } = await sheetOf(api(), district, { year: 2025, asOf })
    const strange = await garden.unit(
      'Xã huyện khác',
      'GRASSROOTS',
      await garden.unit('Huyện khác', 'DISTRICT', root),
    )
    const cases: Array<[unknown[], Record<string, unknown>, string, string]> = [
      [[], {}, 'INVALID_INPUT', 'NO_ROWS'],
      [[typed(rows[0], { amountMin: -1 })], {}, 'INVALID_INPUT', 'OUT_OF_BOUNDS'],
      [[typed(rows[0], { amountMin: 5, amountMax: 6 })], {}, 'INVALID_INPUT', 'ONLY_RANGE'],
      [[{ organizationId: strange.id, amountMin: 3 }], {}, 'INVALID_INPUT', 'NOT_A_CHILD'],
      [[{ organizationId: 'x', amountMin: 3 }], {}, 'INVALID_INPUT', 'NOT_A_CHILD'],
      [
        [typed(rows[0], { amountMin: 3 }), typed(rows[0], { amountMin: 4 })],
        {},
        'INVALID_INPUT',
        'ROW_TWICE',
      ],
      [[typed(rows[0], { amountMin: 3 })], { kind: 'COVERAGE' }, 'INVALID_INPUT', 'SPAN_OF_KIND'],
      [[typed(rows[0], { amountMin: 3 })], { yearTo: 2026 }, 'INVALID_INPUT', 'ONE_YEAR_ONLY'],
      [[typed(rows[0], { amountMin: 3 })], { year: 2023 }, 'INVALID_INPUT', 'YEAR_ENDED'],
      [[typed(rows[0], { amountMin: 3 })], { year: 2023, backfilled: true }, 'INVALID_INPUT', 'NEEDS_REASON'],
    ]
    for (const [sent, facts, code, key] of cases)
      expect((await refused(saving(sent, facts))).extensions, key).toMatchObject({ code, reason: { key } })
    const two = [
      typed(rows[0], { amountMin: 3 }),
      typed(rows[1], { amountMin: -1 }),
      typed(rows[2], { amountMin: 2_000_000 }),
    ]
    expect(rowsIn(await refused(saving(two)))).toMatchObject([
      { organizationId: rows[1]?.organization.id, field: 'amountMin', reason: { key: 'OUT_OF_BOUNDS' } },
      { organizationId: rows[2]?.organization.id, field: 'amountMin', reason: { key: 'OUT_OF_BOUNDS' } },
    ])
    const good = [typed(rows[0], { amountMin: 3 })]
    expect((await refused(saving(good, { documentId: 'x' }))).extensions.code).toBe('NOT_FOUND')
    expect((await refused(saving(good, { document: { number: ' ', title: 'x' } }))).extensions.code).toBe(
      'INVALID_INPUT',
    )
    const fraction = await refused(saving([{ ...typed(rows[0], {}), amountMin: 1.5 }]))
    expect(fraction.extensions.code).toBe('INVALID_INPUT')
  })

  it('tells the second of two editors what the first has changed, row by row, and keeps all of hers unsaved', async () => {
    const { rows } = await sheetOf(api(), district, { year: 2026, asOf })
    const of = (amounts: number[], read = rows) => ({
      ...saving(amounts.map((amountMin, index) => typed(read[index], { amountMin }))),
      year: 2026,
    })
    const first = await save(garden, of([1, 2, 3]))
    expect(rowsIn(await refused(of([4, 5, 6])))).toMatchObject(
      [1, 2, 3].map((amountMin, index) => ({
        organizationId: rows[index]?.organization.id,
        reason: { key: 'CHANGED_MEANWHILE' },
        theirs: { amountMin, version: 1, id: first.rows[index]?.target?.id },
      })),
    )
    const second = await save(garden, of([1, 2, 7], first.rows))
    expect(second.rows.map(({ target }) => target?.version)).toEqual([1, 1, 2])
    const stale = rowsIn(await refused(of([1, 9, 9], first.rows)))
    expect(stale).toMatchObject([
      { organizationId: rows[2]?.organization.id, theirs: { amountMin: 7, version: 2 } },
    ])
    await save(garden, { ...saving([typed(second.rows[0], {})]), year: 2026 })
    const gone = rowsIn(await refused(of([8], second.rows)))
    expect(gone).toMatchObject([{ organizationId: rows[0]?.organization.id, theirs: null }])
  })

  it('takes ranges for several years, and years that have ended with a reason', async () => {
    const { rows } = await sheetOf(api(), district, { year: 2021, asOf, kind: 'RANGE' })
    const range = typed(rows[0], { amountMin: 5, amountMax: 6 })
    const facts = { year: 2021, yearTo: 2023, kind: 'RANGE', backfilled: true, reason: 'Ghi bù nghị quyết' }
    const sheet = await save(garden, saving([range], facts))
    expect(sheet.rows[0]?.target).toMatchObject({ amountMin: 5, amountMax: 6 })
    const later = await sheetOf(api(), district, { year: 2023, asOf, kind: 'RANGE' })
    expect(later.rows[0]?.target?.id).toBe(sheet.rows[0]?.target?.id)
  })

  it('takes what the unit sets for itself with its rows; what is assigned to it stands with its superior', async () => {
    const kind = 'RESOLUTION_AVERAGE'
    const facts = { year: 2026, asOf, kind }
    const { rows, ...before } = await sheetOf(api(), district, facts)
    expect(before).toMatchObject({ ownHere: true, ownTarget: null, assigned: null })
    const own = { organizationId: district.id, amountMin: 40 }
    const both = saving([own, typed(rows[0], { amountMin: 9 })], { year: 2026, yearTo: 2030, kind })
    const saved = await save(garden, both)
    expect(saved).toMatchObject({
      assigned: 40,
      allotted: 9,
      left: 31,
      ownTarget: { amountMin: 40, version: 1 },
    })
    expect(await sheetOf(api(), district, { ...facts, year: 2030 })).toMatchObject({
      ownTarget: saved.ownTarget,
    })
    expect(rowsIn(await refused(both))).toMatchObject([
      { organizationId: district.id, theirs: { amountMin: 40, version: 1 } },
      { organizationId: rows[0]?.organization.id },
    ])
    expect(await sheetOf(api(), district, { year: 2026, asOf })).toMatchObject({ ownHere: false })
    expect(rowsIn(await refused({ ...saving([own]), year: 2026 }))).toMatchObject([
      { organizationId: district.id, reason: { key: 'NOT_A_CHILD' } },
    ])
    expect(await sheetOf(api(), root, { year: 2026, asOf })).toMatchObject({ ownHere: true, ownTarget: null })
    const highest = await save(garden, {
      ...{ organizationId: root.id, year: 2026, asOf },
      rows: [{ organizationId: root.id, amountMin: 100 }],
    })
    expect(highest).toMatchObject({ assigned: 100, ownTarget: { amountMin: 100 } })
  })

  it('shows a year before anything is known, and refuses years and days that are none', async () => {
    const sheet = await sheetOf(api(), district, { year: 2030, asOf })
    expect(sheet).toMatchObject({ lastTo: null, membersOn: asOf })
    expect(sheet.rows[0]).toMatchObject({ lastAdmitted: null, lastCompletion: null })
    const query = `query ($id: ID!, $year: Int!, $asOf: Date!) { organization(id: $id) {
      targetWorksheet(year: $year, asOf: $asOf) { year } } }`
    const code = async (facts: object) =>
      (await api().refusal(query, { id: district.id, year: 2025, asOf, ...facts })).extensions.code
    expect(await code({ year: 1 })).toBe('INVALID_INPUT')
    expect(await code({ asOf: '2019-01-01' })).toBe('DATE_OUT_OF_RANGE')
  })
})
