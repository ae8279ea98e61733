import type { CandidateStage, Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import { inScope, scopeOf } from '../../policy/scope.js'

/** Where to look: a unit and all below it as the tree stands on a day. */
export interface Below {
  unit: number
  treeAt: Day
}

const admitted = `e.kind IN ('ADMISSION', 'READMISSION') AND e.corrected_on IS NULL AND (e.outcome IS NULL OR e.outcome = 'YES')`

/** Persons who stood in a stage on a day, and how many of them were admitted in the unit after it up to another. */
export interface CohortRow {
  stage: CandidateStage
  cases: number
  admitted: number
}

/** Candidates of a unit on a day by stage, and what became of them by the last day. */
export async function listCohort(
  ctx: RequestContext,
  { unit, treeAt }: Below,
  on: Day,
  last: Day,
): Promise<CohortRow[]> {
  const scope = inScope(scopeOf(ctx, 'figures.read'), 'p.descendant', today(ctx))
  const join = ctx.database.dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN'
  const rows = await select<Row>(
    ctx,
    `SELECT s.stage, COUNT(*) AS cases, SUM(CASE WHEN EXISTS (
         SELECT 1 FROM person_event e JOIN organization_path q ON q.descendant = e.organization AND q.ancestor = ?
           AND q.valid_from <= ? AND q.valid_to > ?
         WHERE e.person = s.person AND ${admitted} AND e.date > ? AND e.date <= ?) THEN 1 ELSE 0 END) AS admitted
     FROM organization_path p ${join} candidate_spell s ON s.organization = p.descendant
     WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND s.valid_from <= ? AND s.valid_to > ?
       AND ${scope.sql} GROUP BY s.stage`,
    [unit, treeAt, treeAt, on, last, unit, treeAt, treeAt, on, on, ...scope.params],
  )
  return rows.map(({ stage, cases, admitted: sum }) => ({
    stage: stage as CandidateStage,
    cases: Number(cases),
    admitted: Number(sum),
  }))
}

/** Everybody admitted in a unit after a day up to another. */
export async function countAdmitted(
  ctx: RequestContext,
  { unit, treeAt }: Below,
  after: Day,
  last: Day,
): Promise<number> {
  const scope = inScope(scopeOf(ctx, 'figures.read'), 'p.descendant', today(ctx))
  const [row] = await select<Row>(
    ctx,
    `SELECT COUNT(*) AS n FROM organization_path p JOIN person_event e ON e.organization = p.descendant
     WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND ${admitted} AND e.date > ? AND e.date <= ?
       AND ${scope.sql}`,
    [unit, treeAt, treeAt, after, last, ...scope.params],
  )
  return Number(row?.n ?? 0)
}

/** Dossiers of a unit that are decided and wait for the ceremony on a day. */
export async function countDecided(ctx: RequestContext, { unit, treeAt }: Below, on: Day): Promise<number> {
  const scope = inScope(scopeOf(ctx, 'figures.read'), 'p.descendant', today(ctx))
  const [row] = await select<Row>(
    ctx,
    `SELECT COUNT(*) AS n FROM organization_path p JOIN dossier_spell s ON s.organization = p.descendant
     WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND s.state = 'DECIDED' AND s.valid_from <= ?
       AND s.valid_to > ? AND ${scope.sql}`,
    [unit, treeAt, treeAt, on, on, ...scope.params],
  )
  return Number(row?.n ?? 0)
}
