import type { RequestContext } from '../context.js'
import { SeedbedError } from '../errors/errors.js'

/** Whether the viewer may see persons, or figures only: then small numbers are covered. */
export function maySeePeople(ctx: RequestContext): boolean {
  return ctx.seesPeople
}

/** Refuses lists of persons to someone who may see figures only (FORBIDDEN). */
export function refusePeople(ctx: RequestContext): void {
  if (!maySeePeople(ctx)) throw new SeedbedError('FORBIDDEN', 'You may see figures, not persons')
}
