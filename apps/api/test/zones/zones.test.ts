import { afterEach, describe, expect, it, vi } from 'vitest'
import { createContext, today } from '../../src/context.js'
import { eventsOf, recordEvent } from '../../src/features/membership/membership.service.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { createPerson } from '../../src/features/people/person.service.js'
import { useDatabase } from '../database.js'
import { plant } from '../properties/operations.js'
import { World } from '../properties/world.js'

const database = useDatabase()
/** 00:30 on 15 November in Viet Nam; still the 14th in London and New York. */
const instant = new Date('2024-11-14T17:30:00Z')
const ctx = () => createContext({ database: database(), clock: { now: () => instant } })

/** Minutes by which each zone lies behind UTC on that day. */
const zones: [string, number][] = [
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', -420],
  ['America/New_York', 300],
  ['Pacific/Kiritimati', -840],
]

afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(zones)('on a machine in %s', (zone, offset) => {
  it('days go in and come out unchanged, and today is the day in Viet Nam', async () => {
    vi.stubEnv('TZ', zone)
    expect(instant.getTimezoneOffset()).toBe(offset)
    const world = new World(database())
    await world.wipe()
    await plant(world)
    const cell = world.units[6]
    if (!cell) throw new Error('the tree is not planted')
    expect(today(ctx())).toBe('2024-11-15')
    expect(await findOrganization(ctx(), cell.uid)).toMatchObject({ at: '2024-11-15', opened: '2023-01-01' })
    const facts = { fullName: 'Nguyễn Thử', birthDate: '2000-02-29', female: true, ethnicity: '01' }
    const person = await createPerson(ctx(), { ...facts, religion: null, identityNumber: null, note: null })
    expect(person.birthDate).toBe('2000-02-29')
    const event = { person: person.id, kind: 'INTRODUCTION', organization: cell.id } as const
    await recordEvent(ctx(), { ...event, introducer: 'YOUTH_UNION', on: '2024-11-15' })
    const tomorrow = recordEvent(ctx(), { ...event, introducer: 'YOUTH_UNION', on: '2024-11-16' })
    await expect(tomorrow).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect((await eventsOf(ctx(), [person.id])).map(({ date }) => date)).toEqual(['2024-11-15'])
  })
})
