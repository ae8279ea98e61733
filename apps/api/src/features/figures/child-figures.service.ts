import { addDays, type Day, type Period, type Rounding } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import {
  encodeCursor,
  type Connection,
  type CursorKey,
  type Edge,
  type Page,
} from '../../graphql/pagination.js'
import { lastDayOf } from '../organizations/life.js'
import {
  childrenOfPeriod,
  type ChildOnDay,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { addSums, figuresFor, type Figure } from './figure.js'
import { noSums, type Sums, type SumsRow } from './figures.repository.js'
import {
  asksTransfers,
  loadAmounts,
  loadRows,
  refuseOutOfLife,
  roundingFor,
  targetsFor,
} from './figures.service.js'
import { rowBases, withBase, type RowBases } from './member-base.service.js'
import { measuresOf, questionOf, type FiguresInput, type FiguresQuestion } from './question.js'

export type ChildRow = 'UNIT' | 'ENDED_UNITS' | 'DIRECT'

/** One row below a unit: a unit, all ended units together, or what lies directly at the unit itself. */
export interface ChildFiguresRow {
  row: ChildRow
  organization: OrganizationOnDay | null
  /** Last day on which the unit stood here, if it left within the period. */
  until: Day | null
  figures: Figure[]
}

export interface ChildFiguresPage extends Connection<ChildFiguresRow> {
  total: Figure[]
}

/** How rows are ordered: by a figure (missing values last) or by name. */
export interface FigureOrder {
  indicator: string
  direction: 'ASC' | 'DESC'
}

/** Key of a row in the order: kind of row, figure, name, id. */
export const childCursor = ['number', 'number?', 'string', 'number'] as const
type ChildKey = CursorKey<typeof childCursor>

interface Counted {
  row: ChildFiguresRow
  sums: Sums
  target: number | null
  key: ChildKey
}

/**
 * The rows below a unit with their figures, a page of them, and the totals. RESTATED: units that stand there on the
 * tree's day; RECORDED: every unit that stood there on some day of the period. Ended units are one row, and only
 * where a figure is not 0; "directly at the unit" is always one. So the rows add up to the unit's own figure.
 * Totals are computed from the sums of the rows (transfers, which do not add, from the unit itself).
 */
export async function childFiguresOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: FiguresInput,
  order: FigureOrder | null,
  page: Page<typeof childCursor>,
): Promise<ChildFiguresPage> {
  const question = questionOf(input)
  refuseOutOfLife(unit, question)
  if (order && !question.indicators.some(({ id }) => id === order.indicator))
    throw invalidInput('orderBy.indicator', 'must be one of the indicators asked for')
  const [rounding, rows, below] = await Promise.all([
    roundingFor(ctx, unit, question),
    loadRows(ctx, unit.id, input, question),
    unitsBelow(ctx, unit, question),
  ])
  const children = below.units.flatMap(({ id, closed }) => (closed > question.treeAt ? [id] : []))
  const bases = await rowBases(ctx, unit.id, children, question)
  const counted = countedRows(question, rounding, rows, bases, below, order)
  const direction = order?.direction === 'DESC' ? -1 : 1
  counted.sort((a, b) => compareKeys(a.key, b.key, direction))
  const { after } = page
  const rest = after ? counted.filter(({ key }) => compareKeys(key, after, direction) > 0) : counted
  const shown = rest.slice(0, page.limit)
  return {
    edges: shown.map(({ row, key }) => edgeOf(row, key)),
    pageInfo: {
      hasNextPage: rest.length > shown.length,
      endCursor: shown.length === 0 ? null : encodeCursor((shown.at(-1) as Counted).key),
    },
    totalCount: counted.length,
    total: await totalOf(ctx, unit, input, rounding, rows, counted),
  }
}

/** The cursor is made when it is asked for. */
function edgeOf(node: ChildFiguresRow, key: ChildKey): Edge<ChildFiguresRow> {
  return {
    node,
    get cursor() {
      return encodeCursor(key)
    },
  }
}

/** The units of the rows: when they stood there, what they are, and their targets. */
interface Below {
  units: ChildOnDay[]
  targets: Map<number, number>
}

async function unitsBelow(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  question: FiguresQuestion,
): Promise<Below> {
  const units = await childrenOfPeriod(ctx, unit.id, daysOfRows(question), question.treeAt)
  const ids = units.map(({ id }) => id)
  return { units, targets: await targetsFor(ctx, ids, question) }
}

function countedRows(
  question: FiguresQuestion,
  rounding: Rounding,
  rows: readonly SumsRow[],
  bases: RowBases,
  { units, targets }: Below,
  order: FigureOrder | null,
): Counted[] {
  const byVia = new Map(rows.map((row) => [row.via, row]))
  const sumsOfRow = (via: number): Sums => {
    const [sums, base] = [byVia.get(via) ?? noSums(), bases(via)]
    return base === undefined ? sums : { ...sums, base }
  }
  const first = question.perimeter === 'RECORDED' ? question.from : question.treeAt
  const figures = figuresFor(question, rounding)
  const count = (row: Omit<ChildFiguresRow, 'figures'>, sums: Sums, target: number | null): Counted => {
    const own = { ...row, figures: figures(sums, target) }
    return { row: own, sums, target, key: keyOf(own, order) }
  }
  const living = units.filter(
    ({ id, closed, leftOn }) => closed > question.treeAt && (leftOn > first || hadMembers(byVia.get(id))),
  )
  const counted = living.map((one) =>
    count(
      { row: 'UNIT', organization: one, until: lastDayThere(one, question) },
      sumsOfRow(one.id),
      one.leftOn > first ? (targets.get(one.id) ?? null) : null,
    ),
  )
  const ended = units.filter(({ closed }) => closed <= question.treeAt)
  const endedRow = count(
    { row: 'ENDED_UNITS', organization: null, until: null },
    addSums(ended.map(({ id }) => sumsOfRow(id))),
    sumOrNull(ended.map(({ id }) => targets.get(id) ?? null)),
  )
  const shown = endedRow.row.figures.some(({ numerator }) => numerator !== null && numerator !== 0)
  const direct = count({ row: 'DIRECT', organization: null, until: null }, sumsOfRow(0), null)
  return [...counted, ...(ended.length > 0 && shown ? [endedRow] : []), direct]
}

/**
 * First and last of the days on which a unit must have stood there to have a row. Who left on the very first day of
 * the period still has members before it.
 */
function daysOfRows(question: FiguresQuestion): Period {
  if (question.perimeter === 'RESTATED') return { from: question.treeAt, to: question.treeAt }
  const readsBefore = measuresOf(question.indicators).before.length > 0
  return { from: readsBefore ? addDays(question.from, -1) : question.from, to: question.asOf }
}

/** Whether a unit that left on the first day of the period took anything along. */
function hadMembers(sums: SumsRow | undefined): boolean {
  return Object.values(sums?.before ?? {}).some((amount) => amount !== 0)
}

function lastDayThere({ leftOn }: ChildOnDay, question: FiguresQuestion): Day | null {
  if (question.perimeter === 'RESTATED' || leftOn > question.asOf) return null
  return lastDayOf({ closed: leftOn }) ?? null
}

async function totalOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: FiguresInput,
  rounding: Rounding,
  rows: readonly SumsRow[],
  counted: readonly Counted[],
): Promise<Figure[]> {
  const question = questionOf(input)
  const sums = asksTransfers(question)
    ? (await loadAmounts(ctx, unit.id, input, question)).sums
    : await withBase(ctx, unit.id, question, addSums(rows))
  const target = sumOrNull(counted.map((row) => row.target))
  return figuresFor(question, rounding)(sums, target)
}

function sumOrNull(amounts: ReadonlyArray<number | null>): number | null {
  const present = amounts.filter((amount) => amount !== null)
  return present.length === 0 ? null : present.reduce((sum, amount) => sum + amount, 0)
}

const rank: Record<ChildRow, number> = { UNIT: 0, ENDED_UNITS: 1, DIRECT: 2 }

function keyOf(row: ChildFiguresRow, order: FigureOrder | null): ChildKey {
  const value = order
    ? (row.figures.find(({ indicator }) => indicator === order.indicator)?.value ?? null)
    : null
  return [rank[row.row], value, row.organization?.sortKey ?? '', row.organization?.id ?? 0]
}

function compareKeys(a: ChildKey, b: ChildKey, direction: 1 | -1): number {
  if (a[0] !== b[0]) return a[0] - b[0]
  if (a[1] !== b[1]) {
    if (a[1] === null) return 1
    if (b[1] === null) return -1
    return direction * (a[1] - b[1])
  }
  if (a[2] !== b[2]) return a[2] < b[2] ? -1 : 1
  return a[3] - b[3]
}
