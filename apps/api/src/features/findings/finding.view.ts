import { today, type RequestContext } from '../../context.js'
import type { StepRow } from './finding-steps.service.js'
import { isOverdue, type FindingRow } from './finding.service.js'
import type { Finding, FindingStep } from './finding.type.js'

/** A finding as the API shows it. */
export function toFinding(ctx: RequestContext, row: FindingRow): Finding {
  const { uid, version, kind, state, about, words, madeOn, dueOn, mended, closedOn } = row
  const facts = { version, kind, state, about, words, madeOn, dueOn, mended, closedOn }
  return { row, id: uid, ...facts, overdue: isOverdue(row, today(ctx)) }
}

/** A step as the API shows it. */
export function toStep({
  uid,
  kind,
  onDay,
  state,
  dueOn,
  mended,
  words,
  actorName,
  at,
}: StepRow): FindingStep {
  return {
    id: uid,
    kind,
    onDay,
    state,
    dueOn,
    mended: kind === 'RECHECKED' ? mended : null,
    words,
    actorName,
    at,
  }
}
