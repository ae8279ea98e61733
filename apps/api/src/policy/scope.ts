/** Which units a viewer may see: everything, or some units with all that stands below them today. */
export type Scope = { all: true } | { all: false; organizations: readonly number[] }

export const EVERYTHING: Scope = { all: true }

/** A piece of SQL with its parameters, to be added to a statement. */
export interface SqlPart {
  sql: string
  params: unknown[]
}

/**
 * The one condition by which a statement keeps to the scope: the unit in `column` is one of the granted units or
 * stands below one of them today. Every repository adds it to every statement.
 */
export function inScope(scope: Scope, column: string, today: string): SqlPart {
  if (scope.all) return { sql: '1 = 1', params: [] }
  if (scope.organizations.length === 0) return { sql: '1 = 0', params: [] }
  const marks = scope.organizations.map(() => '?').join(', ')
  return {
    sql: `EXISTS (SELECT 1 FROM organization_path sp WHERE sp.descendant = ${column} AND sp.valid_from <= ? AND sp.valid_to > ? AND sp.ancestor IN (${marks}))`,
    params: [today, today, ...scope.organizations],
  }
}
