import { beforeEach, expect, it } from 'vitest'
import { createContext, type RequestContext } from '../../src/context.js'
import type { Database } from '../../src/database/database.js'
import { STAMPED, touch } from '../../src/database/stamps.js'
import { inTransaction } from '../../src/database/transaction.js'
import { balanceSheetOf } from '../../src/features/balance-sheet/balance-sheet.service.js'
import { crossTabOf } from '../../src/features/composition/cross-tab.service.js'
import { sumsOf } from '../../src/features/figures/figures.service.js'
import { questionOf } from '../../src/features/figures/question.js'
import { correctEvent, recordEvent } from '../../src/features/membership/membership.service.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { createPerson } from '../../src/features/people/person.service.js'
import {
  moveOrganization,
  reclassifyOrganization,
} from '../../src/features/reorganization/reorganization.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { plant } from '../properties/operations.js'
import { World, type Unit } from '../properties/world.js'
import { statementsDuring, statementsOf } from '../statements.js'

const database = useDatabase()
const clock = new FixedClock('2026-11-21')

/** Two processes on one database: each has a memory of its own. */
let here: Database
let there: Database
let units: Unit[]

beforeEach(async () => {
  const world = new World(database())
  await world.wipe()
  await plant(world)
  units = world.units
  here = { ...database() }
  there = { ...database() }
})

const ctx = (on: Database): RequestContext => createContext({ database: on, clock })
const unit = (index: number): Unit => units[index] as Unit
const period = { from: '2024-01-01', asOf: '2024-12-31' }

async function admit(on: Database, cell: Unit, day: string, female = true) {
  const facts = { fullName: 'Nguyễn Thử', birthDate: '1990-05-20', female, ethnicity: '01' }
  const person = await createPerson(ctx(on), { ...facts, religion: null, identityNumber: null, note: null })
  const stated = { youthUnion: true, schooling: null, degree: null, politicalTheory: null }
  const event = await recordEvent(ctx(on), {
    ...{ kind: 'ADMISSION', person: person.id, organization: cell.id, on: day },
    stated: { ...stated, occupation: null, sourceKind: null },
  })
  return { person: person.id, event }
}

async function figures(on: Database, of: Unit, asked = period) {
  const question = questionOf({ ...asked, indicators: ['admitted', 'members'] })
  const [sums] = await sumsOf(ctx(on), [of.id], question, { byChild: false })
  return [sums?.flows.newlyAdmitted ?? 0, sums?.stocks.members ?? 0]
}

async function women(on: Database, of: Unit): Promise<number> {
  const shown = await findOrganization(ctx(on), of.uid, period.asOf)
  const tab = await crossTabOf(ctx(on), shown, { ...period, indicator: 'members', rows: 'SEX' })
  return tab.rows.find(({ code }) => code === 'FEMALE')?.total.count ?? 0
}

const root = () => unit(0)

it('what one instance records is in the next answer of the other, and its correction too', async () => {
  expect([await figures(here, root()), await figures(there, root())]).toEqual([
    [0, 0],
    [0, 0],
  ])
  const { event } = await admit(here, unit(6), '2024-03-01')
  expect([await figures(here, root()), await figures(there, root())]).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect([await women(here, root()), await women(there, root())]).toEqual([1, 1])
  await correctEvent(ctx(there), event.uid, event.version, 'ghi nhầm')
  expect([await figures(here, root()), await figures(there, root())]).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect([await women(here, root()), await women(there, root())]).toEqual([0, 0])
})

it('a late entry reaches the years that were opened after it, and a year just opened is known', async () => {
  await admit(here, unit(6), '2024-03-01')
  const later = { from: '2026-01-01', asOf: '2026-11-21' }
  expect(await figures(there, root(), later)).toEqual([0, 1])
  await admit(here, unit(7), '2025-03-01')
  await admit(here, unit(8), '2026-03-01')
  await admit(here, unit(8), '2023-03-01', false)
  expect(await figures(there, root(), later)).toEqual([1, 4])
  expect(await figures(there, root())).toEqual([1, 2])
})

it('a move and another kind are known to the other instance at once', async () => {
  await admit(here, unit(6), '2024-03-01')
  const [from, to] = [unit(1), unit(2)]
  expect([await figures(there, from), await figures(there, to)]).toEqual([
    [1, 1],
    [0, 0],
  ])
  const committee = unit(3)
  const moved = { id: committee.uid, version: committee.version, effectiveOn: '2024-02-01' }
  await moveOrganization(ctx(here), { ...moved, parentId: to.uid })
  expect([await figures(there, from), await figures(there, to)]).toEqual([
    [0, 0],
    [1, 1],
  ])
  const shown = await findOrganization(ctx(there), root().uid, period.asOf)
  const kinds = async () => {
    const tab = await crossTabOf(ctx(there), shown, { ...period, indicator: 'members', rows: 'UNIT_KIND' })
    return tab.rows.flatMap(({ code, total }) => (total.count ? [code] : []))
  }
  expect(await kinds()).toEqual(['COMMUNE'])
  const cell = unit(6)
  const school = { id: cell.uid, version: cell.version, effectiveOn: '2024-01-01', kind: 'SCHOOL' }
  await reclassifyOrganization(ctx(here), school)
  expect(await kinds()).toEqual(['SCHOOL'])
})

it('asks one statement while nothing was written, for figures, crossings and balance sheets', async () => {
  await admit(here, unit(6), '2024-03-01')
  const shown = await findOrganization(ctx(here), root().uid, period.asOf)
  const questions = {
    figures: () => figures(here, root()),
    crossing: () => crossTabOf(ctx(here), shown, { ...period, indicator: 'members', rows: 'AGE_BAND' }),
    sheet: () => balanceSheetOf(ctx(here), shown, { ...period, perimeter: 'RECORDED' }),
  }
  for (const ask of Object.values(questions)) {
    const ledger = (await statementsOf(here, ask)).filter((sql) =>
      /ledger|organization_path p |stamp/u.test(sql),
    )
    expect(ledger.filter((sql) => !sql.includes('rounding'))).toEqual([expect.stringMatching(/FROM stamp/u)])
  }
})

it('a unit of work that fails leaves what is in memory as it was', async () => {
  await admit(here, unit(6), '2024-03-01')
  await figures(here, root())
  const failing = inTransaction(ctx(here), async (tx) => {
    touch(tx, STAMPED.LEDGER)
    await Promise.resolve()
    throw new Error('not so')
  })
  await expect(failing).rejects.toThrow('not so')
  const statements = await statementsDuring(here, () => figures(here, root()))
  expect(statements).toHaveLength(1)
})

it('reads inside a unit of work what the unit of work has written', async () => {
  await figures(here, root())
  const inside = await inTransaction(ctx(here), async (tx) => {
    const facts = { fullName: 'Nguyễn Thử', birthDate: '1990-05-20', female: true, ethnicity: '01' }
    const person = await createPerson(tx, { ...facts, religion: null, identityNumber: null, note: null })
    const stated = { youthUnion: null, schooling: null, degree: null, politicalTheory: null }
    await recordEvent(tx, {
      ...{ kind: 'ADMISSION', person: person.id, organization: unit(6).id, on: '2024-03-01' },
      stated: { ...stated, occupation: null, sourceKind: null },
    })
    const question = questionOf({ ...period, indicators: ['members'] })
    const [sums] = await sumsOf(tx, [root().id], question, { byChild: false })
    return sums?.stocks.members
  })
  expect(inside).toBe(1)
  expect(await figures(there, root())).toEqual([1, 1])
})

it('shows what was changed behind its back once verify has rebuilt', async () => {
  await admit(here, unit(6), '2024-03-01')
  await admit(here, unit(6), '2025-03-01')
  const later = { from: '2025-01-01', asOf: '2025-12-31' }
  expect(await figures(there, root(), later)).toEqual([1, 2])
  await database().writer.query('UPDATE ledger_balance SET members = 5')
  await verify(ctx(here), { rebuild: true })
  expect(await figures(there, root(), later)).toEqual([1, 2])
  await database().writer.query('UPDATE ledger_balance SET members = 5')
  await inTransaction(ctx(here), (tx) => Promise.resolve(touch(tx, STAMPED.LEDGER)))
  expect(await figures(there, root(), later)).toEqual([1, 6])
})
