import type { Role } from '@seedbed/shared'
import { graphql, type GraphQLSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { createContext, type RequestContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { accessOf } from '../../src/policy/access.js'
import { FIELD_RULES } from '../../src/policy/fields.js'
import { buildApiSchema } from '../../src/schema.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import type { Unit } from '../grow.js'
import { loggedDuring, type Logged } from '../statements.js'
import { personDocument, rootDocument, unitDocument } from './documents.js'
import { wayOf, type Way, type Within } from './kept-to-scope.js'
import { growWorld, type World } from './world.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

let schema: GraphQLSchema
let world: World
let member: string

beforeAll(async () => {
  schema = await buildApiSchema()
  world = await growWorld(api())
  await world.garden.opening(world.units.k1, 5)
  member = (await world.garden.admit(world.units.k1, '2024-03-10')).person
  await world.garden.admit(world.units.m1, '2024-05-10')
})

const ids = async (sql: string, values: unknown[]): Promise<number[]> =>
  (await select<{ id: number }>(createContext({ database: database() }), sql, values)).map(({ id }) =>
    Number(id),
  )
const keyOf = async (unit: Unit) =>
  (await ids('SELECT id FROM organization WHERE uid = ?', [unit.id]))[0] ?? -1

/** The unit with all that stands below it today, and everybody of whom an event names one of these units. */
async function within(unit: number): Promise<Within> {
  const below = 'SELECT descendant AS id FROM organization_path WHERE ancestor = ? AND valid_to > ?'
  const there = `SELECT person AS id FROM person_event WHERE organization IN (${below})`
  const values = [unit, '2026-11-27']
  return { units: new Set(await ids(below, values)), persons: new Set(await ids(there, values)) }
}

const names = (type: string) => Object.values(FIELD_RULES[type] ?? {}).flatMap((row) => row.split(' '))

/** Every question: each field of a unit and of a person, and each root field. */
const questions = (unit: Unit, inside: Unit) => [
  ...names('Organization').flatMap((name) =>
    [unit, inside].map(({ id }) => [name, unitDocument(schema, name, id)] as const),
  ),
  ...names('Person').map((name) => [`person ${name}`, personDocument(schema, name, member)] as const),
  ...names('Query').map((name) => [`query ${name}`, rootDocument(schema, 'Query', name)] as const),
]

const narrow: Array<{ roles: Role[]; tier: string; at: () => Unit; inside: () => Unit }> = [
  {
    roles: ['LEVEL_ADMINISTRATOR', 'ORGANIZATION_COMMISSION', 'INSPECTOR'],
    tier: 'DISTRICT',
    at: () => world.units.a,
    inside: () => world.units.k1,
  },
  { roles: ['CELL_SECRETARY'], tier: 'CELL', at: () => world.units.k1, inside: () => world.units.k1 },
]

describe('every statement that a question of somebody with a narrow scope takes', () => {
  it.each(narrow)('keeps to that scope: $roles', async ({ roles, tier, at, inside }) => {
    const organization = await keyOf(at())
    const scope = await within(organization)
    const access = accessOf(roles.map((role) => ({ role, organization, tier })))
    const viewer = { kind: 'ACCOUNT', account: 1, session: 0, stage: 'OPEN' } as const
    const ctx = (): RequestContext => createContext({ database: database(), clock, access, viewer })
    const ways = new Map<Way, number>()
    const loose: string[] = []
    for (const [name, { query, variables }] of questions(at(), inside())) {
      const ask = () => graphql({ schema, source: query, variableValues: variables, contextValue: ctx() })
      for (const statement of await loggedDuring(database(), ask)) {
        const way = wayOf(statement, scope)
        ways.set(way, (ways.get(way) ?? 0) + 1)
        if (way === null) loose.push(`${name}: ${statement.sql.replace(/\s+/gu, ' ')}`)
      }
    }
    expect([...new Set(loose)]).toEqual([])
    expect(ways.get('CONDITION')).toBeGreaterThan(50)
  })

  it('is told apart from one that does not', () => {
    const scope = { units: new Set([7, 8]), persons: new Set([3]) }
    const way = (sql: string, values: unknown[] = []) => wayOf({ sql, values } satisfies Logged, scope)
    expect(way('SELECT SUM(members) FROM ledger_entry e WHERE e.year = 2024')).toBeNull()
    expect(way('SELECT name FROM term WHERE organization IN (?, ?)', [7, 9])).toBeNull()
    expect(way('SELECT name FROM term WHERE organization IN (?, ?)', [7, 8])).toBe('UNITS')
    expect(way('SELECT 1 FROM organization_path p WHERE p.ancestor IN (7, 9)')).toBeNull()
    expect(way('SELECT COUNT(*) FROM person WHERE birth_date > ?', ['2000-01-01'])).toBeNull()
    expect(way('SELECT note FROM mentor_review WHERE person IN (?)', [4])).toBeNull()
    expect(way('SELECT note FROM mentor_review WHERE person IN (?)', [3])).toBe('PERSONS')
    expect(way('SELECT code FROM tier')).toBe('COMMON')
    expect(way('SELECT x FROM term WHERE name = ? AND organization = ?', ['7', 9])).toBeNull()
  })
})
