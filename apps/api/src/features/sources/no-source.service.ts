import { addMonths, holdingOn, isDay, LIMITS, reason, type Day, type NoSourceCause } from '@seedbed/shared'
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
import { loadNearest, refuseOutsideLife } from '../organizations/organization.service.js'
import { ruleOn } from '../rules/rule.service.js'
import { candidateCount } from './candidate.service.js'
import {
  endStatement,
  findStatement,
  insertStatements,
  listStatements,
  type NoSourceRow,
} from './no-source.repository.js'

export type { NoSourceRow } from './no-source.repository.js'

/** What a unit states, and since when. */
export interface NewStatement {
  organization: number
  on: Day
  cause: NoSourceCause
  document: number | null
  note: string | null
}

/**
 * Units state that they have no source, many at once, in a unit of work. A statement holds for as long as the rule of its
 * day says, then it must be made again. Refused by position: a day that lies ahead or outside the life of the unit, a unit
 * with candidates on that day, and one that has stated so already (CONFLICT).
 */
export async function addStatements(
  ctx: RequestContext,
  items: readonly NewStatement[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const standing: Array<{ organization: number; validFrom: Day; validTo: Day }> = await listStatements(
    ctx,
    items.map(({ organization }) => organization),
  )
  const rows: Array<Omit<NoSourceRow, 'id' | 'version'>> = []
  for (const [index, item] of items.entries()) {
    try {
      const row = await statementOf(ctx, item)
      const own = standing.filter(({ organization }) => organization === item.organization)
      if (own.some(({ validFrom, validTo }) => validFrom < row.validTo && validTo > row.validFrom))
        throw conflict(reason('NO_SOURCE_STATED'))
      standing.push(row)
      rows.push({ ...row, uid: uuid() })
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  }
  if (refused.size > 0) return { ids: [], refused }
  return { ids: await insertStatements(ctx, rows, batch), refused }
}

async function statementOf(ctx: RequestContext, { on, ...facts }: NewStatement) {
  if (!isDay(on)) throw invalidInput('on', reason('NOT_A_DAY'))
  if (on > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
  refuseLonger('note', facts.note, LIMITS.noteLength)
  const unit = await loadNearest(ctx, facts.organization, on)
  if (!unit) throw notFound('Organization')
  refuseOutsideLife(unit, on)
  const candidates = await candidateCount(ctx, facts.organization, on)
  if (candidates > 0) throw conflict(reason('HAS_CANDIDATES', { candidates }))
  const { value } = await ruleOn(ctx, 'NO_SOURCE_MONTHS', on)
  return { ...facts, validFrom: on, validTo: addMonths(on, value) }
}

/** A unit states that it has no source. */
export function declareNoSource(ctx: RequestContext, facts: NewStatement): Promise<NoSourceRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'sources.record', facts.organization)
    const { ids, refused } = await addStatements(tx, [facts], null)
    for (const error of refused.values()) throw error
    const row = (await listStatements(tx, [facts.organization])).find(({ id }) => id === ids[0])
    if (!row) throw notFound('Statement')
    return row
  })
}

/** The statement no longer holds from that day on; refused for a day on which it did not hold, and with a stale version. */
export function endNoSource(
  ctx: RequestContext,
  uid: string,
  version: number,
  on: Day,
): Promise<NoSourceRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await findStatement(tx, uid)
    if (!row) throw notFound('Statement')
    await refuseUnless(tx, 'sources.record', row.organization)
    if (row.version !== version) throw staleVersion('The statement', version, row.version)
    if (!isDay(on) || on < row.validFrom || on >= row.validTo)
      throw invalidInput('on', reason('NOT_HOLDING_THEN'))
    await endStatement(tx, row.id, on)
    return (await findStatement(tx, uid)) ?? row
  })
}

/** Statements of a unit, the latest first; one statement for many units. */
export function loadStatements(ctx: RequestContext, organization: number): Promise<NoSourceRow[]> {
  return loader<number, NoSourceRow[]>(ctx, 'statements of no source', async (ids) => {
    const rows = await listStatements(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.organization === id && row.validFrom < row.validTo))
  }).load(organization)
}

/** The statement of a unit that holds on a day. */
export async function noSourceOn(
  ctx: RequestContext,
  organization: number,
  day: Day,
): Promise<NoSourceRow | undefined> {
  return holdingOn(await loadStatements(ctx, organization), day)
}
