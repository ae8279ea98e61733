import { today, type RequestContext } from '../../context.js'
import { belowScope, scopeOf, type SqlPart } from '../../policy/scope.js'

/**
 * The condition by which a statement keeps to what the viewer may administer: grants at units below those where they
 * administer accounts; those on the whole installation are for whoever administers the system. `column` holds the
 * unit of a grant.
 */
export function administered(ctx: RequestContext, column: string): SqlPart {
  if (scopeOf(ctx, 'system.administer').all) return { sql: '1 = 1', params: [] }
  const below = belowScope(scopeOf(ctx, 'accounts.administer'), column, today(ctx))
  return { sql: `(${column} <> 0 AND ${below.sql})`, params: below.params }
}
