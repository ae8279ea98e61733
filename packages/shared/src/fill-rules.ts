import type { Label } from './text.js'

/** How the empty rows of a worksheet are filled. */
export const FILL_RULES = {
  LAST_TARGET: { vi: 'Theo chỉ tiêu năm trước', en: 'By last year’s target' },
  LAST_RESULT: { vi: 'Theo kết quả năm trước', en: 'By last year’s result' },
  MEMBERS: { vi: 'Theo số đảng viên', en: 'By members' },
  SOURCES: { vi: 'Theo số nguồn', en: 'By sources' },
  EQUAL: { vi: 'Chia đều', en: 'Equal parts' },
  REGISTERED: { vi: 'Theo số đơn vị đăng ký', en: 'By what units registered' },
  PERCENT: { vi: 'Tăng, giảm so với năm trước', en: 'Percentage up or down' },
} satisfies Record<string, Label>
export type FillRule = keyof typeof FILL_RULES

/** A row as a fill rule sees it. `fixed` is what stands and stays; null in the rows to be filled. */
export interface FillRow {
  key: string
  fixed: number | null
  lastTarget: number | null
  lastResult: number | null
  members: number | null
  sources: number | null
  registered: number | null
}

/** What is to be divided: the whole of all rows, or (PERCENT) the change against last year in hundredths of a percent. */
export interface FillQuestion {
  rule: FillRule
  whole: number | null
  percent?: number
}

/** Why a rule fills nothing. */
export const FILL_REFUSALS = {
  NO_WHOLE: { vi: 'chưa biết tổng số phải chia', en: 'the whole to be divided is not known' },
  NO_ROWS: { vi: 'không còn dòng nào để điền', en: 'no row is left to be filled' },
  NOTHING_LEFT: { vi: 'các dòng giữ nguyên đã hết hoặc vượt tổng số', en: 'fixed rows take all or more' },
  NO_WEIGHTS: {
    vi: 'các dòng này không có số liệu để chia theo',
    en: 'these rows have nothing to divide by',
  },
} satisfies Record<string, Label>
export type FillRefusal = keyof typeof FILL_REFUSALS

/**
 * The proposal of a rule: amounts of the rows that were not fixed, what was divided among them, by what sum of weights,
 * and how many persons the largest remainders brought. `remainder` is what stays undivided: all of it where the rule
 * refuses, else 0.
 */
export interface FillProposal {
  amounts: Map<string, number>
  divided: number
  weights: number
  byRemainder: number
  remainder: number
  refusal: FillRefusal | null
}

const weightOf: Record<FillRule, (row: FillRow) => number> = {
  LAST_TARGET: ({ lastTarget }) => lastTarget ?? 0,
  LAST_RESULT: ({ lastResult }) => lastResult ?? 0,
  MEMBERS: ({ members }) => members ?? 0,
  SOURCES: ({ sources }) => sources ?? 0,
  REGISTERED: ({ registered }) => registered ?? 0,
  EQUAL: () => 1,
  PERCENT: ({ lastTarget }) => lastTarget ?? 0,
}

/**
 * Divides a whole number in proportion to weights by the largest remainder: parts are whole, never negative, and add
 * up. Of equal remainders the earlier row comes first. Exact: no binary fraction takes part.
 */
export function divideByWeight(
  whole: number,
  weights: readonly number[],
): { parts: number[]; byRemainder: number } {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  const exact = weights.map((weight) => BigInt(whole) * BigInt(weight))
  const parts = exact.map((product) => Number(product / total))
  const byRemainder = whole - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((product, index) => ({ index, rest: product % total }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
  for (const { index } of order.slice(0, byRemainder)) parts[index] = (parts[index] ?? 0) + 1
  return { parts, byRemainder }
}

/** What the open rows get together: what fixed rows leave of the whole, or last year's targets more or less. */
function toDivide({ rule, whole, percent = 0 }: FillQuestion, open: readonly FillRow[], fixed: number) {
  if (rule !== 'PERCENT') return whole === null ? null : whole - fixed
  const base = open.reduce((sum, { lastTarget }) => sum + (lastTarget ?? 0), 0)
  return Math.floor((base * (10_000 + percent) + 5_000) / 10_000)
}

/**
 * Pure: fills the rows that are not fixed by a rule, whole persons by the largest remainder, so that fixed and filled
 * rows add up to the whole (PERCENT: the filled ones to last year's targets changed by the percentage, half up).
 */
export function fillRows(question: FillQuestion, rows: readonly FillRow[]): FillProposal {
  const open = rows.filter(({ fixed }) => fixed === null)
  const fixed = rows.reduce((sum, row) => sum + (row.fixed ?? 0), 0)
  const divided = toDivide(question, open, fixed)
  const weights = open.map(weightOf[question.rule])
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const nothing = (refusal: FillRefusal): FillProposal => ({
    amounts: new Map(),
    divided: 0,
    weights: total,
    byRemainder: 0,
    remainder: divided ?? 0,
    refusal,
  })
  if (divided === null) return nothing('NO_WHOLE')
  if (open.length === 0) return nothing('NO_ROWS')
  if (total === 0) return nothing('NO_WEIGHTS')
  if (divided < 0 || (divided === 0 && question.rule !== 'PERCENT')) return nothing('NOTHING_LEFT')
  const { parts, byRemainder } = divideByWeight(divided, weights)
  const amounts = new Map(open.map(({ key }, index) => [key, parts[index] ?? 0]))
  return { amounts, divided, weights: total, byRemainder, remainder: 0, refusal: null }
}
