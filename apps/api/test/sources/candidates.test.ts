import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { textWith } from '../matching.js'
import { stored } from '../stored.js'
import { candidate, candidatesOf, official } from './grow-sources.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const figures = (unit: { id: string }, asOf: string, from = '2024-01-01') =>
  garden.figures(unit as never, {
    from,
    asOf,
    indicators: [
      ...['candidates', 'candidatesIdentified', 'candidatesSympathiser', 'identified', 'listed', 'struck'],
      ...['candidatesAdmitted', 'candidatesMovedIn', 'candidatesMovedOut', 'introduced'],
    ],
  })

describe('somebody becomes a candidate', () => {
  it('not without a person, with an unknown code, at a unit that is no cell, twice, or as a member', async () => {
    const base = { organizationId: units.k1.id, on: '2024-02-01' }
    const person = { fullName: 'Trần Thị Mới', birthDate: '2001-01-01', female: true, ethnicity: '01' }
    const cases: Array<[Record<string, unknown>, string]> = [
      [{}, 'INVALID_INPUT'],
      [{ person, personId: 'x' }, 'INVALID_INPUT'],
      [{ personId: 'x' }, 'NOT_FOUND'],
      [{ person, organizationId: 'x' }, 'NOT_FOUND'],
      [{ person, organizationId: units.k.id }, 'INVALID_INPUT'],
      [{ person, on: '2026-11-22' }, 'INVALID_INPUT'],
      [{ person, on: '2019-12-31' }, 'DATE_OUT_OF_RANGE'],
      [{ person, introducer: 'FRIENDS' }, 'INVALID_INPUT'],
      [{ person, sourceKind: 'MOON' }, 'INVALID_INPUT'],
      [{ person: { ...person, birthDate: '2024-02-02' }, on: '2024-02-01' }, 'INVALID_INPUT'],
      [{ person: { ...person, identityNumber: '123' } }, 'INVALID_INPUT'],
    ]
    for (const [facts, code] of cases)
      expect(await refused('identifyCandidate', { ...base, ...facts }), JSON.stringify(facts)).toMatchObject({
        code,
      })
    const member = await official(garden, units.k1)
    expect(await refused('identifyCandidate', { ...base, personId: member })).toMatchObject({
      code: 'CONFLICT',
      message: textWith('member already'),
    })
    const known = await candidate(garden, units.k1, '2024-02-01')
    expect(await refused('identifyCandidate', { ...base, personId: known })).toMatchObject({
      message: textWith('candidate already'),
    })
  })

  it('with what is known of him and who introduced him, and counts at once in every unit above', async () => {
    const cell = await garden.unit('Chi bộ nguồn', 'CELL', units.k)
    const id = await candidate(garden, cell, '2024-02-01', {
      introducer: 'YOUTH_UNION',
      sourceKind: 'RESIDENT',
      youthUnion: true,
      note: 'Chủ mô hình trồng nấm',
    })
    await candidate(garden, cell, '2024-03-01', { listed: true })
    const { nodes, byStage, totalCount } = await candidatesOf(garden, cell, '2024-06-30')
    expect(totalCount).toBe(2)
    expect(byStage).toMatchObject({ IDENTIFIED: 1, SYMPATHISER: 1, IN_CLASS: 0, CERTIFIED: 0 })
    expect(nodes.find((one) => one.id === id)).toMatchObject({
      stage: 'IDENTIFIED',
      enteredOn: '2024-02-01',
      listedOn: null,
      sourceKind: 'RESIDENT',
      introducer: 'YOUTH_UNION',
      note: 'Chủ mô hình trồng nấm',
      organization: { id: cell.id },
    })
    expect(await figures(cell, '2024-06-30')).toMatchObject({
      ...{ candidates: 2, candidatesIdentified: 1, candidatesSympathiser: 1 },
      ...{ identified: 2, listed: 1, struck: 0, introduced: 1 },
    })
    expect(await figures(cell, '2024-02-29')).toMatchObject({ candidates: 1, identified: 1, listed: 0 })
    const tab = `query ($id: ID!, $input: CrossTabInput!) { organization(id: $id) { crossTab(input: $input) {
      rows { code total { count } } } } }`
    const input = { from: '2024-01-01', asOf: '2024-06-30', indicator: 'candidates', rows: 'SOURCE_KIND' }
    const { organization } = await api().data<{
      organization: { crossTab: { rows: Array<{ code: string; total: { count: number } }> } }
    }>(tab, { id: cell.id, input })
    const counted = organization.crossTab.rows.filter(({ total }) => total.count > 0)
    expect(counted.map(({ code, total }) => [code, total.count])).toEqual([
      ['RESIDENT', 1],
      ['UNKNOWN', 1],
    ])
    for (const rows of ['PROBATION', 'YEARS_OF_MEMBERSHIP'])
      expect((await api().refusal(tab, { id: cell.id, input: { ...input, rows } })).extensions.code).toBe(
        'INVALID_INPUT',
      )
  })

  it('twice only when somebody compared: same number, or same name, birth date and place', async () => {
    const first = {
      fullName: 'Phạm Thị Trùng',
      birthDate: '1999-09-09',
      female: true,
      ethnicity: '01',
      identityNumber: '097199000901',
      residence: 'Xã Điện Phương',
    }
    const base = { organizationId: units.k1.id, on: '2024-02-01' }
    await garden.act('identifyCandidate', { ...base, person: first }, 'id')
    const number = { ...first, fullName: 'Tên Khác' }
    expect(await refused('identifyCandidate', { ...base, person: number })).toMatchObject({
      code: 'CONFLICT',
    })
    const { identityNumber: _, ...same } = { ...first, fullName: 'pham thi trung' }
    for (const facts of [same, { ...same, residence: undefined }, { ...same, residence: 'xa Dien Phuong' }])
      expect(await refused('identifyCandidate', { ...base, person: facts })).toMatchObject({
        code: 'CONFLICT',
        reason: { key: 'SAME_PERSON_PERHAPS', params: { count: 1 } },
      })
    const doubles = `query ($input: PersonInput!) { possibleDoubles(input: $input) { fullName } }`
    expect(await api().data(doubles, { input: same })).toEqual({
      possibleDoubles: [{ fullName: 'Phạm Thị Trùng' }],
    })
    await garden.act('identifyCandidate', { ...base, person: { ...same, residence: 'Xã Khác' } }, 'id')
    await garden.act('identifyCandidate', { ...base, person: same, isSomebodyElse: true }, 'id')
    const listed = `query ($id: ID!, $at: Date!) { organization(id: $id, at: $at) {
      candidateDoubles { person { fullName } other { fullName } } } }`
    const { organization } = await api().data<{ organization: { candidateDoubles: unknown[] } }>(listed, {
      id: units.k1.id,
      at: '2024-06-30',
    })
    expect(organization.candidateDoubles).toHaveLength(6)
  })
})

describe('the list of sympathisers', () => {
  it('takes many at once or nobody, each once, and lets go with a reason of the list', async () => {
    const cell = await garden.unit('Chi bộ danh sách', 'CELL', units.k)
    const persons = [await candidate(garden, cell, '2024-02-01'), await candidate(garden, cell, '2024-02-01')]
    const stranger = await garden.person()
    const input = { personIds: persons, on: '2024-03-01' }
    expect(await refused('listSympathisers', { ...input, personIds: [] })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('listSympathisers', { ...input, personIds: [...persons, stranger] })).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'REFUSED_FOR' },
    })
    expect(await refused('listSympathisers', { ...input, on: '2024-01-31' })).toMatchObject({
      code: 'CONFLICT',
    })
    await garden.act('listSympathisers', input, 'id')
    expect(await refused('listSympathisers', { ...input, on: '2024-03-02' })).toMatchObject({
      message: textWith('already'),
    })
    expect((await candidatesOf(garden, cell, '2024-03-01')).byStage.SYMPATHISER).toBe(2)
    expect((await candidatesOf(garden, cell, '2024-02-29')).byStage.IDENTIFIED).toBe(2)
    const [first] = persons
    const strike = { personIds: [first], on: '2024-04-01', reason: 'WITHDREW' }
    expect(
      (
        await api().ask(
          `mutation ($input: StrikeCandidatesInput!) { strikeCandidates(input: $input) { id } }`,
          {
            input: { ...strike, reason: 'BORED' },
          },
        )
      ).body.errors?.[0]?.extensions.code,
    ).toBe('INVALID_INPUT')
    await garden.act('strikeCandidates', strike, 'id')
    expect(await refused('strikeCandidates', { ...strike, on: '2024-04-02' })).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await figures(cell, '2024-12-31')).toMatchObject({ candidates: 1, struck: 1, listed: 2 })
    expect(await figures(cell, '2024-03-31')).toMatchObject({ candidates: 2, struck: 0 })
  })

  it('is left by admission in the same cell only, and a death ends everything', async () => {
    const cell = await garden.unit('Chi bộ kết nạp', 'CELL', units.k)
    const [one, other] = [
      await candidate(garden, cell, '2024-02-01', { listed: true }),
      await candidate(garden, cell, '2024-02-01', { listed: true }),
    ]
    const admission = { personId: one, organizationId: units.l1.id, on: '2024-06-01', youthUnion: true }
    expect(await refused('recordAdmission', admission)).toMatchObject({ message: textWith('another cell') })
    await garden.act('recordAdmission', { ...admission, organizationId: cell.id })
    expect(await figures(cell, '2024-12-31')).toMatchObject({
      candidates: 1,
      candidatesAdmitted: 1,
      struck: 0,
    })
    expect(
      await refused('recordTransferIn', {
        ...{ personId: other, organizationId: cell.id, on: '2024-07-01' },
        ...{ outsideKind: 'ABROAD', probationary: false },
      }),
    ).toMatchObject({ message: textWith('still a candidate') })
    await garden.act('strikeCandidates', { personIds: [other], on: '2024-08-01', reason: 'DIED' }, 'id')
    expect(
      await refused('identifyCandidate', { personId: other, organizationId: cell.id, on: '2024-09-01' }),
    ).toMatchObject({ message: textWith('died') })
  })

  it('keeps a cell from being ended while somebody is on it', async () => {
    const cell = await garden.unit('Chi bộ sắp tan', 'CELL', units.k)
    const person = await candidate(garden, cell, '2024-02-01')
    const end = { ...cell, effectiveOn: '2024-07-01', successorId: units.k1.id }
    expect(await refused('dissolveOrganization', end)).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'STILL_HAS_CANDIDATES', params: { candidates: 1 } },
    })
    await garden.act('strikeCandidates', { personIds: [person], on: '2024-06-01', reason: 'AGED_OUT' }, 'id')
    await garden.act('dissolveOrganization', end)
  })
})
