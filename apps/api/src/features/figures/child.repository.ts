import type { Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { select } from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

/** A unit that stood directly below another: until when (half-open), and when it ended. */
export interface ChildLife {
  id: number
  leftOn: Day
  closed: Day
}

/** Units in scope that stood directly below `unit` on some day of the period, both days inclusive. */
export function listChildLives(ctx: RequestContext, unit: number, from: Day, to: Day): Promise<ChildLife[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  return select<ChildLife>(
    ctx,
    `SELECT o.id, MAX(p.valid_to) AS leftOn, o.closed FROM organization_path p JOIN organization o ON o.id = p.descendant
     WHERE p.ancestor = ? AND p.depth = 1 AND p.valid_to > ? AND p.valid_from <= ? AND ${scope.sql}
     GROUP BY o.id, o.closed`,
    [unit, from, to, ...scope.params],
  )
}
