import { expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { expressAnew } from '../../src/features/verify/express-anew.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

const attributes = `f.female, f.ethnicity, f.religion, f.youth_union, f.degree, f.introducer, e.birth_month,
  e.joined_month`

/** Members at the end by whom they count, and admissions with the age at the decision, as text. */
async function crossed(): Promise<string[]> {
  const rows = (await database().reader.query(
    `SELECT e.organization, e.basis, ${attributes}, SUM(e.members) AS members,
            SUM(e.newly_admitted * e.age) AS ages, SUM(e.introduced) AS introduced
     FROM ledger_entry e LEFT JOIN profile f ON f.id = e.profile GROUP BY e.organization, e.basis, ${attributes}
     HAVING SUM(e.members) <> 0 OR SUM(e.newly_admitted) <> 0 OR SUM(e.introduced) <> 0`,
  )) as Record<string, unknown>[]
  return rows.map((row) => Object.values(row).map(String).join(' ')).sort()
}

async function count(table: string): Promise<number> {
  const rows = (await database().reader.query(`SELECT COUNT(*) AS n FROM ${table}`)) as { n: unknown }[]
  return Number(rows[0]?.n)
}

/** What an earlier version kept: no profiles, and what a person is on admissions and ceremonies only. */
async function makeOld(): Promise<void> {
  const { writer } = database()
  const applied = async () =>
    ((await writer.query('SELECT name FROM schema_migration')) as { name: string }[]).map(({ name }) => name)
  while ((await applied()).some((name) => name.startsWith('AddProfiles'))) await writer.undoLastMigration()
  await writer.query(
    `UPDATE person_event SET age = NULL, female = NULL, ethnicity = NULL, religion = NULL
     WHERE kind NOT IN ('ADMISSION', 'READMISSION', 'CEREMONY')`,
  )
}

it('are expressed anew by the first start after the migration, and only then', async () => {
  const garden = new Garden(api())
  const { k1, k2, l1 } = await garden.province()
  await garden.opening(k1, 3, 1)
  const known = await garden.person({
    birthDate: '1961-01-31',
    ethnicity: '26',
    religion: '08',
    female: false,
  })
  await garden.event('recordOpeningMember', known, k1, '2021-01-01', { probationary: false })
  const young = await garden.person({ birthDate: '2003-08-15' })
  await garden.event('recordIntroduction', young, k1, '2023-01-10', { introducer: 'YOUTH_UNION' })
  await garden.event('recordAdmission', young, k1, '2023-08-14', { youthUnion: true, degree: 'COLLEGE' })
  await garden.event('recordCeremony', young, k1, '2024-01-03')
  await garden.event('recordTransfer', young, k1, '2024-05-01', { toOrganizationId: k2.id })
  await garden.event('recordDeath', known, k1, '2024-06-01')
  await garden.admit(l1, '2025-02-03')
  const before = await crossed()

  await makeOld()
  await database().writer.runMigrations({ transaction: 'each' })
  const ctx = () => createContext({ database: database(), clock })
  expect(await crossed()).not.toEqual(before)
  expect(await expressAnew(ctx())).toBe(true)
  expect(await crossed()).toEqual(before)
  expect(await verify(ctx())).toEqual([])

  const entries = await count('ledger_entry')
  expect(await expressAnew(ctx())).toBe(false)
  expect(await count('ledger_entry')).toBe(entries)
})
