import type { CandidateStage, Day, StrikeReason } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'

/** A unit and all below it as the tree stands on a day. */
export interface Below {
  unit: number
  treeAt: Day
}

/** What stands below a unit, in the scope in which the viewer reads figures. */
function below(ctx: RequestContext, { unit, treeAt }: Below): SqlPart {
  const scope = inScope(scopeOf(ctx, 'figures.read'), 'p.descendant', today(ctx))
  return {
    sql: `p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND ${scope.sql}`,
    params: [unit, treeAt, treeAt, ...scope.params],
  }
}

/** Units below that state on a day to have no source, by themselves or by a unit above them. */
export async function listWithoutSource(
  ctx: RequestContext,
  place: Below,
  asOf: Day,
): Promise<ReadonlySet<number>> {
  const { sql, params } = below(ctx, place)
  const rows = await select<{ id: number }>(
    ctx,
    `SELECT DISTINCT p.descendant AS id FROM no_source n
     JOIN organization_path q ON q.ancestor = n.organization AND q.valid_from <= ? AND q.valid_to > ?
     JOIN organization_path p ON p.descendant = q.descendant
     WHERE n.valid_from <= ? AND n.valid_to > ? AND ${sql}`,
    [place.treeAt, place.treeAt, asOf, asOf, ...params],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Persons struck from the list of a unit for a reason. */
export interface StruckRow {
  organization: number
  reason: StrikeReason
  count: number
}

/** Who was struck from lists below after a day up to another, by unit and reason. */
export async function listStruck(
  ctx: RequestContext,
  place: Below,
  after: Day,
  last: Day,
): Promise<StruckRow[]> {
  const { sql, params } = below(ctx, place)
  const rows = await select<Row>(
    ctx,
    `SELECT e.organization, e.strike_reason AS reason, COUNT(*) AS n FROM organization_path p
     JOIN person_event e ON e.organization = p.descendant
     WHERE e.kind = 'STRIKE' AND e.corrected_on IS NULL AND e.date > ? AND e.date <= ? AND ${sql}
     GROUP BY e.organization, e.strike_reason`,
    [after, last, ...params],
  )
  return rows.map(({ organization, reason, n }) => ({
    organization: Number(organization),
    reason: reason as StrikeReason,
    count: Number(n),
  }))
}

/** How many went through a stage on the same days. */
export interface StageSpan {
  stage: CandidateStage
  validFrom: Day
  validTo: Day
  count: number
}

/** Stages below that ended after a day up to another. */
export async function listStageSpans(
  ctx: RequestContext,
  place: Below,
  after: Day,
  last: Day,
): Promise<StageSpan[]> {
  const { sql, params } = below(ctx, place)
  const rows = await select<Row>(
    ctx,
    `SELECT s.stage, s.valid_from AS validFrom, s.valid_to AS validTo, COUNT(*) AS n FROM organization_path p
     JOIN candidate_spell s ON s.organization = p.descendant
     WHERE s.valid_to > ? AND s.valid_to <= ? AND ${sql} GROUP BY s.stage, s.valid_from, s.valid_to`,
    [after, last, ...params],
  )
  return rows.map(({ n, ...row }) => ({ ...(row as unknown as StageSpan), count: Number(n) }))
}

/** Through which unit directly below everything under it hangs, in the scope of the tree. */
export async function listBranches(
  ctx: RequestContext,
  { unit, treeAt }: Below,
): Promise<ReadonlyMap<number, number>> {
  const scope = inScope(ctx.scope, 'p.descendant', today(ctx))
  const rows = await select<{ descendant: number; via: number }>(
    ctx,
    `SELECT p.descendant, p.via FROM organization_path p
     WHERE p.ancestor = ? AND p.depth > 0 AND p.valid_from <= ? AND p.valid_to > ? AND ${scope.sql}`,
    [unit, treeAt, treeAt, ...scope.params],
  )
  return new Map(rows.map(({ descendant, via }) => [descendant, via]))
}
