import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { statementsOf } from '../statements.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

/** 100 members in K and 50 in L on 31/12/2020; one more in K1 on 1/5 of 2021, 2023 and 2024, two on 1/8/2024. */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  await garden.opening(units.k1, 60)
  await garden.opening(units.k2, 40)
  await garden.opening(units.l1, 50)
  for (const day of ['2021-05-01', '2023-05-01', '2024-05-01', '2024-08-01', '2024-08-01'])
    await garden.admit(units.k1, day)
  await garden.act('setTerm', { organizationId: units.a.id, name: '2020-2025', from: '2021-06-01', to: '2025-05-31' }) // prettier-ignore
  await garden.act('setTerm', { organizationId: units.l.id, name: '2022-2027', from: '2023-06-01' })
})

const half = { from: '2024-07-01', asOf: '2024-11-15' }
const fields = 'numerator denominator value text reason numeratorName denominatorName'

async function rate(unit: Unit, memberBase: string | null, facts: object = {}) {
  const query = `query ($id: ID!, $input: FiguresInput!) {
    organization(id: $id, at: "2024-11-15") { figures(input: $input) { ${fields} } }
  }`
  const input = { ...half, indicators: ['rateOfMembers'], ...(memberBase ? { memberBase } : {}), ...facts }
  const data = await api().data<{ organization: { figures: object[] } }>(query, { id: unit.id, input })
  return data.organization.figures[0]
}

describe('the members that a rate is set against', () => {
  it('are those at the end of the previous year, unless asked otherwise, and are named', async () => {
    const byDefault = {
      numerator: 2,
      denominator: 102,
      value: 1.96,
      text: '1,96\u00a0%',
      reason: null,
      numeratorName: 'số kết nạp',
      denominatorName: 'đảng viên đến 31/12/2023',
    }
    expect(await rate(units.k, null)).toEqual(byDefault)
    expect(await rate(units.k, 'PREVIOUS_YEAR_END')).toEqual(byDefault)
    expect(await rate(units.k, null, { from: '2024-01-01' })).toMatchObject({
      numerator: 3,
      denominator: 102,
    })
    expect(await rate(units.k, 'AS_OF')).toMatchObject({
      denominator: 105,
      denominatorName: 'đảng viên đến 15/11/2024',
    })
    const average = {
      denominator: 103.5,
      text: '1,93\u00a0%',
      denominatorName: 'đảng viên bình quân của 31/12/2023 và 15/11/2024',
    }
    expect(await rate(units.k, 'AVERAGE')).toMatchObject(average)
    expect(await rate(units.k, 'AVERAGE', { from: '2024-01-01' })).toMatchObject({
      ...average,
      text: '2,90\u00a0%',
    })
  })

  it('are those before the term that holds, own or inherited', async () => {
    const name = 'đảng viên đầu nhiệm kỳ 2020-2025 (đến 31/05/2021)'
    expect(await rate(units.a, 'TERM_START')).toMatchObject({ denominator: 151, denominatorName: name })
    expect(await rate(units.k, 'TERM_START')).toMatchObject({ denominator: 101, denominatorName: name })
    expect(await rate(units.l, 'TERM_START')).toMatchObject({
      denominator: 50,
      denominatorName: 'đảng viên đầu nhiệm kỳ 2022-2027 (đến 31/05/2023)',
    })
  })

  it('name the rate alone, whatever else is asked for', async () => {
    const shares = { indicators: ['femaleShare', 'completion'] }
    const one = await rate(units.k, 'TERM_START', { indicators: ['femaleShare', 'rateOfMembers'] })
    expect(one).toMatchObject({ numerator: 2, denominator: 2, denominatorName: 'số kết nạp' })
    expect(await rate(units.k, 'TERM_START', shares)).toEqual(one)
  })

  it('are unknown without a term', async () => {
    const without = { denominator: null, value: null, text: '–', reason: 'NO_TERM' }
    expect(await rate(units.root, 'TERM_START')).toMatchObject({
      numerator: 2,
      ...without,
      denominatorName: 'đảng viên đầu nhiệm kỳ',
    })
    const early = { from: '2021-01-01', asOf: '2021-05-31' }
    expect(await rate(units.k, 'TERM_START', early)).toMatchObject(without)
  })

  it('hold for the rows below and their totals, each row from its own term', async () => {
    const query = `query ($id: ID!, $input: FiguresInput!) {
      organization(id: $id, at: "2024-11-15") { childFigures(input: $input) {
        total { denominator denominatorName }
        edges { node { row organization { id } figures { denominator denominatorName } } }
      } }
    }`
    const ask = async (memberBase: string, facts: object = {}) => {
      const input = { ...half, indicators: ['rateOfMembers'], memberBase, ...facts }
      const data = await api().data<{
        organization: {
          childFigures: {
            total: { denominator: number; denominatorName: string }[]
            edges: { node: { row: string; organization: Unit | null; figures: { denominator: number }[] } }[]
          }
        }
      }>(query, { id: units.a.id, input })
      const { total, edges } = data.organization.childFigures
      return [total[0]?.denominator, ...edges.map(({ node }) => node.figures[0]?.denominator)]
    }
    expect(await ask('PREVIOUS_YEAR_END')).toEqual([152, 102, 50, 0])
    expect(await ask('PREVIOUS_YEAR_END', { perimeter: 'RECORDED' })).toEqual([152, 102, 50, 0])
    expect(await ask('AVERAGE')).toEqual([153.5, 103.5, 50, 0])
    expect(await ask('TERM_START')).toEqual([151, 101, 50, 0])
    expect(await ask('TERM_START', { perimeter: 'RECORDED' })).toEqual([151, 101, 50, 0])
  })

  it('hold for each point of a trend', async () => {
    const query = `query ($id: ID!, $input: FiguresInput!, $grain: Grain!) {
      organization(id: $id, at: "2024-11-15") { trend(input: $input, grain: $grain) {
        to figures { numerator denominator reason denominatorName }
      } }
    }`
    const ask = async (memberBase: string, grain: string, from = '2023-01-01') => {
      const input = { from, asOf: '2024-11-15', indicators: ['rateOfMembers'], memberBase }
      const data = await api().data<{
        organization: { trend: { to: string; figures: { denominator: number; reason: string }[] }[] }
      }>(query, { id: units.k.id, input, grain })
      return data.organization.trend.map(({ figures }) => figures[0]?.denominator ?? figures[0]?.reason)
    }
    expect(await ask('PREVIOUS_YEAR_END', 'YEAR')).toEqual([101, 102])
    expect(await ask('PREVIOUS_YEAR_END', 'QUARTER')).toEqual([101, 101, 101, 101, 102, 102, 102, 102])
    expect(await ask('AS_OF', 'QUARTER', '2024-01-01')).toEqual([102, 103, 105, 105])
    expect(await ask('AVERAGE', 'QUARTER', '2024-01-01')).toEqual([102, 102.5, 103.5, 103.5])
    expect(await ask('TERM_START', 'YEAR', '2020-01-01')).toEqual(['NO_TERM', 101, 101, 101, 101])
  })

  it('cost no statement where the sums tell them, and one more where they do not', async () => {
    const cost = async (facts: object) =>
      (await statementsOf(database(), () => rate(units.k, null, facts))).length
    const plain = await cost({ indicators: ['admitted', 'membersAtStart'] })
    expect(await cost({ from: '2024-01-01' })).toBe(plain)
    expect(await cost({ memberBase: 'AS_OF' })).toBe(plain)
    expect(await cost({})).toBe(plain + 1)
    expect(await cost({ memberBase: 'TERM_START' })).toBe(plain + 2)
  })
})

describe('a figure without a value', () => {
  it('says why', async () => {
    const query = `query ($id: ID!, $input: FiguresInput!) {
      organization(id: $id, at: "2024-11-15") { figures(input: $input) { indicator reason } }
    }`
    const indicators = ['target', 'overBy', 'completion', 'femaleShare', 'yearsSinceLastAdmission', 'admitted', 'members'] // prettier-ignore
    const input = { ...half, indicators }
    const data = await api().data<{ organization: { figures: { indicator: string; reason: string }[] } }>(
      query,
      {
        id: units.m.id,
        input,
      },
    )
    expect(data.organization.figures.map(({ reason }) => reason)).toEqual([
      'NO_TARGET',
      'NO_TARGET',
      'NO_TARGET',
      'ZERO_DENOMINATOR',
      'NO_ADMISSION',
      null,
      null,
    ])
    await garden.act('setTarget', { organizationId: units.m.id, kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2024, amountMin: 0 }) // prettier-ignore
    const again = await api().data<{ organization: { figures: { reason: string }[] } }>(query, {
      id: units.m.id,
      input: { ...input, indicators: ['target', 'completion'] },
    })
    expect(again.organization.figures.map(({ reason }) => reason)).toEqual([null, 'ZERO_DENOMINATOR'])
  })
})
