import type { OrganizationQuery } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { useDatabase } from '../database.js'
import { createContext } from '../../src/context.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { Garden } from '../grow.js'
import { accountWith } from '../people-with-accounts.js'
import { stored } from '../stored.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

interface Row {
  position: number
  content: {
    name: string
    figures: { indicator: string; numerator: number | null; text: string }[]
    facts: { name: string; value: string | null }[]
  }
}
interface Frozen {
  id: string
  checksum: string
  totalCount: number
  unaltered: boolean
  totals: { indicator: string; figure: { numerator: number | null } | null; withheld: string | null }[]
  rows: { edges: { node: Row }[]; totalCount: number }
}

const content = 'content { name figures { indicator numerator text } facts { name value } }'
const selection = `{ id checksum totalCount unaltered totals { indicator withheld figure { numerator } }
  rows { totalCount edges { node { position ${content} } } } }`
const FREEZE = `mutation ($input: FreezeEvidenceInput!) { freezeEvidence(input: $input) ${selection} }`
const READ = `query ($id: ID!) { evidence(id: $id) ${selection} }`
const DRAW = `mutation ($input: DrawSampleInput!) { drawSample(input: $input) { id drawn checksum rows { position } } }`
const RERUN = `query ($id: ID!) { rerunEvidence(id: $id) { unchanged gone added changed
  differences { kind before { name figures { numerator } } now { name figures { numerator } } } } }`

const query = (facts: Partial<OrganizationQuery> = {}): OrganizationQuery => ({
  ...{ scope: [units.root.id], from: '2024-01-01', asOf: '2024-12-31', tiers: ['CELL'] },
  ...{
    indicators: ['admitted'],
    where: { compare: { indicator: 'admitted', operator: 'AT_LEAST', number: 1 } },
  },
  ...facts,
})
const freeze = async (client: ApiClient, organizations: OrganizationQuery): Promise<Frozen> =>
  (await client.data<{ freezeEvidence: Frozen }>(FREEZE, { input: { note: 'Thử', organizations } }))
    .freezeEvidence
const read = async (id: string): Promise<Frozen> =>
  (await api().data<{ evidence: Frozen }>(READ, { id })).evidence

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  for (const cell of [units.k1, units.k2, units.l1]) await garden.admit(cell, '2024-03-03')
})

describe('evidence', () => {
  it('is refused for what the question is refused for, and nothing is kept', async () => {
    const before = await stored(database())
    const input = { note: '', organizations: query({ indicators: ['nothing'] }) }
    expect((await api().refusal(FREEZE, { input })).extensions).toMatchObject({ code: 'INVALID_INPUT' })
    expect((await api().refusal(FREEZE, { input: { note: '' } })).extensions).toMatchObject({
      reason: { key: 'QUERY_ONE_SUBJECT' },
    })
    expect(await stored(database())).toEqual(before)
  })

  it('stays as it was when the data change, and tells row by row what differs', async () => {
    const frozen = await freeze(api(), query())
    expect(frozen).toMatchObject({ totalCount: 3, unaltered: true })
    expect(frozen.totals).toEqual([{ indicator: 'admitted', withheld: null, figure: { numerator: 3 } }])
    await garden.admit(units.k1, '2024-04-04')
    await garden.admit(units.m1, '2024-05-05')
    expect(await read(frozen.id)).toEqual(frozen)
    const { rerunEvidence } = await api().data<{ rerunEvidence: unknown }>(RERUN, { id: frozen.id })
    expect(rerunEvidence).toMatchObject({
      ...{ unchanged: 2, gone: 0, added: 1, changed: 1 },
      differences: [
        { kind: 'CHANGED', before: { figures: [{ numerator: 1 }] }, now: { figures: [{ numerator: 2 }] } },
        { kind: 'NEW', before: null, now: { name: 'Chi bộ M' } },
      ],
    })
  })

  it('of persons keeps who they are and the days, and no names', async () => {
    const persons = { subject: 'ADMISSIONS', scope: [units.k.id], from: '2024-01-01', asOf: '2024-12-31' }
    const { freezeEvidence } = await api().data<{ freezeEvidence: Frozen }>(FREEZE, {
      input: { note: '', persons },
    })
    const texts = JSON.stringify(
      await database().reader.query('SELECT content FROM evidence_row WHERE person IS NOT NULL'),
    )
    expect(freezeEvidence.rows.edges[0]?.node.content.facts).toContainEqual({
      name: 'on',
      value: '2024-04-04',
    })
    expect(texts).not.toContain('Nguyễn')
  })

  it('is read only where one may read at every unit that was asked', async () => {
    const { id } = await freeze(api(), query())
    const pass = async (role: 'VIEWER' | 'INSPECTOR', unit = units.a) =>
      api().as((await accountWith({ database: database(), clock }, [{ role, unit }])).pass)
    const below = await pass('INSPECTOR')
    for (const document of [READ, RERUN])
      expect((await below.refusal(document, { id })).extensions.code).toBe('NOT_FOUND')
    expect(
      (await below.refusal(DRAW, { input: { evidenceId: id, size: 1, seed: 'x' } })).extensions.code,
    ).toBe('NOT_FOUND')
    const own = await freeze(below, query({ scope: [units.a.id] }))
    const list = `{ evidenceList { totalCount edges { node { id } } } }`
    const { evidenceList } = await below.data<{
      evidenceList: { totalCount: number; edges: { node: { id: string } }[] }
    }>(list)
    const listed = evidenceList.edges.map(({ node }) => node.id)
    expect(listed).toContain(own.id)
    expect(listed).not.toContain(id)
    expect(evidenceList.totalCount).toBe(listed.length)
    expect(await (await pass('VIEWER', units.root)).data(READ, { id })).toBeTruthy()
  })
})

describe('a sample', () => {
  const draw = async (input: object) =>
    (
      await api().data<{ drawSample: { drawn: number; checksum: string; rows: { position: number }[] } }>(
        DRAW,
        { input },
      )
    ).drawSample

  it.each([
    ['of nothing', { size: 0 }],
    ['of two sorts', { size: 1, percent: 10 }],
    ['of neither', {}],
    ['of more than everything', { percent: 101 }],
    ['of too many', { size: 5000 }],
  ])('%s is refused', async (_name, facts) => {
    const { id } = await freeze(api(), query())
    const input = { evidenceId: id, seed: 'x', ...facts }
    expect((await api().refusal(DRAW, { input })).extensions).toMatchObject({
      reason: { key: 'SAMPLE_SIZE' },
    })
  })

  it('is the same for the same seed, stratified by unit, and kept with the evidence', async () => {
    const { id } = await freeze(api(), query())
    const wish = { evidenceId: id, size: 3, seed: '2026-11' }
    const [first, again] = [await draw(wish), await draw(wish)]
    expect(first).toEqual({ ...again, id: (first as unknown as { id: string }).id })
    expect(first.drawn).toBe(3)
    expect((await draw({ evidenceId: id, percent: 50, seed: 'x' })).drawn).toBe(2)
    const { evidence } = await api().data<{ evidence: { samples: unknown[] } }>(
      `query ($id: ID!) { evidence(id: $id) { samples { seed size percent drawn rows { position } } } }`,
      { id },
    )
    expect(evidence.samples).toHaveLength(3)
  })
})

describe('evidence that was tampered with', () => {
  it('is refused by the database, and found where a guard was taken away', async () => {
    const { id } = await freeze(api(), query())
    const { writer } = database()
    await expect(writer.query(`UPDATE evidence SET note = 'khác'`)).rejects.toThrow(
      /evidence stays as it was/u,
    )
    await expect(writer.query('DELETE FROM evidence_row')).rejects.toThrow(/evidence stays as it was/u)
    const ctx = () => createContext({ database: database(), clock })
    expect((await verify(ctx())).filter(({ check }) => check === 'EVIDENCE')).toEqual([])
    await writer.query('DROP TRIGGER evidence_unchanged')
    await writer.query('UPDATE evidence SET note = ? WHERE uid = ?', ['khác', id])
    expect(await read(id)).toMatchObject({ unaltered: false })
    expect((await verify(ctx())).filter(({ check }) => check === 'EVIDENCE')).toHaveLength(1)
  })
})
