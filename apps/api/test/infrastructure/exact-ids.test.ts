import { beforeAll, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

/** Refused with a blank behind the id, nothing written; done with the id itself. */
async function onlyExactly(mutation: string, field: string, id: string, rest: Record<string, unknown>) {
  const before = await stored(database())
  for (const wrong of [`${id} `, ` ${id}`, id.toUpperCase()]) {
    const { extensions } = await garden.refusal(mutation, { ...rest, [field]: wrong })
    expect(extensions.code, `${mutation} ${field}`).toBe('NOT_FOUND')
  }
  expect(await stored(database())).toEqual(before)
  return garden.act(mutation, { ...rest, [field]: id }, 'id')
}

it('finds units, persons, documents and events by their exact ids only', async () => {
  const cell = units.k1
  const filed = { organizationId: units.k.id, number: garden.code('1-QĐ'), title: 'Quyết định' }
  const document = await garden.act('createDocument', filed, 'id')
  const event = {
    personId: await garden.person(),
    organizationId: cell.id,
    on: '2024-03-01',
    youthUnion: true,
  }
  await onlyExactly('recordAdmission', 'organizationId', cell.id, { ...event })
  const { personId, ...unnamed } = { ...event, personId: await garden.person() }
  await onlyExactly('recordAdmission', 'personId', personId, unnamed)
  const third = { ...event, personId: await garden.person() }
  const recorded = await onlyExactly('recordAdmission', 'documentId', document.id, third)
  await onlyExactly('correctEvent', 'id', recorded.id, { version: 1, reason: 'Nhập nhầm' })
})

it('finds targets, opening balances, sets and groups by their exact ids only', async () => {
  const target = { organizationId: units.k.id, kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2024, amountMin: 10 }
  const set = await garden.act('setTarget', target)
  await onlyExactly('setTarget', 'id', set.id, { ...target, version: set.version })
  const balance = { organizationId: units.k2.id, on: '2020-12-31', members: 3, probationaryMembers: 0 }
  const opening = await garden.act('recordOpeningBalance', balance)
  await onlyExactly('correctOpeningBalance', 'id', opening.id, { version: 1, reason: 'Nhập nhầm' })
  const groupSet = await garden.act('createGroupSet', { name: garden.code('Cụm') }, 'id')
  const group = await onlyExactly('createGroup', 'groupSetId', groupSet.id, { name: 'Cụm 1' })
  await onlyExactly('joinGroup', 'groupId', group.id, { organizationId: units.k.id, on: '2024-01-01' })
})
