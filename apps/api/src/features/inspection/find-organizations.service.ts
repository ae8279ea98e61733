import {
  DEFAULT_ROUNDING,
  faultOfOrganizationQuery,
  reason,
  type OrganizationQuery,
  type QueryCondition,
  type QueryFact,
  type Rounding,
} from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { encodeCursor, pageArgs } from '../../graphql/pagination.js'
import { unitsWhere } from '../../policy/may.js'
import { figuresFor, type Figure } from '../figures/figure.js'
import { loadOnDay, loadRounding, type OrganizationOnDay } from '../organizations/organization.service.js'
import type { AskedUnit } from './asked.repository.js'
import { unitsAsked, type Asked } from './asked.service.js'
import { costOf, refuseHeavy } from './cost.js'
import { unitsOfFact } from './facts.service.js'
import { readPeriod, type PeriodRead, type UnitsRead } from './figures-read.service.js'
import { testOf, type Judgement } from './judge.js'
import { compareKeys, keyShape, rowKeyOf, type RowKey } from './order.js'
import { medianSides, ranksOf, type Standing } from './ranking.js'
import { needsMoreThanEntries, readingKey, readingsOf, type Reading } from './readings.js'
import { totalsOf, type ColumnTotal } from './totals.service.js'

/** A unit that fulfils the conditions, at its place in the order. */
interface Hit extends Standing {
  unit: AskedUnit
  key: RowKey
}

/** Everything about the answer to a question: the units that fulfil it, in order, and what was read of them. */
export interface Answer {
  query: OrganizationQuery
  asked: Asked
  hits: readonly Hit[]
  read: PeriodRead
}

/** A row as shown. */
export interface ShownRow {
  organization: OrganizationOnDay
  figures: readonly Figure[]
}

/** The day whose tree says which units there are. */
export const treeDayOf = ({ perimeter, treeAt, asOf }: OrganizationQuery) =>
  perimeter === 'RECORDED' ? asOf : (treeAt ?? asOf)

/** Refuses (INVALID_INPUT with field and reason) what no answer can be given to. */
export function refuseFaulty(ctx: RequestContext, query: OrganizationQuery): void {
  const fault = faultOfOrganizationQuery(query)
  if (fault) throw invalidInput(fault.field, fault.why)
  const { knownOn } = query
  if (!knownOn) return
  if (knownOn > today(ctx)) throw invalidInput('knownOn', reason('QUERY_NOT_YET_KNOWN'))
  const ids = [...readingsOf(query).values()].flatMap(({ indicators }) => [...indicators])
  if (query.memberBase === 'TERM_START' || ids.some(needsMoreThanEntries))
    throw invalidInput('knownOn', reason('QUERY_KNOWN_NEEDS_NOTHING_ELSE'))
}

function factsIn(condition: QueryCondition | null | undefined): QueryFact[] {
  if (!condition) return []
  const { fact, all, any } = condition
  return [...(fact ? [fact] : []), ...[...(all ?? []), ...(any ?? [])].flatMap(factsIn)]
}

const asksParent = (condition: QueryCondition | null | undefined): boolean =>
  condition?.compare?.to === 'PARENT' ||
  [...(condition?.all ?? []), ...(condition?.any ?? [])].some((one) => asksParent(one))

/** The units whose figures are read: those asked, and where it is asked for, those above them that may be read. */
async function unitsRead(
  ctx: RequestContext,
  { where }: OrganizationQuery,
  asked: Asked,
): Promise<UnitsRead> {
  const ids = asked.units.map(({ id }) => id)
  if (!asksParent(where)) return { roots: asked.roots, below: ids, above: [] }
  const known = new Set(ids)
  const parents = [...new Set(asked.units.flatMap(({ parent }) => (parent === 0 ? [] : [parent])))]
  const readable = (await unitsWhere(ctx, 'figures.read', parents)).filter((id) => !known.has(id))
  const highest = new Set(asked.roots)
  const overRoots = new Set(asked.units.flatMap(({ id, parent }) => (highest.has(id) ? [parent] : [])))
  return {
    roots: asked.roots,
    below: [...ids, ...readable.filter((id) => !overRoots.has(id))],
    above: readable.filter((id) => overRoots.has(id)),
  }
}

function parentsOf(units: readonly AskedUnit[], { below, above }: UnitsRead): Int32Array {
  const places = new Map([...below, ...above].map((id, index) => [id, index]))
  return Int32Array.from(units, ({ parent }) => places.get(parent) ?? -1)
}

async function factsOf(
  ctx: RequestContext,
  query: OrganizationQuery,
  asked: Asked,
): Promise<Map<string, ReadonlySet<number>>> {
  const facts = new Map<string, ReadonlySet<number>>()
  for (const fact of factsIn(query.where)) {
    const key = JSON.stringify(fact)
    if (!facts.has(key)) facts.set(key, await unitsOfFact(ctx, query, asked, fact))
  }
  return facts
}

/**
 * The whole answer to a question: the units whose figures the viewer may read and that fulfil the conditions, in
 * order. Refuses a faulty question, a scope outside one's own, and what would cost too much (TOO_COMPLEX) before
 * anything is summed.
 */
export async function answerOf(ctx: RequestContext, query: OrganizationQuery): Promise<Answer> {
  refuseFaulty(ctx, query)
  const readings = readingsOf(query)
  const asked = await unitsAsked(ctx, query, treeDayOf(query))
  refuseHeavy(query, costOf(query, asked.units.length))
  const which = await unitsRead(ctx, query, asked)
  const periods = new Map<string, PeriodRead>()
  for (const [key, reading] of readings)
    periods.set(key, await readPeriod(ctx, which, reading, query.knownOn ?? null))
  const { units } = asked
  const facts = await factsOf(ctx, query, asked)
  const judgement: Judgement = { query, units, parents: parentsOf(units, which), periods, facts }
  const test = query.where ? testOf(judgement, query.where) : () => true
  const read = periods.get(readingKey(query.from, query.asOf)) as PeriodRead
  return { query, asked, hits: hitsOf(query, units, test, read), read }
}

function hitsOf(
  { orderBy }: OrganizationQuery,
  units: readonly AskedUnit[],
  test: (index: number) => boolean,
  read: PeriodRead,
): Hit[] {
  const orders = orderBy ?? []
  const columns = orders.map(({ indicator }) => (indicator ? read.column(indicator) : null))
  const found = units
    .flatMap((unit, index) => (test(index) ? [{ unit, key: rowKeyOf(orders, columns, unit, index) }] : []))
    .sort((a, b) => compareKeys(orders, a.key, b.key))
  const [first] = columns
  if (!first) return found.map((hit) => ({ ...hit, rank: null, medianSide: null }))
  const values = found.map(({ key }) => key[0] as number | null)
  const [ranks, sideOf] = [ranksOf(values), medianSides(units, first)]
  return found.map((hit, at) => ({
    ...hit,
    rank: ranks[at] ?? null,
    medianSide: sideOf(hit.unit.tier, values[at] ?? null),
  }))
}

/** The columns of the question; what was only compared or sorted by is left out. */
function columnsOf({
  read,
  query,
}: Answer): Pick<Reading['question'], 'indicators' | 'from' | 'asOf' | 'targetKind'> {
  const { question } = read.reading
  const indicators = query.indicators.flatMap((id) => question.indicators.find((one) => one.id === id) ?? [])
  return { ...question, indicators }
}

/** Some of the units of an answer as shown on the day of its tree, with their figures; those out of sight are absent. */
export async function shownRows(
  ctx: RequestContext,
  answer: Answer,
  units: readonly number[],
): Promise<ShownRow[]> {
  const day = treeDayOf(answer.query)
  const columns = columnsOf(answer)
  const rows = await Promise.all(
    units.map(async (id) => {
      const [organization, rounding] = await Promise.all([
        loadOnDay(ctx, id, day),
        roundingOf(ctx, answer, id),
      ])
      if (!organization) return []
      const figures = figuresFor(columns, rounding)(answer.read.sumsOf(id), answer.read.targetOf(id))
      return [{ organization, figures }]
    }),
  )
  return rows.flat()
}

async function roundingOf(
  ctx: RequestContext,
  { query }: Answer,
  unit: number | undefined,
): Promise<Rounding> {
  if (query.rounding) return query.rounding
  return unit === undefined ? DEFAULT_ROUNDING : loadRounding(ctx, unit, treeDayOf(query))
}

/** Totals of the columns over everything that fulfils the conditions, rounded as the highest unit asked does. */
export async function totalsOfAnswer(ctx: RequestContext, answer: Answer): Promise<ColumnTotal[]> {
  const units = answer.hits.map(({ unit }) => unit.id)
  return totalsOf(ctx, answer.query, answer.read, units, await roundingOf(ctx, answer, answer.asked.roots[0]))
}

/** A page of the answer with the exact count; the total is computed when it is asked for. */
export async function findOrganizations(
  ctx: RequestContext,
  query: OrganizationQuery,
  first: number | null | undefined,
  after: string | null | undefined,
) {
  const orders = query.orderBy ?? []
  const page = pageArgs(first, after, keyShape(orders))
  const answer = await answerOf(ctx, query)
  const last = page.after
  const rest = last ? answer.hits.filter(({ key }) => compareKeys(orders, key, last) > 0) : answer.hits
  const wanted = rest.slice(0, page.limit)
  const hits = new Map(wanted.map((hit) => [hit.unit.id, hit]))
  const rows = await shownRows(ctx, answer, [...hits.keys()])
  const edges = rows.map((row) => {
    const { key = [], rank = null, medianSide = null } = hits.get(row.organization.id) ?? {}
    return { node: { ...row, rank, medianSide }, cursor: encodeCursor(key) }
  })
  return {
    edges,
    pageInfo: {
      hasNextPage: rest.length > wanted.length,
      endCursor: wanted.length === 0 ? null : encodeCursor(wanted.at(-1)?.key ?? []),
    },
    totalCount: answer.hits.length,
    asked: answer.asked.units.length,
    answer,
  }
}
