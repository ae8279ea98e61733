import { procedureStep, stepsFrom, type Day, type DossierStepKind } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import type { SeedbedError } from '../../errors/errors.js'
import { bodiesOn, unitOfBody, type Bodies, type LevelRow } from './bodies.service.js'
import { hasEnded, type DossierFile } from './dossier-file.js'
import { missingFor } from './judge.service.js'
import { cellOn, draftOfStep } from './taken-step.js'

/** A step that the table allows next: by whom, and what it would still be refused for. */
export interface NextDossierStep {
  kind: DossierStepKind
  by: LevelRow
  missing: SeedbedError[]
}

/** Levels that do not exist in the tree of the day have no step. */
const hasLevel = ({ grassroots, delegated, section }: Bodies, kind: DossierStepKind): boolean => {
  if (kind === 'SECTION_REPORT') return section !== null
  return kind !== 'PROPOSAL' || (grassroots !== null && !delegated)
}

/** Steps in the order of the table, each with what is missing on the day. */
export async function nextStepsOf(
  ctx: RequestContext,
  file: DossierFile,
  asOf: Day,
): Promise<NextDossierStep[]> {
  if (hasEnded(file.state)) return []
  const bodies = await bodiesOn(ctx, await cellOn(ctx, file, asOf), asOf)
  if (!bodies) return []
  const steps: NextDossierStep[] = []
  for (const kind of stepsFrom(file.state).filter((one) => hasLevel(bodies, one))) {
    const by = unitOfBody(bodies, procedureStep(kind).body) ?? bodies.cell
    steps.push({ kind, by, missing: await missingFor(ctx, file, draftOfStep(kind, asOf), bodies) })
  }
  return steps
}
