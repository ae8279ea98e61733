import { beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../client.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { cellWithMembers, certified, opened } from '../dossiers/grow-dossiers.js'
import { act, growInspection, refused, why, type Inspection } from './grow-findings.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

interface Linked {
  id: string
  about: string
  evidence: { id: string; checksum: string } | null
  dossier: { id: string } | null
}
const links = 'id about evidence { id checksum } dossier { id }'
const FREEZE = 'mutation ($input: FreezeEvidenceInput!) { freezeEvidence(input: $input) { id checksum } }'

let world: Inspection
/** Evidence over a unit, as somebody freezes it. */
const freeze = async (client: ApiClient, scope: string): Promise<{ id: string; checksum: string }> => {
  const organizations = {
    ...{ scope: [scope], from: '2026-01-01', asOf: '2026-11-27', tiers: ['CELL'] },
    indicators: ['admitted'],
  }
  const input = { note: 'Chi bộ chưa kết nạp', organizations }
  return (await client.data<{ freezeEvidence: { id: string; checksum: string } }>(FREEZE, { input }))
    .freezeEvidence
}
const input = (facts: object) => ({
  kind: 'SHORTCOMING',
  words: 'Chi bộ chưa kết nạp trong năm',
  dueOn: '2026-12-10',
  ...facts,
})
const read = async (client: ApiClient, id: string): Promise<Linked> =>
  (await client.data<{ finding: Linked }>(`query ($id: ID!) { finding(id: $id) { ${links} } }`, { id }))
    .finding

beforeAll(async () => {
  world = await growInspection(api(), database(), clock)
})

describe('a finding that rests on evidence', () => {
  it('is refused with evidence that the inspector may not read', async () => {
    const organizationId = world.units.k1.id
    const elsewhere = await freeze(world.elsewhere, world.units.b.id)
    for (const evidenceId of [elsewhere.id, '00000000-0000-7000-8000-000000000000'])
      expect(
        why(await refused(world.inspector, 'recordFinding', input({ organizationId, evidenceId }))),
      ).toEqual(['NOT_FOUND'])
  })

  it('shows it to whoever may read it, and to nobody else', async () => {
    const { id: evidenceId, checksum } = await freeze(world.inspector, world.units.a.id)
    const facts = input({ organizationId: world.units.k1.id, evidenceId })
    const made = await act<Linked>(world.inspector, 'recordFinding', facts, links)
    expect(made.evidence).toEqual({ id: evidenceId, checksum })
    expect((await read(world.inspector, made.id)).evidence).toEqual({ id: evidenceId, checksum })
    expect((await read(world.secretary, made.id)).evidence).toBeNull()
  })
})

describe('a finding on a dossier', () => {
  it('is not made on one of another province, nor on a dossier and a unit at once', async () => {
    const { cell, members } = await cellWithMembers(world.garden, world.units.k)
    const following = await opened(world.garden, await certified(world.garden, cell))
    expect(members).toHaveLength(2)
    const dossierId = following.now.id
    expect(why(await refused(world.elsewhere, 'recordFinding', input({ dossierId })))).toEqual(['NOT_FOUND'])
    const both = input({ dossierId, organizationId: world.units.k1.id })
    expect(why(await refused(world.inspector, 'recordFinding', both))).toEqual([
      'INVALID_INPUT',
      'FINDING_ABOUT_ONE',
    ])
  })

  it('names it to who keeps it, and to the inspector once the person was opened with a reason', async () => {
    const { cell } = await cellWithMembers(world.garden, world.units.k)
    const person = await certified(world.garden, cell)
    const following = await opened(world.garden, person)
    const facts = input({ dossierId: following.now.id })
    const made = await act<Linked>(world.inspector, 'recordFinding', facts, links)
    expect(made).toMatchObject({ about: 'DOSSIER', dossier: null })
    expect((await read(world.officer, made.id)).dossier).toEqual({ id: following.now.id })
    const open = 'mutation ($input: LookInput!) { openPerson(input: $input) { id } }'
    await world.inspector.data(open, { input: { personId: person, reason: 'Kiểm tra hồ sơ kết nạp' } })
    expect((await read(world.inspector, made.id)).dossier).toEqual({ id: following.now.id })
  })
})
