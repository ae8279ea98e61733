import {
  ADMISSION_TARGET_KINDS,
  codesOf,
  DEFAULT_ROUNDING,
  findIndicator,
  formatPercent,
  INDICATORS,
  MEMBER_BASES,
  ROUNDING_MODES,
  roundRatio,
  type Indicator,
  type Rounding,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import type { Figure } from '../figures/figure.js'
import { figuresOf } from '../figures/figures.service.js'
import type { FiguresInput } from '../figures/question.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { personsIndicator } from './ratio.service.js'
import { printedDigits } from './printed.js'

const MOST_DECIMALS = 3

/** A percentage in print, and what it is said to be: a percentage of the catalog, or a number of persons. */
export interface PrintedPercentage extends Omit<FiguresInput, 'indicators' | 'rounding' | 'memberBase'> {
  indicator?: string | null
  numerator?: string | null
  printed: string
}

/** One way to get what is printed. */
export interface Explanation {
  rounding: Required<Rounding>
  numerator: number
  denominator: number
  denominatorName: string
  /** It is the denominator of the indicator that was named. */
  own: boolean
  text: string
}

/** A number that a percentage may have been divided by. */
interface Candidate {
  amount: number
  name: string
  own: boolean
}

function subjectOf({ indicator, numerator }: PrintedPercentage): Indicator {
  const named = [indicator, numerator].filter((id) => id !== undefined && id !== null)
  if (named.length !== 1) throw invalidInput('indicator', 'name either an indicator or a numerator')
  if (typeof numerator === 'string') return personsIndicator('numerator', numerator)
  const found = findIndicator(indicator ?? '')
  if (!found?.denominator) throw invalidInput('indicator', 'must be a percentage')
  return found
}

/** The first percentage of the catalog over each denominator; nothing is explained by a number over itself. */
function overEachDenominator({ numerator }: Indicator): Indicator[] {
  const seen = new Map<string, Indicator>()
  for (const one of INDICATORS) {
    const key = one.denominator && JSON.stringify(one.denominator)
    const isItself = key === JSON.stringify(numerator)
    if (key !== undefined && !isItself && !seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}

/**
 * Which rounding (each mode, 0 to 3 decimals, zeros kept or dropped) or which other denominator of the catalog (with
 * every member base and every kind of target) gives a printed percentage: the own denominator first. Nothing when
 * none does. Refused: a text that is no percentage ("56,7" or "56,7 %"), an indicator that is none, and what the
 * figures refuse.
 */
export async function explainPercentage(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: PrintedPercentage,
): Promise<Explanation[]> {
  const { indicator: _indicator, numerator: _numerator, printed, ...asked } = input
  const subject = subjectOf(input)
  const digits = printedDigits(printed)
  const [own, ...others] = await figuresOf(ctx, unit, {
    ...asked,
    indicators: [subject.id, ...overEachDenominator(subject).map(({ id }) => id)],
  })
  const counted = own?.numerator ?? null
  if (!own || counted === null) return []
  const candidates = distinct([
    ...candidatesOf([own], true),
    ...candidatesOf(others, false),
    ...candidatesOf(await variants(ctx, unit, asked), false),
  ])
  return candidates.flatMap((candidate) => explanations(counted, candidate, digits))
}

/** The rate on members by every base, and completion of every kind of target. */
async function variants(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  asked: Omit<FiguresInput, 'indicators'>,
): Promise<Figure[]> {
  const bases = codesOf(MEMBER_BASES).map((memberBase) => ({ memberBase, indicators: ['rateOfMembers'] }))
  const kinds = ADMISSION_TARGET_KINDS.map((targetKind) => ({ targetKind, indicators: ['completion'] }))
  const all = [...bases, ...kinds].map((more) => figuresOf(ctx, unit, { ...asked, ...more }))
  return (await Promise.all(all)).flat()
}

function candidatesOf(figures: readonly Figure[], own: boolean): Candidate[] {
  return figures.flatMap(({ denominator, denominatorName }) =>
    denominator === null || denominator === 0
      ? []
      : [{ amount: denominator, name: denominatorName ?? '', own }],
  )
}

/** The same number under another name explains nothing more. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<number>()
  return candidates.filter(({ amount }) => {
    const known = seen.has(amount)
    seen.add(amount)
    return !known
  })
}

function roundings(): Required<Rounding>[] {
  return Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => decimals).flatMap((decimals) =>
    ROUNDING_MODES.flatMap((mode) =>
      [true, false].map((trailingZeros) => ({ ...DEFAULT_ROUNDING, mode, decimals, trailingZeros })),
    ),
  )
}

function explanations(numerator: number, { amount, name, own }: Candidate, digits: string): Explanation[] {
  return roundings().flatMap((rounding) => {
    const value = roundRatio(numerator, amount, rounding) ?? 0
    const text = formatPercent(value, rounding)
    const asKept = formatPercent(value, { ...rounding, trailingZeros: true })
    const dropsNothing = !rounding.trailingZeros && text === asKept
    if (dropsNothing || printedDigits(text) !== digits) return []
    return [{ rounding, numerator, denominator: amount, denominatorName: name, own, text }]
  })
}
