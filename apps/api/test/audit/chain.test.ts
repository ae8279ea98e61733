import { beforeAll, describe, expect, it } from 'vitest'
import { audited, noteActor, noteChange } from '../../src/audit/audited.js'
import { createContext, type RequestContext } from '../../src/context.js'
import { execute, select } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { conflict } from '../../src/errors/errors.js'
import { checkAudit } from '../../src/features/audit/audit-check.service.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { useDatabase } from '../database.js'
import { admission, person, province } from '../exchange/lines.js'

const database = useDatabase()
const context = () => createContext({ database: database() })

beforeAll(() => database().writer.query('CREATE TABLE audit_probe (id INTEGER PRIMARY KEY)'))

const insert = (ctx: RequestContext, id: number) =>
  execute(ctx, 'INSERT INTO audit_probe (id) VALUES (?)', [id])

interface Stored {
  sequence: number
  operation: string
  outcome: string
  code: string | null
  actorName: string
  input: string
  after: string | null
}

const records = (): Promise<Stored[]> =>
  select(
    context(),
    'SELECT sequence, operation, outcome, code, actor_name AS actorName, input, after_state AS `after` FROM audit_record ORDER BY sequence',
  )

async function latest(): Promise<Stored | undefined> {
  return (await records()).at(-1)
}

describe('an operation', () => {
  it('is on record exactly if what it wrote is', async () => {
    const before = (await records()).length
    const failing = audited(context(), { name: 'tryOut' }, (ctx) =>
      inTransaction(ctx, async (tx) => {
        await insert(tx, 1)
        throw conflict('no')
      }),
    )
    await expect(failing).rejects.toThrow('no')
    expect(await select(context(), 'SELECT id FROM audit_probe')).toEqual([])
    expect((await records()).slice(before)).toMatchObject([{ outcome: 'REFUSED', code: 'CONFLICT' }])
    await audited(context(), { name: 'tryOut' }, (ctx) => inTransaction(ctx, (tx) => insert(tx, 1)))
    expect((await records()).slice(before)).toMatchObject([{ outcome: 'REFUSED' }, { outcome: 'DONE' }])
  })

  it('that fails by a fault of ours says so, without its words', async () => {
    const failing = audited(context(), { name: 'tryOut' }, () => Promise.reject(new Error('SELECT secret')))
    await expect(failing).rejects.toThrow('SELECT secret')
    expect(await latest()).toMatchObject({ outcome: 'FAILED', code: 'INTERNAL_ERROR', input: '{}' })
  })

  it('that writes nothing is on record as well, and one inside another only as part of it', async () => {
    const before = (await records()).length
    await audited(context(), { name: 'outer' }, (ctx) =>
      audited(ctx, { name: 'inner' }, () => Promise.resolve(1)),
    )
    expect((await records()).slice(before)).toMatchObject([{ operation: 'outer', outcome: 'DONE' }])
  })

  it('tells who acted when that turns out on the way', async () => {
    await audited(context(), { name: 'signIn' }, (ctx) => {
      noteActor(ctx, { kind: 'ACCOUNT', account: 7, name: 'lan', origin: '10.1.2.3' })
      return Promise.resolve()
    })
    expect(await latest()).toMatchObject({ operation: 'signIn', actorName: 'lan' })
  })

  it('never tells a secret, long texts or long lists', async () => {
    const input = {
      ...{ userName: 'lan', password: 'hunter22', inner: { newPassword: 'hunter23', accessToken: 'x' } },
      ...{ note: 'a'.repeat(5_000), ids: Array.from({ length: 300 }, (_, id) => id) },
    }
    await audited(context(), { name: 'signIn', input }, (ctx) => {
      noteChange(ctx, { before: { secret: 'a', name: 'x' }, after: { secret: 'b', name: 'y' } })
      return Promise.resolve()
    })
    const record = await latest()
    expect(JSON.stringify(record)).not.toMatch(/hunter|accessToken|secret/u)
    expect(JSON.parse(record?.input ?? '')).toEqual({
      ...{ userName: 'lan', inner: {}, note: `${'a'.repeat(500)}…`, ids: { count: 300 } },
    })
    expect(record?.after).toBe('{"name":"y"}')
  })
})

describe('bulk acts', () => {
  it('leave one record each, with numbers: an import, a dry run, a refused one and taking it back', async () => {
    const before = (await records()).length
    const lines = [...province('A'), person('p1'), admission('p1', 'A-1-A', '2024-03-03')]
    await importLines(context(), lines, { source: 'a.jsonl', dryRun: true })
    const { batch } = await importLines(context(), lines, { source: 'a.jsonl' })
    const refused = await importLines(context(), [{ type: 'nothing' }], { source: 'b.jsonl' })
    await undoImport(context(), batch ?? '')
    const added = (await records()).slice(before)
    expect(added.map(({ operation }) => operation)).toEqual([
      ...['importLines', 'importLines', 'importLines', 'undoImport'],
    ])
    expect(JSON.parse(added[1]?.after ?? '')).toMatchObject({ counts: { admission: 1 }, faults: 0 })
    expect(added.map(({ outcome }) => outcome)).toEqual(['DONE', 'DONE', 'REFUSED', 'DONE'])
    expect(JSON.parse(added[2]?.after ?? '')).toMatchObject({ faults: refused.errors.length })
  })
})

describe('the chain', () => {
  it('holds when many write at once, some of them in vain', async () => {
    const before = (await records()).length
    const one = (id: number) =>
      audited(context(), { name: 'race' }, (ctx) =>
        inTransaction(ctx, async (tx) => {
          await insert(tx, 100 + id)
          if (id % 4 === 0) throw conflict('in vain')
        }),
      )
    await Promise.allSettled(Array.from({ length: 40 }, (_, id) => one(id)))
    const added = (await records()).slice(before)
    expect(added.map(({ sequence }) => Number(sequence))).toEqual(
      Array.from({ length: 40 }, (_, index) => before + index + 1),
    )
    expect(added.filter(({ outcome }) => outcome === 'REFUSED')).toHaveLength(10)
    expect(await checkAudit(context())).toMatchObject({ records: before + 40, fault: null, guarded: true })
  })

  it.each([
    "UPDATE audit_record SET actor_name = 'x'",
    'DELETE FROM audit_record',
    'UPDATE audit_subject SET subject = 1',
    'DELETE FROM audit_subject',
    'UPDATE audit_head SET sequence = sequence - 1',
    'DELETE FROM audit_head',
  ])('is kept by the database itself: %s', async (statement) => {
    await audited(context(), { name: 'tryOut' }, (ctx) => {
      noteChange(ctx, { units: [1] })
      return Promise.resolve()
    })
    await expect(database().writer.query(statement)).rejects.toThrow('only ever added')
  })
})
