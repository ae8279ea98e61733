import { OPERATIONS } from '@seedbed/shared'
import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'

const contract = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

it('is called something in both languages, whatever can stand on record', () => {
  const mutations = Object.keys(contract.getMutationType()?.getFields() ?? {})
  expect(mutations.filter((name) => !OPERATIONS[name]?.vi || !OPERATIONS[name].en)).toEqual([])
})
