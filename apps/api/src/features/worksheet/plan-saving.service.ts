import { LIMITS, reason, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  invalidInput,
  notFound,
  refuseLonger,
  type RowFault,
  type RowState,
} from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import type { DocumentFacts } from '../documents/document.service.js'
import { loadNearest, type OrganizationOnDay } from '../organizations/organization.service.js'
import { targetsOf, type TargetChange } from '../targets/target.service.js'
import { actorName, writeTargets } from '../targets/target-writing.service.js'
import { assignable, documentFor, refusalsOf, refuseEndedYear, type Assigning } from './assigning.service.js'
import { markIssued, replaceLines, updatePlan, type PlanLine } from './plan.repository.js'
import { draftToChange, requirePlan, type PlanWithLines } from './plan.service.js'
import { changedRow, refuseRows, rowFault } from './row-faults.js'
import { targetOf } from './worksheet.service.js'

/** A line of a draft: what is typed now, and what was read. Null: no number. */
export interface SavedLine {
  organizationId: string
  amount: number | null
  note: string | null
  amountBefore: number | null
  noteBefore: string | null
}

/** Lines of a draft to be saved, all or none. */
export interface PlanSaving {
  id: string
  asOf: Day
  lines: readonly SavedLine[]
}

function refuseLine({ amount, note }: SavedLine): void {
  const isAmount = amount === null || (Number.isInteger(amount) && amount >= 0 && amount <= LIMITS.target)
  if (!isAmount) throw invalidInput('amount', reason('OUT_OF_BOUNDS', { limit: LIMITS.target }))
  refuseLonger('note', note, LIMITS.noteLength)
}

const stateOf = (line: PlanLine | undefined): RowState | null =>
  line ? { id: null, version: 0, amountMin: line.amount, amountMax: null, note: line.note } : null

/** The unit a plan is of, as its worksheet reads it. */
export async function unitOfPlan(
  ctx: RequestContext,
  plan: PlanWithLines,
  asOf: Day,
): Promise<OrganizationOnDay> {
  const unit = await loadNearest(ctx, plan.organization, asOf)
  if (!unit) throw notFound('Plan')
  return unit
}

/**
 * Saves lines of a draft: all of them, or none and every fault by row. A line that someone else has changed since it
 * was read is refused (CONFLICT) with what stands there now. Refused besides: a plan that was issued, a unit that does
 * not stand directly below, a number that cannot be.
 */
export function savePlanLines(ctx: RequestContext, { id, asOf, lines }: PlanSaving): Promise<PlanWithLines> {
  if (lines.length === 0) throw invalidInput('lines', reason('NO_ROWS'))
  return inTransaction(ctx, async (tx) => {
    const plan = await draftToChange(tx, id, null)
    const children = await assignable(tx, await unitOfPlan(tx, plan, asOf), plan.year, asOf)
    const units = new Map<number, OrganizationOnDay>()
    const refused = refusalsOf(lines, (line, index) => {
      units.set(index, children.find(line.organizationId))
      refuseLine(line)
    })
    const faults: RowFault[] = [...refused].map(([index, error]) =>
      rowFault(lines[index]?.organizationId ?? '', error),
    )
    lines.forEach((line, index) => {
      const now = plan.lines.get(units.get(index)?.id ?? 0)
      const same = (now?.amount ?? null) === line.amountBefore && (now?.note ?? null) === line.noteBefore
      if (!same && !refused.has(index)) faults.push(changedRow(line.organizationId, stateOf(now)))
    })
    refuseRows(faults)
    const kept = lines.flatMap(({ amount, note }, index): PlanLine[] =>
      amount === null ? [] : [{ plan: plan.id, organization: units.get(index)?.id ?? 0, amount, note }],
    )
    await replaceLines(
      tx,
      plan.id,
      [...units.values()].map((unit) => unit.id),
      kept,
    )
    await updatePlan(tx, plan.id, plan)
    return requirePlan(tx, id)
  })
}

/** A plan to be issued: with number, day and signatory of its document. */
export interface PlanIssuing extends Assigning {
  id: string
  version: number
  asOf: Day
  document: Omit<DocumentFacts, 'organization'>
  signatory: string
}

function refuseIssuing(plan: PlanWithLines, { document, signatory }: PlanIssuing): void {
  if (plan.lines.size === 0) throw conflict(reason('PLAN_EMPTY'))
  if (document.number.trim() === '') throw invalidInput('number', reason('NEEDS_DOCUMENT'))
  if (document.signedOn === null) throw invalidInput('signedOn', reason('NEEDS_DOCUMENT'))
  if (signatory.trim() === '') throw invalidInput('signatory', reason('NEEDS_DOCUMENT'))
  refuseLonger('signatory', signatory, LIMITS.nameLength)
}

/**
 * Issues a draft: files its document at the unit and makes each of its lines the assigned target of that unit, all at
 * once, with a revision where one stood. Units without a line keep what they have. The plan stays, marked as issued.
 * Refused: no number, day or signatory, an empty plan, one that was issued, an outdated version, a unit that does not
 * stand directly below any more, a locked year, a year that has ended (unless backfilled, with a reason).
 */
export function issuePlan(ctx: RequestContext, issuing: PlanIssuing): Promise<PlanWithLines> {
  return inTransaction(ctx, async (tx) => {
    const plan = await draftToChange(tx, issuing.id, issuing.version)
    refuseIssuing(plan, issuing)
    refuseEndedYear(tx, plan.year, issuing)
    const unit = await unitOfPlan(tx, plan, issuing.asOf)
    const children = await assignable(tx, unit, plan.year, issuing.asOf)
    const lines = [...plan.lines.values()]
    const gone: RowFault[] = []
    for (const { organization } of lines) {
      if (children.byId.has(organization)) continue
      const strange = await loadNearest(tx, organization, issuing.asOf)
      const refusal = conflict(reason('NOT_A_CHILD', { day: unit.at }))
      gone.push(rowFault(strange?.uid ?? '', refusal))
    }
    refuseRows(gone)
    const document = await documentFor(tx, unit.id, issuing)
    await assignLines(tx, plan, lines, document, issuing, children.byId)
    const by = { at: tx.clock.now().toISOString(), by: actorName(tx) }
    await markIssued(tx, plan.id, { document: document ?? 0, signatory: issuing.signatory.trim(), ...by })
    return requirePlan(tx, issuing.id)
  })
}

async function assignLines(
  ctx: RequestContext,
  { year }: PlanWithLines,
  lines: readonly PlanLine[],
  document: number | null,
  { reason: why, backfilled }: Assigning,
  units: ReadonlyMap<number, OrganizationOnDay>,
): Promise<void> {
  const ids = lines.map(({ organization }) => organization)
  const standing = groupBy(await targetsOf(ctx, ids, { from: year, to: year }), (row) => row.organization)
  const changes = lines.map(({ organization, amount, note }): TargetChange => {
    const now = targetOf(standing.get(organization) ?? [], year, 'ASSIGNED')
    const facts = {
      ...{ organization, kind: 'ASSIGNED' as const, yearFrom: year, yearTo: year },
      ...{ amountMin: amount, amountMax: null, document, note },
    }
    return { facts, existing: now && { uid: now.uid, version: now.version } }
  })
  const { refused } = await writeTargets(ctx, changes, { reason: why, ...(backfilled ? { backfilled } : {}) })
  refuseRows(
    [...refused].map(([index, error]) =>
      rowFault(units.get(lines[index]?.organization ?? 0)?.uid ?? '', error),
    ),
  )
}
