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

/** What the words of a template stand for. */
export interface StatementFacts {
  from: Day
  asOf: Day
  unit: { name: string; isCell: boolean }
  figures: ReadonlyMap<string, Figure>
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

function written(word: StatementWord, facts: StatementFacts): StatementPiece {
  if ('text' in word) return { text: word.text, figure: null }
  if ('name' in word) return { text: partyName(facts.unit.name, facts.unit.isCell), figure: null }
  if ('date' in word) {
    const { from, asOf } = facts
    if (word.date === 'PERIOD') return { text: writtenPeriod(from, asOf), figure: null }
    return { text: writtenDay(word.date === 'FROM' ? from : asOf), figure: null }
  }
  const figure = facts.figures.get(word.figure) ?? null
  return { text: figure ? numberOf(figure, word.rounding ?? facts.rounding) : NO_VALUE, figure }
}

/** Every number in these words is known and not 0. */
function counts(words: readonly StatementWord[], { figures }: StatementFacts): boolean {
  return words.every((word) => !('figure' in word) || (figures.get(word.figure)?.value ?? 0) !== 0)
}

function piecesOf(part: StatementPart, facts: StatementFacts): StatementPiece[] {
  const write = (words: readonly StatementWord[]) => words.map((word) => written(word, facts))
  if ('optional' in part) return counts(part.optional, facts) ? write(part.optional) : []
  if (!('list' in part)) return write([part])
  const { before, separator, after, items } = part.list
  const plain = (text: string): StatementPiece => ({ text, figure: null })
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
