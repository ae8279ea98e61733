import { beforeEach, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { sumsOf } from '../../src/features/figures/figures.service.js'
import { questionOf } from '../../src/features/figures/question.js'
import { correctEvent, recordEvent } from '../../src/features/membership/membership.service.js'
import { recordOpeningBalance } from '../../src/features/membership/opening-balance.service.js'
import { createPerson } from '../../src/features/people/person.service.js'
import { dissolveOrganization } from '../../src/features/reorganization/reorganization.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { plant } from './operations.js'
import { World } from './world.js'

const database = useDatabase()
const ctx = () => createContext({ database: database(), clock: new FixedClock('2025-06-30') })

let world: World
beforeEach(async () => {
  world = new World(database())
  await world.wipe()
  await plant(world)
})

/** Cells with the members they had when their records began; one of them by name, who went to `to`. */
async function emptiedCell() {
  const [, , , , , , cell, to, heir] = world.units
  if (!cell || !to || !heir) throw new Error('the tree is not planted')
  await recordOpeningBalance(ctx(), {
    organization: cell.id,
    on: '2023-12-31',
    members: 1,
    probationaryMembers: 0,
  })
  const facts = { fullName: 'Nguyễn Thử', birthDate: '1990-05-20', female: true, ethnicity: '01' }
  const person = await createPerson(ctx(), { ...facts, religion: null, identityNumber: null, note: null })
  const common = { person: person.id, organization: cell.id }
  await recordEvent(ctx(), { ...common, kind: 'OPENING_MEMBER', on: '2023-12-31', probationary: false })
  const moved = { ...common, kind: 'TRANSFER', toOrganization: to.id, on: '2024-02-01' } as const
  const transfer = await recordEvent(ctx(), moved)
  const end = { id: cell.uid, version: cell.version, successorId: heir.uid, effectiveOn: '2024-03-01' }
  await dissolveOrganization(ctx(), end)
  return { cell, to, heir, person, transfer }
}

async function membersOf(unit: { id: number }): Promise<number> {
  const asked = { from: '2024-01-01', asOf: '2025-06-30', indicators: ['members'] }
  const [sums] = await sumsOf(ctx(), [unit.id], questionOf(asked), { byChild: false })
  return sums?.stocks.members ?? 0
}

it('leaves cell and heir alone when a member who had left before the end dies elsewhere', async () => {
  const { cell, to, heir, person } = await emptiedCell()
  await recordEvent(ctx(), { person: person.id, kind: 'DEATH', organization: to.id, on: '2024-08-01' })
  expect([await membersOf(cell), await membersOf(to), await membersOf(heir)]).toEqual([0, 0, 0])
  expect(await verify(ctx())).toEqual([])
})

it('hands a member to the heir when the transfer that emptied the cell is taken back', async () => {
  const { cell, to, heir, transfer } = await emptiedCell()
  await correctEvent(ctx(), transfer.uid, 1, 'ghi nhầm')
  expect([await membersOf(cell), await membersOf(to), await membersOf(heir)]).toEqual([0, 0, 1])
  expect(await verify(ctx())).toEqual([])
})

it('refuses a successor that would hand everything back', async () => {
  const { cell, heir } = await emptiedCell()
  const back = { id: heir.uid, version: heir.version, successorId: cell.uid, effectiveOn: '2024-02-15' }
  await expect(dissolveOrganization(ctx(), back)).rejects.toMatchObject({ code: 'CONFLICT' })
})
