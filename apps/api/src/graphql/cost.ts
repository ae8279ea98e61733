import { LIMITS } from '@seedbed/shared'
import {
  getNullableType,
  isLeafType,
  isListType,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity/cjs'
import { SeedbedError } from '../errors/errors.js'

/** Objects that one answer may hold, as far as can be told from the question. */
export const maxCost = 40_000

/** How long a list is taken to be whose length nothing tells. */
const unknownLength = 5

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type))
}

/** How many objects a field may bring: its page size, the most it says it has, the indicators asked for, or a guess. */
function lengthOf({ args, field, type }: ComplexityEstimatorArgs): number {
  const takesPage = field.args.some((arg) => arg.name === 'first')
  const first: unknown = args['first']
  if (takesPage) return Math.min(LIMITS.pageSize, Math.max(1, Number(first ?? LIMITS.defaultPageSize)))
  if (!isList(field.type) || type.name.endsWith('Connection') || type.name.startsWith('__')) return 1
  const input = args['input'] as { indicators?: unknown; figures?: { indicators?: unknown } } | undefined
  const known = field.extensions['listLength']
  if (typeof known === 'number') return known
  const indicators = input?.indicators ?? input?.figures?.indicators
  return Array.isArray(indicators) ? Math.max(1, indicators.length) : unknownLength
}

function estimate(question: ComplexityEstimatorArgs): number {
  const leaf = isLeafType(getNullableType(question.field.type))
  return leaf ? 0 : lengthOf(question) * (1 + question.childComplexity)
}

/**
 * Refuses an operation whose answer could be too big (TOO_COMPLEX), such as pages within pages. Variables that do
 * not fit are left to the execution, which says what is wrong with them.
 */
export function checkCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown> | undefined,
): void {
  const operationName = operation.name?.value
  const cost = costOf({
    schema,
    query,
    estimators: [estimate],
    ...(variables ? { variables } : {}),
    ...(operationName === undefined ? {} : { operationName }),
  })
  if (cost > maxCost)
    throw new SeedbedError(
      'TOO_COMPLEX',
      `The answer could hold more than ${maxCost} objects: ask for less at once`,
    )
}

/** Costs by document and what is asked of it: the application asks the same few questions all day. */
const known = new WeakMap<DocumentNode, Map<string, number>>()
const mostKnown = 200
const longestKnown = 2_000

function costOf(question: Parameters<typeof getComplexity>[0]): number {
  const costs = known.get(question.query) ?? new Map<string, number>()
  const key = JSON.stringify([question.operationName, question.variables])
  const cost = costs.get(key) ?? estimateOf(question)
  if (key.length > longestKnown) return cost
  if (costs.size >= mostKnown) costs.clear()
  costs.set(key, cost)
  known.set(question.query, costs)
  return cost
}

function estimateOf(question: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(question)
  } catch {
    return 0
  }
}
