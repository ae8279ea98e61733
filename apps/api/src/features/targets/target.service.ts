import { LIMITS, reason, TARGET_KIND_ORDER, yearOf, type Day, type TargetKind } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  invalidInput,
  notFound,
  refuseLonger,
  SeedbedError,
  staleVersion,
} from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless } from '../../policy/may.js'
import {
  findTarget,
  insertTargets,
  listTargets,
  lockTargetsOf,
  updateTargetRow,
  type TargetFacts,
  type TargetRow,
} from './target.repository.js'

export type { TargetFacts, TargetRow } from './target.repository.js'

/** A target to be set. */
export type NewTarget = TargetFacts

function refuseFacts(facts: TargetFacts): void {
  const whole = (amount: number) => Number.isInteger(amount) && amount >= 0 && amount <= LIMITS.target
  if (!whole(facts.amountMin))
    throw invalidInput('amountMin', reason('OUT_OF_BOUNDS', { limit: LIMITS.target }))
  refuseLonger('note', facts.note, LIMITS.noteLength)
  if (facts.yearTo < facts.yearFrom) throw invalidInput('yearTo', reason('YEARS_REVERSED'))
  if (facts.yearFrom < 1930 || facts.yearTo > 2200) throw invalidInput('yearFrom', reason('NOT_A_YEAR'))
  if (facts.kind === 'ASSIGNED' && facts.yearFrom !== facts.yearTo)
    throw invalidInput('yearTo', reason('ONE_YEAR_ONLY'))
  if (facts.kind !== 'RANGE' && facts.amountMax !== null)
    throw invalidInput('amountMax', reason('ONLY_RANGE'))
  if (
    facts.kind === 'RANGE' &&
    (facts.amountMax === null || !whole(facts.amountMax) || facts.amountMax < facts.amountMin)
  )
    throw invalidInput('amountMax', reason('BELOW_MINIMUM'))
}

function refuseSecond(facts: TargetFacts, others: readonly TargetFacts[]): void {
  const same = others.some(
    ({ organization, kind, yearFrom, yearTo }) =>
      organization === facts.organization &&
      kind === facts.kind &&
      yearFrom <= facts.yearTo &&
      yearTo >= facts.yearFrom,
  )
  if (same) throw conflict(reason('TARGET_EXISTS'))
}

/**
 * Sets targets, many at once, in a unit of work: one of a kind for a unit and a year. Answers internal ids, or by
 * position why some were refused; then nothing is stored.
 */
export async function addTargets(
  ctx: RequestContext,
  items: readonly NewTarget[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const organizations = [...new Set(items.map(({ organization }) => organization))]
  await lockTargetsOf(ctx, organizations)
  const standing = new Map<number, TargetFacts[]>()
  for (const row of await listTargets(ctx, organizations, { from: 0, to: 9_999 })) {
    standing.set(row.organization, [...(standing.get(row.organization) ?? []), row])
  }
  items.forEach((facts, index) => {
    try {
      refuseFacts(facts)
      const others = standing.get(facts.organization) ?? []
      refuseSecond(facts, others)
      standing.set(facts.organization, [...others, facts])
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  return {
    ids: await insertTargets(
      ctx,
      items.map((facts) => ({ ...facts, uid: uuid() })),
      batch,
    ),
    refused,
  }
}

/** Sets a target, or changes the one named with the version that was read. */
export function setTarget(
  ctx: RequestContext,
  facts: TargetFacts,
  existing: { uid: string; version: number } | null,
): Promise<TargetRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'targets.assign', facts.organization)
    if (existing === null) {
      const { ids, refused } = await addTargets(tx, [facts], null)
      for (const error of refused.values()) throw error
      return requireTarget(tx, facts, (row) => row.id === ids[0])
    }
    await lockTargetsOf(tx, [facts.organization])
    const row = await findTarget(tx, existing.uid)
    if (!row || row.organization !== facts.organization) throw notFound('Target')
    if (row.version !== existing.version) throw staleVersion('The target', existing.version, row.version)
    refuseFacts(facts)
    const all = await listTargets(tx, [facts.organization], { from: 0, to: 9_999 })
    refuseSecond(
      facts,
      all.filter(({ id }) => id !== row.id),
    )
    await updateTargetRow(tx, row.id, facts)
    noteChange(tx, { before: { ...row }, after: { ...row, ...facts } })
    return requireTarget(tx, facts, ({ id }) => id === row.id)
  })
}

async function requireTarget(
  ctx: RequestContext,
  facts: TargetFacts,
  is: (row: TargetRow) => boolean,
): Promise<TargetRow> {
  const row = (await listTargets(ctx, [facts.organization], { from: 0, to: 9_999 })).find(is)
  if (!row) throw notFound('Target')
  return row
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
    const rows = await listTargets(ctx, ids, years)
    return ids.map((id) => rows.filter((row) => row.organization === id))
  }).load(organization)
}

/**
 * The target of each unit: the sum of the full-year targets of the calendar years touched, never prorated. Of
 * several kinds in a year the one asked for counts, else ASSIGNED before RANGE (lower bound) before
 * RESOLUTION_AVERAGE. A unit without any is absent.
 */
export async function sumTargets(
  ctx: RequestContext,
  organizations: readonly number[],
  period: { from: Day; asOf: Day; kind: TargetKind | null },
): Promise<Map<number, number>> {
  const years = { from: yearOf(period.from), to: yearOf(period.asOf) }
  const byUnit = new Map<number, TargetRow[]>()
  for (const row of await listTargets(ctx, organizations, years)) {
    const own = byUnit.get(row.organization)
    if (own) own.push(row)
    else byUnit.set(row.organization, [row])
  }
  const sums = new Map<number, number>()
  for (const [unit, rows] of byUnit) {
    const sum = sumOfYears(rows, years, period.kind === null ? TARGET_KIND_ORDER : [period.kind])
    if (sum !== null) sums.set(unit, sum)
  }
  return sums
}

/** Pure: the sum over the years of the first kind that a year has; null when no year has any. */
export function sumOfYears(
  rows: ReadonlyArray<Pick<TargetRow, 'kind' | 'yearFrom' | 'yearTo' | 'amountMin'>>,
  years: { from: number; to: number },
  kinds: readonly TargetKind[],
): number | null {
  let sum: number | null = null
  for (let year = years.from; year <= years.to; year += 1) {
    const inYear = rows.filter(({ yearFrom, yearTo }) => yearFrom <= year && year <= yearTo)
    const kind = kinds.find((one) => inYear.some((row) => row.kind === one))
    const target = inYear.find((row) => row.kind === kind)
    if (target) sum = (sum ?? 0) + target.amountMin
  }
  return sum
}
