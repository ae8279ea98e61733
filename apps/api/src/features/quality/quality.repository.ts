import type { Day, DossierStepKind, StepOutcome } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { marks, select, type Row } from '../../database/sql.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'

/** A unit and all below it as the tree stands on a day, and the days asked about, both inclusive. */
export interface QualityPlace {
  unit: number
  treeAt: Day
  from: Day
  asOf: Day
}

/** A step of a dossier of which some step fell into the period. */
export interface QualityStep {
  dossier: number
  kind: DossierStepKind
  date: Day
  outcome: StepOutcome | null
}

/** Steps of kinds in the period that stand, in units of the place and in the viewer's scope. */
function stepsWithin(
  ctx: RequestContext,
  { unit, treeAt, from, asOf }: QualityPlace,
  kinds: readonly DossierStepKind[],
): SqlPart {
  const scope = inScope(scopeOf(ctx, 'figures.read'), 'p.descendant', today(ctx))
  return {
    sql: `FROM organization_path p JOIN person_event e ON e.organization = p.descendant
       AND e.date >= ? AND e.date <= ? AND e.corrected_on IS NULL
     JOIN dossier_step t ON t.event = e.id
     WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND t.corrected_on IS NULL
       AND t.kind IN (${marks(kinds)}) AND (t.outcome IS NULL OR t.outcome = 'YES') AND ${scope.sql}`,
    params: [from, asOf, unit, treeAt, treeAt, ...kinds, ...scope.params],
  }
}

/** All steps of the dossiers that were decided, celebrated or recognized in the period, in order. */
export function listQualitySteps(ctx: RequestContext, place: QualityPlace): Promise<QualityStep[]> {
  const { sql, params } = stepsWithin(ctx, place, ['DECISION', 'CEREMONY', 'RECOGNITION'])
  return select(
    ctx,
    `SELECT s.dossier, s.kind, s.date, s.outcome FROM dossier_step s LEFT JOIN person_event v ON v.id = s.event
     WHERE s.dossier IN (SELECT t.dossier ${sql}) AND s.corrected_on IS NULL AND v.corrected_on IS NULL
     ORDER BY s.dossier, s.date, s.id`,
    params,
  )
}

const has = (forms: readonly string[]) =>
  `EXISTS (SELECT 1 FROM dossier_paper b WHERE b.dossier = t.dossier AND b.dated <= t.date
     AND b.form IN (${marks(forms)}))`

/** Decisions on admission in the period, and those before which a paper was missing. `needed`: one of each. */
export async function countPapers(
  ctx: RequestContext,
  place: QualityPlace,
  needed: ReadonlyArray<readonly string[]>,
): Promise<{ decisions: number; incomplete: number }> {
  const { sql, params } = stepsWithin(ctx, place, ['DECISION'])
  const [row] = await select<Row>(
    ctx,
    `SELECT COUNT(*) AS decisions,
       SUM(CASE WHEN ${needed.map(has).join(' AND ')} THEN 0 ELSE 1 END) AS incomplete ${sql}`,
    [...needed.flat(), ...params],
  )
  return { decisions: Number(row?.decisions ?? 0), incomplete: Number(row?.incomplete ?? 0) }
}
