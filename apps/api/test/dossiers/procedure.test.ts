import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import {
  cellWithMembers,
  certified,
  decided,
  probationPapers,
  ready,
  votes,
  type Following,
} from './grow-dossiers.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const indicators = [
  ...['candidatesCertified', 'candidatesDossierOpen', 'candidatesVerifying', 'candidatesReady'],
  ...['candidatesCellApproved', 'candidatesProposed', 'candidates', 'members', 'probationaryMembers'],
  ...['dossiersOpened', 'cellApproved', 'proposed', 'admitted', 'recognized', 'candidatesAdmitted'],
]

const figures = (asOf: string) => garden.figures(units.a, { from: '2024-01-01', asOf, indicators })

describe('a dossier', () => {
  let following: Following

  it('goes from the application to the official member, and every step is a figure of its day', async () => {
    const { cell, members } = await cellWithMembers(garden, units.k)
    const person = await certified(garden, cell)
    following = await ready(garden, person, members)
    expect(following.now.state).toBe('READY')
    expect(await figures('2024-04-30')).toMatchObject({ candidatesDossierOpen: 1, dossiersOpened: 1 })
    expect(await figures('2024-05-31')).toMatchObject({ candidatesVerifying: 1, candidatesDossierOpen: 0 })
    expect(await figures('2024-06-30')).toMatchObject({ candidatesReady: 1, candidates: 1 })

    await decided(following)
    expect(following.now.state).toBe('DECIDED')
    expect(await figures('2024-07-10')).toMatchObject({ candidatesCellApproved: 1, cellApproved: 1 })
    expect(await figures('2024-07-31')).toMatchObject({ candidatesProposed: 1, proposed: 1 })
    expect(await figures('2024-08-05')).toMatchObject({ candidates: 0, admitted: 1, candidatesAdmitted: 1 })

    await following.step('CEREMONY', '2024-08-20')
    await following.act('addDossierPapers', { papers: probationPapers('2025-08-22') })
    await following.step('RECOGNITION_VOTE', '2025-08-25', { votes: votes(4) })
    expect(following.now.state).toBe('RECOGNITION_PROPOSED')
    await following.step('RECOGNITION', '2025-09-10')
    expect(following.now.state).toBe('OFFICIAL')
    expect(await figures('2025-12-31')).toMatchObject({ recognized: 1, probationaryMembers: 0, members: 6 })
  })

  it('shows its four days, the committee that decided, and the rules by which each step was judged', async () => {
    const shown = await following.ask<Record<string, unknown>>(
      'decidedOn ceremonyOn recognizedOn officialFrom organization { name } person { fullName } papers { formCode }',
    )
    expect(shown).toMatchObject({
      ...{ decidedOn: '2024-08-05', ceremonyOn: '2024-08-20' },
      ...{ recognizedOn: '2025-09-10', officialFrom: '2025-08-20' },
    })
    const vote = following.now.steps.find(({ kind }) => kind === 'CELL_VOTE')
    expect(vote).toMatchObject({ outcome: 'YES', votes: { base: 5, onRecord: 5 }, late: true })
    expect(vote?.rules).toContainEqual(
      expect.objectContaining({ code: 'ADMISSION_AGE_LEAST', regulation: '24-QĐ/TW', value: 18 }),
    )
  })

  it('is listed by unit, state and day', async () => {
    const list = (at: string, filter = {}) =>
      garden.client.data<{ organization: { dossiers: { totalCount: number; edges: unknown[] } } }>(
        `query ($id: ID!, $at: Date, $filter: DossierFilterInput) { organization(id: $id, at: $at) {
          dossiers(filter: $filter) { totalCount states { state count } edges { node { id state since person { fullName } } } } } }`,
        { id: units.a.id, at, filter },
      )
    expect((await list('2024-07-10')).organization.dossiers.totalCount).toBe(1)
    expect((await list('2026-01-01')).organization.dossiers.totalCount).toBe(0)
    expect((await list('2026-01-01', { states: ['OFFICIAL'] })).organization.dossiers.edges).toMatchObject([
      { node: { id: following.now.id, state: 'OFFICIAL', since: '2025-09-10' } },
    ])
  })
})
