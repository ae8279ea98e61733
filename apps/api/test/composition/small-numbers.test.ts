import { graphql, type GraphQLSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { writeSettings } from '../../src/features/installation/installation.service.js'
import { groupBy } from '../../src/group-by.js'
import { accessOf } from '../../src/policy/access.js'
import { buildApiSchema } from '../../src/schema.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { crossTab, peopleQuery, tabQuery, type Tab } from './cross-tab.js'

const database = useDatabase()
const clock = new FixedClock('2026-11-21')
const api = useApi(database, { clock })
const year = { from: '2024-01-01', asOf: '2024-12-31', indicator: 'admitted' }
const HIDDEN = '•'

let schema: GraphQLSchema
let units: Awaited<ReturnType<Garden['province']>>

/** Admitted in K: four teachers and a farmer, all women, five girls and two boys of a school. */
beforeAll(async () => {
  schema = await buildApiSchema()
  const garden = new Garden(api())
  units = await garden.province()
  const admit = async (count: number, occupation: string, female: boolean) => {
    for (let index = 0; index < count; index += 1)
      await garden.admit(units.k1, '2024-03-10', { person: { female }, occupation })
  }
  await admit(4, 'TEACHER', true)
  await admit(1, 'FARMER', true)
  await admit(5, 'PUPIL', true)
  await admit(2, 'PUPIL', false)
})

/** Asks as someone who may see figures, but no persons. */
async function ask(source: string, variableValues: Record<string, unknown>) {
  const access = accessOf([{ role: 'VIEWER', organization: 0, tier: 'INSTALLATION' }])
  const contextValue = createContext({ database: database(), clock, access })
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
  return { data: data as { organization: { crossTab: Tab } } | null, error: errors?.[0]?.originalError }
}

async function seen(unit: Unit, input: Record<string, unknown>): Promise<Tab> {
  const { data, error } = await ask(tabQuery, { id: unit.id, at: year.asOf, input: { ...year, ...input } })
  if (!data) throw new Error(error?.message)
  return data.organization.crossTab
}

const texts = ({ rows }: Tab) => Object.fromEntries(rows.map(({ code, total }) => [code, total.text]))
const set = (smallNumber: string | null) =>
  writeSettings(createContext({ database: database() }), { smallNumber })

const occupations = { rows: 'OCCUPATION' }

describe('someone who may see figures only', () => {
  it('is refused the people behind a number', async () => {
    const filter = { ...year, conditions: [{ dimension: 'OCCUPATION', category: 'FARMER' }] }
    const { data, error } = await ask(peopleQuery, { id: units.a.id, at: year.asOf, filter })
    expect(data?.organization ?? null).toBeNull()
    expect(error).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('sees no 1 or 2, and not the number next to it that would tell', async () => {
    const tab = await seen(units.a, occupations)
    expect(texts(tab)).toMatchObject({ FARMER: '<\u00a03', TEACHER: HIDDEN, PUPIL: '7', WORKER: '0' })
    expect([tab.total.count, tab.total.text]).toEqual([12, '12'])
  })

  it('gets neither the number nor its share, nor an average', async () => {
    const { cells } = await seen(units.a, occupations)
    for (const code of ['FARMER', 'TEACHER']) {
      const cell = cells.find(({ row }) => row === code)
      expect(cell?.count, code).toBeNull()
      expect(cell?.share, code).toEqual({ numerator: null, denominator: null, text: '–' })
    }
    const pupils = cells.find(({ row }) => row === 'PUPIL')
    expect(pupils?.share).toMatchObject({ numerator: 7, denominator: 12 })
    expect((await seen(units.a, { rows: 'AGE_BAND' })).average).toBeNull()
  })

  it('finds in no row and no column of two attributes one number alone missing', async () => {
    const tab = await seen(units.a, { rows: 'OCCUPATION', columns: 'SEX' })
    const covered = [
      ...tab.cells,
      ...tab.rows.map(({ total }) => total),
      ...tab.columns.map(({ total }) => total),
    ]
      .concat(tab.total)
      .filter(({ count }) => count === null)
    const at = (row: string, column: string) =>
      tab.cells.find((cell) => cell.row === row && cell.column === column)
    expect(at('FARMER', 'FEMALE')?.text).toBe('<\u00a03')
    expect(at('PUPIL', 'MALE')?.text).toBe('<\u00a03')
    for (const side of ['row', 'column'] as const) {
      const lines = groupBy(covered, (cell) => cell[side])
      for (const [line, cells] of lines) expect(cells.length, `${side} ${line}`).toBeGreaterThan(1)
    }
  })

  it('sees every number where the setting says so, and fewer where it asks for more', async () => {
    await set('0')
    const open = await seen(units.a, occupations)
    expect(texts(open)).toMatchObject({ FARMER: '1', TEACHER: '4', PUPIL: '7' })
    await set('5')
    const closed = await seen(units.a, occupations)
    expect(texts(closed)).toMatchObject({ FARMER: '<\u00a05', TEACHER: '<\u00a05', PUPIL: '7' })
    await set(null)
    expect(texts(await seen(units.a, occupations))).toMatchObject({ FARMER: '<\u00a03' })
  })
})

describe('someone who may see persons', () => {
  it('sees every number', async () => {
    const tab = await crossTab(api(), units.a, { ...year, ...occupations })
    expect(texts(tab)).toMatchObject({ FARMER: '1', TEACHER: '4', PUPIL: '7' })
  })
})
