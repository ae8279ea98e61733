import { expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { stored } from '../stored.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })
const ctx = () => createContext({ database: database(), clock })

const unit = (code: string, tier: string, parent: string | undefined, on = '2020-01-01') => ({
  type: 'establish',
  ...{ code, name: `Đơn vị ${code}`, tier, kind: tier === 'PROVINCE' ? 'PROVINCE' : 'COMMUNE', on },
  ...(parent === undefined ? {} : { parent }),
})

/** An installation whose two communes became one on 1 July 2025; its new unit took over the code of the first. */
const history = (p: string) => [
  unit(p, 'PROVINCE', undefined),
  unit(`${p}-D`, 'DISTRICT', p),
  unit(`${p}-1`, 'GRASSROOTS', `${p}-D`),
  unit(`${p}-2`, 'GRASSROOTS', `${p}-D`),
  unit(`${p}-1-C`, 'CELL', `${p}-1`),
  unit(`${p}-2-C`, 'CELL', `${p}-2`),
  { type: 'openingBalance', organization: `${p}-1-C`, on: '2020-12-31', members: 4, probationaryMembers: 0 },
  { type: 'openingBalance', organization: `${p}-2-C`, on: '2020-12-31', members: 3, probationaryMembers: 0 },
  {
    type: 'person',
    ...{ ref: `${p}-vd-1`, fullName: 'Lê Thị Mẫu', birthDate: '1999-01-01', female: true, ethnicity: '01' },
  },
  { type: 'admission', person: `${p}-vd-1`, organization: `${p}-2-C`, on: '2025-03-01', youthUnion: true },
  { type: 'ceremony', person: `${p}-vd-1`, organization: `${p}-1-C`, on: '2025-08-01' },
  { type: 'reorganization', ref: `${p}-sx`, organization: p, on: '2025-07-01', title: 'Sắp xếp cấp xã' },
  {
    type: 'operation',
    reorganization: `${p}-sx`,
    kind: 'MERGE',
    units: [{ code: `${p}-1` }, { code: `${p}-2` }],
    successors: [
      {
        newUnit: {
          ...{ ref: 'moi', code: `${p}-1`, name: 'Xã mới', tier: 'SUPERIOR_COMMUNE', kind: 'COMMUNE' },
          parent: { code: p },
        },
      },
    ],
  },
  {
    type: 'operation',
    reorganization: `${p}-sx`,
    kind: 'MERGE',
    units: [{ code: `${p}-2-C` }],
    successors: [{ unit: { code: `${p}-1-C` } }],
  },
  {
    type: 'operation',
    reorganization: `${p}-sx`,
    kind: 'DISSOLVE',
    units: [{ code: `${p}-D` }],
    reason: 'INSTITUTION_ABOLISHED',
  },
  unit(`${p}-N`, 'CELL', `${p}-1`, '2025-09-01'),
]

const members = async (code: string, asOf: string) => {
  const query = `query ($code: String!, $at: Date, $input: FiguresInput!) { organization(code: $code, at: $at) {
    name figures(input: $input) { numerator } } }`
  const input = { from: `${asOf.slice(0, 4)}-01-01`, asOf, indicators: ['members'], perimeter: 'RECORDED' }
  const { organization } = await api().data<{
    organization: { name: string; figures: Array<{ numerator: number }> }
  }>(query, { code, at: asOf, input })
  return [organization.name, organization.figures[0]?.numerator]
}

it('a history with its reorganization comes in on its day, and goes out again', async () => {
  const before = await stored(database())
  const report = await importLines(ctx(), history('QN'), { source: 'a' })
  expect(report.errors).toEqual([])
  expect(await members('QN-1', '2025-06-30')).toEqual(['Đơn vị QN-1', 4])
  expect(await members('QN-1', '2025-07-01')).toEqual(['Xã mới', 8])
  expect(await members('QN-1-C', '2025-07-01')).toEqual(['Đơn vị QN-1-C', 8])
  expect(await verify(ctx())).toEqual([])
  await undoImport(ctx(), report.batch ?? '')
  const kept = { import_batch: 0, profile: 0, stamp: 0, 'changes of the tree': 0 }
  expect({ ...(await stored(database())), ...kept }).toEqual({ ...before, ...kept })
})

it('two installations with the same codes at different times are joined', async () => {
  expect((await importLines(ctx(), history('DN'), { source: 'b' })).errors).toEqual([])
  const other = [
    unit('TT', 'PROVINCE', undefined, '2025-07-01'),
    { ...unit('DN-2', 'SUPERIOR_COMMUNE', 'TT', '2025-07-01'), name: 'Xã của tỉnh khác' },
  ]
  expect((await importLines(ctx(), other, { source: 'c' })).errors).toEqual([])
  expect((await members('DN-2', '2025-06-30'))[0]).toBe('Đơn vị DN-2')
  expect((await members('DN-2', '2025-07-01'))[0]).toBe('Xã của tỉnh khác')
  const taken = [{ ...unit('DN-2', 'SUPERIOR_COMMUNE', 'TT', '2025-12-01'), name: 'Trùng' }]
  expect((await importLines(ctx(), taken, { source: 'd' })).errors).toMatchObject([
    { line: 1, code: 'CONFLICT' },
  ])
})

it('what is wrong is told at its line, and nothing is stored', async () => {
  const lines = history('HN')
  const wrong = lines.map((line) =>
    'kind' in line && line.kind === 'DISSOLVE' ? { ...line, units: [{ code: 'nobody' }] } : line,
  )
  const before = await stored(database())
  const at = lines.findIndex((line) => 'kind' in line && line.kind === 'DISSOLVE') + 1
  expect((await importLines(ctx(), wrong, { source: 'e' })).errors).toMatchObject([
    { line: at, code: 'INVALID_INPUT' },
  ])
  const twice = [
    ...lines,
    { type: 'operation', reorganization: 'HN-sx', kind: 'RENAME', units: [{ code: 'HN-2' }], name: 'X' },
  ]
  expect((await importLines(ctx(), twice, { source: 'f' })).errors).toMatchObject([
    { line: twice.length, code: 'CONFLICT' },
  ])
  const stray = [
    { type: 'operation', reorganization: 'nobody', kind: 'RENAME', units: [{ code: 'x' }], name: 'X' },
  ]
  expect((await importLines(ctx(), stray, { source: 'g' })).errors).toMatchObject([
    { line: 1, code: 'CONFLICT' },
  ])
  expect(await stored(database())).toEqual(before)
})
