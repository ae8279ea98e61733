import { beforeEach, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { sumsOf } from '../../src/features/figures/figures.service.js'
import { questionOf } from '../../src/features/figures/question.js'
import { correctEvent, recordEvent } from '../../src/features/membership/membership.service.js'
import { createPerson, updatePerson } from '../../src/features/people/person.service.js'
import {
  dissolveOrganization,
  moveOrganization,
} from '../../src/features/reorganization/reorganization.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { plant } from '../properties/operations.js'
import { freeDepth } from '../properties/run.js'
import { World, type Unit } from '../properties/world.js'

const database = useDatabase()
const ctx = () => createContext({ database: database(), clock: new FixedClock('2026-11-21') })
const facts = {
  fullName: 'Nguyễn Thử',
  birthDate: '1990-05-20',
  female: true,
  ethnicity: '01',
  religion: null,
  identityNumber: null,
  note: null,
}
const stated = {
  youthUnion: true,
  schooling: null,
  degree: null,
  politicalTheory: null,
  occupation: null,
  sourceKind: null,
}
const nine = Array.from({ length: 9 }, (_, index) => index)

let units: Unit[]
beforeEach(async () => {
  const world = new World(database())
  await world.wipe()
  await plant(world)
  units = world.units
})

const unit = (index: number): Unit => units[index] as Unit

async function admit(person: number, cell: Unit, on: string) {
  return recordEvent(ctx(), { kind: 'ADMISSION', person, organization: cell.id, on, stated })
}

async function figuresOfAll(): Promise<{ admitted: number; members: number }> {
  const asked = { from: '2023-01-01', asOf: '2026-11-21', indicators: ['admitted', 'members'] }
  const [sums] = await sumsOf(ctx(), [unit(0).id], questionOf(asked), { byChild: false })
  return { admitted: sums?.flows.newlyAdmitted ?? 0, members: sums?.stocks.members ?? 0 }
}

/** Codes of the refusals; '' for what was done. */
async function outcomes(acts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts)
  return settled
    .map((one) => (one.status === 'fulfilled' ? '' : ((one.reason as { code?: string }).code ?? 'UNKNOWN')))
    .sort()
}

it('nine writers on the same cells lose nothing: years opened, transfers and corrections among it', async () => {
  const writer = async (number: number) => {
    for (const [turn, year] of [2025, 2023, 2026, 2024].entries()) {
      const { id } = await createPerson(ctx(), facts)
      const cell = unit(6 + ((number + turn) % 2))
      const event = await admit(id, cell, `${year}-03-0${number + 1}`)
      if (turn === 0) await correctEvent(ctx(), event.uid, event.version, 'ghi nhầm')
      const to = unit(8).id
      const transfer = { person: id, organization: cell.id, toOrganization: to, on: `${year}-05-01` }
      if (turn === 1) await recordEvent(ctx(), { ...transfer, kind: 'TRANSFER' })
    }
  }
  await Promise.all(nine.map(writer))
  expect(await figuresOfAll()).toEqual({ admitted: 27, members: 27 })
  expect(await verify(ctx())).toEqual([])
}, 60_000)

it('of nine changes of one person with the same version one succeeds', async () => {
  const { uid, version } = await createPerson(ctx(), facts)
  const acts = nine.map((number) => updatePerson(ctx(), uid, version, { ...facts, note: `${number}` }))
  expect(await outcomes(acts)).toEqual(['', ...Array<string>(8).fill('CONFLICT')])
})

it('of two admissions of one person one succeeds', async () => {
  const { id } = await createPerson(ctx(), facts)
  const acts = [admit(id, unit(6), '2024-03-03'), admit(id, unit(7), '2024-03-04')]
  expect(await outcomes(acts)).toEqual(['', 'CONFLICT'])
  expect((await figuresOfAll()).members).toBe(1)
})

it('a cell that ends while somebody is admitted there keeps nobody', async () => {
  for (const index of [6, 7, 8, 9]) {
    const cell = unit(index)
    const { id } = await createPerson(ctx(), facts)
    const end = { id: cell.uid, version: cell.version, successorId: unit(10).uid, effectiveOn: '2024-06-01' }
    await outcomes([admit(id, cell, '2024-03-03'), dissolveOrganization(ctx(), end)])
  }
  expect(await verify(ctx())).toEqual([])
})

it('moves at the same time never make a cycle', async () => {
  await freeDepth(database())
  const [a, b] = [unit(1), unit(2)]
  const under = (one: Unit, parent: Unit) =>
    moveOrganization(ctx(), {
      id: one.uid,
      version: one.version,
      parentId: parent.uid,
      effectiveOn: '2024-01-01',
    })
  expect(await outcomes([under(a, b), under(b, a)])).toEqual(['', 'CONFLICT'])
  expect(await verify(ctx())).toEqual([])
})
