import { dossierState, isDay, OPEN_END, reason, type Day, type Reason } from '@seedbed/shared'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, SeedbedError, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless } from '../../policy/may.js'
import { ruleOn } from '../rules/rule.service.js'
import type { NewEvent } from './event-draft.js'
import {
  findOpenState,
  findStart,
  listStartsFor,
  removeStart,
  writeStart,
  type ProcedureStart,
} from './one-door.repository.js'

export type { ProcedureStart } from './one-door.repository.js'

/** From which day admissions of a unit go by the procedure, as set there or above; null: not yet. */
export function procedureFromOf(ctx: RequestContext, unit: number, on: Day): Promise<Day | null> {
  return loader<number, Day | null>(ctx, `procedure from on ${on}`, async (units) => {
    const starts = await listStartsFor(ctx, units, on)
    return units.map((id) => starts.get(id) ?? null)
  }).load(unit)
}

/** What is set at the unit itself. */
export function ownStart(ctx: RequestContext, unit: number): Promise<ProcedureStart | undefined> {
  return findStart(ctx, unit)
}

/**
 * Sets from which day admissions in a unit and all below it go through the procedure; without a day nothing is set
 * there any more. `version` is the one that was read, 0 where nothing is set.
 */
export function setProcedureFrom(
  ctx: RequestContext,
  facts: { organization: number; on: Day | null; document: number | null; version: number },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { organization, on, document, version } = facts
    await refuseUnless(tx, 'procedure.set', organization)
    if (on !== null && (!isDay(on) || on === OPEN_END)) throw invalidInput('on', reason('NOT_A_DAY'))
    const standing = await findStart(tx, organization)
    if ((standing?.version ?? 0) !== version) throw staleVersion('The day', version, standing?.version ?? 0)
    if (on === null) await removeStart(tx, organization)
    else await writeStart(tx, { organization, validFrom: on, document, version: version + 1 }, null)
    noteChange(tx, {
      units: [organization],
      before: { procedureFrom: standing?.validFrom ?? null },
      after: { procedureFrom: on },
    })
  })
}

/** Stores days of an import, in a unit of work; refused where a day is set at the unit already. */
export async function addStarts(
  ctx: RequestContext,
  items: ReadonlyArray<{ organization: number; on: Day; document: number | null }>,
  batch: number,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  for (const [index, { organization }] of items.entries()) {
    const twice = items.findIndex((one) => one.organization === organization) !== index
    if (twice || (await findStart(ctx, organization)))
      refused.set(index, conflict(reason('RECORDED_MEANWHILE')))
  }
  if (refused.size > 0) return { ids: [], refused }
  for (const { organization, on, document } of items)
    await writeStart(ctx, { organization, validFrom: on, document, version: 1 }, batch)
  return { ids: items.map(({ organization }) => organization), refused }
}

const admitting = new Set(['ADMISSION', 'READMISSION'])
const following = new Set(['ADMISSION', 'READMISSION', 'CEREMONY', 'RECOGNITION'])
const removing = new Set(['PROBATION_REMOVED', 'DECISION_CANCELLED'])

/**
 * There is one door to the Party: refuses (RULE_REFUSED) to record an admission beside the procedure from the day set
 * for the unit on, and at any time what belongs to the dossier of somebody who has one. History that an import brings
 * is not asked.
 */
export async function refuseBesideDossier(ctx: RequestContext, item: NewEvent): Promise<void> {
  const { kind, person, organization, on, removalReason } = item
  const belongs = following.has(kind) || removing.has(removalReason ?? '')
  if (!belongs) return
  const state = await findOpenState(ctx, person)
  if (state && dossierState(state).phase !== 'END')
    throw await refusedAtDoor(ctx, on, reason('BY_DOSSIER', { state }))
  if (!admitting.has(kind)) return
  const since = await procedureFromOf(ctx, organization, on)
  if (since !== null && since <= on) throw await refusedAtDoor(ctx, on, reason('ONE_DOOR', { day: since }))
}

async function refusedAtDoor(ctx: RequestContext, on: Day, why: Reason): Promise<SeedbedError> {
  const { regulation } = await ruleOn(ctx, 'DECISION_DAYS', on)
  const { message, details } = conflict(why)
  return new SeedbedError('RULE_REFUSED', message, { ...details, rule: 'ONE_DOOR', regulation })
}
