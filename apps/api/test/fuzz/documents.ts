import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Random } from '../../src/demo/random.js'
import { EnumName, type Values } from './values.js'

export interface Asked {
  query: string
  variables: Record<string, unknown>
}

type AnyField = GraphQLField<unknown, unknown>

/** A value as a literal of a document. */
function literal(value: unknown): string {
  if (value instanceof EnumName) return value.name
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, inner]) => `${name}: ${literal(inner)}`)
      .join(', ')}}`
  return JSON.stringify(value)
}

/** A value as JSON carries it in a variable. */
export function plainValue(value: unknown): unknown {
  if (value instanceof EnumName) return value.name
  if (Array.isArray(value)) return value.map(plainValue)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainValue(inner)]))
  return value
}

/** Writes operations over a schema that are valid in it. */
export class Documents {
  private declared: string[] = []
  private variables: Record<string, unknown> = {}

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly values: Values,
  ) {}

  next(): Asked {
    this.declared = []
    this.variables = {}
    const mutating = this.random.chance(0.3)
    const root = (mutating ? this.schema.getMutationType() : this.schema.getQueryType()) as GraphQLObjectType
    const fields = Object.values(root.getFields())
    const count = mutating ? 1 : this.random.weighted([1, 2, 3], (many) => 4 - many)
    const selections = Array.from({ length: count }, (_, index) =>
      this.field(this.random.pick(fields), 1, count === 1 ? '' : `r${index}: `),
    )
    const declared = this.declared.length === 0 ? '' : `(${this.declared.join(', ')})`
    const query = `${mutating ? 'mutation' : 'query'} Fuzz${declared} { ${selections.join(' ')} }`
    return { query, variables: this.variables }
  }

  private field(field: AnyField, depth: number, alias = ''): string {
    const args = field.args.flatMap((arg) => this.argument(arg))
    const called = `${alias}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}`
    const type = getNamedType(field.type)
    return isCompositeType(type) && isObjectType(type) ? `${called} ${this.selection(type, depth)}` : called
  }

  private argument(arg: GraphQLArgument): string[] {
    const value = this.values.of(arg.type, arg.name)
    if (value === undefined) return []
    if (!this.random.chance(0.5)) return [`${arg.name}: ${literal(value)}`]
    const name = `v${this.declared.length}`
    this.declared.push(`$${name}: ${String(arg.type)}`)
    this.variables[name] = plainValue(value)
    return [`${arg.name}: $${name}`]
  }

  private selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()) as AnyField[]
    const leaves = fields.filter(({ type: of }) => !isCompositeType(getNamedType(of)))
    const inner = fields.filter((field) => !leaves.includes(field))
    const chosen = this.random.shuffle(leaves).slice(0, this.random.int(0, 3))
    if (depth < 5) chosen.push(...this.random.shuffle(inner).slice(0, this.random.int(depth > 2 ? 0 : 1, 2)))
    const named = chosen.map((field, index) =>
      this.field(field, depth + 1, this.random.chance(0.1) ? `a${index}: ` : ''),
    )
    return `{ ${['__typename', ...named].join(' ')} }`
  }
}
