import {
  findIndicator,
  LIMITS,
  reason,
  ROUNDING_MODES,
  type Reason,
  type StatementPart,
  type StatementWord,
} from '@seedbed/shared'
import { z } from 'zod'
import { isPrintable } from '../../printable.js'

const words = z.string().max(LIMITS.noteLength).refine(isPrintable, 'no control characters')
const rounding = z.strictObject({
  mode: z.enum(ROUNDING_MODES),
  decimals: z.int().min(0).max(LIMITS.decimals),
  trailingZeros: z.boolean().optional(),
})
const word = z.union([
  z.strictObject({ text: words.min(1) }),
  z.strictObject({ date: z.enum(['FROM', 'AS_OF', 'PERIOD']) }),
  z.strictObject({ name: z.enum(['UNIT', 'TARGETS']) }),
  z.strictObject({
    figure: z.string().max(40).describe('Id of a figure'),
    rounding: rounding.optional().describe('Of a percentage; absent: as the unit rounds'),
  }),
])
const list = z.strictObject({
  before: words,
  separator: words,
  after: words,
  items: z.array(z.array(word).min(1).max(50)).min(1).max(50),
})

/** The parts of a template, in the order of the paragraph; checked for shape only. */
export const statementParts = z
  .array(
    z.union([
      word,
      z.strictObject({ optional: z.array(word).min(1).max(50).describe('Left out when a number is 0') }),
      z.strictObject({ list: list.describe('Items with the number 0 are left out') }),
    ]),
  )
  .min(1)
  .max(100)

/** The words of a part, those of its items included. */
export function wordsOf(part: StatementPart): StatementWord[] {
  if ('optional' in part) return part.optional
  return 'list' in part ? part.list.items.flat() : [part]
}

/** Why parts cannot be a template: an unknown figure, or none at all; nothing if they can. */
export function faultOfParts(parts: readonly StatementPart[]): Reason | undefined {
  const figures = parts.flatMap(wordsOf).flatMap((one) => ('figure' in one ? [one.figure] : []))
  if (figures.length === 0) return reason('NO_FIGURES')
  const unknown = figures.find((id) => !findIndicator(id))
  return unknown === undefined ? undefined : reason('UNKNOWN_FIGURE', { figure: unknown })
}

/** The parts written as JSON; null when the text is none. */
export function readParts(body: string): StatementPart[] | null {
  try {
    const parsed = statementParts.safeParse(JSON.parse(body))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
