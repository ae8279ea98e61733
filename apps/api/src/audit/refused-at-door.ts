import { Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql'
import type { RequestContext } from '../context.js'
import { audited } from './audited.js'

function operationsOf(source: unknown): OperationDefinitionNode[] {
  try {
    const { definitions } = parse(String(source), { noLocation: true })
    return definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one] : []))
  } catch {
    return []
  }
}

/** Names of the mutations that a document asks for. */
function mutationsOf(source: unknown): string[] {
  return operationsOf(source)
    .filter(({ operation }) => operation === OperationTypeNode.MUTATION)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .map((one) => (one.kind === Kind.FIELD ? one.name.value : '...'))
}

/**
 * Puts the mutations of a request on record that is refused before it runs, as one record without what was asked, and
 * throws the refusal. A request without mutations leaves none.
 */
export async function refusedAtDoor(ctx: RequestContext, source: unknown, refusal: unknown): Promise<never> {
  const [name, ...others] = mutationsOf(source)
  if (name === undefined) throw refusal
  const input = others.length === 0 ? {} : { operations: [name, ...others] }
  return audited(ctx, { name, input }, () => Promise.reject(refusal as Error))
}
