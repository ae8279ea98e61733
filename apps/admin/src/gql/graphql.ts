import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env.js'

/** Typed operations over the committed schema; days travel as "YYYY-MM-DD". */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string } }>()

export { readFragment } from 'gql.tada'
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
