import { addDays, LIMITS, normalizeName, OPEN_END, reason, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  dateOutOfRange,
  invalidInput,
  notFound,
  SeedbedError,
  staleVersion,
} from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { lastDayOf } from '../organizations/life.js'
import { loadNearest } from '../organizations/organization.service.js'
import {
  deleteTerm,
  findTerm,
  insertTerms,
  listTerms,
  listTermsAbove,
  lockLives,
  updateTermRow,
  type TermAbove,
  type TermFacts,
  type TermRow,
} from './term.repository.js'

export type { TermAbove, TermRow } from './term.repository.js'

/** A term to be set; both days are inclusive, `to` null while nobody knows its end. */
export interface NewTerm {
  organization: number
  name: string
  from: Day
  to: Day | null
  document: number | null
}

function factsOf({ organization, name, from, to, document }: NewTerm): TermFacts {
  const words = normalizeName(name)
  if (words === '' || words.length > LIMITS.nameLength)
    throw invalidInput('name', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  if (from === OPEN_END) throw invalidInput('from', reason('NOT_A_DAY'))
  if (to !== null && to < from) throw invalidInput('to', 'lies before from')
  return {
    organization,
    name: words,
    validFrom: from,
    validTo: to === null ? OPEN_END : addDays(to, 1),
    document,
  }
}

function refuseOverlap(facts: TermFacts, others: readonly TermFacts[]): void {
  const same = others.some(({ validFrom, validTo }) => validFrom < facts.validTo && validTo > facts.validFrom)
  if (same) throw conflict('the unit has a term on some of these days')
}

function refuseStrange(facts: TermFacts, life: { opened: Day; closed: Day } | undefined): void {
  if (!life) throw notFound('Organization')
  if (facts.validTo <= life.opened || facts.validFrom >= life.closed)
    throw dateOutOfRange('The unit does not exist on any day of the term', life.opened, lastDayOf(life))
}

/**
 * Sets terms, many at once, in a unit of work: a unit has one on a day at most. Refused: a name of no or too many
 * letters, an end before the beginning, a term wholly outside the life of the unit. Answers internal ids, or by
 * position why some were refused; then nothing is stored.
 */
export async function addTerms(
  ctx: RequestContext,
  items: readonly NewTerm[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const organizations = [...new Set(items.map(({ organization }) => organization))]
  const lives = new Map((await lockLives(ctx, organizations)).map((life) => [life.id, life]))
  const standing: TermFacts[] = await listTerms(ctx, organizations)
  const added = items.flatMap((item, index) => {
    try {
      const facts = factsOf(item)
      refuseStrange(facts, lives.get(item.organization))
      refuseOverlap(
        facts,
        standing.filter(({ organization }) => organization === item.organization),
      )
      standing.push(facts)
      return [{ ...facts, uid: uuid() }]
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
      return []
    }
  })
  return { ids: refused.size > 0 ? [] : await insertTerms(ctx, added, batch), refused }
}

/** Sets a term, or changes the one named with the version that was read; refuses what addTerms refuses. */
export function setTerm(
  ctx: RequestContext,
  item: NewTerm,
  existing: { uid: string; version: number } | null,
): Promise<TermRow> {
  return inTransaction(ctx, async (tx) => {
    if (existing === null) {
      const { ids, refused } = await addTerms(tx, [item], null)
      for (const error of refused.values()) throw error
      return requireTerm(tx, item.organization, ids[0])
    }
    const [life] = await lockLives(tx, [item.organization])
    const row = await termToChange(tx, existing)
    if (row.organization !== item.organization) throw notFound('Term')
    const facts = factsOf(item)
    refuseStrange(facts, life)
    const all = await listTerms(tx, [item.organization])
    refuseOverlap(
      facts,
      all.filter(({ id }) => id !== row.id),
    )
    await updateTermRow(tx, row.id, facts)
    noteChange(tx, { before: { ...row }, after: { ...row, ...facts } })
    return requireTerm(tx, item.organization, row.id)
  })
}

/** Takes a term away, with the version that was read; answers what it was. */
export function removeTerm(
  ctx: RequestContext,
  existing: { uid: string; version: number },
): Promise<TermRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await termToChange(tx, existing)
    if (!(await loadNearest(tx, row.organization, row.validFrom))) throw notFound('Term')
    await deleteTerm(tx, row.id)
    noteChange(tx, { before: { ...row } })
    return row
  })
}

async function termToChange(
  ctx: RequestContext,
  { uid, version }: { uid: string; version: number },
): Promise<TermRow> {
  const row = await findTerm(ctx, uid)
  if (!row) throw notFound('Term')
  if (row.version !== version) throw staleVersion('The term', version, row.version)
  return row
}

async function requireTerm(
  ctx: RequestContext,
  organization: number,
  id: number | undefined,
): Promise<TermRow> {
  const row = (await listTerms(ctx, [organization])).find((one) => one.id === id)
  if (!row) throw notFound('Term')
  return row
}

/** The terms of a unit itself, oldest first; one statement for many units. */
export function loadTerms(ctx: RequestContext, organization: number): Promise<TermRow[]> {
  return loader<number, TermRow[]>(ctx, 'terms', async (ids) => {
    const rows = await listTerms(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.organization === id))
  }).load(organization)
}

/** The terms of a unit and of those above it by the tree of a day, the nearest first; one statement for many. */
export function loadTermsAbove(ctx: RequestContext, organization: number, tree: Day): Promise<TermAbove[]> {
  return loader<number, TermAbove[]>(ctx, `terms above on ${tree}`, async (ids) => {
    const byUnit = new Map<number, TermAbove[]>(ids.map((id) => [id, []]))
    for (const row of await listTermsAbove(ctx, ids, tree)) byUnit.get(row.descendant)?.push(row)
    return ids.map((id) => byUnit.get(id) ?? [])
  }).load(organization)
}

/**
 * Pure: the term that holds for a unit on a day: its own, else that of the nearest unit above that has one on that
 * day. `above` as loadTermsAbove answers it.
 */
export function termHolding(above: readonly TermAbove[], day: Day): TermAbove | undefined {
  return above.find(({ validFrom, validTo }) => validFrom <= day && day < validTo)
}
