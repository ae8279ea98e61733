import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { declaredClosing } from '../../src/features/declared/declared-figure.service.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { statementsOf } from '../statements.js'
import { stored } from '../stored.js'

const database = useDatabase()
const clock = new FixedClock('2026-11-21')
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

const admitted = (unit: Unit, facts: Record<string, unknown> = {}) => ({
  organizationId: unit.id,
  indicator: 'admitted',
  from: '2024-01-01',
  asOf: '2024-11-15',
  count: 220,
  ...facts,
})
const members = (unit: Unit, asOf: string, count: number, facts: Record<string, unknown> = {}) => ({
  organizationId: unit.id,
  indicator: 'members',
  asOf,
  count,
  ...facts,
})
const share = (unit: Unit, printedPercentage: string | null, facts: Record<string, unknown> = {}) =>
  admitted(unit, { indicator: 'femaleShare', count: null, printedPercentage, ...facts })

interface Declared {
  id: string
  version: number
  indicator: string
  asOf: string
  count: number | null
  recorded: { value: number | null; text: string }
  difference: number | null
  correctedOn: string | null
}

const LIST = `query ($id: ID!, $at: Date, $from: Date, $asOf: Date!) { organization(id: $id, at: $at) {
  declaredFigures(from: $from, asOf: $asOf) { id version indicator from asOf count qualifier printedPercentage note
    correctedOn correctionReason document { number } recorded { numerator denominator value text } difference } } }`

async function declared(unit: Unit, asOf = '2026-11-21', from: string | null = null): Promise<Declared[]> {
  const variables = { id: unit.id, at: asOf, from, asOf }
  const data = await api().data<{ organization: { declaredFigures: Declared[] } }>(LIST, variables)
  return data.organization.declaredFigures
}

describe('declaring a figure', () => {
  it('is refused with indicators, days, counts, percentages and ids that cannot be', async () => {
    const cases: Array<[Record<string, unknown>, Record<string, unknown>]> = [
      [admitted(units.k, { indicator: 'wishes' }), { code: 'INVALID_INPUT', fields: { indicator: expect.any(String) as string } }],
      [admitted(units.k, { indicator: 'yearsSinceLastAdmission' }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { asOf: '2026-11-22' }), { code: 'INVALID_INPUT', fields: { asOf: expect.any(String) as string } }],
      [admitted(units.k, { asOf: '9999-12-31' }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { asOf: '2023-12-31' }), { code: 'INVALID_INPUT', fields: { asOf: expect.any(String) as string } }],
      [admitted(units.k, { from: null }), { code: 'INVALID_INPUT', fields: { from: expect.any(String) as string } }],
      [members(units.k, '2024-01-01', 9, { from: '2024-01-01' }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { count: -1 }), { code: 'INVALID_INPUT', fields: { count: expect.any(String) as string } }],
      [admitted(units.k, { count: 2.5 }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { count: 10_000_001 }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { count: null }), { code: 'INVALID_INPUT', fields: { count: expect.any(String) as string } }],
      [admitted(units.k, { printedPercentage: '56' }), { code: 'INVALID_INPUT' }],
      [share(units.k, null), { code: 'INVALID_INPUT', fields: { printedPercentage: expect.any(String) as string } }],
      [share(units.k, '56 %'), { code: 'INVALID_INPUT' }],
      [share(units.k, '-3'), { code: 'INVALID_INPUT' }],
      [share(units.k, 'hơn nửa'), { code: 'INVALID_INPUT' }],
      [share(units.k, '56', { count: -1 }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { qualifier: 'ALMOST' }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { note: 'x'.repeat(2_001) }), { code: 'INVALID_INPUT' }],
      [admitted(units.k, { organizationId: 'x' }), { code: 'NOT_FOUND' }],
      [admitted(units.k, { documentId: 'x' }), { code: 'NOT_FOUND' }],
      [members(units.k, '2019-12-31', 9), { code: 'DATE_OUT_OF_RANGE', since: '2020-01-01' }],
      [admitted(units.k, { from: '2019-12-31' }), { code: 'DATE_OUT_OF_RANGE', since: '2020-01-01' }],
    ] // prettier-ignore
    for (const [input, expected] of cases)
      expect(await refused('declareFigure', input), JSON.stringify(input)).toMatchObject(expected)
  })

  it('is refused after the end of the unit, and its figures from before stay', async () => {
    const unit = await garden.unit('Xã kết thúc', 'GRASSROOTS', units.a)
    await garden.act('declareFigure', members(unit, '2023-06-30', 40))
    await garden.act('declareFigure', members(unit, '2024-06-30', 41))
    const ended = { ...unit, effectiveOn: '2024-01-01' }
    await garden.act('dissolveOrganization', ended)
    expect(await refused('declareFigure', members(unit, '2024-01-01', 9))).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
      until: '2023-12-31',
    })
    const [figure] = await declared(unit, '2023-12-31')
    expect(figure).toMatchObject({ asOf: '2023-06-30', count: 40, difference: 40 })
    const late = { id: unit.id, at: '2023-12-31', asOf: '2024-12-31' }
    const data = await api().data<{ organization: { declaredFigures: Declared[] } }>(LIST, late)
    expect(data.organization.declaredFigures[0]).toMatchObject({
      count: 41,
      recorded: { value: null, text: '–' },
      difference: null,
    })
  })

  it('of the same document is done once; another document may say otherwise', async () => {
    const article = { organizationId: units.l.id, number: 'Bài báo', title: 'Bài báo' }
    const { id: documentId } = await garden.act<{ id: string }>('createDocument', article, 'id')
    await garden.act('declareFigure', admitted(units.l))
    expect(await refused('declareFigure', admitted(units.l, { count: 221 }))).toMatchObject({
      code: 'CONFLICT',
    })
    await garden.act('declareFigure', admitted(units.l, { count: 221, documentId }))
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        api().ask('mutation ($input: DeclareFigureInput!) { declareFigure(input: $input) { id } }', {
          input: members(units.l, '2024-11-15', 5),
        }),
      ),
    )
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })
})

describe('a declared figure', () => {
  it('stands beside the recorded one with the difference, and changes no other figure', async () => {
    const cell = await garden.unit('Chi bộ công bố', 'CELL', units.k)
    await garden.opening(cell, 10)
    for (const day of ['2024-02-01', '2024-03-01', '2024-12-01']) await garden.admit(cell, day)
    await garden.admit(cell, '2024-04-01', { person: { female: false } })
    const question = {
      from: '2024-01-01',
      asOf: '2024-11-15',
      indicators: ['admitted', 'members', 'femaleShare'],
    }
    const before = await garden.answers(cell, question)
    await garden.act('declareFigure', admitted(cell, { count: 5, qualifier: 'MORE_THAN' }))
    await garden.act('declareFigure', members(cell, '2024-11-15', 13))
    await garden.act('declareFigure', share(cell, '66,6'))
    await garden.act('declareFigure', share(cell, '66', { asOf: '2024-11-16' }))
    await garden.act(
      'declareFigure',
      admitted(cell, { indicator: 'completion', count: null, printedPercentage: '80' }),
    )
    const rows = await declared(cell)
    const shown = rows.map(({ indicator, recorded, difference }) => [indicator, recorded.text, difference])
    expect(shown).toEqual([
      ['femaleShare', '67\u00a0%', -1],
      ['admitted', '3', 2],
      ['members', '13', 0],
      ['femaleShare', '66,7\u00a0%', -0.1],
      ['completion', '–', null],
    ])
    expect(rows[1]).toMatchObject({ count: 5, qualifier: 'MORE_THAN', from: '2024-01-01', document: null })
    expect(await garden.answers(cell, question)).toEqual(before)
  })

  it('is rounded as the unit prints, with as many decimals as were printed', async () => {
    const unit = await garden.unit('Xã cắt số', 'GRASSROOTS', units.b)
    const cell = await garden.unit('Chi bộ cắt số', 'CELL', unit)
    for (const day of ['2024-02-01', '2024-03-01']) await garden.admit(cell, day)
    await garden.admit(cell, '2024-04-01', { person: { female: false } })
    const rounding = { mode: 'TRUNCATE', decimals: 1 }
    await garden.act('setRounding', { ...(await garden.now(unit)), rounding })
    await garden.act('declareFigure', share(unit, '66'))
    await garden.act('declareFigure', share(unit, '66,66', { asOf: '2024-11-16' }))
    const differences = (await declared(unit)).map(({ recorded, difference }) => [recorded.value, difference])
    expect(differences).toEqual([
      [66.66, 0],
      [66, 0],
    ])
  })

  it('is listed by its last day, and refused to be asked backwards', async () => {
    const unit = await garden.unit('Xã theo kỳ', 'GRASSROOTS', units.b)
    await garden.act('declareFigure', admitted(unit, { from: '2021-01-01', asOf: '2023-12-31', count: 428 }))
    await garden.act('declareFigure', admitted(unit))
    const asOf = async (from: string | null, to: string) =>
      (await declared(unit, to, from)).map((row) => row.asOf)
    expect(await asOf(null, '2024-11-14')).toEqual(['2023-12-31'])
    expect(await asOf('2024-01-01', '2024-11-15')).toEqual(['2024-11-15'])
    expect(await asOf('2023-12-31', '2024-11-15')).toEqual(['2024-11-15', '2023-12-31'])
    const backwards = { id: unit.id, from: '2024-01-02', asOf: '2024-01-01' }
    expect((await api().refusal(LIST, backwards)).extensions.code).toBe('INVALID_INPUT')
  })

  it('costs no more statements for more figures of the same days', async () => {
    const unit = await garden.unit('Xã nhiều số liệu', 'GRASSROOTS', units.b)
    const counted = async () => (await statementsOf(database(), () => declared(unit))).length
    await garden.act('declareFigure', admitted(unit))
    await garden.act('declareFigure', members(unit, '2024-11-15', 5))
    const few = await counted()
    for (const indicator of ['newlyAdmitted', 'readmitted', 'admittedFemale', 'recognized'])
      await garden.act('declareFigure', admitted(unit, { indicator }))
    expect(await counted()).toBe(few)
  })
})

describe('correcting a declared figure', () => {
  it('is refused without a reason, for an unknown one and with another version', async () => {
    const figure = await garden.act('declareFigure', members(units.m, '2024-01-01', 7))
    const correction = { ...figure, reason: 'In sai' }
    expect(await refused('correctDeclaredFigure', { ...correction, reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('correctDeclaredFigure', { ...correction, id: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await refused('correctDeclaredFigure', { ...correction, version: 2 })).toMatchObject({
      code: 'CONFLICT',
      actualVersion: 1,
    })
  })

  it('keeps it on record with the reason, once; the same may then be declared anew', async () => {
    const closing = async () => {
      const ctx = createContext({ database: database(), clock })
      return declaredClosing(ctx, await findOrganization(ctx, units.m.id), '2024-06-30')
    }
    expect(await closing()).toBeNull()
    await garden.act('declareFigure', members(units.m, '2024-06-30', 7))
    const [figure] = await declared(units.m)
    expect(await closing()).toBe(7)
    const correction = { id: figure?.id, version: figure?.version, reason: 'In sai' }
    const selection = 'version correctedOn correctionReason'
    expect(await garden.act('correctDeclaredFigure', correction, selection)).toEqual({
      version: 2,
      correctedOn: '2026-11-21',
      correctionReason: 'In sai',
    })
    expect(await refused('correctDeclaredFigure', { ...correction, version: 2 })).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await closing()).toBeNull()
    await garden.act('declareFigure', members(units.m, '2024-06-30', 8))
    await garden.act('declareFigure', members(units.m, '2024-06-29', 9, { qualifier: 'ABOUT' }))
    expect(await closing()).toBe(8)
    expect((await declared(units.m)).map(({ count, correctedOn }) => [count, correctedOn])).toEqual([
      [7, '2026-11-21'],
      [8, null],
      [9, null],
      [7, null],
    ])
  })
})
