import { LIMITS, normalizeName, reason } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  invalidInput,
  notFound,
  refuseLonger,
  staleVersion,
  type SeedbedError,
} from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import { may, refuseUnless } from '../../policy/may.js'
import { loadNearest } from '../organizations/organization.service.js'
import { actorName } from '../targets/target-writing.service.js'
import {
  deletePlan,
  findPlan,
  holdPlans,
  insertPlans,
  listPlanLines,
  listPlans,
  replaceLines,
  updatePlan,
  type PlanLine,
  type PlanRow,
} from './plan.repository.js'

export type { PlanLine, PlanRow } from './plan.repository.js'

/** A plan with what it gives to each unit, by internal id. */
export interface PlanWithLines extends PlanRow {
  lines: Map<number, PlanLine>
}

/**
 * The plans of a unit for a year, the oldest first, with their lines: two statements. Drafts are for those who may
 * assign its targets; to everybody else the unit has no plans.
 */
export async function plansWithLines(
  ctx: RequestContext,
  organization: number,
  year: number,
): Promise<PlanWithLines[]> {
  if (!(await may(ctx, 'targets.assign', organization))) return []
  const plans = await listPlans(ctx, [organization], year)
  return withLines(ctx, plans)
}

async function withLines(ctx: RequestContext, plans: readonly PlanRow[]): Promise<PlanWithLines[]> {
  const lines = groupBy(
    await listPlanLines(
      ctx,
      plans.map(({ id }) => id),
    ),
    ({ plan }) => plan,
  )
  return plans.map((plan) => ({
    ...plan,
    lines: new Map((lines.get(plan.id) ?? []).map((line) => [line.organization, line])),
  }))
}

function nameOfPlan(name: string, others: readonly PlanRow[], self: string | null): string {
  const words = normalizeName(name)
  if (words === '' || words.length > LIMITS.nameLength)
    throw invalidInput('name', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  if (others.some((plan) => plan.uid !== self && plan.name === words))
    throw conflict(reason('PLAN_NAME_TAKEN'))
  return words
}

const DRAFT = { state: 'DRAFT', document: null, signatory: null, issuedAt: null, issuedBy: null } as const

/** A draft to be made, empty or as a copy of another of the same unit and year. */
export interface PlanDraft {
  organization: number
  year: number
  name: string
  note: string | null
  copyOf: string | null
}

/**
 * Makes a named draft of a year's targets for the units below one; it has no document and no effect until it is
 * issued. Refused: a year that is none, a name that is taken, more drafts than the limit.
 */
export function createPlan(ctx: RequestContext, draft: PlanDraft): Promise<PlanWithLines> {
  const { organization, year, note } = draft
  if (!Number.isInteger(year) || year < 1930 || year > 2200) throw invalidInput('year', reason('NOT_A_YEAR'))
  refuseLonger('note', note, LIMITS.noteLength)
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'targets.assign', organization)
    await holdPlans(tx, organization)
    const others = await listPlans(tx, [organization], year)
    if (others.length >= LIMITS.plans) throw conflict(reason('TOO_MANY_PLANS', { limit: LIMITS.plans }))
    const name = nameOfPlan(draft.name, others, null)
    const source = draft.copyOf === null ? null : others.find(({ uid }) => uid === draft.copyOf)
    if (source === undefined) throw notFound('Plan')
    const uid = uuid()
    const by = { createdAt: tx.clock.now().toISOString(), createdBy: actorName(tx) }
    const facts = { uid, organization, year, name, note, ...by }
    const [made] = await insertPlans(tx, [{ ...facts, ...DRAFT }], null)
    const copied = source ? await listPlanLines(tx, [source.id]) : []
    await replaceLines(tx, made ?? 0, [], copied)
    return requirePlan(tx, uid)
  })
}

/** The plan of an outer id with its lines; NOT_FOUND when there is none. */
export async function requirePlan(ctx: RequestContext, uid: string): Promise<PlanWithLines> {
  const plan = await findPlan(ctx, uid)
  if (!plan || !(await loadNearest(ctx, plan.organization, today(ctx)))) throw notFound('Plan')
  const [whole] = await withLines(ctx, [plan])
  if (!whole) throw notFound('Plan')
  return whole
}

/** A draft that may still be changed, with the version that was read if one is given. */
export async function draftToChange(
  ctx: RequestContext,
  uid: string,
  version: number | null,
): Promise<PlanWithLines> {
  const plan = await requirePlan(ctx, uid)
  await refuseUnless(ctx, 'targets.assign', plan.organization)
  if (plan.state !== 'DRAFT') throw conflict(reason('PLAN_ISSUED'))
  if (version !== null && plan.version !== version) throw staleVersion('The plan', version, plan.version)
  return plan
}

/** Gives a draft another name or note, with the version that was read. */
export function renamePlan(
  ctx: RequestContext,
  input: { id: string; version: number; name: string; note: string | null },
): Promise<PlanWithLines> {
  refuseLonger('note', input.note, LIMITS.noteLength)
  return inTransaction(ctx, async (tx) => {
    const plan = await draftToChange(tx, input.id, input.version)
    const others = await listPlans(tx, [plan.organization], plan.year)
    await updatePlan(tx, plan.id, { name: nameOfPlan(input.name, others, plan.uid), note: input.note })
    return requirePlan(tx, input.id)
  })
}

/** Throws a draft away, with the version that was read; what was issued stays. */
export function discardPlan(
  ctx: RequestContext,
  input: { id: string; version: number },
): Promise<PlanWithLines> {
  return inTransaction(ctx, async (tx) => {
    const plan = await draftToChange(tx, input.id, input.version)
    await deletePlan(tx, plan.id)
    return plan
  })
}

/** A plan as an import brings it: a draft, or one that was issued with a document; its targets come by themselves. */
export interface PlanBrought {
  organization: number
  year: number
  name: string
  note: string | null
  issued: { document: number; signatory: string; at: string } | null
  lines: ReadonlyArray<Omit<PlanLine, 'plan'>>
}

const issuedState = ({ document, signatory, at }: NonNullable<PlanBrought['issued']>) => ({
  ...{ state: 'ISSUED' as const, document, signatory, issuedAt: at },
})

/** Stores plans, many at once, in a unit of work; refuses (by position; then nothing is stored) a name that is taken. */
export async function addPlans(
  ctx: RequestContext,
  items: readonly PlanBrought[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const taken = new Set<string>()
  for (const [index, { organization, year, name, lines }] of items.entries()) {
    await holdPlans(ctx, organization)
    const others = await listPlans(ctx, [organization], year)
    const key = `${organization} ${year} ${normalizeName(name)}`
    const known = taken.has(key) || others.some((plan) => plan.name === normalizeName(name))
    const twice = new Set(lines.map((line) => line.organization)).size !== lines.length
    if (known) refused.set(index, conflict(reason('PLAN_NAME_TAKEN')))
    else if (twice) refused.set(index, invalidInput('lines', reason('ROW_TWICE')))
    taken.add(key)
  }
  if (refused.size > 0) return { ids: [], refused }
  const by = { createdAt: ctx.clock.now().toISOString(), createdBy: actorName(ctx) }
  const rows = items.map(({ lines: _lines, issued, name, ...facts }) => ({
    ...{ ...facts, name: normalizeName(name), uid: uuid(), ...by },
    ...(issued ? { ...DRAFT, ...issuedState(issued) } : DRAFT),
  }))
  const ids = await insertPlans(ctx, rows, batch)
  for (const [index, { lines }] of items.entries()) {
    const plan = ids[index] ?? 0
    await replaceLines(
      ctx,
      plan,
      [],
      lines.map((line) => ({ ...line, plan })),
    )
  }
  return { ids, refused }
}
