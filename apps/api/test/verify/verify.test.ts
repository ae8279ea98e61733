import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { execute, select } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { imported } from '../exchange/census.js'
import { admission, balance, ceremony, introduction, person, province, transfer } from '../exchange/lines.js'

const database = useDatabase()
const context = () => createContext({ database: database(), clock: new FixedClock('2025-06-30') })

const unit = (code: string) =>
  `(SELECT o.organization FROM (SELECT organization, code FROM organization_version) o WHERE o.code = '${code}')`

/** Damage that no screen can do: a statement, the check that finds it, the repair where `--rebuild` has none. */
const damages: Array<{ what: string; damage: string; check: string; repair?: string }> = [
  {
    what: 'a version that ends too early',
    damage: `UPDATE organization_version SET valid_to = '2024-01-01' WHERE code = 'P-1-B'`,
    check: 'VERSIONS',
    repair: `UPDATE organization_version SET valid_to = '9999-12-31' WHERE code = 'P-1-B'`,
  },
  {
    what: 'a unit that stands below itself',
    damage: `UPDATE organization_version SET parent = ${unit('P-1-B')} WHERE code = 'P-1'`,
    check: 'VERSIONS',
    repair: `UPDATE organization_version SET parent = ${unit('P')} WHERE code = 'P-1'`,
  },
  {
    what: 'a code that two units carry',
    damage: `UPDATE organization_version SET code = 'P-1-A' WHERE code = 'P-1-B'`,
    check: 'CODES',
    repair: `UPDATE organization_version SET code = 'P-1-B' WHERE code = 'P-1-A' AND organization = (SELECT MAX(id) FROM organization)`,
  },
  {
    what: 'a missing row of the closure',
    damage: `DELETE FROM organization_path WHERE depth = 2`,
    check: 'PATHS',
  },
  {
    what: 'a row of the closure with another day',
    damage: `UPDATE organization_path SET valid_from = '2021-01-01' WHERE depth = 1`,
    check: 'PATHS',
  },
  {
    what: 'a unit in two groups of a set at once',
    damage: `INSERT INTO group_membership (organization, group_set, valid_from, valid_to, group_id)
             SELECT organization, group_set, '2022-06-01', '9999-12-31', group_id FROM group_membership`,
    check: 'GROUPS',
    repair: `DELETE FROM group_membership WHERE valid_from = '2022-06-01'`,
  },
  {
    what: 'an entry with another number',
    damage: `UPDATE ledger_entry SET members = members + 1 WHERE source = 0 AND basis = 1`,
    check: 'ENTRIES',
  },
  {
    what: 'an opening balance without its entry',
    damage: `DELETE FROM ledger_entry WHERE source = 1`,
    check: 'ENTRIES',
  },
  {
    what: 'an event that says something else of what led to it',
    damage: `UPDATE person_event SET introducer = NULL WHERE kind = 'ADMISSION'`,
    check: 'ENTRIES',
  },
  {
    what: 'a balance with another number',
    damage: `UPDATE ledger_balance SET members = members + 1`,
    check: 'BALANCES',
  },
  { what: 'missing balances', damage: `DELETE FROM ledger_balance`, check: 'BALANCES' },
  { what: 'a year that is not opened', damage: `DELETE FROM ledger_year WHERE year = 2024`, check: 'YEARS' },
  {
    what: 'a missing day with admissions',
    damage: `DELETE FROM admission_day WHERE basis = 1`,
    check: 'ADMISSION_DAYS',
  },
  {
    what: 'a day with too many admissions',
    damage: `UPDATE admission_day SET admissions = admissions + 1`,
    check: 'ADMISSION_DAYS',
  },
  {
    what: 'an entry before the cell existed',
    damage: `UPDATE organization SET opened = '2025-01-01' WHERE id = ${unit('P-1-A')}`,
    check: 'LIVES',
    repair: `UPDATE organization SET opened = '2020-01-01' WHERE id = ${unit('P-1-A')}`,
  },
  {
    what: 'an ended cell that still holds members',
    damage: `UPDATE organization SET closed = '2025-01-01', heir = NULL WHERE id = ${unit('P-1-A')}`,
    check: 'LIVES',
    repair: `UPDATE organization SET closed = '9999-12-31', heir = NULL WHERE id = ${unit('P-1-A')}`,
  },
]

describe('Verifying from nothing', () => {
  beforeAll(async () => {
    await imported(context(), [
      ...province('P'),
      { type: 'groupSet', name: 'Cụm' },
      { type: 'group', groupSet: 'Cụm', name: 'Một' },
      { type: 'joinGroup', groupSet: 'Cụm', group: 'Một', organization: 'P-1', on: '2022-01-01' },
      balance('P-1-A', '2020-12-31', 30),
      person('p-1'),
      introduction('p-1', 'P-1-A', '2024-02-01'),
      admission('p-1', 'P-1-A', '2024-05-01'),
      ceremony('p-1', 'P-1-A', '2024-05-10'),
      transfer('p-1', 'P-1-A', '2025-02-01', 'P-1-B'),
    ])
  })

  it('finds nothing where all is well', async () => {
    expect(await verify(context())).toEqual([])
  })

  it.each(damages)('finds $what, and it is well again afterwards', async ({ damage, check, repair }) => {
    const ctx = context()
    const run = (sql: string) => inTransaction(ctx, (tx) => execute(tx, sql))
    await run(damage)
    const found = await verify(ctx)
    expect(found.map((finding) => finding.check)).toContain(check)
    if (repair === undefined) expect((await verify(ctx, { rebuild: true })).length).toBe(found.length)
    else await run(repair)
    expect(await verify(ctx)).toEqual([])
  })

  it('writes nothing unless asked to', async () => {
    const ctx = context()
    await inTransaction(ctx, (tx) => execute(tx, 'DELETE FROM admission_day'))
    await verify(ctx)
    expect(await select(ctx, 'SELECT 1 FROM admission_day')).toEqual([])
    await verify(ctx, { rebuild: true })
    expect(await verify(ctx)).toEqual([])
  })
})
