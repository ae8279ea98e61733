import { FIGURE_SOURCES, findIndicator, type FigureSource, type Indicator } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { declaredAmount } from '../declared/declared-amount.service.js'
import { percentOf, type Figure } from '../figures/figure.js'
import { figuresOf, roundingFor } from '../figures/figures.service.js'
import { questionOf, type FiguresInput } from '../figures/question.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'

/** Two indicators of persons, one set against the other, each recorded (the default) or declared. */
export interface RatioQuestion extends Omit<FiguresInput, 'indicators'> {
  numerator: string
  denominator: string
  numeratorSource?: FigureSource | null
  denominatorSource?: FigureSource | null
}

/** The indicator of an id if it counts persons; INVALID_INPUT with the field otherwise. */
export function personsIndicator(field: string, id: string): Indicator {
  const indicator = findIndicator(id)
  if (!indicator) throw invalidInput(field, `unknown indicator ${id.slice(0, 40)}`)
  if (indicator.unit !== 'PERSONS') throw invalidInput(field, 'must be a number of persons')
  return indicator
}

type Part = Pick<Figure, 'numerator' | 'reason'> & { name: string }

/** One of the two numbers, with its name; a declared one is that of exactly these days. */
async function partOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  recorded: Figure,
  source: FigureSource,
  days: Pick<FiguresInput, 'from' | 'asOf'>,
): Promise<Part> {
  const name = recorded.numeratorName ?? ''
  if (source === 'RECORDED') return { numerator: recorded.numerator, reason: recorded.reason ?? null, name }
  const numerator = await declaredAmount(ctx, unit, recorded.indicator, days)
  return { numerator, reason: numerator === null ? 'NOT_DECLARED' : null, name }
}

/**
 * A percentage of any two indicators that count persons, from the whole numbers, each named; as soon as one of them
 * is a declared one, both names say which served. Refuses other indicators and what the figures refuse; has no value
 * over 0 or where one of them has none (NOT_DECLARED: no office stated it for exactly these days).
 */
export async function ratioOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  question: RatioQuestion,
): Promise<Figure> {
  const { numerator, denominator, numeratorSource, denominatorSource, ...asked } = question
  const indicators = [personsIndicator('numerator', numerator), personsIndicator('denominator', denominator)]
  const sources = [numeratorSource ?? 'RECORDED', denominatorSource ?? 'RECORDED'] as const
  const input = { ...asked, indicators: indicators.map(({ id }) => id) }
  const [first, second] = (await figuresOf(ctx, unit, input)) as [Figure, Figure]
  const [above, below, rounding] = await Promise.all([
    partOf(ctx, unit, first, sources[0], asked),
    partOf(ctx, unit, second, sources[1], asked),
    roundingFor(ctx, unit, questionOf(input)),
  ])
  const mixed = sources.includes('DECLARED')
  const named = (name: string, source: FigureSource) =>
    mixed ? `${name} (${FIGURE_SOURCES[source].vi})` : name
  const without = above.reason ?? below.reason
  return {
    ...percentOf(`${numerator}/${denominator}`, above.numerator, below.numerator, rounding),
    ...(without ? { reason: without } : {}),
    numeratorName: named(above.name, sources[0]),
    denominatorName: named(below.name, sources[1]),
  }
}
