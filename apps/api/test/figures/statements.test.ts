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
let commune: Unit
let before: Unit

/** A commune with 12 cells, each with a document, a target, a group and an admission. */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  commune = await garden.unit('Xã đông', 'GRASSROOTS', units.a)
  before = units.k
  const set = await garden.act('createGroupSet', { name: garden.code('cụm') }, 'id')
  const group = await garden.act('createGroup', { groupSetId: set.id, name: 'Cụm 1' }, 'id')
  for (let index = 0; index < 12; index += 1) {
    const cell = await garden.unit(`Chi bộ ${index}`, 'CELL', commune)
    const { id: documentId } = await garden.act(
      'createDocument',
      { organizationId: cell.id, number: `${index}-QĐ`, title: 'Quyết định' },
      'id',
    )
    await garden.act('setTarget', {
      organizationId: cell.id,
      kind: 'ASSIGNED',
      yearFrom: 2024,
      yearTo: 2024,
      amountMin: 2,
      documentId,
    })
    await garden.act('joinGroup', { groupId: group.id, organizationId: cell.id, on: '2024-01-01' }, 'id')
    const { person } = await garden.admit(cell, '2024-03-01', { documentId })
    await garden.event('recordCeremony', person, cell, '2024-04-01')
  }
}, 120_000)

async function count(query: string, variables: Record<string, unknown>): Promise<number> {
  return (await statementsOf(database(), () => api().data(query, variables))).length
}

const year = { from: '2024-01-01', asOf: '2024-12-31' }
const indicators = ['admitted', 'members', 'completion', 'yearsSinceLastAdmission', 'transferredIn']

describe('the number of SQL statements of an answer', () => {
  it('does not grow with the units', async () => {
    const query = `query ($id: ID!, $first: Int, $input: FiguresInput!) { organization(id: $id, at: "2024-12-31") {
      children(first: $first) { totalCount edges { node {
        name childCount cellCount parent { name } ancestors { name } groups { name groupSet { name } }
        targets(from: "2024-01-01", asOf: "2024-12-31") { amountMin document { number } }
        figures(input: $input) { value } rounding { mode inheritedFrom { name } }
        documents { number } versions { name parent { name } } events { kind document { number } }
        predecessors { name } successors { name } openingBalances { members }
      } } }
    } }`
    const input = { ...year, indicators }
    const few = await count(query, { id: commune.id, first: 2, input })
    const many = await count(query, { id: commune.id, first: 12, input })
    expect(many).toBe(few)
    expect(many).toBeLessThan(40)
  })

  it('does not grow with the rows of figures', async () => {
    const query = `query ($id: ID!, $first: Int, $input: FiguresInput!) { organization(id: $id, at: "2024-12-31") {
      childFigures(input: $input, first: $first, orderBy: { indicator: "admitted", direction: DESC }) {
        total { value } edges { node { figures { value } organization { name childCount ancestors { name }
          groups { name } targets(from: "2024-01-01", asOf: "2024-12-31") { amountMin } } } }
      }
    } }`
    const input = { ...year, indicators }
    const few = await count(query, { id: commune.id, first: 2, input })
    expect(await count(query, { id: commune.id, first: 12, input })).toBe(few)
    expect(await count(query, { id: before.id, first: 12, input })).toBeLessThanOrEqual(few)
  })

  it('does not grow with the admissions', async () => {
    const query = `query ($id: ID!, $first: Int, $basis: CountBasis) { organization(id: $id, at: "2024-12-31") {
      admissions(first: $first, filter: { countBasis: $basis }) { totalCount edges { node {
        on decidedOn ceremonyOn recognizedOn introducer courseCompletedOn attributes { age sector }
        person { fullName identityNumber events { kind on document { number } organization { name } toOrganization { name } } }
        organization { name ancestors { name } groups { name } }
      } } }
    } }`
    for (const basis of ['DECISION', 'CEREMONY']) {
      const few = await count(query, { id: commune.id, first: 2, basis })
      expect(await count(query, { id: commune.id, first: 12, basis })).toBe(few)
      expect(few).toBeLessThan(20)
    }
  })

  it('does not grow with the units found', async () => {
    const query = `query ($first: Int, $input: FiguresInput!) {
      searchOrganizations(text: "chi bo", at: "2024-12-31", first: $first) {
        name ancestors { name } childCount figures(input: $input) { value }
      }
    }`
    const input = { ...year, indicators }
    const few = await count(query, { first: 2, input })
    expect(await count(query, { first: 12, input })).toBe(few)
  })

  it('does not grow with the points of a trend of flows', async () => {
    const query = `query ($id: ID!, $grain: Grain!, $input: FiguresInput!) { organization(id: $id, at: "2024-12-31") {
      trend(input: $input, grain: $grain) { from figures { value } }
    } }`
    const input = { ...year, indicators: ['admitted', 'femaleShare', 'recognized', 'transferredOut'] }
    const few = await count(query, { id: units.root.id, grain: 'YEAR', input })
    expect(await count(query, { id: units.root.id, grain: 'DAY', input })).toBe(few)
  })
})
