import type { Day, TargetKind, UnitCondition } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { documentIdOf } from '../documents/document.service.js'
import { groupIdOf } from '../groups/group.service.js'
import { findOrganization } from '../organizations/organization.service.js'
import { removeTarget, requireTarget, setTarget, type TargetRow } from '../targets/target.service.js'
import { freezeBase, type FrozenBase } from './target-base.service.js'

/** A target to be set, as it comes in: outer ids, rates in percent. */
export interface TargetInput {
  id?: string | null
  version?: number | null
  organizationId: string
  kind: TargetKind
  indicator?: string | null
  yearFrom: number
  yearTo: number
  amountMin?: number | null
  amountMax?: number | null
  rate?: number | null
  rateMax?: number | null
  condition?: UnitCondition | null
  tier?: string | null
  unitKind?: string | null
  unitSector?: string | null
  groupId?: string | null
  documentId?: string | null
  note?: string | null
  reason?: string | null
}

/** Hundredths of a percent; what is finer stays a fraction, which the rules refuse. */
const hundredths = (rate: number | null | undefined): number | null =>
  rate === null || rate === undefined ? null : Number((rate * 100).toFixed(6))

/** A rate keeps the denominator it was set with as long as it is for the same unit and year. */
async function baseOf(
  ctx: RequestContext,
  input: TargetInput,
  organization: number,
): Promise<FrozenBase | { base: null; baseOn: null }> {
  if (input.kind !== 'RATE_OF_MEMBERS') return { base: null, baseOn: null }
  const before = input.id ? await requireTarget(ctx, input.id) : null
  const same = before?.kind === input.kind && before.yearFrom === input.yearFrom
  if (same && before.organization === organization && before.base !== null && before.baseOn !== null)
    return { base: before.base, baseOn: before.baseOn as Day }
  return freezeBase(ctx, organization, input.yearFrom)
}

function amountOf({ kind, amountMin, rate }: TargetInput): number {
  if (amountMin !== null && amountMin !== undefined) return amountMin
  if (kind !== 'RATE_OF_MEMBERS' && (rate === null || rate === undefined))
    throw invalidInput('amountMin', 'is required')
  return 0
}

/**
 * Sets a target of any kind, or changes the one named with the version that was read. A rate of members is converted
 * to persons with the members at the start of the year, frozen when it is set. Refuses what setTarget refuses.
 */
export async function stateTarget(ctx: RequestContext, input: TargetInput): Promise<TargetRow> {
  const { id = null, version = null } = input
  if (id !== null && version === null) throw invalidInput('version', 'is needed to change a target')
  const organization = (await findOrganization(ctx, input.organizationId)).id
  const [document, group] = [await documentIdOf(ctx, input.documentId), await groupIdOf(ctx, input.groupId)]
  const facts = {
    ...{ organization, document, group },
    ...{ kind: input.kind, yearFrom: input.yearFrom, yearTo: input.yearTo },
    ...(input.indicator ? { indicator: input.indicator } : {}),
    ...{ amountMin: amountOf(input), amountMax: input.amountMax ?? null },
    ...{ rate: hundredths(input.rate), rateMax: hundredths(input.rateMax) },
    ...{ condition: input.condition ?? null, tier: input.tier ?? null },
    ...{ unitKind: input.unitKind ?? null, unitSector: input.unitSector ?? null },
    ...(await baseOf(ctx, input, organization)),
    note: input.note ?? null,
  }
  const existing = id === null ? null : { uid: id, version: version ?? 0 }
  return setTarget(ctx, facts, existing, { reason: input.reason?.trim() || null })
}

/** Takes a target away, with the version that was read and a reason; answers what it was. */
export async function withdrawTarget(
  ctx: RequestContext,
  input: { id: string; version: number; reason: string },
): Promise<TargetRow> {
  return removeTarget(ctx, { uid: input.id, version: input.version }, input.reason)
}
