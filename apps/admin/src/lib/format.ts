import { formatNumber, type Day } from '@seedbed/shared'

export type Language = 'vi' | 'en'

/** A figure as the API answers it. */
export interface FigureValue {
  indicator: string
  numerator: number | null
  denominator: number | null
  value: number | null
  text: string
}

const EMPTY = '–'

/** "15/11/2024" in both languages; a dash for no day. */
export function formatDay(day: Day | null | undefined): string {
  if (!day) return EMPTY
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

const instants = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** "15/11/2024 14:05" of an instant (ISO 8601), as the clocks of Viet Nam show it; a dash for none. */
export function formatInstant(instant: string | null | undefined): string {
  return instant ? instants.format(new Date(instant)).replace(',', '') : EMPTY
}

/** "30/4": a day within the year on screen. */
export function formatShortDay(day: Day): string {
  return `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`
}

/** A whole number with the grouping of the language. */
export function formatCount(value: number | null | undefined, language: Language): string {
  return value === null || value === undefined ? EMPTY : formatNumber(value, 0, language)
}

/** A difference with its sign: "+82", "−3", "0", "+11,3". */
export function formatSigned(value: number, language: Language, decimals = 0): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value, decimals, language)}`
}

/** The text as a heading or an option of its own: its first letter in capitals. */
export function capitalized(text: string, language: Language): string {
  return `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`
}

/** How many decimals a number has in print: 1 for "146,6 %". */
export function decimalsOf(text: string): number {
  return /[.,](\d+)(?!\d*[.,])/u.exec(text)?.[1]?.length ?? 0
}

/**
 * The figure in the user's language. Vietnamese is the text of the server; English puts the same digits (rounded by
 * the server) into English marks, so both show the same number of decimals.
 */
export function formatFigure(figure: FigureValue | undefined, language: Language): string {
  if (!figure || figure.value === null) return EMPTY
  if (language === 'vi') return figure.text
  const decimals = /,(\d+)/u.exec(figure.text)?.[1]?.length ?? 0
  const number = formatNumber(figure.value, decimals, 'en')
  return figure.text.includes('%') ? `${number}\u00a0%` : number
}

/** Picks a figure out of an answer. */
export function figureOf<F extends { indicator: string }>(figures: readonly F[], id: string): F | undefined {
  return figures.find((figure) => figure.indicator === id)
}

const shortForms: ReadonlyArray<[RegExp, string]> = [
  [/^Thành phố /u, 'TP '],
  [/^Thị xã /u, 'TX '],
  [/^Thị trấn /u, 'TT '],
  [/^Phường /u, 'P. '],
  [/^Huyện /u, 'H. '],
  [/^Xã /u, 'X. '],
  [/^Đảng bộ /u, 'ĐB '],
  [/^Chi bộ /u, 'CB '],
]

/** The name as the tree and lists shorten it: P., X., TP, TX, H. */
export function shortName(name: string): string {
  for (const [pattern, short] of shortForms) if (pattern.test(name)) return name.replace(pattern, short)
  return name
}
