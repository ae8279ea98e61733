import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { commands } from '../../src/cli/commands.js'
import { dispatch } from '../../src/cli/dispatch.js'
import { openDatabase } from '../../src/database/data-source.js'
import { MERGERS } from '../../src/demo/data/mergers.js'
import { emptyDatabase, type EmptyDatabase } from '../database.js'
import { balance, founded } from '../exchange/lines.js'
import { stored } from '../stored.js'

let empty: EmptyDatabase
let folder: string
let mapping: string

/** What the communes of Bình Thuận became on 1 July 2025: old code, new code, new name, extent. */
const rows = MERGERS.split('\n').flatMap((line) => {
  const [province, old = '', fresh = '', name = '', extent = ''] = line.split('|')
  return province === '60' ? [{ old, fresh, name, extent }] : []
})
const communes = [...new Set(rows.map(({ old }) => old))]
const became = new Set(rows.map(({ fresh }) => fresh))
const divided = communes.filter((code) => rows.some(({ old, extent }) => old === code && extent === 'P'))
const members = 4 * communes.length

async function seedbed(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = []
  const error: string[] = []
  const io = { out: (text: string) => void out.push(text), error: (text: string) => void error.push(text) }
  const code = await dispatch(commands, argv, io)
  return { code, out: out.join('\n'), error: error.join('\n') }
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

async function rowsStored() {
  const database = await openDatabase(empty.config, { poolSize: 1 })
  const found = await stored(database)
  await database.close()
  return found
}

async function membersOf(code: string, asOf: string): Promise<string> {
  const asked = ['--from', '2025-01-01', '--as-of', asOf, '--indicators', 'members', '--json']
  const { out, error } = await seedbed('figures', '--code', code, ...asked)
  return error === '' ? String((JSON.parse(out) as [{ numerator: number }])[0].numerator) : error
}

beforeAll(async () => {
  empty = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'seedbed-reorganize-'))
  const { config } = empty
  vi.stubEnv('DATABASE_URL', config.dialect === 'mysql' ? config.url : '')
  vi.stubEnv('SEEDBED_DATA_DIR', config.dialect === 'sqlite' ? dirname(config.file) : folder)
  await seedbed('migrate')
  const lines = [
    founded('60', 'PROVINCE', undefined, { name: 'Tỉnh Bình Thuận' }),
    ...['H1', 'H2'].map((code) => founded(code, 'DISTRICT', '60', { kind: 'DISTRICT' })),
    ...communes.flatMap((code, index) => [
      founded(code, 'GRASSROOTS', index % 2 === 0 ? 'H1' : 'H2'),
      ...['A', 'B'].flatMap((cell) => [
        founded(`${code}-${cell}`, 'CELL', code),
        balance(`${code}-${cell}`, '2020-12-31', 2),
      ]),
    ]),
  ]
  const tree = await fileOf('tree.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
  expect(await seedbed('import', '--file', tree)).toMatchObject({ code: 0, error: '' })
  const table = rows.map(({ old, fresh, name, extent }) =>
    [old, fresh, name, extent === 'P' ? 'Nhập một phần' : 'Nhập toàn bộ'].join(','),
  )
  mapping = await fileOf('mapping.csv', `old_code,new_code,new_name,extent\r\n${table.join('\r\n')}\r\n`)
}, 240_000)

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
  await empty.drop()
})

describe('a reorganization on the command line', () => {
  const reform = (file: string, on = '2025-07-01') => [
    ...['reorganize', '--file', file, '--organization', '60', '--on', on],
    ...['--into', '68:PROVINCE:Tỉnh Lâm Đồng', '--end-superiors'],
  ]

  it.each([
    [],
    ['--list', '--undo', 'x'],
    ['--file', 'x', '--apply', '--draft', '--organization', '60', '--on', '2025-07-01', '--parent', '60'],
    ['--file', 'x', '--on', '2025-07-01', '--parent', '60'],
    ['--file', 'x', '--organization', '60', '--parent', '60'],
    ['--file', 'x', '--organization', '60', '--on', '2025-02-30', '--parent', '60'],
    ['--file', 'x', '--organization', '60', '--on', '2025-07-01', '--into', 'nothing'],
    ['--file', 'x', '--organization', '60', '--on', '2025-07-01'],
  ])('answers %j with 2 and how it is called', async (...args) => {
    const { code, out, error } = await seedbed('reorganize', ...args.flat())
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain('\nUsage: reorganize')
  })

  it('refuses files and days that cannot be, and writes nothing', async () => {
    const before = await rowsStored()
    const strange = await fileOf('strange.csv', 'old_code,new_code,new_name\n99999,1,Xã Mới\n')
    const refusals = [
      await seedbed(...reform(join(folder, 'none'))),
      await seedbed(...reform(strange)),
      await seedbed(...reform(await fileOf('empty.csv', ''))),
      await seedbed(...reform(mapping, '2019-01-01')),
      await seedbed(...reform(mapping), '--apply'),
      await seedbed('reorganize', '--undo', 'x'),
      await seedbed('reorganize', '--carry', 'x'),
    ]
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 1))
    for (const { error } of refusals) expect(error).not.toBe('')
    expect(await rowsStored()).toEqual(before)
    expect((await seedbed('reorganize', '--list')).out).toBe('No reorganizations.')
  })

  it('rehearses a whole province: what waits for a hand first, then all of it, and writes nothing', async () => {
    const before = await rowsStored()
    const waiting = await seedbed(...reform(mapping))
    expect(waiting.code).toBe(1)
    expect(waiting.error.split('\n')).toHaveLength(1)
    expect(waiting.error).toContain('the split says nothing of')
    const ready = await seedbed(...reform(mapping), '--rest-to-principal')
    expect(ready).toMatchObject({ code: 0, error: '' })
    expect(ready.out).toContain(`members ${members} -> ${members}`)
    expect(ready.out).toContain(`cells   ${2 * communes.length} -> ${2 * communes.length}`)
    expect(ready.out).toMatch(/Rehearsed: nothing was written/u)
    expect(await rowsStored()).toEqual(before)
  })

  it('keeps a draft, rehearses it, carries it out once, and undoes it once: everything is as before', async () => {
    const before = await rowsStored()
    const drafted = await seedbed(
      ...reform(mapping),
      ...['--rest-to-principal', '--draft', '--title', 'Hợp nhất', '--decision', '1671/NQ-UBTVQH15'],
    )
    const id = /^Draft (\S+)$/u.exec(drafted.out)?.[1] ?? ''
    expect((await seedbed('reorganize', '--list')).out).toMatch(/2025-07-01 {2}DRAFT {4}Hợp nhất$/u)
    const rehearsed = await seedbed('reorganize', '--rehearse', id)
    expect(rehearsed).toMatchObject({ code: 0, error: '' })
    expect(rehearsed.out).toContain(`members ${members} -> ${members}`)
    expect(await membersOf('60', '2025-07-01')).toBe(String(members))
    expect((await seedbed('reorganize', '--carry', id)).out).toBe(`Applied. To undo: reorganize --undo ${id}`)
    expect((await seedbed('reorganize', '--carry', id)).error).toMatch(/^CONFLICT/u)
    expect([await membersOf('60', '2025-06-30'), await membersOf('68', '2025-07-01')]).toEqual([
      String(members),
      String(members),
    ])
    expect(await membersOf('H1', '2025-07-01')).toMatch(/^(?:DATE_OUT_OF_RANGE|NOT_FOUND)/u)
    const sums = await Promise.all([...became].map((code) => membersOf(code, '2025-07-01')))
    expect(sums.reduce((sum, one) => sum + Number(one), 0)).toBe(members)
    expect(divided.length).toBeGreaterThan(0)
    expect((await seedbed('verify')).out).toBe('Everything agrees.')
    expect((await seedbed('reorganize', '--undo', id)).out).toBe('Undone: everything is as it was before.')
    expect((await seedbed('reorganize', '--undo', id)).error).toMatch(/^CONFLICT/u)
    expect(await membersOf('60', '2025-07-01')).toBe(String(members))
    expect((await seedbed('verify')).out).toBe('Everything agrees.')
    const now = await rowsStored()
    const kept = [
      'organization',
      'organization_version',
      'organization_path',
      'organization_event',
      'opening_balance',
    ]
    for (const table of kept) expect([table, now[table]]).toEqual([table, before[table]])
  })
})
