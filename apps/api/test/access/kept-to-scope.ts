import type { Logged } from '../statements.js'

/** Tables that belong to no unit and no person: the same for everybody who has signed in. */
const common = new Set([
  ...['tier', 'tier_placement', 'organization_kind', 'sector', 'group_set', 'group_definition'],
  ...['work_year', 'special_day', 'rule_version', 'dossier_form', 'processing_purpose'],
  ...['installation_setting', 'stamp', 'ledger_year', 'profile', 'account', 'account_secret'],
])

/** Columns that name a unit, and a person. */
const personColumns = /\b(?:\w+\.)?(?:person|mentor)\b/iu
const unitColumns = /\b(?:\w+\.)?(?:organization|ancestor|descendant|predecessor|successor|parent)\b/iu

/** How a statement keeps to the scope of the viewer; null where nothing of it says so. */
export type Way = 'CONDITION' | 'COMMON' | 'UNITS' | 'PERSONS' | 'ROWS' | 'MEMORY' | null

/** Internal ids of what lies in a scope. */
export interface Within {
  units: ReadonlySet<number>
  persons: ReadonlySet<number>
}

/** Numbers in a list of marks or of literals that stands after `IN` or `=`. */
function numbersIn(list: string, values: unknown[]): number[] {
  return list.split(',').flatMap((one) => {
    const text = one.trim()
    const value = text === '?' ? values.shift() : text
    return typeof value === 'number' || /^\d+$/u.test(String(value)) ? [Number(value)] : []
  })
}

/** The keys of a statement: numbers in `column IN (…)` or `column = ?` of such columns. */
function keysOf({ sql, values }: Logged, columns: RegExp): number[] {
  const found: number[] = []
  const rest = [...values]
  for (const match of sql.matchAll(/([\w.]+)\s+IN\s*\(([\d\s,?]+)\)|([\w.]+)\s*=\s*\?|\?/giu)) {
    const [piece, listed, list = '?', equal] = match
    const column = listed ?? equal
    const numbers = piece === '?' ? (rest.shift(), []) : numbersIn(list, rest)
    if (column !== undefined && columns.test(column)) found.push(...numbers)
  }
  return found
}

/** Tables that a statement reads. */
function tablesOf(sql: string): string[] {
  return [...sql.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/giu)].map(([, name]) => name ?? '')
}

/**
 * How a statement of a request keeps to what the viewer may see: by the condition of the scope, or that of saved
 * queries (one's own, and what is shared where one holds a grant); because it reads only
 * what belongs to no unit; keyed by units or persons that lie in the scope; keyed by rows (which a statement with the condition
 * has found, or whose unit is asked before anything of them is told); or it fills the memory from which sums of units
 * in scope are made.
 */
export function wayOf(statement: Logged, within: Within): Way {
  const sql = statement.sql.replace(/\s+/gu, ' ')
  if (/FROM organization_path sp\b/u.test(sql)) return 'CONDITION'
  if (/FROM saved_query q\b.* WHERE \(q\.account = \? OR .*account_grant g/u.test(sql)) return 'CONDITION'
  const tables = tablesOf(sql)
  if (tables.every((name) => common.has(name))) return 'COMMON'
  if (/^SELECT organization, .* FROM ledger_\w+ WHERE .*organization IN/u.test(sql)) return 'MEMORY'
  if (/FROM statement_template t WHERE t\.organization IS NULL/u.test(sql)) return 'COMMON'
  const units = keysOf(statement, unitColumns)
  if (units.length > 0) return units.every((unit) => within.units.has(unit)) ? 'UNITS' : null
  const persons = keysOf(statement, personColumns)
  if (persons.length > 0) return persons.every((person) => within.persons.has(person)) ? 'PERSONS' : null
  return /WHERE (?:\w+\.)?(?:id|uid) (?:IN|=)/u.test(sql) ? 'ROWS' : null
}
