import { beforeAll, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import type { Database } from '../../src/database/database.js'
import { storeOf } from '../../src/features/columns/column-store.js'
import { sumsOf } from '../../src/features/figures/figures.service.js'
import { questionOf } from '../../src/features/figures/question.js'
import { recordEvent } from '../../src/features/membership/membership.service.js'
import { recordOpeningBalance } from '../../src/features/membership/opening-balance.service.js'
import { createPerson } from '../../src/features/people/person.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { plant } from '../properties/operations.js'
import { World, type Unit } from '../properties/world.js'

const database = useDatabase()
const clock = new FixedClock('2026-11-21')
const ctx = (on: Database) => createContext({ database: on, clock })
const members = 40
const stated = {
  youthUnion: null,
  schooling: null,
  degree: null,
  politicalTheory: null,
  occupation: null,
  sourceKind: null,
}

let units: Unit[]
const persons: number[] = []
const cells = () => [units[6], units[10]] as [Unit, Unit]

beforeAll(async () => {
  const world = new World(database())
  await world.wipe()
  await plant(world)
  units = world.units
  const [cell] = cells()
  const facts = { fullName: 'Nguyễn Thử', birthDate: '1990-05-20', female: true, ethnicity: '01' }
  for (const year of [2023, 2024, 2025, 2026]) {
    const { id } = await createPerson(ctx(database()), {
      ...facts,
      religion: null,
      identityNumber: null,
      note: null,
    })
    const at = { person: id, organization: cell.id, on: `${year}-03-01` }
    await recordEvent(ctx(database()), { kind: 'ADMISSION', ...at, stated })
    persons.push(id)
  }
  const balance = { on: '2023-06-30', members: members - persons.length, probationaryMembers: 0 }
  await recordOpeningBalance(ctx(database()), { organization: cell.id, ...balance })
}, 60_000)

async function membersAt(on: Database, year: number): Promise<number> {
  const root = units[0] as Unit
  const question = questionOf({ from: `${year}-01-01`, asOf: `${year}-12-31`, indicators: ['members'] })
  const [sums] = await sumsOf(ctx(on), [root.id], question, { byChild: false })
  return sums?.stocks.members ?? 0
}

const years = [2023, 2024, 2025, 2026]
const wanted = [members - 3, members - 2, members - 1, members]

async function answers(on: Database): Promise<number[]> {
  const found: number[] = []
  for (const year of [...years, ...years]) found.push(await membersAt(on, year))
  return found
}

it.each([0, 1, 30_000, 45_000, 60_000, 64_000_000])(
  'answers alike with %i bytes to keep, and keeps no more',
  async (columnBytes) => {
    const own = { ...database(), columnBytes }
    expect(await answers(own)).toEqual([...wanted, ...wanted])
    expect(storeOf(own)?.bytes ?? 0).toBeLessThanOrEqual(Math.max(columnBytes, 30_000))
  },
)

it('forgets the least recently used first', async () => {
  const roomy = { ...database() }
  await answers(roomy)
  const all = storeOf(roomy)?.bytes ?? 0
  const tight = { ...database(), columnBytes: all - 1 }
  await answers(tight)
  const store = storeOf(tight)
  expect(store?.has('entries 2026')).toBe(true)
  expect(store?.has('entries 2023')).toBe(false)
})

it('never shows half of a transfer, however many are recorded while it reads', async () => {
  const [first, second] = cells()
  const own = { ...database() }
  let [done, at, day] = [false, first, 1]
  const writing = (async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      const to = at === first ? second : first
      for (const person of persons) {
        const on = `2026-06-${String(day).padStart(2, '0')}`
        await recordEvent(ctx(database()), {
          ...{ kind: 'TRANSFER', person, organization: at.id, toOrganization: to.id, on },
          stated,
        })
      }
      at = to
      day += 1
    }
    done = true
  })()
  const seen = new Set<number>()
  while (!done) seen.add(await membersAt(own, 2026))
  await writing
  expect([...seen]).toEqual([members])
}, 60_000)
