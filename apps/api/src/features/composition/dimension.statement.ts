import { UNKNOWN, type Day, type DimensionCode } from '@seedbed/shared'
import { lit } from '../figures/statement-parts.js'
import { monthNumber } from '../ledger/profile.js'
import { CASES, type Holds } from './dimension-cases.js'

/** Rows that are grouped: entries of a period (e) or of a stock (e), or carried-on stock (b). */
export interface Grouped {
  alias: 'e' | 'b'
  /** STOCK: attributes by age and unit count on this day; null: on the day of the entry. */
  day: Day | null
  dialect: 'mysql' | 'sqlite'
  /** Internal id of the group set that GROUP asks about. */
  groupSet: number | null
}

interface Reading {
  /** The raw value: null where it is not known. */
  raw(of: Grouped): string
  needs?: 'profile' | 'version'
}

function yearsSince(column: 'birth_month' | 'joined_month', { alias, day, dialect }: Grouped): string {
  if (day === null) throw new Error(`${column} counts on a day`)
  const month = `${alias}.${column}`
  const years = `(${monthNumber(day)} - ${month}) ${dialect === 'mysql' ? 'DIV' : '/'} 12`
  return `CASE WHEN ${month} = 0 THEN NULL ELSE ${years} END`
}

const ofProfile = (column: string): Reading => ({ raw: () => `f.${column}`, needs: 'profile' })
const ofVersion = (column: string): Reading => ({ raw: () => `v.${column}`, needs: 'version' })

/** The group of the cell, or of the nearest unit above it that is in one of the set; text, as all categories are. */
function groupOf({ alias, day, groupSet }: Grouped): string {
  const on = day === null ? `${alias}.date` : lit(day)
  return `(SELECT CAST(gm.group_id AS CHAR) FROM organization_path gp JOIN group_membership gm ON gm.organization = gp.ancestor
    AND gm.group_set = ${groupSet ?? 0} AND gm.valid_from <= ${on} AND gm.valid_to > ${on}
    WHERE gp.descendant = ${alias}.organization AND gp.valid_from <= ${on} AND gp.valid_to > ${on}
    ORDER BY gp.depth LIMIT 1)`
}

const readings: Record<DimensionCode, Reading> = {
  SEX: ofProfile('female'),
  ETHNICITY: ofProfile('ethnicity'),
  ETHNIC_GROUP: ofProfile('ethnicity'),
  RELIGION: ofProfile('religion'),
  RELIGION_NAME: ofProfile('religion'),
  YOUTH_UNION: ofProfile('youth_union'),
  AGE_BAND: { raw: (of) => (of.day === null ? `${of.alias}.age` : yearsSince('birth_month', of)) },
  SCHOOLING: ofProfile('schooling'),
  DEGREE: ofProfile('degree'),
  POLITICAL_THEORY: ofProfile('political_theory'),
  OCCUPATION: ofProfile('occupation'),
  SOURCE_KIND: ofProfile('source_kind'),
  INTRODUCER: ofProfile('introducer'),
  PROBATION: { raw: () => 'NULL' },
  YEARS_OF_MEMBERSHIP: { raw: (of) => yearsSince('joined_month', of) },
  UNIT_KIND: ofVersion('kind'),
  UNIT_SECTOR: ofVersion('sector'),
  UNIT_TIER: ofVersion('tier'),
  GROUP: { raw: groupOf },
}

/** What a row is in a dimension, as recorded: a code, a flag, full years; null where it is not known. */
export function rawOf(dimension: DimensionCode, of: Grouped): string {
  return readings[dimension].raw(of)
}

/** Whether the raw value of a dimension is full years, which have an average. */
export function isInYears(dimension: DimensionCode): boolean {
  return dimension === 'AGE_BAND' || dimension === 'YEARS_OF_MEMBERSHIP'
}

const literal = (value: string | number) => (typeof value === 'number' ? String(value) : `'${value}'`)

function condition(raw: string, holds: Holds): string {
  if ('is' in holds) return `${raw} = ${literal(holds.is)}`
  if ('isNot' in holds) return `${raw} <> ${literal(holds.isNot)}`
  if ('below' in holds) return `${raw} < ${holds.below}`
  return holds.to === undefined ? `${raw} >= ${holds.from}` : `${raw} BETWEEN ${holds.from} AND ${holds.to}`
}

/** The category of a raw value in a dimension; UNKNOWN where nothing is known, so that nobody is lost. */
export function categoryOf(dimension: DimensionCode, raw: string): string {
  const cases = CASES[dimension]
  if (!cases) return `COALESCE(${raw}, '${UNKNOWN}')`
  return `CASE ${cases.map(([code, holds]) => `WHEN ${condition(raw, holds)} THEN '${code}'`).join(' ')} ELSE '${UNKNOWN}' END`
}

/** The joins that the dimensions need; they never take a row away. */
export function joinsFor(dimensions: readonly DimensionCode[], { alias, day }: Grouped): string {
  const needs = new Set(dimensions.map((one) => readings[one].needs))
  const on = day === null ? `${alias}.date` : lit(day)
  return [
    ...(needs.has('profile') ? [`LEFT JOIN profile f ON f.id = ${alias}.profile`] : []),
    ...(needs.has('version')
      ? [
          `LEFT JOIN organization_version v ON v.organization = ${alias}.organization AND v.valid_from <= ${on} AND v.valid_to > ${on}`,
        ]
      : []),
  ].join(' ')
}
