import { DEFAULT_ROUNDING, findIndicator, readPercentage, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { percentOf, type Figure } from '../figures/figure.js'
import { figuresOf } from '../figures/figures.service.js'
import { loadOnDay, loadRounding } from '../organizations/organization.service.js'
import type { DeclaredRow } from './declared-figure.service.js'

/** What is looked up in the ledger for one declared figure. */
interface Question {
  organization: number
  indicator: string
  from: Day
  asOf: Day
  /** As many as were printed; null for persons. */
  decimals: number | null
}

/**
 * The figure that the ledger gives for the same unit, indicator and days, a percentage with as many decimals as were
 * printed, rounded in the manner of the unit. Without a value once the day lies outside the life of the unit.
 * Declared figures of the same days cost one statement.
 */
export function loadRecorded(ctx: RequestContext, row: DeclaredRow): Promise<Figure> {
  const { organization, indicator, asOf } = row
  const decimals =
    row.printedPercentage === null ? null : (readPercentage(row.printedPercentage)?.decimals ?? 0)
  const question = { organization, indicator, from: row.from ?? asOf, asOf, decimals }
  return loader<Question, Figure>(ctx, 'recorded beside declared', async (questions) => {
    const figures = new Map<Question, Figure>()
    const same = groupBy(questions, (q) => [q.organization, q.from, q.asOf, q.decimals].join('/'))
    await Promise.all([...same.values()].map((group) => answer(ctx, group, figures)))
    return questions.map((one) => figures.get(one) ?? percentOf(one.indicator, null, null, DEFAULT_ROUNDING))
  }).load(question)
}

async function answer(
  ctx: RequestContext,
  questions: readonly Question[],
  figures: Map<Question, Figure>,
): Promise<void> {
  const [first] = questions
  const unit = first && (await loadOnDay(ctx, first.organization, first.asOf))
  if (!first || !unit || first.asOf < unit.opened || first.asOf >= unit.closed) return
  const { from, asOf, decimals } = first
  const { mode } = await loadRounding(ctx, unit.id, asOf)
  const rounding = decimals === null ? null : { mode, decimals }
  const indicators = questions.map(({ indicator }) => indicator)
  const answers = await figuresOf(ctx, unit, { from, asOf, indicators, rounding })
  questions.forEach((question, index) => {
    const figure = answers[index]
    if (figure) figures.set(question, figure)
  })
}

/** Declared less recorded: persons, or percentage points with the decimals printed; null where nothing is recorded. */
export function differenceOf(row: DeclaredRow, { value }: Figure): number | null {
  if (findIndicator(row.indicator)?.unit === 'PERSONS')
    return row.count === null || value === null ? null : row.count - value
  const printed = row.printedPercentage === null ? null : readPercentage(row.printedPercentage)
  return printed === null || value === null ? null : Number((printed.value - value).toFixed(printed.decimals))
}
