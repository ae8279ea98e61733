import {
  findIndicator,
  isOfPeriod,
  LIMITS,
  OPEN_END,
  readPercentage,
  reason,
  type Day,
  type Indicator,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
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
import { refuseReason, type Origin } from '../membership/membership.service.js'
import {
  loadNearest,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import {
  findDeclared,
  insertDeclared,
  listDeclared,
  lockDeclaredOf,
  markDeclaredCorrected,
  type DeclaredFacts,
  type DeclaredRow,
} from './declared-figure.repository.js'

export type { DeclaredFacts, DeclaredRow } from './declared-figure.repository.js'

function refuseAmounts({ count, printedPercentage }: DeclaredFacts, { unit }: Indicator): void {
  if (count !== null && !(Number.isInteger(count) && count >= 0 && count <= LIMITS.declared))
    throw invalidInput('count', reason('OUT_OF_BOUNDS', { limit: LIMITS.declared }))
  if (unit === 'PERSONS') {
    if (count === null) throw invalidInput('count', reason('NEEDS_COUNT'))
    if (printedPercentage !== null) throw invalidInput('printedPercentage', reason('NOT_A_PERCENTAGE'))
    return
  }
  if (printedPercentage === null || readPercentage(printedPercentage) === null)
    throw invalidInput('printedPercentage', reason('BAD_PERCENTAGE'))
}

function refuseDays(ctx: RequestContext, { from, asOf }: DeclaredFacts, indicator: Indicator): void {
  const ofPeriod = isOfPeriod(indicator)
  if (ofPeriod && from === null) throw invalidInput('from', reason('NEEDS_FROM'))
  if (!ofPeriod && from !== null) throw invalidInput('from', reason('HAS_NO_FROM'))
  if (from !== null && asOf < from) throw invalidInput('asOf', reason('BEFORE_FROM'))
  if (asOf >= OPEN_END || asOf > today(ctx)) throw invalidInput('asOf', reason('IN_FUTURE'))
}

function refuseFacts(ctx: RequestContext, facts: DeclaredFacts, unit: OrganizationOnDay | null): void {
  const indicator = findIndicator(facts.indicator)
  if (!indicator || indicator.unit === 'YEARS') throw invalidInput('indicator', reason('NO_SUCH_INDICATOR'))
  refuseDays(ctx, facts, indicator)
  refuseAmounts(facts, indicator)
  refuseLonger('note', facts.note, LIMITS.noteLength)
  if (!unit) throw notFound('Organization')
  refuseOutsideLife(unit, facts.asOf)
  if (facts.from !== null) refuseOutsideLife(unit, facts.from)
}

/** What one document states of a unit and days is stated once. */
const statementOf = ({ organization, indicator, from, asOf, document }: DeclaredFacts) =>
  [organization, indicator, from, asOf, document].join('/')

/**
 * Declares figures, many at once, in a unit of work. Refuses (by position; then nothing is stored) what is no number
 * of persons or percentage, days in the future, in the wrong order or outside the life of the unit (years before the
 * records began are welcome), counts that are no whole numbers, percentages that are none, and what the same
 * document states already. Nothing else changes because a figure was declared. Answers internal ids.
 */
export async function addDeclared(
  ctx: RequestContext,
  items: readonly DeclaredFacts[],
  origin: Origin,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const organizations = [...new Set(items.map(({ organization }) => organization))]
  await lockDeclaredOf(ctx, organizations)
  const standing = await listDeclared(ctx, organizations)
  const stated = new Set(standing.filter(({ correctedOn }) => correctedOn === null).map(statementOf))
  const units = await Promise.all(items.map(({ organization, asOf }) => loadNearest(ctx, organization, asOf)))
  items.forEach((facts, index) => {
    try {
      refuseFacts(ctx, facts, units[index] ?? null)
      const statement = statementOf(facts)
      if (stated.has(statement)) throw conflict(reason('DECLARED_EXISTS'))
      stated.add(statement)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = items.map((facts) => ({ ...facts, uid: uuid() }))
  return { ids: await insertDeclared(ctx, rows, origin), refused }
}

/** Declares one figure; the refusal is thrown. */
export function declareFigure(ctx: RequestContext, facts: DeclaredFacts): Promise<DeclaredRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'figures.declare', facts.organization)
    const { ids, refused } = await addDeclared(tx, [facts], { backfilled: false, batch: null })
    for (const error of refused.values()) throw error
    const row = (await listDeclared(tx, [facts.organization])).find(({ id }) => id === ids[0])
    if (!row) throw notFound('Declared figure')
    return row
  })
}

/**
 * Takes a declared figure back: it stays on record with the day and the reason, and stands no longer. Refused if
 * corrected already, changed since it was read, or of a unit out of scope (NOT_FOUND).
 */
export function correctDeclared(
  ctx: RequestContext,
  uid: string,
  version: number,
  why: string,
): Promise<DeclaredRow> {
  return inTransaction(ctx, async (tx) => {
    refuseReason(why)
    const found = await findDeclared(tx, uid)
    const unit = found && (await loadNearest(tx, found.organization, found.asOf))
    if (!found || !unit) throw notFound('Declared figure')
    await refuseUnless(tx, 'figures.declare', found.organization)
    await lockDeclaredOf(tx, [found.organization])
    const row = (await findDeclared(tx, uid)) ?? found
    if (row.correctedOn !== null) throw conflict(reason('DECLARED_CORRECTED'))
    if (row.version !== version) throw staleVersion('The declared figure', version, row.version)
    await markDeclaredCorrected(tx, row, { on: today(tx), reason: why })
    return (await findDeclared(tx, uid)) ?? row
  })
}

/** Every declared figure of a unit, the latest day first, corrected ones included; one statement for many units. */
export function loadDeclared(ctx: RequestContext, organization: number): Promise<DeclaredRow[]> {
  return loader<number, DeclaredRow[]>(ctx, 'declared figures', async (ids) => {
    const rows = await listDeclared(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.organization === id))
  }).load(organization)
}

/**
 * The declared figures of a unit whose day (or last day) lies from `from` (null: since ever) to `asOf`. Refuses an
 * as-of date before `from`.
 */
export async function declaredOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  { from, asOf }: { from: Day | null; asOf: Day },
): Promise<DeclaredRow[]> {
  if (from !== null && asOf < from) throw invalidInput('asOf', reason('BEFORE_FROM'))
  const rows = await loadDeclared(ctx, unit.id)
  return rows.filter((row) => row.asOf <= asOf && (from === null || row.asOf >= from))
}

/**
 * The members of a unit that were declared EXACTLY for that day, or null. Of several statements that stand, the one
 * recorded last.
 */
export async function declaredClosing(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  asOf: Day,
): Promise<number | null> {
  const rows = await loadDeclared(ctx, unit.id)
  const exact = rows.filter(
    (row) =>
      row.indicator === 'members' &&
      row.asOf === asOf &&
      row.qualifier === 'EXACTLY' &&
      row.correctedOn === null,
  )
  return exact.at(-1)?.count ?? null
}
