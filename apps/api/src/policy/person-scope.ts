import { today, type RequestContext } from '../context.js'
import { inScope, scopeOf, type Scope, type SqlPart } from './scope.js'

/**
 * The condition by which a statement keeps to persons of a scope: an event of theirs that stands names a unit in it.
 * `column` holds the internal id of the person.
 */
export function personInScope(scope: Scope, column: string, today: string): SqlPart {
  if (scope.all) return { sql: '1 = 1', params: [] }
  const at = inScope(scope, 'pse.organization', today)
  const to = inScope(scope, 'pse.to_organization', today)
  return {
    sql: `EXISTS (SELECT 1 FROM person_event pse WHERE pse.person = ${column} AND pse.corrected_on IS NULL
      AND (${at.sql} OR ${to.sql}))`,
    params: [...at.params, ...to.params],
  }
}

/** Leaves out persons restricted by their own request, but for whoever keeps them. */
export function notRestricted(ctx: RequestContext, column: string): SqlPart {
  const kept = personInScope(scopeOf(ctx, 'people.record'), column, today(ctx))
  return {
    sql: `(NOT EXISTS (SELECT 1 FROM person_restriction psr WHERE psr.person = ${column}) OR ${kept.sql})`,
    params: kept.params,
  }
}
