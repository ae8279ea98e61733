import {
  ADMISSION_TARGET_KINDS,
  reason,
  TARGET_KIND_ORDER,
  yearOf,
  type Day,
  type TargetKind,
} from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { forbidden, invalidInput, notFound, type SeedbedError } from '../../errors/errors.js'
import { may, refuseUnless } from '../../policy/may.js'
import { groupBy } from '../../group-by.js'
import { loader } from '../../graphql/loaders.js'
import { loadNearest } from '../organizations/organization.service.js'
import { isForAllAdmitted, type NewTarget } from './target-rules.js'
import { sumOfYears } from './target-sums.js'
import { writeTargets, type Recording } from './target-writing.service.js'
import { listRevisions, type RevisionRow } from './target-revision.repository.js'
import {
  findTarget,
  findTargets,
  listAmounts,
  listTargets,
  type TargetAmount,
  type TargetRow,
} from './target.repository.js'

export type { TargetAmount, TargetFacts, TargetRow } from './target.repository.js'
export type { RevisionRow } from './target-revision.repository.js'
export type { NewTarget, TargetChange } from './target-rules.js'
export type { Recording } from './target-writing.service.js'
export { sumOfYears } from './target-sums.js'

/**
 * Sets targets, many at once, in a unit of work: one of a kind for a unit and a year. Answers internal ids, or by
 * position why some were refused; then nothing is stored.
 */
export function addTargets(
  ctx: RequestContext,
  items: readonly NewTarget[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const changes = items.map((facts) => ({ facts, existing: null }))
  return writeTargets(ctx, changes, { reason: null, backfilled: batch !== null, batch })
}

/**
 * Sets a target, or changes the one named with the version that was read. Years that have ended are recorded as
 * backfilled. Refused: what cannot be, a second of a kind in a year, a locked year, an outdated version.
 */
export function setTarget(
  ctx: RequestContext,
  facts: NewTarget,
  existing: { uid: string; version: number } | null,
  recording: Recording = { reason: null },
): Promise<TargetRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnlessAssigner(tx, facts.organization, facts.kind)
    const { ids, refused } = await writeTargets(tx, [{ facts, existing }], recording)
    for (const error of refused.values()) throw error
    const all = await listTargets(tx, [facts.organization], ALL_YEARS)
    const row = all.find(({ id }) => id === ids[0])
    if (!row) throw notFound('Target')
    return row
  })
}

/**
 * Refuses unless the viewer may set targets of that kind for a unit: what is assigned comes from the unit above, all
 * else a unit resolves for itself. FORBIDDEN.
 */
async function refuseUnlessAssigner(
  ctx: RequestContext,
  organization: number,
  kind: TargetKind,
): Promise<void> {
  if (kind !== 'ASSIGNED') return refuseUnless(ctx, 'targets.assign', organization)
  const parent = (await loadNearest(ctx, organization, today(ctx)))?.parent ?? 0
  if (parent === 0) return refuseUnless(ctx, 'targets.assign', organization)
  if (!(await may(ctx, 'targets.assign', parent))) throw forbidden(reason('NOT_ALLOWED_HERE'))
}

/** Whether the viewer may change or take away a target of that kind of a unit. */
export async function maySetTarget(
  ctx: RequestContext,
  { organization, kind }: Pick<TargetRow, 'organization' | 'kind'>,
): Promise<boolean> {
  const parent = kind === 'ASSIGNED' ? ((await loadNearest(ctx, organization, today(ctx)))?.parent ?? 0) : 0
  return may(ctx, 'targets.assign', parent === 0 ? organization : parent)
}

const ALL_YEARS = { from: 0, to: 9_999 }

/**
 * Takes a target away, with the version that was read and a reason; its revisions stay. Answers what it was. Refused:
 * no reason, an outdated version, a locked year.
 */
export function removeTarget(
  ctx: RequestContext,
  existing: { uid: string; version: number },
  why: string,
): Promise<TargetRow> {
  if (why.trim() === '') throw invalidInput('reason', reason('NEEDS_REASON'))
  return inTransaction(ctx, async (tx) => {
    const row = await requireTarget(tx, existing.uid)
    await refuseUnlessAssigner(tx, row.organization, row.kind)
    const { refused } = await writeTargets(tx, [{ facts: null, organization: row.organization, existing }], {
      reason: why,
    })
    for (const error of refused.values()) throw error
    return row
  })
}

/** The target of an outer id; NOT_FOUND when there is none, it was removed, or its unit is out of scope. */
export async function requireTarget(ctx: RequestContext, uid: string): Promise<TargetRow> {
  const row = await findTarget(ctx, uid)
  if (!row || !(await loadNearest(ctx, row.organization, today(ctx)))) throw notFound('Target')
  return row
}

/**
 * The target of an internal id, also after it was removed; null where the viewer may not read figures of its unit. Many
 * cost two statements.
 */
export async function loadTarget(ctx: RequestContext, id: number): Promise<TargetRow | null> {
  const row = await loader<number, TargetRow | null>(ctx, 'targets by id', async (ids) => {
    const rows = new Map((await findTargets(ctx, ids)).map((one) => [one.id, one]))
    return ids.map((one) => rows.get(one) ?? null)
  }).load(id)
  return row && (await may(ctx, 'figures.read', row.organization)) ? row : null
}

/** Targets of units that touch a span of years. */
export function targetsOf(
  ctx: RequestContext,
  organizations: readonly number[],
  years: { from: number; to: number },
): Promise<TargetRow[]> {
  return listTargets(ctx, organizations, years)
}

/**
 * Targets of a unit that touch the calendar years of the period; one statement for many units. Refuses an as-of date
 * before `from`.
 */
export function loadTargets(
  ctx: RequestContext,
  organization: number,
  from: Day,
  asOf: Day,
): Promise<TargetRow[]> {
  if (asOf < from) return Promise.reject(invalidInput('asOf', 'lies before from'))
  const years = { from: yearOf(from), to: yearOf(asOf) }
  return loader<number, TargetRow[]>(ctx, `targets ${years.from}-${years.to}`, async (ids) => {
    const rows = groupBy(await listTargets(ctx, ids, years), (row) => row.organization)
    return ids.map((id) => rows.get(id) ?? [])
  }).load(organization)
}

/** The revisions of a target, oldest first; many targets cost one statement. */
export function loadRevisions(ctx: RequestContext, target: number): Promise<RevisionRow[]> {
  return loader<number, RevisionRow[]>(ctx, 'target revisions', async (ids) => {
    const rows = groupBy(await listRevisions(ctx, ids), (row) => row.target)
    return ids.map((id) => rows.get(id) ?? [])
  }).load(target)
}

/** What targets say of how many their units are to admit; those for a part of a unit or something else say nothing. */
export function amountsIn(rows: readonly TargetRow[]): TargetAmount[] {
  return rows.filter((row) => isForAllAdmitted(row) && ADMISSION_TARGET_KINDS.includes(row.kind))
}

/**
 * The target of each unit: the sum of the full-year targets of the calendar years touched, never prorated. Of
 * several kinds in a year the one asked for counts, else the first in TARGET_KIND_ORDER (of a range its lower bound).
 * A term total, where it is asked for, counts whole. A unit without any is absent.
 */
export async function sumTargets(
  ctx: RequestContext,
  organizations: readonly number[],
  period: { from: Day; asOf: Day; kind: TargetKind | null },
): Promise<Map<number, number>> {
  const years = { from: yearOf(period.from), to: yearOf(period.asOf) }
  const asked = period.kind === null ? TARGET_KIND_ORDER : [period.kind]
  const kinds = asked.filter((kind) => ADMISSION_TARGET_KINDS.includes(kind))
  if (kinds.length === 0) return new Map()
  const rows = await listAmounts(ctx, organizations, years, kinds)
  const sums = new Map<number, number>()
  for (const [unit, own] of groupBy(rows, ({ organization }) => organization)) {
    const sum = sumOfYears(own, years, kinds)
    if (sum !== null) sums.set(unit, sum)
  }
  return sums
}
