import { yearOf, type CountBasis, type Day, type Perimeter } from '@seedbed/shared'
import { basisCode, lit, treeOn, whilePathHolds, within } from '../figures/statement-parts.js'

/** Whose borders are watched, and how they are drawn. */
export interface BorderQuestion {
  units: readonly number[]
  from: Day
  asOf: Day
  basis: CountBasis
  perimeter: Perimeter
  treeAt: Day
}

/** The path row on the other side of a day: a unit that only changes its way up crosses no border. */
const heldBeside = (there: string, here: string) =>
  `EXISTS (SELECT 1 FROM organization_path q WHERE q.descendant = p.descendant AND q.ancestor = p.ancestor
     AND q.${there} = p.${here})`

/**
 * Units that came below (side 1) or left (side −1) on a day of the period, each with the day from which that holds.
 * A founding brings nobody, and a unit that moves inside stays.
 */
function crossed({ units, from, asOf }: BorderQuestion): string {
  const rows = (side: 1 | -1, day: 'valid_from' | 'valid_to', beside: string) =>
    `SELECT p.ancestor AS unit, ${side} AS side, p.descendant AS crossing, p.${day} AS day
     FROM organization_path p WHERE p.ancestor IN (${units.join(', ')})
       AND p.valid_to >= ${lit(from)} AND p.${day} >= ${lit(from)} AND p.${day} <= ${lit(asOf)}
       AND NOT ${heldBeside(beside, day)}`
  const came = `${rows(1, 'valid_from', 'valid_to')}
    AND EXISTS (SELECT 1 FROM organization o WHERE o.id = p.descendant AND o.opened < p.valid_from)`
  return `crossed AS (${came} UNION ALL ${rows(-1, 'valid_to', 'valid_from')})`
}

/** A row for each unit that anything crossed the border of. */
export function crossedStatement(q: BorderQuestion): string {
  return `WITH ${crossed(q)} SELECT DISTINCT unit FROM crossed`
}

/** The last opened year that is not after the year of the crossing. */
function yearOfCrossing({ from, asOf }: BorderQuestion, opened: readonly number[]): string | null {
  const past = opened.filter((year) => year <= yearOf(asOf))
  const first = past.filter((year) => year <= yearOf(from)).at(-1) ?? past[0]
  if (first === undefined) return null
  const cases = past
    .filter((year) => year >= first)
    .reverse()
    .map((year) => `WHEN c.day >= '${year}-01-01' THEN ${year}`)
  return `CASE ${cases.join(' ')} ELSE 0 END`
}

/** Members of each unit that crossed, at the end of the day before. Null when nothing can have been recorded. */
function carried(q: BorderQuestion, opened: readonly number[]): string | null {
  const year = yearOfCrossing(q, opened)
  if (year === null) return null
  const basis = basisCode[q.basis]
  return `${crossed(q)}, stock AS (
    SELECT c.unit, c.side, c.crossing, c.day, b.members FROM crossed c STRAIGHT_JOIN ledger_balance b
      ON b.year = ${year} AND b.organization = c.crossing WHERE b.basis IN ${basis}
    UNION ALL
    SELECT c.unit, c.side, c.crossing, c.day, e.members FROM crossed c STRAIGHT_JOIN ledger_entry e
      ON e.organization = c.crossing AND e.year = ${year} AND e.date < c.day WHERE e.basis IN ${basis})`
}

/** What all units together that crossed the border brought or took: unit, side, members. */
export function carriedStatement(q: BorderQuestion, opened: readonly number[]): string | null {
  const parts = carried(q, opened)
  return parts && `WITH ${parts} SELECT unit, side, SUM(members) AS members FROM stock GROUP BY unit, side`
}

/**
 * The same by cell, each with every unit that crossed on the same day with the cell below it (or is the cell), and
 * how far above it stood: the farthest is what was moved. Rows: unit, side, cell, day, members, moved, height.
 */
export function carriedUnitsStatement(q: BorderQuestion, opened: readonly number[]): string | null {
  const parts = carried(q, opened)
  return (
    parts &&
    `WITH ${parts}, cells AS (
       SELECT unit, side, crossing, day, SUM(members) AS members FROM stock
       GROUP BY unit, side, crossing, day HAVING SUM(members) <> 0)
     SELECT s.unit, s.side, s.crossing AS cell, s.day, s.members, t.ancestor AS moved, t.depth AS height
     FROM cells s JOIN organization_path t ON t.descendant = s.crossing
       AND ((s.side = 1 AND t.valid_from <= s.day AND t.valid_to > s.day)
         OR (s.side = -1 AND t.valid_from < s.day AND t.valid_to >= s.day))
     JOIN crossed c ON c.unit = s.unit AND c.side = s.side AND c.day = s.day AND c.crossing = t.ancestor`
  )
}

/**
 * Stock of ended cells that was handed on to heirs across the border: rows of cell (inside), other (outside), day
 * and members, above 0 where they came in. Entries that hand on name the cell at the other end.
 */
export function handoversStatement(q: BorderQuestion, opened: readonly number[]): string | null {
  const years = opened.filter((year) => year >= yearOf(q.from) && year <= yearOf(q.asOf))
  if (years.length === 0) return null
  const recorded = q.perimeter === 'RECORDED'
  const tree = recorded ? { from: q.from, to: q.asOf } : treeOn(q.treeAt)
  const onDay = recorded ? 'q.valid_from <= e.date AND q.valid_to > e.date' : within(treeOn(q.treeAt), 'q')
  return `SELECT p.ancestor AS unit, e.organization AS cell, e.counterpart AS other, e.date AS day,
      SUM(e.members) AS members
    FROM organization_path p STRAIGHT_JOIN ledger_entry e ON e.organization = p.descendant
      AND e.year IN (${years.join(', ')})
    WHERE p.ancestor IN (${q.units.join(', ')}) AND e.reorganization = 1 AND e.basis IN ${basisCode[q.basis]}
      AND e.date >= ${lit(q.from)} AND e.date <= ${lit(q.asOf)} AND ${within(tree)}
      ${recorded ? `AND ${whilePathHolds}` : ''}
      AND NOT EXISTS (SELECT 1 FROM organization_path q WHERE q.descendant = e.counterpart
        AND q.ancestor = p.ancestor AND ${onDay})
    GROUP BY p.ancestor, e.organization, e.counterpart, e.date HAVING SUM(e.members) <> 0`
}
