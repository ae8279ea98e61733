import { LIMITS, reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { requirePerson } from '../people/person.service.js'

/** Outer ids of many persons as inner ones; refused for none, and for too many at a time. */
export async function personsOf(ctx: RequestContext, ids: readonly string[]): Promise<number[]> {
  if (ids.length === 0 || ids.length > LIMITS.pageSize)
    throw invalidInput('personIds', reason('TOO_MANY', { limit: LIMITS.pageSize }))
  return Promise.all(ids.map(async (id) => (await requirePerson(ctx, id)).id))
}
