import { graphql, type GraphQLSchema } from 'graphql'
import type { Role } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { accessOf } from '../../src/policy/access.js'
import { buildApiSchema } from '../../src/schema.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'

const database = useDatabase()
const clock = new FixedClock('2024-06-30')
const api = useApi(database, { clock })

let schema: GraphQLSchema
let units: Awaited<ReturnType<Garden['province']>>
let person: string
beforeAll(async () => {
  schema = await buildApiSchema()
  const garden = new Garden(api())
  units = await garden.province()
  ;({ person } = await garden.admit(units.k1, '2022-03-03'))
  await garden.admit(units.m1, '2022-04-04')
})

interface Answer {
  operations: string[]
  changes: { field: string; before: string | null; after: string | null }[]
  persons: number
  code: unknown
}

const page = 'edges { node { operation changes { field before after } persons { id } } }'

/** Asks as somebody with one role at one unit, or everywhere (null). */
async function askAs(
  role: Role,
  unit: Unit | null,
  tier: string,
  source: string,
  id?: string,
): Promise<Answer> {
  const row =
    unit &&
    ((await database().reader.query('SELECT id FROM organization WHERE uid = ?', [unit.id])) as [
      { id: number },
    ])
  const access = accessOf([{ role, organization: row ? Number(row[0].id) : 0, tier }])
  const contextValue = createContext({ database: database(), clock, access })
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues: { id } })
  type Node = { operation: string; changes: Answer['changes']; persons: unknown[] }
  const root = Object.values(data ?? {})[0] as { audit?: unknown } | null | undefined
  const log = (root?.audit ?? root ?? { edges: [] }) as { edges: { node: Node }[] }
  const nodes = log.edges.map(({ node }) => node)
  return {
    operations: nodes.map(({ operation }) => operation),
    changes: nodes.flatMap(({ changes }) => changes),
    persons: nodes.flatMap(({ persons }) => persons).length,
    code: (errors?.[0]?.originalError as { code?: unknown } | undefined)?.code,
  }
}

const whole = `{ audit(first: 200) { ${page} } }`
const ofUnit = `query ($id: ID!) { organization(id: $id) { audit { ${page} } } }`
const ofPerson = `query ($id: ID!) { person(id: $id) { audit { ${page} } } }`

describe('the audit log', () => {
  it.each(['ORGANIZATION_COMMISSION', 'COMMITTEE_OFFICER', 'VIEWER'] as const)(
    'is closed to %s',
    async (role) => {
      expect(await askAs(role, units.a, 'DISTRICT', whole)).toMatchObject({
        code: 'FORBIDDEN',
        operations: [],
      })
      expect(await askAs(role, units.a, 'DISTRICT', ofUnit, units.a.id)).toMatchObject({ code: 'FORBIDDEN' })
    },
  )

  it('of the installation shows everything to who may read everything', async () => {
    const { operations } = await askAs('LEVEL_ADMINISTRATOR', null, 'INSTALLATION', whole)
    expect(operations.filter((name) => name === 'establishOrganization')).toHaveLength(10)
    expect(operations.filter((name) => name === 'createPerson')).toHaveLength(2)
  })

  it('of a subtree shows what concerns it, and nothing of its neighbours or of no unit', async () => {
    const { operations } = await askAs('LEVEL_ADMINISTRATOR', units.a, 'DISTRICT', whole)
    // District A with its two communes and three cells: each as founded, or named as what another stands under.
    expect(operations.filter((name) => name === 'establishOrganization')).toHaveLength(6)
    expect(operations.filter((name) => name === 'recordAdmission')).toHaveLength(1)
    expect(operations).not.toContain('createPerson')
  })

  it('of a unit outside the grant is as that of none', async () => {
    expect(await askAs('LEVEL_ADMINISTRATOR', units.a, 'DISTRICT', ofUnit, units.m.id)).toMatchObject({
      code: 'NOT_FOUND',
    })
    const own = await askAs('LEVEL_ADMINISTRATOR', units.a, 'DISTRICT', ofUnit, units.k1.id)
    expect(own.operations).toEqual(['recordAdmission', 'establishOrganization'])
  })

  it('shows nothing of a person who is kept by others, before that person was opened with a reason', async () => {
    const answer = await askAs('INSPECTOR', units.a, 'DISTRICT', ofPerson, person)
    expect(answer).toMatchObject({ code: 'FORBIDDEN', operations: [] })
  })

  it('tells who looks after accounts that something was done to persons, and not what', async () => {
    const seen = await askAs('SYSTEM_ADMIN', null, 'INSTALLATION', whole)
    expect(seen.operations).toContain('createPerson')
    expect(seen.persons).toBe(0)
    expect(seen.changes).toContainEqual({ field: 'fullName', before: null, after: '•••' })
    expect(JSON.stringify(seen)).not.toContain('Nguyễn Thị Thử')
  })
})
