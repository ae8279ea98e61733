import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { randomOf } from '../../src/demo/random.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { encodeCursor } from '../../src/graphql/pagination.js'
import { buildApiSchema } from '../../src/schema.js'
import { useApi, type Answer } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { plainValue } from '../fuzz/documents.js'
import { Values, type Known } from '../fuzz/values.js'
import { Garden } from '../grow.js'
import { stored } from '../stored.js'

const clock = new FixedClock('2024-06-30')
const database = useDatabase()
const api = useApi(database, { clock, environment: 'production' })

/** What a text must not do, beside a harmless text of which nothing is known either. */
const harmless = 'zqxjkw'
const payloads = [
  `${harmless}' OR '1'='1`,
  `${harmless}'; DROP TABLE person; -- `,
  `${harmless}' UNION SELECT uid, full_name FROM person -- `,
  `${harmless}\\' OR 1=1 #`,
]
const objects = [{ $ne: null }, ['a']]

let schema: GraphQLSchema
let known: Known
/** What stands beside the text: the same in every question of a field. */
let values: Values
let unit: string
let person: string
beforeAll(async () => {
  schema = await buildApiSchema()
  const garden = new Garden(api())
  const { k1, k } = await garden.province()
  ;({ person } = await garden.admit(k1, '2022-03-03'))
  unit = k.id
  known = { ids: [unit, person], codes: ['T'] }
})

type Path = readonly string[]
type Slot = { name: string; type: GraphQLInputType }

/** Every place in an argument where a text can be written: names of fields, down to the scalar. */
function placesIn({ name, type }: Slot, above: Path = []): Path[] {
  const named = getNamedType(type)
  if (above.length > 4) return []
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) => placesIn(field, [...above, name]))
  const takesText = isEnumType(named) || ['String', 'ID', 'Date'].includes(named.name)
  return takesText ? [[...above, name]] : []
}

/** A value of the type with a text at the place; beside it only what is required. */
function planted(type: GraphQLInputType, path: Path, text: unknown): unknown {
  const inner = getNullableType(type) as GraphQLInputType
  if (isListType(inner)) return [planted(inner.ofType as GraphQLInputType, path, text)]
  if (!isInputObjectType(inner)) return text
  const [next, ...rest] = path
  const fields = Object.values(inner.getFields()).flatMap((field) => {
    if (field.name === next) return [[field.name, planted(field.type, rest, text)]]
    const needed = isNonNullType(field.type) && field.defaultValue === undefined
    return needed ? [[field.name, plainValue(values.of(field.type, field.name))]] : []
  })
  return Object.fromEntries(fields) as unknown
}

type AnyField = GraphQLField<unknown, unknown>

/** Asks one field with a text at a place of its arguments. */
function ask(field: AnyField, path: Path, text: unknown, wrap: (inner: string) => string) {
  const [first = '', ...rest] = path
  values = new Values(randomOf(field.name), known)
  const used = field.args.filter(
    ({ name, type, defaultValue }) => name === first || (isNonNullType(type) && defaultValue === undefined),
  )
  const variables = used.map(({ name, type }) => [
    name,
    name === first ? planted(type, rest, text) : plainValue(values.of(type, name)),
  ])
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''
  const query = `${wrap(`${field.name}(${passed})${selection}`).replace('(', `(${declared}) `).replace(') {', ' {')}`
  return api().ask(query, Object.fromEntries(variables) as Record<string, unknown>)
}

const summary = ({ body }: Answer<unknown>) => ({
  data: body.data ?? null,
  codes: body.errors?.map(({ extensions }) => extensions.code) ?? [],
})

const leaks = /[Ss]yntax|[Ss][Qq][Ll]ite|[Mm]y[Ss][Qq][Ll]|MariaDB|full_name|near "|\bER_[A-Z]{3}/u

function expectHarmless(answer: Answer<unknown>): void {
  const text = JSON.stringify(answer.body)
  expect(text).not.toContain('INTERNAL_ERROR')
  expect(text.replaceAll(/zqxjkw[^"]*/gu, '')).not.toMatch(leaks)
}

interface Case {
  name: string
  field: AnyField
  path: Path
  wrap: (inner: string) => string
}

/** Every place for a text in the questions of a type; `wrap` leads down to it. */
function casesOf(type: GraphQLObjectType | null | undefined, wrap: Case['wrap']): Case[] {
  return Object.values((type?.getFields() ?? {}) as Record<string, AnyField>).flatMap((field) =>
    field.args
      .flatMap((arg) => placesIn(arg))
      .map((path) => ({ name: `${type?.name}.${field.name} ${path.join('.')}`, field, path, wrap })),
  )
}

const objectType = (name: string) => schema.getType(name) as GraphQLObjectType

function questions(): Case[] {
  return [
    ...casesOf(schema.getQueryType(), (inner) => `query Q() { ${inner} }`),
    ...casesOf(
      objectType('Organization'),
      (inner) => `query Q() { organization(id: "${unit}") { ${inner} } }`,
    ),
    ...casesOf(objectType('Person'), (inner) => `query Q() { person(id: "${person}") { ${inner} } }`),
  ]
}

describe('a text in a question', () => {
  it('means nothing to the database, wherever it stands: the answer is that of a harmless one', async () => {
    const before = await stored(database())
    const cases = questions()
    expect(cases.length).toBeGreaterThan(60)
    for (const { name, field, path, wrap } of cases) {
      const expected = summary(await ask(field, path, harmless, wrap))
      for (const payload of payloads) {
        const answer = await ask(field, path, payload, wrap)
        expectHarmless(answer)
        const told = summary(answer)
        // A text that may not hold such signs is refused; any other is as unknown as the harmless one.
        if (told.codes.join() !== 'INVALID_INPUT')
          expect({ name, payload, ...told }).toEqual({ name, payload, ...expected })
      }
    }
    expect(await stored(database())).toEqual(before)
  }, 300_000)

  it('cannot be an object, a list or a truth', async () => {
    for (const { field, path, wrap } of questions())
      for (const object of objects) {
        const answer = await ask(field, path, object, wrap)
        const codes = summary(answer).codes
        // A list of texts takes one text for a list of one.
        if (!(Array.isArray(object) && answer.body.errors === undefined))
          expect(
            codes.every((code) => ['INVALID_INPUT', 'NOT_FOUND', 'FORBIDDEN'].includes(code)),
            JSON.stringify(codes),
          ).toBe(true)
        expect(codes).not.toContain('INTERNAL_ERROR')
      }
  }, 120_000)

  it('cannot hide in a cursor', async () => {
    const keys = payloads.flatMap((text) => [[text, 1], [text], [text, text], [null, text]])
    for (const { field, path, wrap } of questions().filter(({ path }) => path.join() === 'after'))
      for (const key of keys) {
        expectHarmless(await ask(field, path, encodeCursor(key), wrap))
      }
  }, 60_000)
})

describe('a text in a mutation', () => {
  it('is stored as it is or refused, and changes nothing else', async () => {
    const before = await stored(database())
    const cases = casesOf(schema.getMutationType(), (inner) => `mutation Q() { ${inner} }`)
    expect(cases.length).toBeGreaterThan(100)
    for (const { field, path, wrap } of cases)
      for (const payload of payloads.slice(1, 3)) {
        expectHarmless(await ask(field, path, payload, wrap))
      }
    const after = await stored(database())
    for (const [table, count] of Object.entries(before)) expect(after[table]).toBeGreaterThanOrEqual(count)
    expect(await verify(createContext({ database: database(), clock }))).toEqual([])
  }, 300_000)
})
