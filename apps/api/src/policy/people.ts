import type { RequestContext } from '../context.js'
import { may, refuseUnless } from './may.js'

/** Whether the viewer may see the persons of a unit, or its figures only: then small numbers are covered. */
export function maySeePeople(ctx: RequestContext, unit: number): Promise<boolean> {
  return may(ctx, 'people.read', unit)
}

/** Refuses lists of persons to someone who may see figures only (FORBIDDEN). */
export function refusePeople(ctx: RequestContext, unit: number): Promise<void> {
  return refuseUnless(ctx, 'people.read', unit)
}
