import { beforeAll, describe, expect, it } from 'vitest'
import { checkHistories } from '../../src/features/membership/history-check.service.js'
import { createContext } from '../../src/context.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { accountWith } from '../people-with-accounts.js'
import {
  cellWithMembers,
  certified,
  decided,
  opened,
  paper,
  ready,
  shown,
  votes,
  type Following,
  type Held,
} from './grow-dossiers.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let cell: Unit
let members: string[]

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  const grown = await cellWithMembers(garden, units.k)
  cell = grown.cell
  members = grown.members
})

const proposedOne = async (): Promise<Following> => {
  const following = await ready(garden, await certified(garden, cell), members)
  await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
  await following.step('PROPOSAL', '2024-07-15')
  return following
}

describe('fifty officers who decide on one dossier at once', () => {
  it('make exactly one decision; the others are told', async () => {
    const following = await proposedOne()
    const { id, version } = following.now
    const query = `mutation ($input: DossierStepInput!) { recordDossierStep(input: $input) { ${shown} } }`
    const input = { dossierId: id, version, kind: 'DECISION', on: '2024-08-05', outcome: 'YES' }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api().ask<{ recordDossierStep: Held }>(query, { input })),
    )
    const done = answers.filter(({ body }) => body.errors === undefined)
    const codes = answers.flatMap(({ body }) => body.errors?.map(({ extensions }) => extensions.code) ?? [])
    expect(done).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set(['CONFLICT']))
    const { steps } = await following.ask<{ steps: Array<{ kind: string }> }>('steps { kind }')
    expect(steps.filter(({ kind }) => kind === 'DECISION')).toHaveLength(1)
    const asked = { from: '2024-08-05', asOf: '2024-08-05', indicators: ['admitted'] }
    expect(await garden.figures(cell, asked)).toEqual({ admitted: 1 })
  }, 60_000)
})

describe('the last step', () => {
  it('can be taken back, with what it counted; one on which another rests cannot', async () => {
    const following = await decided(await ready(garden, await certified(garden, cell), members))
    const [proposal, decision] = following.now.steps.slice(-2)
    const words = { reason: 'Ghi nhầm người' }
    const early = await following.refused('correctDossierStep', { stepId: proposal?.id, ...words })
    expect(early.extensions).toMatchObject({ reason: { key: 'STEP_NOT_LAST' } })
    const mute = await following.refused('correctDossierStep', { stepId: decision?.id, reason: ' ' })
    expect(mute.extensions.code).toBe('INVALID_INPUT')
    await following.act('correctDossierStep', { stepId: decision?.id, ...words })
    expect(following.now.state).toBe('GRASSROOTS_PROPOSED')
    expect(following.now.steps.at(-1)).toMatchObject({ kind: 'DECISION', correctedOn: '2026-11-21' })
    const twice = await following.refused('correctDossierStep', { stepId: decision?.id, ...words })
    expect(twice.extensions).toMatchObject({ reason: { key: 'ALREADY_CORRECTED' } })
    await following.step('DECISION', '2024-08-06', { outcome: 'YES' })
    expect(following.now.state).toBe('DECIDED')
  })
})

describe('deadlines', () => {
  const deadlines = async (following: Following, on: string) =>
    (
      await following.ask<{ deadlines: Array<Record<string, unknown>> }>(
        `deadlines(on: "${on}") { kind dueOn warnFrom metOn state extended regulation problem { vi } }`,
      )
    ).deadlines

  it('run in working days from the vote, warn, are overdue, are met late, and never refuse', async () => {
    const following = await proposedOne()
    const of = async (on: string) => (await deadlines(following, on)).find(({ kind }) => kind === 'DECISION')
    const open = await of('2024-07-15')
    const { addWorkingDays } = await garden.client.data<{ addWorkingDays: string }>(
      'query { addWorkingDays(from: "2024-07-02", days: 60) }',
    )
    expect(open).toMatchObject({ dueOn: addWorkingDays, state: 'OPEN', regulation: '24-QĐ/TW' })
    expect(await of(String(open?.warnFrom))).toMatchObject({ state: 'WARN' })
    expect(await of('2024-10-30')).toMatchObject({ state: 'OVERDUE' })
    await following.step('EXTENSION', '2024-09-20', { note: 'Chờ ý kiến cấp trên' })
    expect(await of('2024-10-01')).toMatchObject({ extended: true, state: 'OPEN' })
    await following.step('DECISION', '2025-03-03', { outcome: 'YES' })
    expect(await of('2025-03-03')).toMatchObject({ metOn: '2025-03-03', state: 'LATE' })
  })

  it('name the papers and the certificate that run out, and say which calendar is missing', async () => {
    const following = await opened(garden, await certified(garden, cell))
    const due = (await deadlines(following, '2024-04-20')).map(({ kind, dueOn }) => ({ kind, dueOn }))
    expect(due).toContainEqual({ kind: 'PAPERS', dueOn: '2025-04-09' })
    expect(due).toContainEqual({ kind: 'CERTIFICATE', dueOn: '2029-03-09' })
    const states = (await deadlines(following, '2025-04-10')).map(
      ({ kind, state }) => `${String(kind)} ${String(state)}`,
    )
    expect(states).toContain('PAPERS OVERDUE')
  })

  it('let the probation run out: from its last day on it is met, for nobody can miss it', async () => {
    const following = await decided(await ready(garden, await certified(garden, cell), members))
    await following.step('CEREMONY', '2024-09-02')
    const of = async (on: string) => (await deadlines(following, on)).find(({ kind }) => kind === 'PROBATION')
    const due = { dueOn: '2025-09-02' }
    expect(await of('2025-09-01')).toMatchObject({ ...due, metOn: null, state: 'OPEN' })
    expect(await of('2025-09-02')).toMatchObject({ ...due, metOn: '2025-09-02', state: 'MET' })
    expect(await of('2026-11-21')).toMatchObject({ ...due, metOn: '2025-09-02', state: 'MET' })
  })
})

describe('one door', () => {
  it('is refused beside a dossier, and from the day set on for the unit and all below it', async () => {
    const there = await cellWithMembers(garden, units.m)
    const open = await certified(garden, there.cell)
    await opened(garden, open)
    const beside = (person: string, on: string) =>
      garden.refusal('recordAdmission', {
        personId: person,
        organizationId: there.cell.id,
        on,
        youthUnion: true,
      })
    expect((await beside(open, '2024-06-01')).extensions).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'ONE_DOOR', reason: { key: 'BY_DOSSIER' } },
    })
    await garden.act('setProcedureFrom', { organizationId: units.b.id, on: '2025-01-01', version: 0 }, 'id')
    const stale = await garden.refusal('setProcedureFrom', {
      organizationId: units.b.id,
      on: '2025-02-01',
      version: 0,
    })
    expect(stale.extensions.code).toBe('CONFLICT')
    const someone = await garden.person()
    expect((await beside(someone, '2025-01-01')).extensions).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'ONE_DOOR', regulation: '24-QĐ/TW' },
      reason: { key: 'ONE_DOOR', params: { day: '2025-01-01' } },
    })
    await garden.admit(there.cell, '2024-12-31')
    const query = 'query ($id: ID!) { organization(id: $id) { procedureStart { on ownOn version } } }'
    const start = await garden.client.data<{ organization: { procedureStart: unknown } }>(query, {
      id: there.cell.id,
    })
    expect(start.organization.procedureStart).toEqual({ on: '2025-01-01', ownOn: null, version: 0 })
  })
})

describe('the tree', () => {
  it('takes dossiers in flight along: the committee above the new place decides, the days run on', async () => {
    const commune = await garden.unit('Xã chuyển đi', 'GRASSROOTS', units.a)
    const there = await cellWithMembers(garden, commune)
    const following = await ready(garden, await certified(garden, there.cell), there.members)
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    const { version } = await garden.now(commune)
    await garden.act('moveOrganization', {
      ...{ id: commune.id, version, parentId: units.b.id, effectiveOn: '2024-07-10' },
    })
    await following.step('PROPOSAL', '2024-07-15')
    const wrong = await following.stepRefused('DECISION', '2024-08-05', {
      outcome: 'YES',
      decidedById: units.a.id,
    })
    expect(wrong).toMatchObject({ reason: { key: 'NO_POWER', params: { name: 'Huyện B' } } })
    await following.step('DECISION', '2024-08-05', { outcome: 'YES', decidedById: units.b.id })
    const asked = { from: '2024-08-01', asOf: '2024-08-31', indicators: ['admitted'] }
    expect(await garden.figures(units.b, asked)).toEqual({ admitted: 1 })
  })
})

describe('whoever may', () => {
  it('prepare at the cell, decide at the committee: others are refused, and told which level has the power', async () => {
    const secretary = await accountWith({ database: database(), clock }, [
      { role: 'CELL_SECRETARY', unit: cell },
    ])
    const officer = await accountWith({ database: database(), clock }, [
      { role: 'COMMITTEE_OFFICER', unit: units.k },
    ])
    const stranger = await accountWith({ database: database(), clock }, [
      { role: 'COMMITTEE_OFFICER', unit: units.l },
    ])
    const following = await proposedOne()
    const decide = `mutation ($input: DossierStepInput!) { recordDossierStep(input: $input) { id } }`
    const { id: dossierId, version } = following.now
    const input = { dossierId, version, kind: 'DECISION', on: '2024-08-05', outcome: 'YES' }
    const as = (account: typeof officer) => api().as(account.pass).refusal(decide, { input })
    expect((await as(secretary)).extensions.code).toBe('NOT_FOUND')
    expect((await as(officer)).extensions).toMatchObject({
      rule: 'DECIDING_BODY',
      reason: { key: 'NO_POWER' },
    })
    expect((await as(stranger)).extensions.code).toBe('NOT_FOUND')
    const read =
      'query ($id: ID!) { dossier(id: $id) { viewerCanPrepare viewerCanDecide nextSteps(on: "2024-08-05") { step by viewerCan missing { vi } } } }'
    const seen = await api()
      .as(officer.pass)
      .data<{ dossier: Record<string, unknown> }>(read, { id: dossierId })
    expect(seen.dossier).toMatchObject({ viewerCanPrepare: true, viewerCanDecide: false })
    expect(seen.dossier.nextSteps).toContainEqual({
      step: 'DECISION',
      by: 'Huyện A',
      viewerCan: false,
      missing: [],
    })
    const shut = await api().as(stranger.pass).refusal(read, { id: dossierId })
    expect(shut.extensions.code).toBe('NOT_FOUND')
  })

  it('see what is missing for the next step before it is taken', async () => {
    const following = await opened(garden, await certified(garden, cell), {
      papers: [paper('1-KNĐ', '2024-04-10')],
    })
    const { nextSteps } = await following.ask<{
      nextSteps: Array<{ step: string; missing: Array<{ vi: string }> }>
    }>('nextSteps(on: "2024-06-01") { step missing { vi } } paperNeeds(on: "2024-06-01") { formCodes state }')
    const missing = nextSteps.find(({ step }) => step === 'READY')?.missing.map(({ vi }) => vi) ?? []
    expect(missing.length).toBeGreaterThan(3)
    expect(missing.join(' ')).toContain('2-KNĐ')
  })
})

describe('the ledger', () => {
  it('is what the events amount to, states of dossiers included', async () => {
    expect(await checkHistories(createContext({ database: database(), clock }), false)).toEqual([])
  })
})
