import {
  getNamedType,
  getNullableType,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'
import type { RequestContext } from '../context.js'
import { audited } from './audited.js'
import type { Operation } from './draft.js'
import { marksOfInputs } from './marks.js'
import { COVERED, type Facts } from './told.js'

type MarkOf = ReturnType<typeof marksOfInputs>

/** Reads an input by its types: what of it is written down, and the outer ids in it. */
class Reader {
  readonly ids: string[] = []

  constructor(private readonly markOf: MarkOf) {}

  value(type: GraphQLInputType, value: unknown): unknown {
    const inner = getNullableType(type) as GraphQLInputType
    if (Array.isArray(value) && isListType(inner))
      return value.map((one) => this.value(inner.ofType as GraphQLInputType, one))
    if (isInputObjectType(inner) && typeof value === 'object' && value !== null)
      return this.fields(inner, value as Facts)
    if (inner === GraphQLID && typeof value === 'string') this.ids.push(value)
    return value
  }

  private fields(type: GraphQLInputObjectType, values: Facts): Facts {
    const facts: Facts = {}
    for (const [name, field] of Object.entries(type.getFields())) {
      const mark = this.markOf(type, name)
      if (values[name] === undefined || mark === 'SECRET') continue
      const read = this.value(field.type, values[name])
      facts[name] = mark === 'PERSONAL' && read !== null ? COVERED : read
    }
    return facts
  }
}

/** Bare texts beside an input are codes and passwords: they are never told. */
function operationOf(field: GraphQLField<unknown, unknown>, args: Facts, markOf: MarkOf): Operation {
  const reader = new Reader(markOf)
  const answer = getNamedType(field.type)
  const told = field.args.filter(({ type }) => getNamedType(type) !== GraphQLString)
  const read = told.map(({ name, type }) => [name, reader.value(type, args[name])] as const)
  const { input, ...others } = Object.fromEntries(read) as Facts & { input?: Facts }
  return {
    name: field.name,
    objectKind: isObjectType(answer) ? answer.name : null,
    input: { ...others, ...input },
    ids: reader.ids,
  }
}

/**
 * Puts every mutation of a schema on record, the refused ones too: who, when, from where, what was asked, what it
 * concerns and how it ended. What was there before is told by the service (noteChange).
 */
export function recordMutations(schema: GraphQLSchema): GraphQLSchema {
  const markOf = marksOfInputs()
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field
    if (!resolve) continue
    field.resolve = (source, args: Facts, ctx: RequestContext, info) =>
      audited(
        ctx,
        operationOf(field, args, markOf),
        async (inside): Promise<unknown> => await resolve(source, args, inside, info),
      )
  }
  return schema
}
