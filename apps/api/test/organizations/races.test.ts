import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

/** What came of the same question asked four times at once. */
async function atOnce(query: string, input: (turn: number) => Record<string, unknown>): Promise<string[]> {
  const answers = await Promise.all([0, 1, 2, 3].map((turn) => api().ask(query, { input: input(turn) })))
  return answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done').sort()
}

const onlyOne = ['CONFLICT', 'CONFLICT', 'CONFLICT', 'done']

describe('several at once', () => {
  it('found one unit with a code', async () => {
    const query =
      'mutation ($input: EstablishOrganizationInput!) { establishOrganization(input: $input) { id } }'
    for (let round = 0; round < 3; round += 1)
      expect(
        await atOnce(query, (turn) => ({
          code: garden.code(`race${round}`),
          name: `Xã ${turn}`,
          tier: 'GRASSROOTS',
          kind: 'COMMUNE',
          parentId: units.a.id,
          effectiveOn: '2024-01-01',
        })),
      ).toEqual(onlyOne)
  })

  it('make one set and one group with a name', async () => {
    const setQuery = 'mutation ($input: CreateGroupSetInput!) { createGroupSet(input: $input) { id } }'
    for (let round = 0; round < 3; round += 1)
      expect(await atOnce(setQuery, () => ({ name: garden.code(`bộ ${round}`) }))).toEqual(onlyOne)
    const { id: groupSetId } = await garden.act('createGroupSet', { name: garden.code('cụm') }, 'id')
    const query = 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { id } }'
    expect(await atOnce(query, () => ({ groupSetId, name: 'Cụm 1' }))).toEqual(onlyOne)
  })

  it('put a unit into one group of a set', async () => {
    const { id: groupSetId } = await garden.act('createGroupSet', { name: garden.code('vùng') }, 'id')
    const groups: string[] = []
    for (const name of ['1', '2', '3', '4'])
      groups.push((await garden.act<{ id: string }>('createGroup', { groupSetId, name }, 'id')).id)
    const query = 'mutation ($input: GroupMembershipInput!) { joinGroup(input: $input) { id } }'
    const codes = await atOnce(query, (turn) => ({
      groupId: groups[turn],
      organizationId: units.k.id,
      on: '2024-01-01',
    }))
    expect(codes).toEqual(['done', 'done', 'done', 'done'])
    const { organization } = await api().data<{ organization: { groups: object[] } }>(
      'query ($id: ID!) { organization(id: $id) { groups { name } } }',
      { id: units.k.id },
    )
    expect(organization.groups).toHaveLength(1)
  })

  it('change a unit once from the version that all of them read', async () => {
    const query =
      'mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { version } }'
    const { id, version } = await garden.now(units.l)
    expect(
      await atOnce(query, (turn) => ({ id, version, effectiveOn: '2025-01-01', name: `Xã ${turn}` })),
    ).toEqual(onlyOne)
  })

  it('admit a person once', async () => {
    const personId = await garden.person()
    const query = 'mutation ($input: AdmissionInput!) { recordAdmission(input: $input) { id } }'
    const cells = [units.k1, units.k2, units.l1, units.m1]
    expect(
      await atOnce(query, (turn) => ({
        personId,
        organizationId: cells[turn]?.id,
        on: '2024-05-01',
        youthUnion: true,
      })),
    ).toEqual(onlyOne)
    const input = { from: '2024-01-01', asOf: '2024-12-31', indicators: ['admitted', 'members'] }
    expect(await garden.figures(units.root, input)).toEqual({ admitted: 1, members: 1 })
  })
})
