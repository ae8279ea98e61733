import { beforeAll, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { statementsOf } from '../statements.js'
import { imported } from '../exchange/census.js'
import { founded } from '../exchange/lines.js'
import { save, SHEET, sheetOf, typed, type Sheet } from '../worksheet/sheet.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2024-11-15') })
const asked = { year: 2025, asOf: '2024-11-15' }
const nine = Array.from({ length: 9 }, (_, index) => index)

let garden: Garden
let district: Unit

beforeAll(async () => {
  garden = new Garden(api())
  const root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  district = await garden.unit('Huyện', 'DISTRICT', root)
  for (const index of nine) await garden.unit(`Xã ${index}`, 'GRASSROOTS', district)
})

const saveDocument = `mutation ($input: SaveWorksheetInput!) { saveTargetWorksheet(input: $input) { ${SHEET} } }`

const send = (rows: unknown[]) =>
  api().ask<{ saveTargetWorksheet: Sheet }>(saveDocument, {
    input: { organizationId: district.id, ...asked, rows },
  })

/** Reads, adds one to a row, saves; whoever is told of a change reads again. Answers how often that was. */
async function addOne(row: number): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sheetOf(api(), district, asked)
    const { body } = await send([typed(rows[row], { amountMin: (rows[row]?.target?.amountMin ?? 0) + 1 })])
    if (!body.errors) return tries
    expect(body.errors[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'CHANGED_MEANWHILE' },
    })
  }
  throw new Error('never saved')
}

it('nine editors of one worksheet lose no target: on the same row each addition counts', async () => {
  const turns = [0, 1, 2]
  await Promise.all(
    nine.map(async () => {
      for (const _turn of turns) await addOne(0)
    }),
  )
  const { rows } = await sheetOf(api(), district, asked)
  expect(rows[0]?.target).toMatchObject({ amountMin: 27, version: 27 })
  const [stored] = (await database().reader.query('SELECT COUNT(*) AS count FROM target_revision')) as Array<{
    count: number
  }>
  expect(Number(stored?.count)).toBe(27)
})

it('nine editors of rows of their own are never in each other’s way', async () => {
  const { rows } = await sheetOf(api(), district, asked)
  const answers = await Promise.all(
    nine.map((index) => send([typed(rows[index], { amountMin: 100 + index })])),
  )
  expect(answers.flatMap(({ body }) => body.errors ?? [])).toEqual([])
  const after = await sheetOf(api(), district, asked)
  expect(after.rows.map(({ target }) => target?.amountMin)).toEqual(nine.map((index) => 100 + index))
})

it('of nine who save the whole sheet at once, one does and eight are told of every row', async () => {
  const { rows } = await sheetOf(api(), district, asked)
  const answers = await Promise.all(
    nine.map((who) => send(rows.map((row) => typed(row, { amountMin: who + 1 })))),
  )
  const refusals = answers.flatMap(({ body }) => body.errors ?? [])
  expect(refusals).toHaveLength(8)
  for (const { extensions } of refusals) expect(extensions['rows']).toHaveLength(9)
  const { rows: now } = await sheetOf(api(), district, asked)
  expect(new Set(now.map(({ target }) => target?.amountMin)).size).toBe(1)
})

it('a thousand rows are read with the same statements as nine, and saved at once', async () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `LON-${String(index).padStart(4, '0')}`)
  const lines = [
    founded('LON', 'PROVINCE'),
    founded('LON-D', 'DISTRICT', 'LON'),
    ...names.map((code) => founded(code, 'GRASSROOTS', 'LON-D')),
  ]
  await imported(createContext({ database: database() }), lines)
  const { organization: big } = await api().data<{ organization: Unit }>(
    'query { organization(code: "LON-D", at: "2024-11-15") { id version } }',
  )
  const { rows } = await sheetOf(api(), big, asked)
  expect(rows).toHaveLength(1_000)
  const few = await statementsOf(database(), () => sheetOf(api(), district, asked))
  expect(await statementsOf(database(), () => sheetOf(api(), big, asked))).toHaveLength(few.length)
  const sheet = await save(garden, {
    ...{ organizationId: big.id, ...asked },
    rows: rows.map((row, index) => typed(row, { amountMin: index % 7, note: 'Theo kế hoạch năm' })),
  })
  expect(sheet.unitsDone).toBe(1_000)
  expect(sheet.allotted).toBe(rows.reduce((sum, _row, index) => sum + (index % 7), 0))
}, 120_000)
