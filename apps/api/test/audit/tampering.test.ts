import { beforeEach, describe, expect, it } from 'vitest'
import { audited, noteChange } from '../../src/audit/audited.js'
import { hashOf, type Head } from '../../src/audit/chain.js'
import { createContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { checkAudit } from '../../src/features/audit/audit-check.service.js'
import { readChain } from '../../src/features/audit/audit-log.repository.js'
import { useDatabase } from '../database.js'

const database = useDatabase()
const context = () => createContext({ database: database() })

const change = (statement: string, params: unknown[] = []) => database().writer.query(statement, params)

/** Whoever is master of the database takes the guards away first. */
async function removeGuards(): Promise<void> {
  for (const table of [
    'record_unchanged',
    'record_kept',
    'subject_unchanged',
    'subject_kept',
    'head_kept',
    'head_forward',
  ])
    await change(`DROP TRIGGER IF EXISTS audit_${table}`)
}

const log = (name: string) =>
  audited(context(), { name, input: { note: `của ${name}` } }, (ctx) => {
    noteChange(ctx, { units: [1, 2], persons: [3] })
    return Promise.resolve()
  })

const check = (kept?: Head) => checkAudit(context(), kept)

let head: Head
beforeEach(async () => {
  await removeGuards()
  for (const table of ['audit_record', 'audit_subject']) await change(`DELETE FROM ${table}`)
  await change('UPDATE audit_head SET sequence = 0, hash = ?', ['0'.repeat(64)])
  for (const name of ['a', 'b', 'c', 'd', 'e']) await log(name)
  ;({ head } = await check())
})

it('says that a whole log is whole, and that the database does not guard it', async () => {
  expect(await check(head)).toEqual({ records: 5, head, fault: null, guarded: false })
  expect(head.sequence).toBe(5)
})

describe('names the first record that', () => {
  const columns = [
    ...['recorded_at', 'request', 'actor_kind', 'actor_name', 'origin', 'operation', 'outcome', 'code'],
    ...['object_kind', 'object', 'units', 'persons', 'input', 'before_state', 'after_state', 'hash'],
  ]
  it.each(columns)('was changed in its %s', async (column) => {
    await change(`UPDATE audit_record SET ${column} = '4' WHERE sequence = 3`)
    expect((await check()).fault).toMatchObject({ sequence: 3 })
  })

  it('was changed in its account', async () => {
    await change('UPDATE audit_record SET actor_account = 4 WHERE sequence = 3')
    expect((await check()).fault).toMatchObject({ sequence: 3 })
  })

  it('was changed together with its hash: the one after it', async () => {
    const [row] = await readChain(context(), 2, 1)
    const [before] = await readChain(context(), 1, 1)
    if (!row || !before) throw new Error('no records')
    const forged = hashOf(before.hash, { ...row, actorName: 'x' })
    await change("UPDATE audit_record SET actor_name = 'x', hash = ? WHERE sequence = 3", [forged])
    expect((await check()).fault).toMatchObject({ sequence: 4 })
  })

  it('was taken out', async () => {
    await change('DELETE FROM audit_record WHERE sequence = 2')
    expect((await check()).fault).toEqual({ sequence: 2, message: 'is missing' })
  })

  it('was put in, the rest moved up', async () => {
    for (const sequence of [5, 4, 3])
      await change('UPDATE audit_record SET sequence = ? WHERE sequence = ?', [sequence + 1, sequence])
    await change(
      `INSERT INTO audit_record SELECT 3, recorded_at, request, actor_kind, actor_account, actor_name, origin,
        operation, outcome, code, object_kind, object, units, persons, input, before_state, after_state, hash
        FROM audit_record WHERE sequence = 2`,
    )
    expect((await check()).fault).toMatchObject({ sequence: 3 })
  })

  it('was put at the end', async () => {
    const [last] = await readChain(context(), 4, 1)
    if (!last) throw new Error('no record')
    const hash = hashOf(last.hash, { ...last, sequence: 6 })
    await change(
      `INSERT INTO audit_record SELECT 6, recorded_at, request, actor_kind, actor_account, actor_name, origin,
        operation, outcome, code, object_kind, object, units, persons, input, before_state, after_state, ?
        FROM audit_record WHERE sequence = 5`,
      [hash],
    )
    expect((await check()).fault).toEqual({ sequence: 6, message: 'was added past the head of the log' })
  })

  it('changed places with another', async () => {
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ])
      await change('UPDATE audit_record SET sequence = ? WHERE sequence = ?', [to, from])
    expect((await check()).fault).toMatchObject({ sequence: 2 })
  })

  it('was cut off at the end', async () => {
    await change('DELETE FROM audit_record WHERE sequence > 3')
    expect((await check()).fault).toMatchObject({
      sequence: 4,
      message: expect.stringContaining('cut off') as string,
    })
  })

  it('was cut off with its index and the head set back: by the head that was kept', async () => {
    await change('DELETE FROM audit_record WHERE sequence > 3')
    await change('DELETE FROM audit_subject WHERE sequence > 3')
    const [last] = await readChain(context(), 2, 1)
    await change('UPDATE audit_head SET sequence = 3, hash = ?', [last?.hash])
    expect((await check()).fault).toBeNull()
    expect((await check(head)).fault).toMatchObject({ sequence: 4 })
  })

  it('is of a chain made anew from somewhere: by the head that was kept', async () => {
    let previous = (await readChain(context(), 2, 1))[0]?.hash ?? ''
    for (const row of await readChain(context(), 3, 9)) {
      previous = hashOf(previous, { ...row, actorName: 'x' })
      const values = [previous, row.sequence]
      await change("UPDATE audit_record SET actor_name = 'x', hash = ? WHERE sequence = ?", values)
    }
    await change('UPDATE audit_head SET hash = ?', [previous])
    expect((await check()).fault).toBeNull()
    expect((await check(head)).fault).toMatchObject({ sequence: 5 })
  })

  it.each([
    ['lost its index', 'DELETE FROM audit_subject WHERE sequence = 4'],
    ['is found elsewhere', 'UPDATE audit_subject SET subject = 9 WHERE sequence = 4 AND subject = 2'],
  ])('%s', async (_name, statement) => {
    await change(statement)
    expect((await check()).fault).toMatchObject({ sequence: 4 })
  })

  it('is the last, when the head was taken away', async () => {
    await change('DELETE FROM audit_head')
    expect((await check()).fault).toMatchObject({
      sequence: 1,
      message: 'was added past the head of the log',
    })
    await change('INSERT INTO audit_head (id, sequence, hash) VALUES (1, 5, ?)', [head.hash])
    expect(await select(context(), 'SELECT id FROM audit_head')).toHaveLength(1)
  })
})
