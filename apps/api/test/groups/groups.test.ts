import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { imported } from '../exchange/census.js'
import { province } from '../exchange/lines.js'

const database = useDatabase()
const clock = new FixedClock('2025-06-30')
const api = useApi(database, { clock })

const createSet = `mutation ($name: String!) { createGroupSet(input: { name: $name }) { id name groups { id } } }`
const createGroup = `mutation ($set: ID!, $name: String!) {
  createGroup(input: { groupSetId: $set, name: $name }) { id name groupSet { id } }
}`
const join = `mutation ($input: GroupMembershipInput!) { joinGroup(input: $input) { id organizations { code } } }`
const leave = `mutation ($input: GroupMembershipInput!) { leaveGroup(input: $input) { id organizations { code } } }`
const listing = `query ($at: Date) { groupSets(at: $at) { name groups { name organizations { code } } } }`
const ofUnit = `query ($code: String!, $at: Date) { organization(code: $code, at: $at) { groups { name } } }`

async function setOf(name: string): Promise<string> {
  const made = await api().data<{ createGroupSet: { id: string } }>(createSet, { name })
  return made.createGroupSet.id
}

async function groupIn(set: string, name: string): Promise<string> {
  const made = await api().data<{ createGroup: { id: string } }>(createGroup, { set, name })
  return made.createGroup.id
}

async function unitOf(code: string): Promise<string> {
  const found = await api().data<{ organization: { id: string } }>(
    `query ($code: String!) { organization(code: $code) { id } }`,
    { code },
  )
  return found.organization.id
}

const groupsOf = async (code: string, at: string) =>
  (
    await api().data<{ organization: { groups: Array<{ name: string }> } }>(ofUnit, { code, at })
  ).organization.groups.map(({ name }) => name)

describe('Groups of units beside the tree', () => {
  beforeAll(async () => {
    await imported(createContext({ database: database(), clock }), province('G'))
  })

  it('refuse what is unknown, empty, twice there, or outside the life of the unit, and write nothing', async () => {
    const set = await setOf('Cụm A')
    const group = await groupIn(set, 'Một')
    const unit = await unitOf('G-1')
    const nobody = '01890000-0000-7000-8000-000000000000'
    const refusals: Array<[string, Record<string, unknown>, string]> = [
      [createSet, { name: '  ' }, 'INVALID_INPUT'],
      [createSet, { name: 'x'.repeat(201) }, 'INVALID_INPUT'],
      [createSet, { name: ' Cụm  A ' }, 'CONFLICT'],
      [createGroup, { set: nobody, name: 'Hai' }, 'NOT_FOUND'],
      [createGroup, { set, name: 'Một' }, 'CONFLICT'],
      [join, { input: { groupId: nobody, organizationId: unit, on: '2024-01-01' } }, 'NOT_FOUND'],
      [join, { input: { groupId: group, organizationId: nobody, on: '2024-01-01' } }, 'NOT_FOUND'],
      [join, { input: { groupId: group, organizationId: unit, on: '2019-12-31' } }, 'DATE_OUT_OF_RANGE'],
      [leave, { input: { groupId: group, organizationId: unit, on: '2024-01-01' } }, 'CONFLICT'],
    ]
    for (const [mutation, variables, code] of refusals) {
      expect((await api().refusal(mutation, variables)).extensions.code).toBe(code)
    }
    const ctx = createContext({ database: database() })
    expect(await select(ctx, 'SELECT 1 FROM group_membership')).toEqual([])
    expect(await select(ctx, 'SELECT name FROM organization_group')).toEqual([{ name: 'Một' }])
  })

  it('let a unit join, move to another group of the set, and leave; on any day it is in one at most', async () => {
    const set = await setOf('Cụm B')
    const [one, two] = [await groupIn(set, 'Một'), await groupIn(set, 'Hai')]
    const organizationId = await unitOf('G-1-A')
    const input = { groupId: one, organizationId, on: '2022-01-01' }
    const joined = await api().data<{ joinGroup: { organizations: unknown[] } }>(join, { input })
    expect(joined.joinGroup.organizations).toEqual([{ code: 'G-1-A' }])
    expect((await api().refusal(join, { input })).extensions.code).toBe('CONFLICT')
    await api().data(join, { input: { ...input, groupId: two, on: '2023-01-01' } })
    await api().data(leave, { input: { ...input, groupId: two, on: '2024-01-01' } })
    expect(await groupsOf('G-1-A', '2021-12-31')).toEqual([])
    expect(await groupsOf('G-1-A', '2022-12-31')).toEqual(['Một'])
    expect(await groupsOf('G-1-A', '2023-01-01')).toEqual(['Hai'])
    expect(await groupsOf('G-1-A', '2024-01-01')).toEqual([])
  })

  it('keep a later membership when an earlier one is entered late', async () => {
    const set = await setOf('Cụm C')
    const [one, two] = [await groupIn(set, 'Một'), await groupIn(set, 'Hai')]
    const organizationId = await unitOf('G-1-B')
    await api().data(join, { input: { groupId: two, organizationId, on: '2024-01-01' } })
    await api().data(join, { input: { groupId: one, organizationId, on: '2022-01-01' } })
    expect(await groupsOf('G-1-B', '2023-12-31')).toEqual(['Một'])
    expect(await groupsOf('G-1-B', '2024-01-01')).toEqual(['Hai'])
    const { groupSets } = await api().data<{ groupSets: Array<{ name: string; groups: unknown[] }> }>(
      listing,
      { at: '2023-06-01' },
    )
    expect(groupSets.find(({ name }) => name === 'Cụm C')?.groups).toEqual([
      { name: 'Hai', organizations: [] },
      { name: 'Một', organizations: [{ code: 'G-1-B' }] },
    ])
  })
})
