import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { statementsOf } from '../statements.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
const cells = { from: '2024-01-01', asOf: '2024-12-31', tiers: ['CELL'] }

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  for (const cell of [units.k1, units.k2]) await garden.admit(cell, '2024-04-04')
})

describe('the number of SQL statements', () => {
  const ask = `query ($id: ID!, $first: Int, $input: UnitConditionInput!) { organization(id: $id, at: "2024-12-31") {
    unitCounts(by: [TIER, KIND]) { count }
    unitMovements(from: "2020-01-01", asOf: "2024-12-31") { count units(first: $first) { edges { node { on organization { name } } } } }
    unitShare(input: $input) { fulfilling
      units(part: FULFILLING, first: $first) { edges { node { organization { name ancestors { name } } figures { value } } } }
      none: units(part: NOT_FULFILLING, first: $first) { edges { node { organization { name } } } } }
  } }`

  it('is one for counts, and grows neither with the units nor with the pages', async () => {
    const count = async (first: number) => {
      const input = { ...cells, condition: 'ROSE_AGAINST_LAST_YEAR' }
      return (await statementsOf(database(), () => api().data(ask, { id: units.root.id, first, input })))
        .length
    }
    const few = await count(1)
    for (let index = 0; index < 20; index += 1) {
      const cell = await garden.unit(`Chi bộ ${index}`, 'CELL', units.k, { on: `2021-01-${10 + index}` })
      await garden.admit(cell, '2024-05-05')
    }
    expect(await count(100)).toBe(few)
    expect(few).toBeLessThan(20)
    const counts = `query ($id: ID!) { organization(id: $id, at: "2024-12-31") { unitCounts(by: [TIER]) { count } } }`
    const alone = counts.replace('unitCounts(by: [TIER]) { count }', 'name')
    const number = async (query: string) =>
      (await statementsOf(database(), () => api().data(query, { id: units.root.id }))).length
    expect((await number(counts)) - (await number(alone))).toBe(1)
  })

  it('does not grow with the units that are asked', async () => {
    const below = ask
      .replace('unitCounts(', 'children(first: $children) { edges { node { unitCounts(')
      .replace(/\} \}$/u, '} } } } }')
    const query = below.replace('$first: Int', '$first: Int, $children: Int')
    const count = async (children: number) => {
      const input = { ...cells, condition: 'REACHED_TARGET' }
      const variables = { id: units.root.id, first: 3, children, input }
      return (await statementsOf(database(), () => api().data(query, variables))).length
    }
    expect(await count(2)).toBe(await count(1))
  })
})
