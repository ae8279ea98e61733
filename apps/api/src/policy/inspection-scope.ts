import type { Verb } from '@seedbed/shared'
import { accountOf } from '../auth/signed-in.js'
import { today, type RequestContext } from '../context.js'
import { mayAnywhere } from './may.js'
import { inScope, scopeOf, type SqlPart } from './scope.js'

/**
 * The condition by which a statement keeps to the papers of inspection that a viewer may see: those of units where
 * they hold the verb, and of rounds that they work on while they hold it anywhere. `unit` and `round` are the columns
 * of the inspecting unit and of the round. Nobody else sees papers, whatever else they may do at a unit.
 */
export function papersInScope(
  ctx: RequestContext,
  verb: Extract<Verb, 'inspection.run' | 'findings.record'>,
  columns: { unit: string; round: string },
): SqlPart {
  const scope = inScope(scopeOf(ctx, verb), columns.unit, today(ctx))
  const account = accountOf(ctx)
  if (account === null || !mayAnywhere(ctx, verb)) return scope
  return {
    sql: `(${scope.sql} OR EXISTS (SELECT 1 FROM inspection_worker siw
      WHERE siw.round = ${columns.round} AND siw.account = ?))`,
    params: [...scope.params, account],
  }
}

/** The same, and what is addressed to units for which the viewer answers: `responsible` is the column of that unit. */
export function findingsInScope(
  ctx: RequestContext,
  columns: { unit: string; round: string; responsible: string },
): SqlPart {
  const papers = papersInScope(ctx, 'inspection.run', columns)
  const addressed = inScope(scopeOf(ctx, 'findings.answer'), columns.responsible, today(ctx))
  return { sql: `(${papers.sql} OR ${addressed.sql})`, params: [...papers.params, ...addressed.params] }
}
