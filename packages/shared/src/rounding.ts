/** Offices print the same ratio differently: Điện Bàn truncates (220/150 is 146,6 %), Bình Thuận rounds half up. */
export const ROUNDING_MODES = ['HALF_UP', 'TRUNCATE'] as const
export type RoundingMode = (typeof ROUNDING_MODES)[number]

/** A rounding setting: mode, number of decimals (0 to 6), and whether zeros at their end are printed. */
export interface Rounding {
  mode: RoundingMode
  decimals: number
  /** false: at most so many decimals, "50 %" for 50,0. Absent: zeros are kept. */
  trailingZeros?: boolean
}

/** What holds where no unit on the way up has a setting of its own. */
export const DEFAULT_ROUNDING: Required<Rounding> = { mode: 'HALF_UP', decimals: 2, trailingZeros: true }

/**
 * numerator / denominator × scale, rounded from the whole numbers themselves (no binary fraction in between); halves,
 * as averages of two whole numbers are, count as exactly. Denominator 0 gives null. HALF_UP rounds halves away from zero, TRUNCATE cuts towards zero.
 */
export function roundRatio(
  numerator: number,
  denominator: number,
  rounding: Rounding,
  scale = 100,
): number | null {
  if (denominator === 0) return null
  const factor = 10 ** rounding.decimals
  const negative = numerator < 0 !== denominator < 0
  const doubled = Number.isInteger(numerator) && Number.isInteger(denominator) ? 1 : 2
  const whole = quotient(
    [Math.abs(numerator) * doubled, scale * factor],
    Math.abs(denominator) * doubled,
    rounding.mode,
  )
  const value = whole / factor
  return negative && value !== 0 ? -value : value
}

/** (a × b) / divisor to a whole number; whole numbers small enough are divided as such, others as big ones. */
function quotient([a, b]: [number, number], divisor: number, mode: RoundingMode): number {
  const dividend = a * b
  if (dividend * 2 + divisor <= Number.MAX_SAFE_INTEGER) {
    const [top, bottom] = mode === 'HALF_UP' ? [dividend * 2 + divisor, divisor * 2] : [dividend, divisor]
    return (top - (top % bottom)) / bottom
  }
  const [top, bottom] = [BigInt(a) * BigInt(b), BigInt(divisor)]
  return Number(mode === 'HALF_UP' ? (top * 2n + bottom) / (bottom * 2n) : top / bottom)
}

/**
 * "41.956" and "146,6" in Vietnamese, "41,956" and "146.6" in English; a true minus sign. Without trailing zeros
 * there are at most so many decimals.
 */
export function formatNumber(
  value: number,
  decimals: number,
  language: 'vi' | 'en' = 'vi',
  trailingZeros = true,
): string {
  if (Number.isInteger(value) && value >= 0 && value < 1_000 && decimals === 0) return String(value)
  const [whole = '0', digits = ''] = Math.abs(value).toFixed(decimals).split('.')
  const fraction = trailingZeros ? digits : digits.replace(/0+$/u, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, language === 'vi' ? '.' : ',')
  const text = fraction ? `${grouped}${language === 'vi' ? ',' : '.'}${fraction}` : grouped
  return value < 0 ? `\u2212${text}` : text
}

/** A percentage as the rounding prints it, with a no-break space before the sign: "146,6 %". */
export function formatPercent(
  value: number,
  { decimals, trailingZeros }: Pick<Rounding, 'decimals' | 'trailingZeros'>,
  language: 'vi' | 'en' = 'vi',
): string {
  return `${formatNumber(value, decimals, language, trailingZeros)}\u00a0%`
}
