import { formatNumber, UNKNOWN, type DimensionCode, type Rounding } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { maySeePeople } from '../../policy/people.js'
import { percentOf, type Figure } from '../figures/figure.js'
import {
  loadRounding,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { smallNumberLimit } from '../installation/installation.service.js'
import { categoriesOf, groupSetKey, type Category } from './category.service.js'
import { averageYears } from './average.js'
import { crossQuestionOf, dimensionOf, type CrossInput, type CrossQuestion } from './cross-question.js'
import type { CrossSum } from './crossing.repository.js'
import { crossingOf } from './crossing.service.js'
import { coverSmallNumbers, type Shown } from './small-numbers.js'

/** A number of a crossing; null where it is covered, and the text says how. `share` is of the total. */
export interface CrossCell {
  row: string | null
  column: string | null
  count: number | null
  text: string
  share: Figure
}

/** A category with all that is counted in it. */
export interface CrossCategory {
  code: string
  label: string
  labelEn: string
  total: CrossCell
}

/** A crossing: categories, cells and totals. The cells add up to the total; who is not known is a category. */
export interface CrossTab {
  indicator: string
  rows: CrossCategory[]
  columns: CrossCategory[]
  cells: CrossCell[]
  total: CrossCell
  unknown: number | null
  average: Figure | null
}

/** What crosses: one dimension or two, and the set of groups if one of them asks for it. */
export interface CrossTabInput extends CrossInput {
  rows: string
  columns?: string | null
}

const COVERED: Record<Exclude<Shown, 'OPEN'>, (limit: number) => string> = {
  SMALL: (limit) => `<\u00a0${limit}`,
  HIDDEN: () => '•',
}

/**
 * Any measure of persons by one or two attributes, as at the event (flows) or on the day (stocks). Refuses what
 * crossQuestionOf and dimensionOf refuse, the same dimension twice, an unknown set of groups, and days outside the
 * life of the unit. To someone who may see figures only, small numbers are covered.
 */
export async function crossTabOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: CrossTabInput,
): Promise<CrossTab> {
  const question = crossQuestionOf(input)
  const rows = dimensionOf('rows', input.rows, question, input.groupSetId)
  const columns = input.columns ? dimensionOf('columns', input.columns, question, input.groupSetId) : null
  if (rows === columns) throw invalidInput('columns', 'is what the rows are already')
  refuseOutsideLife(unit, question.shownOn)
  const groupSet = await groupSetKey(ctx, input.groupSetId)
  const crossing = { ...question.crossing, unit: unit.id, rows, columns, groupSet }
  const covered = !(await maySeePeople(ctx, unit.id))
  const [sums, categories, rounding, limit] = await Promise.all([
    crossingOf(ctx, crossing),
    Promise.all([categoriesOf(ctx, rows, groupSet), columns ? categoriesOf(ctx, columns, groupSet) : []]),
    question.rounding ?? loadRounding(ctx, unit.id, question.shownOn),
    covered ? smallNumberLimit(ctx) : 0,
  ])
  return table(question, onProbation(sums, rows, columns), [rows, columns], categories, rounding, limit)
}

/** Probation is no attribute of a profile: members split into those on it and the others. */
function onProbation(
  sums: readonly CrossSum[],
  rows: DimensionCode,
  columns: DimensionCode | null,
): CrossSum[] {
  if (rows !== 'PROBATION' && columns !== 'PROBATION') return [...sums]
  const side = rows === 'PROBATION' ? 'row' : 'column'
  return sums.flatMap((sum) => [
    { ...sum, [side]: 'OFFICIAL', count: sum.count - sum.probationary },
    { ...sum, [side]: 'PROBATIONARY', count: sum.probationary },
  ])
}

/** Categories of which something is counted, and all of a short list; UNKNOWN only where someone is unknown. */
function shownOf(categories: readonly Category[], keys: ReadonlySet<string>, all: boolean): Category[] {
  return categories.filter(({ key }) => keys.has(key) || (all && key !== UNKNOWN))
}

const longList = 15

function table(
  { indicator }: CrossQuestion,
  sums: readonly CrossSum[],
  [rowsBy, columnsBy]: [DimensionCode, DimensionCode | null],
  [rowCategories, columnCategories]: [Category[], Category[]],
  rounding: Rounding,
  limit: number,
): CrossTab {
  const counted = sums.filter(({ count }) => count !== 0)
  const shown = (categories: Category[], side: 'row' | 'column') =>
    shownOf(categories, new Set(counted.map((sum) => sum[side])), categories.length <= longList)
  const rows = shown(rowCategories, 'row')
  const columns = shown(columnCategories, 'column')
  const numbers = numbersOf(counted, rows, columns)
  const total = counted.reduce((all, { count }) => all + count, 0)
  const covers = coverSmallNumbers(numbers, limit)
  const cell = (row: number, column: number): CrossCell => {
    const count = numberAt(numbers, row, column)
    const cover = covers[row]?.[column] ?? 'OPEN'
    const place = { row: rows[row]?.code ?? null, column: columns[column]?.code ?? null }
    if (cover !== 'OPEN')
      return {
        ...place,
        count: null,
        text: COVERED[cover](limit),
        share: percentOf('share', null, null, rounding),
      }
    const open = covers[rows.length]?.[Math.max(columns.length, 1)] === 'OPEN'
    const share = percentOf('share', open ? count : null, open ? total : null, rounding)
    return { ...place, count, text: formatNumber(count, 0), share }
  }
  const last = Math.max(columns.length, 1)
  const unknownRow = rows.findIndex(({ code }) => code === UNKNOWN)
  return {
    indicator: indicator.id,
    rows: rows.map((category, index) => described(category, cell(index, last))),
    columns: columns.map((category, index) => described(category, cell(rows.length, index))),
    cells: rows.flatMap((_, row) => Array.from({ length: last }, (_unused, column) => cell(row, column))),
    total: cell(rows.length, last),
    unknown: unknownRow < 0 ? 0 : cell(unknownRow, last).count,
    average: limit > 0 || columnsBy !== null ? null : averageYears(rowsBy, counted, rounding),
  }
}

function described({ code, label }: Category, total: CrossCell): CrossCategory {
  return { code, label: label.vi, labelEn: label.en, total }
}

function numbersOf(
  sums: readonly CrossSum[],
  rows: readonly Category[],
  columns: readonly Category[],
): number[][] {
  const byKey = new Map<string, number>()
  for (const { row, column, count } of sums) {
    const key = JSON.stringify([row, column])
    byKey.set(key, (byKey.get(key) ?? 0) + count)
  }
  const keys = columns.length === 0 ? [''] : columns.map(({ key }) => key)
  return rows.map((row) => keys.map((column) => byKey.get(JSON.stringify([row.key, column])) ?? 0))
}

/** A cell, or a total where row or column is one past the last. */
function numberAt(numbers: ReadonlyArray<readonly number[]>, row: number, column: number): number {
  const rows = row < numbers.length ? numbers.slice(row, row + 1) : numbers
  const parts = rows.flatMap((line) => (column < line.length ? line.slice(column, column + 1) : line))
  return parts.reduce((sum, count) => sum + count, 0)
}
