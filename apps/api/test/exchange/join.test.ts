import { beforeAll, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import type { ImportLine } from '../../src/features/exchange/import-format.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { census, imported } from './census.js'
import { admission, balance, ceremony, founded, person } from './lines.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })
const ctx = () => createContext({ database: database(), clock })

/** The first installation: its commune J-500 went into another on 1 July 2025, so that the code was free again. */
const first: ImportLine[] = [
  founded('JA', 'PROVINCE'),
  founded('J-500', 'GRASSROOTS', 'JA', { name: 'Xã cũ' }),
  founded('J-501', 'GRASSROOTS', 'JA'),
  founded('J-500-C', 'CELL', 'J-500'),
  founded('J-501-C', 'CELL', 'J-501'),
  balance('J-500-C', '2020-12-31', 5),
  balance('J-501-C', '2020-12-31', 7),
  { type: 'reorganization', ref: 'ja-sx', organization: 'JA', on: '2025-07-01', title: 'Nhập xã' },
  {
    ...{ type: 'operation', reorganization: 'ja-sx', kind: 'MERGE' },
    ...{ units: [{ code: 'J-500' }], successors: [{ unit: { code: 'J-501' } }] },
  } as ImportLine,
  {
    ...{ type: 'operation', reorganization: 'ja-sx', kind: 'MERGE' },
    ...{ units: [{ code: 'J-500-C' }], successors: [{ unit: { code: 'J-501-C' } }] },
  } as ImportLine,
]

/** The second one: its commune carried J-777 until the reform gave it the code that the first had until then. */
const second = (from: string): ImportLine[] => [
  founded('JB', 'PROVINCE'),
  founded('J-777', 'GRASSROOTS', 'JB', { name: 'Xã khác' }),
  founded('J-777-C', 'CELL', 'J-777'),
  balance('J-777-C', '2020-12-31', 11),
  { type: 'rename', organization: 'J-777', on: from, name: 'Xã mới', code: 'J-500' },
  { type: 'rename', organization: 'J-777-C', on: from, name: 'Chi bộ mới', code: 'J-500-C' },
  person('j-1'),
  admission('j-1', 'J-777-C', '2024-03-01'),
  ceremony('j-1', 'J-777-C', '2024-03-10'),
  person('j-2', { fullName: 'Lê Văn Thử', birthDate: '1999-09-09' }),
  admission('j-2', 'J-500-C', '2025-08-01'),
]

async function shown(code: string, at: string): Promise<unknown[]> {
  const query = `query ($code: String!, $at: Date, $input: FiguresInput!) { organization(code: $code, at: $at) {
    name ancestors { code } figures(input: $input) { numerator } } }`
  const input = { from: `${at.slice(0, 4)}-01-01`, asOf: at, indicators: ['members', 'admitted'] }
  type Shown = { name: string; ancestors: Array<{ code: string }>; figures: Array<{ numerator: number }> }
  const { organization } = await api().data<{ organization: Shown }>(query, { code, at, input })
  const { name, ancestors, figures } = organization
  return [name, ancestors[0]?.code, ...figures.map(({ numerator }) => numerator)]
}

beforeAll(async () => {
  await imported(ctx(), first)
})

it('joins a second installation whose codes were another’s before: a code means something only with a date', async () => {
  const before = await census(ctx())
  const batch = await imported(ctx(), second('2025-07-01'))
  expect(await shown('J-500', '2025-06-30')).toEqual(['Xã cũ', 'JA', 5, 0])
  expect(await shown('J-500', '2025-07-01')).toEqual(['Xã mới', 'JB', 12, 0])
  expect(await shown('J-500-C', '2025-12-31')).toEqual(['Chi bộ mới', 'JB', 13, 1])
  expect(await shown('J-777', '2024-12-31')).toEqual(['Xã khác', 'JB', 12, 1])
  expect(await shown('J-501', '2025-07-01')).toEqual(['Đơn vị J-501', 'JA', 12, 0])
  expect(await verify(ctx())).toEqual([])

  const joined = await imported(ctx(), [
    { type: 'reorganization', ref: 'j-sx', organization: 'JA', on: '2026-01-01', title: 'Hợp nhất tỉnh' },
    {
      ...{ type: 'operation', reorganization: 'j-sx', kind: 'MERGE' },
      units: [{ code: 'JA' }, { code: 'JB' }],
      successors: [
        { newUnit: { ref: 'JC', code: 'JC', name: 'Tỉnh chung', tier: 'PROVINCE', kind: 'PROVINCE' } },
      ],
    } as ImportLine,
  ])
  expect(await shown('JC', '2026-01-01')).toEqual(['Tỉnh chung', undefined, 25, 0])
  expect(await shown('J-500', '2026-01-01')).toEqual(['Xã mới', 'JC', 13, 0])
  expect(await verify(ctx())).toEqual([])

  await undoImport(ctx(), joined)
  await undoImport(ctx(), batch)
  expect(await census(ctx())).toEqual(before)
  expect(await shown('J-500', '2025-06-30')).toEqual(['Xã cũ', 'JA', 5, 0])
})

it('refuses codes that both have on a day, line by line, and writes nothing', async () => {
  const before = await census(ctx())
  const { errors } = await importLines(ctx(), second('2024-01-01'), { source: 'join' })
  const told = errors.filter(({ code }) => code === 'CONFLICT').map(({ line }) => line)
  expect(told).toEqual([5, 6])
  expect(await census(ctx())).toEqual(before)
})
