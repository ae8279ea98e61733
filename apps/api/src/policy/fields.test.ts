import { VERBS } from '@seedbed/shared'
import { readFileSync } from 'node:fs'
import { buildSchema, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { FIELD_RULES, rulesOf } from './fields.js'

const contract = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

/** Every field of every object of the contract, as "Type.field". */
const fields = Object.values(contract.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) =>
    isObjectType(type) ? Object.keys(type.getFields()).map((field) => [type.name, field]) : [],
  )

describe('the rules of fields', () => {
  it('are one for every field of the schema', () => {
    const odd = fields.filter(([type, field]) => rulesOf(type ?? '', field ?? '').length !== 1)
    expect(odd.map((names) => names.join('.'))).toEqual([])
  })

  it('are for fields that exist, and for verbs that exist', () => {
    const known = new Set(fields.map((names) => names.join('.')))
    const named = Object.entries(FIELD_RULES).flatMap(([type, rows]) =>
      Object.values(rows).flatMap((names) => names.split(' ').map((name) => `${type}.${name}`)),
    )
    expect(named.filter((name) => !known.has(name))).toEqual([])
    const verbs = Object.values(FIELD_RULES).flatMap((rows) =>
      Object.keys(rows).flatMap((rule) => rule.split(' ')[1] ?? []),
    )
    expect(verbs.filter((verb) => !Object.hasOwn(VERBS, verb))).toEqual([])
  })

  it('let every mutation ask for a verb, but those of one’s own account', () => {
    const free = Object.entries(FIELD_RULES.Mutation ?? {}).filter(([rule]) => !rule.startsWith('somewhere '))
    expect(free.map(([rule]) => rule).sort()).toEqual(['door', 'own'])
  })
})
