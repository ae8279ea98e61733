import { carries, GRANT_TIERS, ROLES, type Role, type Verb } from '@seedbed/shared'
import { graphql, type GraphQLSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { createContext, type RequestContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { SeedbedError } from '../../src/errors/errors.js'
import { accessOf } from '../../src/policy/access.js'
import { FIELD_RULES, type FieldRule } from '../../src/policy/fields.js'
import { buildApiSchema } from '../../src/schema.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import type { Unit } from '../grow.js'
import { accountWith, type TestAccount } from '../people-with-accounts.js'
import { rootDocument, unitDocument } from './documents.js'
import { PLACED } from './placed.js'
import { grantUnit, growWorld, PLACES, tierOf, unitAt, WITHIN, type Place, type World } from './world.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })
const roles = Object.keys(ROLES) as Role[]

let schema: GraphQLSchema
let world: World
let member: string
const accounts = new Map<Role, TestAccount>()
const contexts = new Map<Role, () => RequestContext>()

async function keyOf(unit: Unit | null): Promise<number> {
  if (unit === null) return 0
  const sql = 'SELECT id FROM organization WHERE uid = ?'
  const [row] = await select<{ id: number }>(createContext({ database: database() }), sql, [unit.id])
  return row?.id ?? -1
}

beforeAll(async () => {
  schema = await buildApiSchema()
  world = await growWorld(api())
  await world.garden.opening(world.units.k1, 5)
  member = (await world.garden.admit(world.units.k1, '2024-03-10')).person
  for (const role of roles) {
    const unit = grantUnit(world, role)
    const account = await accountWith({ database: database(), clock }, [{ role, unit }])
    const access = accessOf([{ role, organization: await keyOf(unit), tier: tierOf(role) }])
    const viewer = { kind: 'ACCOUNT', account: account.key, session: 0, stage: 'OPEN' } as const
    accounts.set(role, account)
    contexts.set(role, () => createContext({ database: database(), clock, access, viewer }))
  }
})

type Verdict = 'allowed' | 'FORBIDDEN' | 'NOT_FOUND'

/** What a role is answered: allowed is anything but a refusal of access, also a refusal of what was asked. */
async function verdict(
  role: Role,
  { query, variables }: { query: string; variables: object },
): Promise<Verdict> {
  const contextValue = contexts.get(role)?.()
  const { errors } = await graphql({ schema, source: query, variableValues: { ...variables }, contextValue })
  const [first] = errors ?? []
  if (!first) return 'allowed'
  const cause = first.originalError
  if (!(cause instanceof SeedbedError)) {
    if (first.extensions['validationErrors'] !== undefined) return 'allowed'
    throw new Error(`${role}: ${query} ${JSON.stringify(variables)}: ${first.message}`, { cause })
  }
  return cause.code === 'FORBIDDEN' || cause.code === 'NOT_FOUND' ? cause.code : 'allowed'
}

const holds = (role: Role, verb: Verb): boolean => carries(role, verb, tierOf(role))
const sees = (role: Role, place: Place): boolean =>
  role === 'SYSTEM_ADMIN' ? place !== 'missing' : WITHIN.has(place)

/** The verdict that the policy table gives. */
function expected(role: Role, verb: Verb, place: Place): Verdict {
  if (!sees(role, place)) return 'NOT_FOUND'
  return holds(role, verb) ? 'allowed' : 'FORBIDDEN'
}

const rows = (type: string) =>
  Object.entries(FIELD_RULES[type] ?? {}).flatMap(([rule, names]) =>
    names.split(' ').map((name) => [name, rule as FieldRule] as const),
  )
const verbOf = (rule: FieldRule) => rule.split(' ')[1] as Verb

describe('every field of a unit that needs a verb (S1)', () => {
  const fields = rows('Organization').filter(([, rule]) => rule.startsWith('unit '))

  it.each(fields)('%s answers each role at each place as the policy says: %s', async (name, rule) => {
    const given: Record<string, Verdict> = {}
    const due: Record<string, Verdict> = {}
    for (const role of roles)
      for (const place of PLACES) {
        const key = `${role} ${place}`
        given[key] = await verdict(role, unitDocument(schema, name, unitAt(world, role, place).id))
        due[key] = expected(role, verbOf(rule), place)
      }
    expect(given).toEqual(due)
    expect(new Set(Object.values(given))).toEqual(new Set(['allowed', 'FORBIDDEN', 'NOT_FOUND']))
  })
})

describe('every other field of a unit (S1)', () => {
  it('is answered where the unit is seen, and elsewhere as if there were none', async () => {
    for (const [name] of rows('Organization').filter(([, rule]) => !rule.startsWith('unit ')))
      for (const role of ['SYSTEM_ADMIN', 'ORGANIZATION_COMMISSION', 'CELL_SECRETARY', 'VIEWER'] as const)
        for (const place of ['own', 'ancestor', 'missing', 'movedOut'] as const) {
          const unit = unitAt(world, role, place)
          const due = sees(role, place) ? 'allowed' : 'NOT_FOUND'
          expect([name, role, place, await verdict(role, unitDocument(schema, name, unit.id))]).toEqual([
            name,
            role,
            place,
            due,
          ])
        }
  }, 60_000)
})

describe('every root field that needs a verb (S1)', () => {
  const somewhere = (type: 'Query' | 'Mutation') =>
    rows(type).flatMap(([name, rule]) => (rule.startsWith('somewhere ') ? [[type, name, rule] as const] : []))

  it.each([...somewhere('Query'), ...somewhere('Mutation')])(
    '%s.%s is refused to every role without the verb: %s',
    async (type, name, rule) => {
      const without = roles.filter((role) => !holds(role, verbOf(rule)))
      for (const role of without)
        expect([role, await verdict(role, rootDocument(schema, type, name))]).toEqual([role, 'FORBIDDEN'])
      expect(without).not.toEqual([])
      const anywhere = roles.filter((role) =>
        GRANT_TIERS[role].some((tier) => carries(role, verbOf(rule), tier)),
      )
      expect(anywhere).not.toEqual([])
    },
  )
})

describe('every mutation at a place (S1)', () => {
  it('is tried here, or tests of its own try it', () => {
    const known = rows('Mutation').flatMap(([name, rule]) => (rule.startsWith('somewhere ') ? [name] : []))
    expect(Object.keys(PLACED).sort()).toEqual(known.sort())
  })

  it.each(Object.entries(PLACED).filter(([, made]) => typeof made === 'function'))(
    '%s answers each role that holds the verb as the policy says of the place',
    async (name, made) => {
      if (typeof made !== 'function') return
      const verb = verbOf(rows('Mutation').find(([one]) => one === name)?.[1] ?? 'data')
      for (const role of roles.filter((one) => holds(one, verb)))
        for (const place of PLACES) {
          const args = made(unitAt(world, role, place).id, { ...world, member })
          const given = await verdict(role, rootDocument(schema, 'Mutation', name, args))
          expect([name, role, place, given]).toEqual([name, role, place, expected(role, verb, place)])
        }
    },
  )
})

describe('the signed out and the disabled (S1)', () => {
  it('are refused every root field alike, before anything of it is looked at', async () => {
    const account = await accountWith({ database: database(), clock }, [{ role: 'INSPECTOR', unit: null }])
    await api().data(
      `mutation ($input: SetAccountDisabledInput!) { setAccountDisabled(input: $input) { version } }`,
      { input: { id: account.uid, version: 1, disabled: true } },
    )
    for (const type of ['Query', 'Mutation'] as const)
      for (const [name, rule] of rows(type).filter(([, one]) => one !== 'door')) {
        const { query, variables } = rootDocument(schema, type, name)
        for (const client of [api().as({}), api().as(account.pass)]) {
          const answer = await client.ask(query, variables)
          expect([name, rule, answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([
            name,
            rule,
            401,
            'UNAUTHENTICATED',
          ])
        }
      }
  }, 60_000)
})
