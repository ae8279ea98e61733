import { isDay, type Day } from '@seedbed/shared'
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { GraphQLLocalDate } from 'graphql-scalars'

function toDay(value: unknown, literal?: ValueNode): Day {
  if (typeof value === 'string' && isDay(value)) return value
  throw new GraphQLError('Expected a calendar day, YYYY-MM-DD', literal ? { nodes: literal } : {})
}

/**
 * `scalar Date`: a calendar day as a string, in and out; never a JavaScript Date, so no zone can move it. Days that
 * do not exist (30 February) are refused.
 */
export const DateScalar = new GraphQLScalarType<Day, Day>({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD, without time or zone. Intervals include both their days.',
  serialize: (value) => toDay(value),
  parseValue: (value) => toDay(value),
  parseLiteral: (node) => toDay(node.kind === Kind.STRING ? node.value : undefined, node),
})
