import { getMetadataStorage } from 'class-validator'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { buildApiSchema, printContract } from '../../src/schema.js'

interface InputType {
  name: string
  target: new () => object
  fields?: { name: string }[]
}

/** What type-graphql knows of the inputs of the API; it keeps it in one global place. */
function inputTypes(): InputType[] {
  const { TypeGraphQLMetadataStorage: storage } = globalThis as unknown as {
    TypeGraphQLMetadataStorage: { inputTypes: InputType[] }
  }
  return storage.inputTypes
}

/** Fields of an input that class-validator would refuse because nothing says what they accept. */
function uncheckedFields({ name, target, fields = [] }: InputType): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false)
  const checked = new Set(rules.map((rule) => rule.propertyName))
  return fields.filter((field) => !checked.has(field.name)).map((field) => `${name}.${field.name}`)
}

let contract: string
beforeAll(async () => {
  contract = printContract(await buildApiSchema())
})

it('is committed as it is served', () => {
  const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(contract === committed, 'after a build run `npm run schema -w apps/api`').toBe(true)
})

it('checks every field of every input', () => {
  expect(inputTypes().flatMap(uncheckedFields)).toEqual([])
})
