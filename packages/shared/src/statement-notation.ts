import { findIndicator, INDICATORS, type Indicator } from './indicators.js'
import { reason, type Reason } from './reasons.js'
import type { Rounding } from './rounding.js'
import type { StatementPart, StatementWord } from './statement-templates.js'
import { searchKey } from './text.js'

/**
 * How people write a template: words as they stand; numbers and days in braces, `{Nữ; cắt 1}`; what is left out when
 * a number is 0 in brackets, `[, đạt {Đạt chỉ tiêu}]`; a list in double ones, `[[trong đó: | item | item || end]]`, with
 * another separator than ", " in quotes before it, `[["; "…`. A backslash takes the meaning from the sign after it;
 * breaks of line and what is indented after them do not count.
 */
const inserts: ReadonlyArray<readonly [string, StatementWord]> = [
  ['kỳ', { date: 'PERIOD' }],
  ['từ ngày', { date: 'FROM' }],
  ['đến ngày', { date: 'AS_OF' }],
  ['tên đơn vị', { name: 'UNIT' }],
  ['các chỉ tiêu', { name: 'TARGETS' }],
]

/** What can be put in braces besides the names of figures. */
export const STATEMENT_INSERTS: readonly string[] = inserts.map(([name]) => name)

const usualSeparator = ', '
const ways = { TRUNCATE: 'cắt', HALF_UP: 'làm tròn' } as const

const escaped = (text: string) => text.replace(/[\\{}[\]|]/gu, '\\$&').replaceAll('\n', '\\n')

function writtenRounding({ mode, decimals, trailingZeros }: Rounding): string {
  const zeros = trailingZeros === undefined ? '' : trailingZeros ? ', giữ số 0' : ', bỏ số 0'
  return `${ways[mode]} ${decimals}${zeros}`
}

function writtenWord(word: StatementWord): string {
  if ('text' in word) return escaped(word.text)
  if ('figure' in word) {
    const name = findIndicator(word.figure)?.label.vi ?? word.figure
    return `{${name}${word.rounding ? `; ${writtenRounding(word.rounding)}` : ''}}`
  }
  const kind = 'date' in word ? word.date : word.name
  const [name = ''] =
    inserts.find(([, one]) => ('date' in one ? one.date : 'name' in one && one.name) === kind) ?? []
  return `{${name}}`
}

const writtenWords = (words: readonly StatementWord[]) => words.map(writtenWord).join('')

function writtenPart(part: StatementPart): string {
  if ('optional' in part) return `[${writtenWords(part.optional)}]`
  if (!('list' in part)) return writtenWord(part)
  const { before, separator, after, items } = part.list
  const apart =
    separator === usualSeparator ? '' : `"${separator.replace(/["\\]/gu, '\\$&').replaceAll('\n', '\\n')}"`
  const start = apart === '' && before.startsWith('"') ? `\\${escaped(before)}` : escaped(before)
  const listed = items.map((item) => `\n| ${writtenWords(item)}`).join('')
  return `[[${apart}${start}${listed}\n${after === '' ? '' : `|| ${escaped(after)}`}]]`
}

/** The parts of a template as text that a person can edit; `readStatement` reads it back. */
export function writeNotation(parts: readonly StatementPart[]): string {
  return parts.map(writtenPart).join('')
}

const figures = new Map<string, Indicator>(
  INDICATORS.flatMap((one): Array<[string, Indicator]> => [
    [searchKey(one.label.vi), one],
    [searchKey(one.id), one],
  ]),
)

/** Thrown inside the reader only; `readNotation` answers it. */
class Fault extends Error {
  constructor(
    readonly why: Reason,
    readonly at: number,
  ) {
    super(why.key)
  }
}

function roundingOf(text: string, at: number): Rounding {
  const match = /^(cắt|làm tròn)\s+(\d)(?:\s*,\s*(giữ|bỏ) số 0)?$/u.exec(
    text.trim().normalize('NFC').toLowerCase(),
  )
  if (!match) throw new Fault(reason('NOTATION_ROUNDING', { text: text.trim() }), at)
  const [, way, decimals, zeros] = match
  return {
    mode: way === ways.TRUNCATE ? 'TRUNCATE' : 'HALF_UP',
    decimals: Number(decimals),
    ...(zeros === undefined ? {} : { trailingZeros: zeros === 'giữ' }),
  }
}

function wordInBraces(text: string, at: number): StatementWord {
  const [name = '', ...rounding] = text.split(';')
  const key = searchKey(name.trim())
  const insert = inserts.find(([one]) => searchKey(one) === key)
  if (insert && rounding.length === 0) return insert[1]
  const figure = figures.get(key)
  if (!figure) throw new Fault(reason('UNKNOWN_FIGURE', { figure: name.trim() }), at)
  return rounding.length === 0
    ? { figure: figure.id }
    : { figure: figure.id, rounding: roundingOf(rounding.join(';'), at) }
}

/** Reads the notation from the left; `at` is where it stands. */
class Reader {
  at = 0

  constructor(readonly text: string) {}

  takes(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false
    this.at += sign.length
    return true
  }

  private escape(): string {
    const sign = this.sign('\\')
    return sign === 'n' ? '\n' : sign
  }

  /** What stands in quotes, after the first of them. */
  quoted(): string {
    let words = ''
    while (!this.takes('"')) words += this.takes('\\') ? this.escape() : this.sign('"')
    return words
  }

  private sign(closing: string): string {
    const sign = this.text[this.at]
    if (sign === undefined) throw new Fault(reason('NOTATION_OPEN', { sign: closing }), this.text.length)
    this.at += 1
    return sign
  }

  private braces(): StatementWord {
    const from = this.at
    const to = this.text.indexOf('}', from)
    if (to < 0) throw new Fault(reason('NOTATION_OPEN', { sign: '}' }), from)
    this.at = to + 1
    return wordInBraces(this.text.slice(from, to), from)
  }

  /** Words up to one of the signs that end them, which is left standing; neighbouring texts become one. */
  words(ends: readonly string[], closing = ''): StatementWord[] {
    const words: StatementWord[] = []
    const add = (text: string) => {
      const last = words.at(-1)
      if (last && 'text' in last) last.text += text
      else words.push({ text })
    }
    for (;;) {
      const rest = this.text.slice(this.at)
      if (rest === '' && closing !== '') throw new Fault(reason('NOTATION_OPEN', { sign: closing }), this.at)
      if (rest === '' || ends.some((end) => rest.startsWith(end))) return words
      const broken = /^\n[ \t]*/u.exec(rest)
      if (broken) this.at += broken[0].length
      else if (this.takes('\\')) add(this.escape())
      else if (this.takes('{')) words.push(this.braces())
      else if (/^[}[\]|]/u.test(rest))
        throw new Fault(reason('NOTATION_STRAY', { sign: rest[0] ?? '' }), this.at)
      else add(this.sign(''))
    }
  }
}

function plain(words: readonly StatementWord[], at: number): string {
  const [first, ...more] = words
  if (!first) return ''
  if (more.length > 0 || !('text' in first)) throw new Fault(reason('NOTATION_ONLY_WORDS'), at)
  return first.text
}

function listFrom(reader: Reader): StatementPart {
  const separator = reader.takes('"') ? reader.quoted() : usualSeparator
  const ends = [']]', '|']
  const before = plain(reader.words(ends, ']]'), reader.at)
  const items: StatementWord[][] = []
  let after = ''
  while (!reader.takes(']]')) {
    const isEnd = reader.takes('||')
    if (!isEnd) reader.takes('|')
    reader.takes(' ')
    const words = reader.words(isEnd ? [']]'] : ends, ']]')
    if (isEnd) after = plain(words, reader.at)
    else items.push(words)
  }
  if (items.length === 0 || items.some((item) => item.length === 0))
    throw new Fault(reason('NOTATION_EMPTY'), reader.at)
  return { list: { before, separator, after, items } }
}

function optionalFrom(reader: Reader): StatementPart {
  const optional = reader.words([']'], ']')
  reader.takes(']')
  if (optional.length === 0) throw new Fault(reason('NOTATION_EMPTY'), reader.at)
  return { optional }
}

/** The parts that a text in the notation stands for, or why it cannot be read and from which sign on. */
export function readNotation(text: string): { parts: StatementPart[] } | { fault: Reason; at: number } {
  const reader = new Reader(text.normalize('NFC').replaceAll('\r\n', '\n'))
  const parts: StatementPart[] = []
  try {
    while (reader.at < reader.text.length) {
      parts.push(...reader.words(['[']))
      if (reader.takes('[[')) parts.push(listFrom(reader))
      else if (reader.takes('[')) parts.push(optionalFrom(reader))
    }
    return { parts }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.why, at: error.at }
    throw error
  }
}
