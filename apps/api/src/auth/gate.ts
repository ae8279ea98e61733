import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { reason } from '@seedbed/shared'
import { forbidden, SeedbedError } from '../errors/errors.js'
import type { Viewer } from '../policy/viewer.js'
import { signInFirst } from './signed-in.js'

/** Attempts to sign in: one in a request, and nothing beside it. */
const attempts = ['signIn', 'confirmSecondFactor']

/** Root fields for those who have not signed in yet or not far enough; everything else is for the others. */
const openTo: Record<'NOBODY' | 'SECOND_FACTOR' | 'NEW_PASSWORD', readonly string[]> = {
  NOBODY: ['signIn'],
  SECOND_FACTOR: ['signIn', 'confirmSecondFactor', 'signOut'],
  NEW_PASSWORD: ['signIn', 'viewer', 'changePassword', 'signOut'],
}

/** Names of the root fields of an operation; null where a fragment hides them. */
function rootFields({ selectionSet }: OperationDefinitionNode): Array<string | null> {
  return selectionSet.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : null))
}

function operationsOf(source: unknown): OperationDefinitionNode[] {
  let document: DocumentNode
  try {
    document = parse(String(source), { noLocation: true })
  } catch {
    return []
  }
  return document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one] : []))
}

function stageOf(viewer: Viewer): keyof typeof openTo | null {
  if (viewer.kind === 'NOBODY') return 'NOBODY'
  return viewer.kind === 'ACCOUNT' && viewer.stage !== 'OPEN' ? viewer.stage : null
}

/**
 * Lets in only what the viewer may ask at all, before anything of the request is looked at: whoever has not signed in
 * can do nothing but that (UNAUTHENTICATED), whoever must choose a password nothing but that (FORBIDDEN). An attempt
 * to sign in stands alone in its request (TOO_COMPLEX), so that a request is one attempt.
 */
export function gate(viewer: Viewer, source: unknown): void {
  const stage = stageOf(viewer)
  const mentions = attempts.some((name) => String(source).includes(name))
  if (stage === null && !mentions) return
  const operations = operationsOf(source)
  const fields = operations.flatMap(rootFields)
  const trying = mentions && (fields.includes(null) || fields.some((name) => attempts.includes(name ?? '')))
  if (trying && fields.length > 1)
    throw new SeedbedError('TOO_COMPLEX', 'An attempt to sign in stands alone in its request')
  if (stage === null) return
  const open = openTo[stage]
  if (fields.length > 0 && fields.every((name) => name !== null && open.includes(name))) return
  throw stage === 'NEW_PASSWORD' ? forbidden(reason('NEW_PASSWORD_FIRST')) : signInFirst()
}
