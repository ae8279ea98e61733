import type { CandidateStage, Day, SourceKind } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  marks,
  rowByUid,
  select,
} from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

/** What a unit asks for before a person reaches a stage; of all persons, or of one kind of source. Days half-open. */
export interface RequirementFacts {
  organization: number
  title: string
  stage: CandidateStage
  sourceKind: SourceKind | null
  validFrom: Day
  validTo: Day
  document: number | null
  note: string | null
}

export interface RequirementRow extends RequirementFacts {
  id: number
  uid: string
  version: number
}

/** A requirement as it reaches a unit, from itself (depth 0) or from one above it. */
export interface RequirementAbove extends RequirementRow {
  descendant: number
  depth: number
}

const columns = `r.id, r.uid, r.organization, r.title, r.stage, r.source_kind AS sourceKind, r.valid_from AS validFrom,
  r.valid_to AS validTo, r.document, r.note, r.version`

const rowOf = (facts: RequirementFacts) => ({
  organization: facts.organization,
  title: facts.title,
  stage: facts.stage,
  source_kind: facts.sourceKind,
  valid_from: facts.validFrom,
  valid_to: facts.validTo,
  document: facts.document,
  note: facts.note,
})

/** Stores requirements and answers their internal ids in the same order. */
export function insertRequirements(
  ctx: RequestContext,
  rows: ReadonlyArray<RequirementFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'requirement',
    rows.map(({ uid, ...facts }) => ({ uid, ...rowOf(facts), version: 1, batch })),
  )
}

/** Writes a requirement as it now is; `version` goes up by one. */
export async function updateRequirement(
  ctx: RequestContext,
  id: number,
  facts: RequirementFacts,
): Promise<void> {
  const row = rowOf(facts)
  const set = Object.keys(row).map((name) => `${name} = ?`)
  await execute(ctx, `UPDATE requirement SET ${set.join(', ')}, version = version + 1 WHERE id = ?`, [
    ...Object.values(row),
    id,
  ])
}

/** The requirement of that outer id, locked inside a unit of work. */
export function findRequirement(ctx: RequestContext, uid: string): Promise<RequirementRow | undefined> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  return rowByUid<RequirementRow>(ctx, 'requirement r', columns, uid, lock)
}

/** Requirements that reach units in scope on a day, from themselves and from those above, the nearest first. */
export function listRequirementsFor(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
): Promise<RequirementAbove[]> {
  const scope = inScope(ctx.scope, 'p.descendant', today(ctx))
  return inChunks([...units], (chunk) =>
    select<RequirementAbove>(
      ctx,
      `SELECT p.descendant, p.depth, ${columns} FROM requirement r JOIN organization_path p ON p.ancestor = r.organization
       WHERE p.descendant IN (${marks(chunk)}) AND p.valid_from <= ? AND p.valid_to > ?
         AND r.valid_from <= ? AND r.valid_to > ? AND ${scope.sql} ORDER BY p.descendant, p.depth, r.id`,
      [...chunk, day, day, day, day, ...scope.params],
    ),
  )
}
