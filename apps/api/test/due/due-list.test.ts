import { type DossierState, type DueKind } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { cellWithMembers, certified, decided, ready, votes } from '../dossiers/grow-dossiers.js'
import { Garden } from '../grow.js'
import { textWith } from '../matching.js'
import { candidate, official } from '../sources/grow-sources.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2024-09-02') })
const later = useApi(database, { clock: new FixedClock('2026-12-20') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

interface Item {
  kind: DueKind
  state: string
  beginsOn: string
  dueOn: string | null
  warnFrom: string | null
  daysLeft: number | null
  about: string | null
  problem: { code: string; en: string } | null
  person: { id: string } | null
  organization: { id: string }
  dossier: { state: DossierState; deadlines: Deadline[] } | null
}
interface Deadline {
  kind: string
  state: string
  dueOn: string | null
  warnFrom: string | null
  metOn: string | null
}
interface List {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  counts: Array<{ kind: string; state: string; count: number }>
  units: Array<{ organization: { id: string }; counts: List['counts'] }>
  edges: Array<{ node: Item }>
}

const ask = `query ($id: ID!, $at: Date, $on: Date, $filter: DueFilterInput, $first: Int, $after: String) {
  organization(id: $id, at: $at) { dueList(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } counts { kind state count }
    units { organization { id } counts { kind state count } }
    edges { node { kind state about beginsOn dueOn warnFrom daysLeft problem { code en }
      person { id } organization { id } dossier { state deadlines(on: $on) { kind state dueOn warnFrom metOn } } } } } } }`

const everything = { states: ['OVERDUE', 'UNKNOWN', 'WARN', 'OPEN'] }

async function list(unit: { id: string }, at: string, more: Record<string, unknown> = {}): Promise<List> {
  const { organization } = await garden.client.data<{ organization: { dueList: List } }>(ask, {
    ...{ id: unit.id, at, on: at, filter: everything, ...more },
  })
  return organization.dueList
}

const of = ({ edges }: List, kind: string) =>
  edges.map(({ node }) => node).filter((node) => node.kind === kind)

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

describe('what is due', () => {
  it('is not answered for a day before the unit, with a foreign cursor, or for too many at once', async () => {
    const refused = async (variables: Record<string, unknown>) =>
      (await api().ask(ask, { id: units.k.id, ...variables })).body.errors?.[0]?.extensions.code
    expect(await refused({ first: 0 })).toBe('INVALID_INPUT')
    expect(await refused({ first: 100_000 })).toBe('INVALID_INPUT')
    expect(await refused({ after: 'nowhere' })).toBe('INVALID_INPUT')
    expect(await refused({ at: '1999-01-01' })).toBeDefined()
    expect(await refused({ filter: { kinds: ['LUNCH'] } })).toBeDefined()
  })

  it('of a dossier is what its deadlines say, as long as it waits for them', async () => {
    const { cell, members } = await cellWithMembers(garden, units.k)
    const following = await ready(garden, await certified(garden, cell), members)
    await decided(following)
    const days = [
      '2024-04-20',
      '2024-05-20',
      '2024-06-25',
      '2024-07-10',
      '2024-07-20',
      '2024-08-10',
      '2024-09-01',
    ]
    for (const at of days) {
      const got = (await list(cell, at)).edges
        .map(({ node }) => node)
        .filter(({ dossier }) => dossier !== null)
      for (const { kind, dueOn, warnFrom, state, dossier } of got) {
        if (kind === 'AGE' || kind === 'MENTOR_REVIEW' || kind === 'CERTIFICATE') continue
        const known = dossier?.deadlines.filter((one) => one.kind === kind) ?? []
        expect(known, `${kind} ${at}`).toContainEqual(expect.objectContaining({ dueOn, warnFrom }))
        expect(['OPEN', 'WARN', 'OVERDUE', 'UNKNOWN']).toContain(state)
      }
    }
    const [ceremony] = of(await list(cell, '2024-09-01'), 'CEREMONY')
    expect(ceremony).toMatchObject({ beginsOn: '2024-08-05', dossier: { state: 'DECIDED' } })
    expect(of(await list(cell, '2024-07-10'), 'DECISION')).toHaveLength(1)
    expect(of(await list(cell, '2024-09-01'), 'DECISION')).toHaveLength(0)
    expect(of(await list(cell, '2024-05-20'), 'VERIFICATION')).toMatchObject([
      { about: 'Đảng ủy xã quê quán', beginsOn: '2024-05-06' },
    ])
    expect(of(await list(cell, '2024-06-25'), 'VERIFICATION')).toHaveLength(0)
    await following.step('CEREMONY', '2024-08-20')
    expect(of(await list(cell, '2024-09-02'), 'CEREMONY')).toHaveLength(0)
    expect(of(await list(cell, '2024-09-02'), 'RECOGNITION_MEETING')).toHaveLength(1)
  })

  it('goes from open to warned of to overdue on the days that it names', async () => {
    const { cell, members } = await cellWithMembers(garden, units.k, 'Chi bộ chờ quyết định')
    const following = await ready(garden, await certified(garden, cell), members)
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    const [item] = of(await list(cell, '2024-07-03'), 'DECISION')
    const { dueOn, warnFrom } = item as Item
    expect(item).toMatchObject({ state: 'OPEN', beginsOn: '2024-07-02' })
    const on = async (at: string) => of(await list(cell, at), 'DECISION')[0]
    const shift = (day: string, days: number) =>
      new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
    expect(await on(shift(String(warnFrom), -1))).toMatchObject({ state: 'OPEN' })
    expect(await on(String(warnFrom))).toMatchObject({ state: 'WARN' })
    expect(await on(String(dueOn))).toMatchObject({ state: 'WARN', daysLeft: 0 })
    expect(await on(shift(String(dueOn), 1))).toMatchObject({ state: 'OVERDUE', daysLeft: -1 })
  })

  it('counts by kind and state, adds up over the units below, and pages without gap or double', async () => {
    const whole = await list(units.root, '2024-07-20')
    const sum = (counts: List['counts']) => counts.reduce((all, { count }) => all + count, 0)
    expect(sum(whole.counts)).toBe(whole.totalCount)
    expect(whole.units.reduce((all, { counts }) => all + sum(counts), 0)).toBe(whole.totalCount)
    const paged: Item[] = []
    let after: string | null = null
    do {
      const page: List = await list(units.root, '2024-07-20', { first: 2, after })
      paged.push(...page.edges.map(({ node }) => node))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(paged).toEqual(whole.edges.map(({ node }) => node))
    const decisions = await list(units.root, '2024-07-20', { filter: { ...everything, kinds: ['DECISION'] } })
    expect(decisions.edges.map(({ node }) => node)).toEqual(of(whole, 'DECISION'))
    expect(decisions.counts).toEqual(whole.counts)
  })

  it('of candidates: certificate, review by the mentor, hand-over, age and the result of a course', async () => {
    const cell = await garden.unit('Chi bộ nguồn đến hạn', 'CELL', units.k)
    const other = await garden.unit('Chi bộ tiếp nhận', 'CELL', units.l)
    const mentor = await official(garden, cell)
    const person = await certified(garden, cell, {
      person: { fullName: 'Lê Thị Lớn', birthDate: '1965-05-20', female: true, ethnicity: '01' },
    })
    await garden.act('assignMentors', { personIds: [person], mentorIds: [mentor], on: '2024-03-15' }, 'id')
    const got = await list(cell, '2024-04-01')
    expect(of(got, 'CERTIFICATE')).toMatchObject([{ beginsOn: '2024-03-10', dueOn: '2029-03-09' }])
    expect(of(got, 'MENTOR_REVIEW')).toMatchObject([
      { beginsOn: '2024-03-15', dueOn: '2024-06-15', warnFrom: '2024-05-31', state: 'OPEN' },
    ])
    expect(of(got, 'AGE')).toMatchObject([{ dueOn: '2025-05-31', warnFrom: '2023-05-31', state: 'WARN' }])
    await garden.act(
      'offerHandover',
      { personId: person, toOrganizationId: other.id, on: '2024-05-02' },
      'id',
    )
    expect(of(await list(cell, '2024-05-02'), 'HANDOVER')).toHaveLength(0)
    expect(of(await list(other, '2024-05-02'), 'HANDOVER')).toMatchObject([
      { beginsOn: '2024-05-02', organization: { id: other.id }, state: 'OPEN' },
    ])
    expect((await list(other, '2024-05-01')).totalCount).toBe(0)
    const { person: asked } = await garden.client.data<{ person: { due: Array<{ kind: string }> } }>(
      'query ($id: ID!) { person(id: $id) { due { kind } } }',
      { id: person },
    )
    expect(asked.due.map(({ kind }) => kind).sort()).toEqual([
      ...['AGE', 'CERTIFICATE', 'HANDOVER', 'MENTOR_REVIEW'],
    ])
  })

  it('names the year whose calendar is missing instead of guessing, until it is on record', async () => {
    const growing = new Garden(later())
    const cell = await growing.unit('Chi bộ cuối năm', 'CELL', units.k)
    const other = await growing.unit('Chi bộ đầu năm', 'CELL', units.l)
    const person = await candidate(growing, cell, '2026-12-01')
    await growing.act(
      'offerHandover',
      { personId: person, toOrganizationId: other.id, on: '2026-12-18' },
      'id',
    )
    const ofOther = async () => {
      const { organization } = await later().data<{ organization: { dueList: List } }>(ask, {
        ...{ id: other.id, at: '2026-12-20', on: '2026-12-20', filter: everything },
      })
      return of(organization.dueList, 'HANDOVER')
    }
    expect(await ofOther()).toMatchObject([
      { dueOn: null, daysLeft: null, state: 'UNKNOWN', problem: { en: textWith('2027') } },
    ])
    const days = [{ date: '2027-01-01', kind: 'HOLIDAY', name: 'Tết Dương lịch' }]
    await growing.act('setWorkYear', { year: 2027, source: 'thử', days, version: 0 }, 'year')
    expect(await ofOther()).toMatchObject([{ dueOn: '2027-02-01', state: 'OPEN', problem: null }])
  })
})
