import type { Verb } from '@seedbed/shared'
import type { RequestContext } from '../context.js'

/** Units of a viewer: everything, or some units with all that stands below them today. */
export type Scope = { all: true } | { all: false; organizations: readonly number[] }

export const EVERYTHING: Scope = { all: true }
export const NOTHING: Scope = { all: false, organizations: [] }

/** A piece of SQL with its parameters, to be added to a statement. */
export interface SqlPart {
  sql: string
  params: unknown[]
}

/** Where the viewer may do this: the scope that a repository hands to `inScope`. */
export function scopeOf(ctx: RequestContext, verb: Verb): Scope {
  return ctx.access.get(verb) ?? NOTHING
}

/**
 * The one condition by which a statement keeps to a scope: the unit in `column` is one of the granted units or
 * stands below one of them today; a unit that is yet to be founded, below one of them on its first day. An ended
 * unit stays where it last stood. Every repository adds it to every statement.
 */
export function inScope(scope: Scope, column: string, today: string): SqlPart {
  return standing(scope, column, today, 0)
}

/** The same without the granted units themselves: only what stands below them. */
export function belowScope(scope: Scope, column: string, today: string): SqlPart {
  return standing(scope, column, today, 1)
}

function standing(scope: Scope, column: string, today: string, leastDepth: 0 | 1): SqlPart {
  if (scope.all) return { sql: '1 = 1', params: [] }
  if (scope.organizations.length === 0) return { sql: '1 = 0', params: [] }
  const marks = scope.organizations.map(() => '?').join(', ')
  return {
    sql: `EXISTS (SELECT 1 FROM organization_path sp WHERE sp.descendant = ${column} AND sp.valid_to > ?
      AND (sp.valid_from <= ? OR sp.valid_from = (SELECT so.opened FROM organization so WHERE so.id = sp.descendant))
      AND sp.ancestor IN (${marks})${leastDepth === 0 ? '' : ' AND sp.depth > 0'})`,
    params: [today, today, ...scope.organizations],
  }
}
