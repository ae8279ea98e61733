import type { Indicator } from './indicators.js'
import type { Label } from './text.js'

/** How firmly an office states a number: "428", "hơn 400", "khoảng 1.900". */
export const DECLARED_QUALIFIERS = {
  EXACTLY: { vi: 'Đúng', en: 'Exactly' },
  MORE_THAN: { vi: 'Hơn', en: 'More than' },
  ABOUT: { vi: 'Khoảng', en: 'About' },
} satisfies Record<string, Label>
export type DeclaredQualifier = keyof typeof DECLARED_QUALIFIERS

/** Where a number of a rate comes from. */
export const FIGURE_SOURCES = {
  RECORDED: { vi: 'số ghi nhận', en: 'recorded' },
  DECLARED: { vi: 'số công bố', en: 'declared' },
} satisfies Record<string, Label>
export type FigureSource = keyof typeof FIGURE_SOURCES

const printed = /^(\d{1,5})(?:[.,](\d{1,6}))?$/u

/** A percentage as printed, "146,6" or "56": its value and how many decimals it shows; null when it is none. */
export function readPercentage(text: string): { value: number; decimals: number } | null {
  const match = printed.exec(text)
  if (!match) return null
  const [, whole = '', fraction = ''] = match
  return { value: Number(`${whole}.${fraction || '0'}`), decimals: fraction.length }
}

/** Whether a figure is of a period; otherwise it is of one day. */
export function isOfPeriod({ numerator, denominator }: Indicator): boolean {
  return [numerator, denominator].some(
    (quantity) =>
      quantity !== undefined &&
      (quantity.target !== undefined || quantity.terms.some(({ at }) => at !== 'AS_OF')),
  )
}
