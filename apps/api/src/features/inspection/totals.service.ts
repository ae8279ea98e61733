import {
  measure,
  type Indicator,
  type OrganizationQuery,
  type Rounding,
  type TotalWithheld,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { addSums, figuresFor, type Figure } from '../figures/figure.js'
import { anyNested } from './asked.repository.js'
import type { PeriodRead } from './figures-read.service.js'

/** A column over all units, or why it has no total. */
export interface ColumnTotal {
  indicator: string
  figure: Figure | null
  withheld: TotalWithheld | null
}

function readsTransfers({ numerator, denominator }: Indicator): boolean {
  return [...numerator.terms, ...(denominator?.terms ?? [])].some((term) => measure(term.measure).gross)
}

function withheldOf(indicator: Indicator, nested: boolean): TotalWithheld | null {
  if (indicator.state) return 'STATE'
  if (nested) return 'NESTED'
  return readsTransfers(indicator) ? 'TRANSFERS' : null
}

/** Days on which a unit that stood below another would count twice. */
function daysOf({ perimeter, from, asOf }: OrganizationQuery, treeAt: string) {
  return perimeter === 'RECORDED' ? { from, to: asOf } : { from: treeAt, to: treeAt }
}

/**
 * Totals of the columns over units: from their sums, percentages last. A column whose sum would say nothing has none,
 * with the reason.
 */
export async function totalsOf(
  ctx: RequestContext,
  query: OrganizationQuery,
  read: PeriodRead,
  units: readonly number[],
  rounding: Rounding,
): Promise<ColumnTotal[]> {
  const { question } = read.reading
  const nested = await anyNested(ctx, units, daysOf(query, question.treeAt))
  const sums = addSums(units.map((unit) => read.sumsOf(unit)))
  const targets = units.flatMap((unit) => read.targetOf(unit) ?? [])
  const target = targets.length === 0 ? null : targets.reduce((sum, one) => sum + one, 0)
  const figures = new Map(
    figuresFor(question, rounding)(sums, target).map((figure) => [figure.indicator, figure]),
  )
  return query.indicators.map((id) => {
    const indicator = question.indicators.find((one) => one.id === id) as Indicator
    const withheld = withheldOf(indicator, nested)
    return { indicator: id, withheld, figure: withheld ? null : (figures.get(id) ?? null) }
  })
}
