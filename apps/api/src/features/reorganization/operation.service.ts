import {
  addDays,
  LIMITS,
  normalizeName,
  reason,
  type Day,
  type OrganizationEventKind,
  type TargetRule,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { invalidInput, notFound } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { superiorsOf, unitsByCode, unitsByUid } from '../organizations/unit-lookup.service.js'
import {
  dissolveReasonOf,
  refuseShape,
  type NewUnitSpec,
  type OperationBody,
  type SuccessorSpec,
  type UnitRef,
} from './operation.js'
import type { NewUnitInput, OperationInput, OperationSuccessorInput, UnitRefInput } from './plan.input.js'
import {
  countOperations,
  deleteOperations,
  findOperation,
  insertOperations,
  listOperations,
  replaceOperation,
  touchPlan,
  type OperationRow,
  type PlanRow,
} from './plan.repository.js'
import { requireDraft, requirePlan } from './plan.service.js'

export type { OperationRow } from './plan.repository.js'

/** Turns the units that inputs name into references that stay the same: codes are read on the day before. */
interface Resolver {
  unit: (input: UnitRefInput, field: string) => UnitRef
}

async function resolverOf(
  ctx: RequestContext,
  inputs: readonly OperationInput[],
  effectiveOn: Day,
): Promise<Resolver> {
  const named = inputs.flatMap(namedBy)
  const codes = await unitsByCode(
    ctx,
    named.flatMap(({ code }) => code ?? []),
    addDays(effectiveOn, -1),
  )
  const known = await unitsByUid(
    ctx,
    named.flatMap(({ id }) => id ?? []),
  )
  return {
    unit: ({ id, code, ref }, field) => {
      if ([id, code, ref].filter((one) => one !== null && one !== undefined).length !== 1)
        throw invalidInput(field, reason('ONE_OF_THREE'))
      if (ref) return { ref }
      if (id) {
        if (!known.has(id)) throw notFound('Organization')
        return { id }
      }
      const found = codes.get(code ?? '')
      if (found === undefined) throw invalidInput(field, reason('NO_SUCH_CODE', { code: code ?? '' }))
      return { id: found }
    },
  }
}

function namedBy(input: OperationInput): UnitRefInput[] {
  const { units, newUnit, successors, parent } = input
  const news = [...(newUnit ? [newUnit] : []), ...(successors ?? []).flatMap((one) => one.newUnit ?? [])]
  return [
    ...(units ?? []),
    ...(parent ? [parent] : []),
    ...news.flatMap((one) => one.parent ?? []),
    ...(successors ?? []).flatMap(({ unit, children }) => [...(unit ? [unit] : []), ...(children ?? [])]),
  ]
}

function newUnitOf(input: NewUnitInput, to: Resolver, at: string): NewUnitSpec {
  const { ref, parent, code, name, tier, kind, sector } = input
  return {
    ref: ref ?? code,
    parent: parent ? to.unit(parent, `${at}.parent`) : null,
    code,
    name: normalizeName(name),
    tier,
    kind,
    sector: sector ?? null,
  }
}

function successorsOf(inputs: readonly OperationSuccessorInput[], to: Resolver, at: string): SuccessorSpec[] {
  const anyPrincipal = inputs.some(({ principal }) => principal === true)
  return inputs.map(({ unit, newUnit, principal, children }, index) => {
    if ((unit ? 1 : 0) + (newUnit ? 1 : 0) !== 1) throw invalidInput(`${at}.unit`, reason('ONE_OF_TWO'))
    return {
      unit: unit ? to.unit(unit, `${at}.unit`) : null,
      newUnit: newUnit ? newUnitOf(newUnit, to, `${at}.newUnit`) : null,
      principal: anyPrincipal ? principal === true : index === 0,
      children: (children ?? []).map((child) => to.unit(child, `${at}.children`)),
    }
  })
}

function bodyOf(input: OperationInput, to: Resolver, at: string): OperationBody {
  const body: OperationBody = {
    kind: input.kind as OrganizationEventKind,
    units: (input.units ?? []).map((unit) => to.unit(unit, `${at}.units`)),
    newUnit: input.newUnit ? newUnitOf(input.newUnit, to, `${at}.newUnit`) : null,
    successors: successorsOf(input.successors ?? [], to, `${at}.successors`),
    parent: input.parent ? to.unit(input.parent, `${at}.parent`) : null,
    name: input.name === undefined || input.name === null ? null : normalizeName(input.name),
    code: input.code ?? null,
    tier: input.tier ?? null,
    unitKind: input.unitKind ?? null,
    sector: input.sector ?? null,
    reason: dissolveReasonOf(input.reason, `${at}.reason`),
    targetRule: (input.targetRule as TargetRule | null | undefined) ?? null,
    restToPrincipal: input.restToPrincipal ?? false,
    note: input.note ?? null,
  }
  refuseShape(body, at)
  return body
}

/**
 * Inputs as operations: codes are those of the day before the reorganization. What is wrong is INVALID_INPUT and
 * names the operation by its place in the list, from 0: `operations.3.units`.
 */
export async function bodiesOf(
  ctx: RequestContext,
  inputs: readonly OperationInput[],
  effectiveOn: Day,
): Promise<OperationBody[]> {
  const to = await resolverOf(ctx, inputs, effectiveOn)
  return inputs.map((input, index) => bodyOf(input, to, `operations.${index}`))
}

/** Appends operations to a draft, in a unit of work. Refuses (INVALID_INPUT) more than a reorganization may have. */
export async function appendBodies(
  ctx: RequestContext,
  plan: PlanRow,
  bodies: readonly OperationBody[],
): Promise<void> {
  const count = (await countOperations(ctx, [plan.id])).get(plan.id) ?? 0
  if (count + bodies.length > LIMITS.operations)
    throw invalidInput('operations', reason('BAD_COUNT', { least: 0, most: LIMITS.operations }))
  const rows = bodies.map((body, index) => ({ uid: uuid(), position: count + index + 1, body }))
  await insertOperations(ctx, plan.id, rows)
  await touchPlan(ctx, plan.id)
}

/** Appends operations to a draft. All of them, or none. */
export function addOperations(
  ctx: RequestContext,
  uid: string,
  version: number,
  inputs: readonly OperationInput[],
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const plan = await requireDraft(tx, uid, version)
    await appendBodies(tx, plan, await bodiesOf(tx, inputs, plan.effectiveOn))
    return requirePlan(tx, uid)
  })
}

/** Puts other operations in place of all that a draft has. */
export function replaceOperations(
  ctx: RequestContext,
  uid: string,
  version: number,
  inputs: readonly OperationInput[],
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const plan = await requireDraft(tx, uid, version)
    await deleteOperations(tx, plan.id)
    await appendBodies(tx, plan, await bodiesOf(tx, inputs, plan.effectiveOn))
    return requirePlan(tx, uid)
  })
}

/** States one operation of a draft anew; persons that were assigned by it are to be assigned again. */
export function changeOperation(
  ctx: RequestContext,
  uid: string,
  version: number,
  operation: string,
  input: OperationInput,
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const plan = await requireDraft(tx, uid, version)
    const row = await operationOf(tx, plan, operation)
    const [body] = await bodiesOf(tx, [input], plan.effectiveOn)
    if (body) await replaceOperation(tx, row.id, body)
    await touchPlan(tx, plan.id)
    return requirePlan(tx, uid)
  })
}

/** Takes operations out of a draft. */
export function removeOperations(
  ctx: RequestContext,
  uid: string,
  version: number,
  operations: readonly string[],
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const plan = await requireDraft(tx, uid, version)
    const ids: number[] = []
    for (const operation of new Set(operations)) ids.push((await operationOf(tx, plan, operation)).id)
    await deleteOperations(tx, plan.id, ids)
    await touchPlan(tx, plan.id)
    return requirePlan(tx, uid)
  })
}

/**
 * Ends the superiors of the units that a draft ends or moves, save what ends by it anyway: what is left below them
 * goes to `parent`.
 */
export function endSuperiors(
  ctx: RequestContext,
  uid: string,
  version: number,
  parent: UnitRefInput,
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const plan = await requireDraft(tx, uid, version)
    const bodies = (await listOperations(tx, plan.id)).map(({ body }) => body)
    const named = bodies.flatMap(({ units }) => units.flatMap((unit) => ('id' in unit ? [unit.id] : [])))
    const gone = new Set(named)
    const superiors = await superiorsOf(tx, named, addDays(plan.effectiveOn, -1))
    const units = superiors.filter((superior) => !gone.has(superior)).map((id) => ({ id }))
    if (units.length === 0) return plan
    const operation = {
      kind: 'DISSOLVE',
      units,
      reason: 'INSTITUTION_ABOLISHED',
      successors: [{ unit: parent }],
    }
    await appendBodies(tx, plan, await bodiesOf(tx, [operation], plan.effectiveOn))
    return requirePlan(tx, uid)
  })
}

/** What nobody assigned goes to the principal successor, in all splits of a draft. */
export function setRestToPrincipal(ctx: RequestContext, uid: string, version: number): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const plan = await requireDraft(tx, uid, version)
    for (const { id, body } of await listOperations(tx, plan.id))
      if (body.kind === 'SPLIT') await replaceOperation(tx, id, { ...body, restToPrincipal: true })
    await touchPlan(tx, plan.id)
    return requirePlan(tx, uid)
  })
}

/** The operation of an outer id, if it belongs to the reorganization; else NOT_FOUND. */
export async function operationOf(ctx: RequestContext, plan: PlanRow, uid: string): Promise<OperationRow> {
  const row = await findOperation(ctx, uid)
  if (row?.reorganization !== plan.id) throw notFound('Operation')
  return row
}

/** A page of operations, in order. */
export async function operationsOf(
  ctx: RequestContext,
  plan: PlanRow,
  page: Page<['number']>,
): Promise<Connection<OperationRow>> {
  const rows = await listOperations(ctx, plan.id, { after: page.after?.[0] ?? 0, limit: page.limit + 1 })
  const total = (await countOperations(ctx, [plan.id])).get(plan.id) ?? 0
  return connection(rows, page.limit, ({ position }) => [position], total)
}
