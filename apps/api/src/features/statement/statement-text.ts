import {
  formatNumber,
  partyName,
  roundRatio,
  writtenDay,
  writtenPeriod,
  type Day,
  type Rounding,
  type StatementPart,
  type StatementWord,
} from '@seedbed/shared'
import { NO_VALUE, type Figure } from '../figures/figure.js'

/** A stretch of a statement: plain words, or the number of a figure. */
export interface StatementPiece {
  text: string
  figure: Figure | null
}

/** A target as a sentence states it. */
export interface StatedTarget {
  name: string
  amount: string
  isShare: boolean
  figure: Figure
}

/** What the words of a template stand for. */
export interface StatementFacts {
  from: Day
  asOf: Day
  unit: { name: string; isCell: boolean }
  figures: ReadonlyMap<string, Figure>
  /** Every target of the unit with how far it has come; only where the template asks. */
  targets: readonly StatedTarget[]
  /** As the unit rounds, where a line has no rounding of its own. */
  rounding: Rounding
}

/** "220", and "146,6%" as running text writes it: from the whole numbers, with the rounding of the line. */
function numberOf(figure: Figure, rounding: Rounding): string {
  if (figure.value === null || figure.numerator === null) return NO_VALUE
  if (figure.denominator === null) return formatNumber(figure.value, 0)
  const value = roundRatio(figure.numerator, figure.denominator, rounding) ?? 0
  return `${formatNumber(value, rounding.decimals, 'vi', rounding.trailingZeros)}%`
}

const plain = (text: string): StatementPiece => ({ text, figure: null })

/** "đạt 112,5% chỉ tiêu được giao năm 2024; …": each target by its own name; of a share what it is and what is wanted. */
function writtenTargets({ targets, rounding }: StatementFacts): StatementPiece[] {
  if (targets.length === 0) return [plain('chưa có chỉ tiêu')]
  return targets.flatMap(({ name, amount, isShare, figure }, index): StatementPiece[] => {
    const number = { text: numberOf(figure, rounding), figure }
    const apart = index === 0 ? [] : [plain('; ')]
    if (isShare)
      return [...apart, plain(`${name} đạt `), number, plain(` (chỉ tiêu ${amount.replace('\u00a0', '')})`)]
    return [...apart, plain('đạt '), number, plain(` ${name}`)]
  })
}

function writtenName(word: StatementWord & { name: string }, facts: StatementFacts): StatementPiece[] {
  if (word.name === 'TARGETS') return writtenTargets(facts)
  return [plain(partyName(facts.unit.name, facts.unit.isCell))]
}

function written(word: StatementWord, facts: StatementFacts): StatementPiece[] {
  if ('text' in word) return [plain(word.text)]
  if ('name' in word) return writtenName(word, facts)
  if ('date' in word) {
    const { from, asOf } = facts
    if (word.date === 'PERIOD') return [plain(writtenPeriod(from, asOf))]
    return [plain(writtenDay(word.date === 'FROM' ? from : asOf))]
  }
  const figure = facts.figures.get(word.figure) ?? null
  return [{ text: figure ? numberOf(figure, word.rounding ?? facts.rounding) : NO_VALUE, figure }]
}

/** Every number in these words is known and not 0. */
function counts(words: readonly StatementWord[], { figures }: StatementFacts): boolean {
  return words.every((word) => !('figure' in word) || (figures.get(word.figure)?.value ?? 0) !== 0)
}

function piecesOf(part: StatementPart, facts: StatementFacts): StatementPiece[] {
  const write = (words: readonly StatementWord[]) => words.flatMap((word) => written(word, facts))
  if ('optional' in part) return counts(part.optional, facts) ? write(part.optional) : []
  if (!('list' in part)) return write([part])
  const { before, separator, after, items } = part.list
  const shown = items.filter((item) => counts(item, facts))
  if (shown.length === 0) return []
  const listed = shown.flatMap((item, index) => [...(index === 0 ? [] : [plain(separator)]), ...write(item)])
  return [plain(before), ...listed, plain(after)]
}

/**
 * The paragraph of a template: optional parts and items of lists with a number that is 0 or unknown are left out,
 * neighbouring words are one piece, the first letter is a capital.
 */
export function writeStatement(parts: readonly StatementPart[], facts: StatementFacts): StatementPiece[] {
  const pieces: StatementPiece[] = []
  for (const piece of parts.flatMap((part) => piecesOf(part, facts))) {
    const last = pieces.at(-1)
    if (piece.text === '') continue
    if (last && !last.figure && !piece.figure) last.text += piece.text
    else pieces.push({ ...piece })
  }
  const [first] = pieces
  if (first && !first.figure) first.text = first.text.charAt(0).toUpperCase() + first.text.slice(1)
  return pieces
}
