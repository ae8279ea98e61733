import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { commands } from '../../src/cli/commands.js'
import { dispatch } from '../../src/cli/dispatch.js'
import { createContext } from '../../src/context.js'
import { openDatabase } from '../../src/database/data-source.js'
import { execute, select } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { emptyDatabase, type EmptyDatabase } from '../database.js'
import { admission, balance, person, province } from '../exchange/lines.js'

let empty: EmptyDatabase
let folder: string

beforeAll(async () => {
  empty = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'seedbed-cli-'))
  const { config } = empty
  vi.stubEnv('DATABASE_URL', config.dialect === 'mysql' ? config.url : '')
  vi.stubEnv('SEEDBED_DATA_DIR', config.dialect === 'sqlite' ? dirname(config.file) : folder)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
  await empty.drop()
})

/** What a command line answers with, and what it wrote. */
async function seedbed(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = []
  const error: string[] = []
  const io = { out: (text: string) => void out.push(text), error: (text: string) => void error.push(text) }
  const code = await dispatch(commands, argv, io)
  return { code, out: out.join('\n'), error: error.join('\n') }
}

async function fileOf(name: string, lines: readonly object[]): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, `\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n')}\r\n`)
  return file
}

/** Does what no command does. */
async function damage(sql: string): Promise<void> {
  const database = await openDatabase(empty.config, { poolSize: 1 })
  await inTransaction(createContext({ database }), (tx) => execute(tx, sql))
  await database.close()
}

const numbers = [
  '--code',
  'L',
  '--from',
  '2024-01-01',
  '--as-of',
  '2024-12-31',
  '--indicators',
  'members,admitted',
]

describe('the command line', () => {
  it.each([
    ['migrate', '--now'],
    ['import'],
    ['import', '--list', '--file', 'x'],
    ['import', '--list', '--dry-run'],
    ['figures', '--code', 'L'],
    ['figures', ...numbers, '--from', '2024-02-30'],
    ['figures', ...numbers, '--perimeter', 'WHOLE'],
    ['figures', ...numbers, '--rounding', 'HALF_UP:x'],
    ['figures', ...numbers, '--member-base', 'YESTERDAY'],
    ['verify', '--repair'],
    ['verify', '--audit', '--rebuild'],
    ['verify', '--head', '1:x'],
    ['verify', '--audit', '--head', '1:x'],
    ['targets', '--code', 'L'],
    ['targets', '--code', 'L', '--year', '24'],
    ['targets', '--year', '2024'],
    ['targets', '--code', 'L', '--year', '2024', '--dry-run'],
    ['targets', '--code', 'L', '--year', '2024', '--as-of', 'now'],
    ['demo', 'check'],
  ])('answers %s %s with 2 and how it is called', async (name, ...rest) => {
    const { code, out, error } = await seedbed(name, ...rest)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toContain(`\nUsage: ${name}`)
  })

  it('brings the tables up to date once', async () => {
    const first = await seedbed('migrate')
    expect(first).toMatchObject({ code: 0, error: '' })
    expect(first.out).toMatch(/^Done: CreateOrganizations/u)
    expect(await seedbed('migrate')).toEqual({ code: 0, out: 'The database is up to date.', error: '' })
  })

  it('imports a file once, after a dry run; a wrong one line by line and not at all', async () => {
    const lines = [...province('L'), balance('L-1-A', '2020-12-31', 7), person('l-1')]
    const good = await fileOf('good.jsonl', [...lines, admission('l-1', 'L-1-A', '2024-03-05')])
    const bad = await fileOf('bad.jsonl', [...lines, admission('l-1', 'L-1', '2024-03-05')])
    expect(await seedbed('import', '--file', join(folder, 'none'))).toMatchObject({ code: 1, out: '' })
    const refused = await seedbed('import', '--file', bad)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.error).toMatch(/^line 7: INVALID_INPUT .*\n1 errors, nothing was written$/u)
    expect((await seedbed('import', '--file', good, '--dry-run')).out).toContain('nothing was written')
    expect((await seedbed('import', '--list')).out).toBe('Nothing was imported.')
    const done = await seedbed('import', '--file', good)
    expect(done).toMatchObject({ code: 0, error: '' })
    expect(done.out).toMatch(/ 4 establish\n[^]*Imported\. To undo: import --undo \S+$/u)
    const again = await seedbed('import', '--file', good)
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.error).toContain('file: CONFLICT')
  })

  it('prints figures as a table and as JSON, and refuses a code that nobody has', async () => {
    const unknown = await seedbed('figures', ...numbers, '--code', 'M')
    expect(unknown).toMatchObject({ code: 1, out: '' })
    expect(unknown.error).toMatch(/^NOT_FOUND: /u)
    expect((await seedbed('figures', ...numbers)).out).toMatch(/members .* 8[^]*admitted .* 1/u)
    const { out } = await seedbed('figures', ...numbers, '--json')
    expect(JSON.parse(out)).toMatchObject([{ numerator: 8 }, { numerator: 1 }])
  })

  it('finds what does not agree, puts it right when asked to, and then all agrees', async () => {
    expect(await seedbed('verify')).toEqual({ code: 0, out: 'Everything agrees.', error: '' })
    await damage('UPDATE ledger_balance SET members = members + 1')
    const found = await seedbed('verify')
    expect(found).toMatchObject({ code: 1, out: '' })
    expect(found.error).toMatch(/^BALANCES: [^]*verify --rebuild/u)
    const rebuilt = await seedbed('verify', '--rebuild')
    expect(rebuilt).toMatchObject({ code: 0 })
    expect(rebuilt.out).toContain('0 left after rebuilding')
    expect((await seedbed('verify')).code).toBe(0)
  })

  it('undoes an import once', async () => {
    expect((await seedbed('import', '--undo', 'x')).error).toMatch(/^NOT_FOUND/u)
    const batch = (await seedbed('import', '--list')).out.split(' ')[0] ?? ''
    expect((await seedbed('import', '--undo', batch)).code).toBe(0)
    expect((await seedbed('import', '--list')).out).toContain('undone')
    const again = await seedbed('import', '--undo', batch)
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.error).toMatch(/^CONFLICT/u)
  })

  it('puts on record what a command changes, without the password', async () => {
    const made = await seedbed('create-admin', '--user-name', 'quan.tri.moi', '--name', 'Quản trị mới')
    expect(made.code).toBe(0)
    expect((await seedbed('create-admin', '--user-name', 'quan.tri.moi')).code).toBe(1)
    const database = await openDatabase(empty.config, { poolSize: 1 })
    const records = await select<Record<string, string>>(
      createContext({ database }),
      "SELECT actor_kind AS kind, outcome, object_kind AS object, input, after_state AS after FROM audit_record WHERE operation = 'createAdmin' ORDER BY sequence",
    )
    await database.close()
    expect(records.map(({ kind, outcome, object }) => [kind, outcome, object])).toEqual([
      ['COMMAND', 'DONE', 'Account'],
      ['COMMAND', 'REFUSED', 'Account'],
    ])
    expect(records[0]?.input).toContain('quan.tri.moi')
    expect(JSON.stringify(records)).not.toContain(made.out.trim())
  })

  it('finds the audit log whole, and names the first record that is not', async () => {
    const whole = await seedbed('verify', '--audit')
    expect(whole).toMatchObject({ code: 0, error: '' })
    const head = whole.out.split('\n').at(-1) ?? ''
    expect(head).toMatch(/^\d+:[\da-f]{64}$/u)
    expect((await seedbed('verify', '--audit', '--head', head)).code).toBe(0)
    const other = head.replace(/:./u, ':x').replace('x', head.includes(':0') ? '1' : '0')
    expect((await seedbed('verify', '--audit', '--head', other)).error).toMatch(
      /^AUDIT: record \d+ is another/u,
    )
    await damage('DROP TRIGGER audit_record_unchanged')
    await damage("UPDATE audit_record SET actor_name = 'somebody else' WHERE sequence = 2")
    const found = await seedbed('verify', '--audit')
    expect(found).toMatchObject({ code: 1, out: '' })
    expect(found.error).toContain('its account may not make triggers')
    expect(found.error).toContain('AUDIT: record 2 does not fit the record before it; the 1 before it fit')
  })

  it('sets the targets of a file, all or none, after a dry run, and shows the worksheet', async () => {
    await seedbed('import', '--file', await fileOf('targets.jsonl', province('T')))
    const of = (code: string) => ['targets', '--code', code, '--year', '2024', '--as-of', '2024-11-15']
    const table = async (name: string, text: string) => {
      const file = join(folder, name)
      await writeFile(file, text)
      return file
    }
    const bad = await table('bad.csv', 'code,target\r\nT-1,12\r\nT-9,3\r\nT-1-A,2.5\r\nT-1-B,-1\r\n')
    const refused = await seedbed(...of('T'), '--set', bad, '--backfilled', '--reason', 'Ghi bù')
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.error).toMatch(
      /^line 3: no unit T-9 [^]*\nline 4: "2\.5" [^]*\nline 5: [^]*3 errors, nothing was written$/u,
    )
    const good = await table('good.csv', 'code;target;note\r\nT-1;12;\r\nT-1-A;5-6;"NQ; 04"\r\n')
    const ended = await seedbed(...of('T'), '--set', good)
    expect(ended).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^INVALID_INPUT: year: 2024 has ended/u) as string,
    })
    const late = [...of('T'), '--set', good, '--backfilled', '--reason', 'Ghi bù']
    expect((await seedbed(...late, '--dry-run')).out).toMatch(
      /^2 set, 0 changed[^]*17 persons[^]*nothing was written/u,
    )
    expect((await seedbed(...of('T'))).out).toContain('0 of 1 units have a target')
    expect((await seedbed(...late)).out).toBe('2 set, 0 changed, 0 as they were; 17 persons in all')
    expect((await seedbed(...late)).out).toBe('0 set, 0 changed, 2 as they were; 17 persons in all')
    expect((await seedbed(...late, '--document', 'x')).error).toMatch(/^NOT_FOUND/u)
    const sheet = await seedbed(...of('T'))
    expect(sheet.out).toMatch(/allotted 12[^]*1 of 1 units have a target[^]*T-1 .* 12/u)
    const own = await seedbed(...of('T-1-A'), '--json')
    expect(JSON.parse(own.out)).toMatchObject({ completions: [{ amount: '5–6', done: 0, state: 'BELOW' }] })
  })

  it('does not check a demonstration that is not there', async () => {
    const { code, error } = await seedbed('demo', '--check')
    expect(code).toBe(1)
    expect(error).toMatch(/^NOT_FOUND: The demonstration is not loaded/u)
  })
})
