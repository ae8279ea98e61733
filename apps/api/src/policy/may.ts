import { reason, type Verb } from '@seedbed/shared'
import { today, type RequestContext } from '../context.js'
import { inChunks, marks, select } from '../database/sql.js'
import { forbidden, notFound } from '../errors/errors.js'
import { loader } from '../graphql/loaders.js'
import { inScope, scopeOf } from './scope.js'

/**
 * Whether the viewer may do this at a unit (internal id; 0: for everything, above all roots) today. Many units of
 * one request cost one statement.
 */
export async function may(ctx: RequestContext, verb: Verb, unit: number): Promise<boolean> {
  const scope = scopeOf(ctx, verb)
  if (scope.all) return true
  if (unit === 0 || scope.organizations.length === 0) return false
  return loader<number, boolean>(ctx, `may ${verb}`, async (ids) => {
    const found = new Set(await unitsWhere(ctx, verb, ids))
    return ids.map((id) => found.has(id))
  }).load(unit)
}

/** Those of the units (internal ids) at which the viewer may do this today. */
export async function unitsWhere(
  ctx: RequestContext,
  verb: Verb,
  units: readonly number[],
): Promise<number[]> {
  const condition = inScope(scopeOf(ctx, verb), 'o.id', today(ctx))
  const rows = await inChunks(units, (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT o.id FROM organization o WHERE o.id IN (${marks(chunk)}) AND ${condition.sql}`,
      [...chunk, ...condition.params],
    ),
  )
  return rows.map(({ id }) => id)
}

/** Whether the viewer may do this at any unit at all. */
export function mayAnywhere(ctx: RequestContext, verb: Verb): boolean {
  const scope = scopeOf(ctx, verb)
  return scope.all || scope.organizations.length > 0
}

/**
 * Refuses unless the viewer may do this at the unit: FORBIDDEN where the unit may be seen, and NOT_FOUND where it may
 * not, as if it did not exist.
 */
export async function refuseUnless(ctx: RequestContext, verb: Verb, unit: number): Promise<void> {
  if (await may(ctx, verb, unit)) return
  if (unit !== 0 && !(await may(ctx, 'organizations.read', unit))) throw notFound('Organization')
  throw forbidden(reason('NOT_ALLOWED_HERE'))
}

/** The same for many units: all of them, or a refusal. One statement. */
export async function refuseUnlessAll(
  ctx: RequestContext,
  verb: Verb,
  units: Iterable<number>,
): Promise<void> {
  await Promise.all([...new Set(units)].map((unit) => refuseUnless(ctx, verb, unit)))
}

/**
 * The last door before numbers are summed: refuses (NOT_FOUND, as if there were no such unit) unless the viewer may do
 * this at every one of the units, also where a caller forgot to ask. What was asked before in the request costs
 * nothing again.
 */
export async function refuseOutOfScope(
  ctx: RequestContext,
  verb: Verb,
  units: readonly number[],
): Promise<void> {
  if (scopeOf(ctx, verb).all) return
  const answers = await Promise.all(units.map((unit) => may(ctx, verb, unit)))
  if (!answers.every(Boolean)) throw notFound('Organization')
}

/** Refuses (FORBIDDEN) unless the viewer may do this at some unit: for what belongs to no unit. */
export function refuseUnlessAnywhere(ctx: RequestContext, verb: Verb): void {
  if (!mayAnywhere(ctx, verb)) throw forbidden(reason('NOT_ALLOWED'))
}
