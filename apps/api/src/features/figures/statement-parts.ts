import {
  isDay,
  measure,
  measureColumn,
  type CountBasis,
  type Day,
  type MeasureId,
  type Perimeter,
} from '@seedbed/shared'

/** Codes of `basis` that count under a count basis, as a list. */
export const basisCode: Record<CountBasis, string> = { DECISION: '(0, 1)', CEREMONY: '(0, 2)' }

/** A day as a literal: the optimizer sees the constant, and only real days get here. */
export function lit(day: Day): string {
  if (!isDay(day)) throw new Error(`Not a day: ${day}`)
  return `'${day}'`
}

/** Path rows that hold on some day from one day to another, both inclusive. */
export interface Window {
  from: Day
  to: Day
}

/** The path rows of a window. */
export function within({ from, to }: Window, alias = 'p'): string {
  return `${alias}.valid_from <= ${lit(to)} AND ${alias}.valid_to > ${lit(from)}`
}

/** The tree on one day. */
export const treeOn = (day: Day): Window => ({ from: day, to: day })

/** A flow counts while the path row holds on its day. */
export const whilePathHolds = 'e.date >= p.valid_from AND e.date < p.valid_to'

/** A transfer counts for the unit of the row only if its other end lies outside that unit on the day that decides. */
export function entryValue(
  q: { byChild: boolean; perimeter: Perimeter; treeAt: Day },
  id: MeasureId,
): string {
  const column = `e.${measureColumn(id)}`
  if (!measure(id).gross) return column
  const row = q.byChild ? 'CASE WHEN p.via = 0 THEN p.ancestor ELSE p.via END' : 'p.ancestor'
  const direct = q.byChild ? ' AND (p.via <> 0 OR q.depth = 0)' : ''
  const day =
    q.perimeter === 'RECORDED'
      ? 'q.valid_from <= e.date AND q.valid_to > e.date'
      : within(treeOn(q.treeAt), 'q')
  const inside = `EXISTS (SELECT 1 FROM organization_path q WHERE q.descendant = e.counterpart AND q.ancestor = ${row} AND ${day}${direct})`
  return `CASE WHEN ${column} <> 0 AND e.counterpart <> 0 AND ${inside} THEN 0 ELSE ${column} END`
}
