import { addDays, LIMITS, reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound } from '../../errors/errors.js'
import { tiersOf } from '../organizations/code-list.service.js'
import { carriersOn, unitsByCode, unitsByUid } from '../organizations/unit-lookup.service.js'
import { mappingOperations, type UnitOnEve } from './mapping-operations.js'
import { readRows, readTable, type MappingFault } from './mapping.js'
import type { OperationBody, UnitRef } from './operation.js'
import { appendBodies } from './operation.service.js'
import type { MappingInput, UnitRefInput } from './plan.input.js'
import type { PlanRow } from './plan.repository.js'
import { requireDraft, requirePlan } from './plan.service.js'

/** A mapping table as operations that are not stored yet, or what is wrong with it. */
export interface MappingReading {
  rows: number
  bodies: OperationBody[]
  faults: MappingFault[]
}

async function parentOf(ctx: RequestContext, input: UnitRefInput, plan: PlanRow): Promise<UnitRef> {
  const { id, code, ref } = input
  if ([id, code, ref].filter((one) => one !== null && one !== undefined).length !== 1)
    throw invalidInput('parent', reason('ONE_OF_THREE'))
  if (ref) return { ref }
  if (id) {
    if (!(await unitsByUid(ctx, [id])).has(id)) throw notFound('Organization')
    return { id }
  }
  const found = (await unitsByCode(ctx, [code ?? ''], addDays(plan.effectiveOn, -1))).get(code ?? '')
  if (found === undefined) throw invalidInput('parent', reason('NO_SUCH_CODE', { code: code ?? '' }))
  return { id: found }
}

async function readMapping(ctx: RequestContext, plan: PlanRow, input: MappingInput): Promise<MappingReading> {
  if ((input.rows ? 1 : 0) + (input.text ? 1 : 0) !== 1) throw invalidInput('rows', reason('ROWS_OR_TEXT'))
  const raw = input.text
    ? readTable(input.text)
    : (input.rows ?? []).map((row, index) => ({ ...row, line: index + 1 }))
  if (raw.length === 0 || raw.length > LIMITS.mappingRows)
    throw invalidInput('rows', reason('BAD_COUNT', { least: 1, most: LIMITS.mappingRows }))
  const tier = input.tier ?? 'SUPERIOR_COMMUNE'
  if (!(await tiersOf(ctx)).some(({ code }) => code === tier))
    throw invalidInput('tier', reason('UNKNOWN_CODE'))
  const parent = await parentOf(ctx, input.parent, plan)
  const { rows, faults } = readRows(raw)
  const units = await unitsOnEve(
    ctx,
    rows.map(({ oldCode }) => oldCode),
    plan,
  )
  const read = mappingOperations(rows, units, { parent, tier })
  return { rows: rows.length, bodies: read.bodies, faults: [...faults, ...read.faults] }
}

async function unitsOnEve(
  ctx: RequestContext,
  codes: readonly string[],
  plan: PlanRow,
): Promise<Map<string, UnitOnEve>> {
  const rows = await carriersOn(ctx, codes, addDays(plan.effectiveOn, -1))
  return new Map(rows.map((row) => [row.code, row]))
}

/** What a mapping table would add to a draft, with everything that is wrong with it; nothing is stored. */
export async function previewMapping(
  ctx: RequestContext,
  uid: string,
  input: MappingInput,
): Promise<{ plan: PlanRow; reading: MappingReading }> {
  const plan = await requirePlan(ctx, uid)
  return { plan, reading: await readMapping(ctx, plan, input) }
}

/**
 * Appends the operations of a mapping table to a draft: all of them, or none when a line is wrong (INVALID_INPUT on
 * `rows.<line>.<field>`).
 */
export function addMapping(
  ctx: RequestContext,
  uid: string,
  version: number,
  input: MappingInput,
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const plan = await requireDraft(tx, uid, version)
    const { bodies, faults } = await readMapping(tx, plan, input)
    const [fault] = faults
    if (fault) throw invalidInput(`rows.${fault.line}.${fault.field}`, fault.reason)
    if (bodies.length === 0) throw conflict(reason('NOTHING_CHANGES'))
    await appendBodies(tx, plan, bodies)
    return requirePlan(tx, uid)
  })
}
