import {
  isDay,
  LIMITS,
  normalizeName,
  OPEN_END,
  reason,
  type ReorganizationStatus,
  type TargetRule,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { refuseUnless } from '../../policy/may.js'
import { documentIdOf } from '../documents/document.service.js'
import { findOrganization } from '../organizations/organization.service.js'
import type { ReorganizationInput } from './plan.input.js'
import {
  countOperations,
  countPlans,
  deletePlan,
  findPlan,
  findPlans,
  insertPlan,
  listPlans,
  updatePlan,
  type PlanFacts,
  type PlanRow,
} from './plan.repository.js'

export type { PlanRow } from './plan.repository.js'

/**
 * What an input states, of a unit that the viewer may reorganize (else FORBIDDEN): unknown units and documents are NOT_FOUND, texts out of
 * bounds INVALID_INPUT.
 */
async function factsOf(ctx: RequestContext, input: ReorganizationInput): Promise<PlanFacts> {
  const title = normalizeName(input.title)
  if (title === '' || title.length > 400) throw invalidInput('title', reason('BAD_LENGTH', { limit: 400 }))
  if (!isDay(input.effectiveOn) || input.effectiveOn === OPEN_END)
    throw invalidInput('effectiveOn', reason('NOT_A_DAY'))
  if (input.signedOn && !isDay(input.signedOn)) throw invalidInput('signedOn', reason('NOT_A_DAY'))
  refuseLonger('decisionNumber', input.decisionNumber, 80)
  refuseLonger('signatory', input.signatory, LIMITS.nameLength)
  refuseLonger('note', input.note, LIMITS.noteLength)
  const { id: organization } = await findOrganization(ctx, input.organizationId)
  await refuseUnless(ctx, 'organizations.reorganize', organization)
  return {
    organization,
    title,
    decisionNumber: input.decisionNumber?.normalize('NFC').trim() || null,
    signatory: input.signatory?.normalize('NFC').trim() || null,
    signedOn: input.signedOn ?? null,
    effectiveOn: input.effectiveOn,
    targetRule: (input.targetRule ?? 'SUM') as TargetRule,
    document: await documentIdOf(ctx, input.documentId),
    note: input.note ?? null,
  }
}

/** The reorganization of an outer id; NOT_FOUND when it does not exist or its unit is out of scope. */
export async function requirePlan(ctx: RequestContext, uid: string): Promise<PlanRow> {
  const plan = await findPlan(ctx, uid)
  if (!plan) throw notFound('Reorganization')
  return plan
}

/**
 * The same as a draft that was not changed since it was read, else CONFLICT; FORBIDDEN to whoever may not reorganize
 * its unit. In a unit of work.
 */
export async function requireDraft(ctx: RequestContext, uid: string, version: number): Promise<PlanRow> {
  const plan = await requirePlan(ctx, uid)
  await refuseUnless(ctx, 'organizations.reorganize', plan.organization)
  if (plan.version !== version) throw staleVersion('The reorganization', version, plan.version)
  if (plan.status !== 'DRAFT') throw conflict(reason('NOT_A_DRAFT'))
  return plan
}

/** Begins a draft without operations. */
export function createReorganization(ctx: RequestContext, input: ReorganizationInput): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const uid = uuid()
    await insertPlan(tx, { ...(await factsOf(tx, input)), uid }, null)
    return requirePlan(tx, uid)
  })
}

/** States a draft anew; one that was changed since it was read, or is none any more, is a CONFLICT. */
export function updateReorganization(
  ctx: RequestContext,
  uid: string,
  version: number,
  input: ReorganizationInput,
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await requireDraft(tx, uid, version)
    await updatePlan(tx, id, await factsOf(tx, input))
    return requirePlan(tx, uid)
  })
}

/** Throws a draft away. What was applied once stays on record. */
export function deleteReorganization(ctx: RequestContext, uid: string, version: number): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    await deletePlan(tx, (await requireDraft(tx, uid, version)).id)
    return uid
  })
}

/** A page of reorganizations in scope, the latest day of effect first. */
export async function reorganizationsOf(
  ctx: RequestContext,
  filter: { organizationId?: string | null; status?: ReorganizationStatus | null },
  page: Page<['string', 'number']>,
): Promise<Connection<PlanRow>> {
  const organization = filter.organizationId ? (await findOrganization(ctx, filter.organizationId)).id : null
  const conditions = { organization, status: filter.status ?? null }
  const rows = await listPlans(ctx, conditions, page)
  return connection(rows, page.limit, (row) => [row.effectiveOn, row.id], await countPlans(ctx, conditions))
}

/** How many operations it has. */
export function loadOperationCount(ctx: RequestContext, plan: number): Promise<number> {
  return loader<number, number>(ctx, 'operation counts', async (ids) => {
    const counts = await countOperations(ctx, ids)
    return ids.map((id) => counts.get(id) ?? 0)
  }).load(plan)
}

/** The reorganization that an act on a unit belongs to; null when out of scope. */
export function loadPlan(ctx: RequestContext, id: number): Promise<PlanRow | null> {
  return loader<number, PlanRow | null>(ctx, 'reorganizations', async (ids) => {
    const rows = new Map((await findPlans(ctx, ids)).map((row) => [row.id, row]))
    return ids.map((one) => rows.get(one) ?? null)
  }).load(id)
}
