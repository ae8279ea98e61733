import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

type Field = GraphQLField<unknown, unknown>

/** A value that a type accepts; whether it means anything, a service would say. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType)
  if (isListType(type)) return [sampleOf(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) =>
        isNonNullType(field.type) && field.defaultValue === undefined
          ? [[field.name, sampleOf(field.type)]]
          : [],
      ),
    )
  const { name } = getNamedType(type)
  if (name === 'Date') return '2024-06-30'
  if (name === 'Int' || name === 'Float') return 1
  return name === 'Boolean' ? true : 'x'
}

/** Arguments that a field cannot do without. */
export function samplesOf(field: Field): Record<string, unknown> {
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
  return Object.fromEntries(needed.map((arg) => [arg.name, sampleOf(arg.type)]))
}

/** How a field is asked: its variables declared, the arguments, and a selection if it needs one. */
function parts(field: Field, args: Record<string, unknown>) {
  const used = field.args.filter((arg) => Object.hasOwn(args, arg.name))
  const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')
  const given = used.length === 0 ? '' : `(${used.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})`
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
  return { declared, text: `${field.name}${given}${selection}` }
}

function fieldOf(schema: GraphQLSchema, type: string, name: string): Field {
  const found = schema.getType(type)
  const field = found && 'getFields' in found ? (found.getFields()[name] as Field | undefined) : undefined
  if (!field) throw new Error(`There is no ${type}.${name}`)
  return field
}

/** A document that asks a root field. */
export function rootDocument(
  schema: GraphQLSchema,
  type: 'Query' | 'Mutation',
  name: string,
  args = samplesOf(fieldOf(schema, type, name)),
): { query: string; variables: Record<string, unknown> } {
  const { declared, text } = parts(fieldOf(schema, type, name), args)
  const variables = declared === '' ? '' : `(${declared})`
  return { query: `${type === 'Query' ? 'query' : 'mutation'} ${variables} { ${text} }`, variables: args }
}

/** A document that asks a field of a unit. */
export function unitDocument(schema: GraphQLSchema, name: string, unit: string) {
  const field = fieldOf(schema, 'Organization', name)
  const args = samplesOf(field)
  const { declared, text } = parts(field, args)
  return {
    query: `query ($unit: ID!${declared === '' ? '' : `, ${declared}`}) { organization(id: $unit) { ${text} } }`,
    variables: { ...args, unit },
  }
}

/** A document that asks a field of a person. */
export function personDocument(schema: GraphQLSchema, name: string, person: string) {
  const field = fieldOf(schema, 'Person', name)
  const args = samplesOf(field)
  const { declared, text } = parts(field, args)
  return {
    query: `query ($person: ID!${declared === '' ? '' : `, ${declared}`}) { person(id: $person) { ${text} } }`,
    variables: { ...args, person },
  }
}
