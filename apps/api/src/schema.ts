import 'reflect-metadata'
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchema, type NonEmptyArray } from 'type-graphql'

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what type-graphql calls a class
type Resolver = Function

/** The table of contents of the API. */
export const resolvers: Resolver[] = []

/**
 * The schema from the resolvers. Inputs are checked by the decorators of their classes: a field without one, or an
 * input class without any, is refused, so that nothing comes in unchecked.
 */
export function buildApiSchema(from: readonly Resolver[] = resolvers): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: from as unknown as NonEmptyArray<Resolver>,
    validate: { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true },
  })
}

/** The contract as it is committed in schema.graphql: sorted, so that it changes only where the API does. */
export function printContract(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
