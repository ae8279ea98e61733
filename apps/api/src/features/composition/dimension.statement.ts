import { KINH, UNKNOWN, type Day, type DimensionCode } from '@seedbed/shared'
import { lit } from '../figures/statement-parts.js'
import { monthNumber } from '../ledger/profile.js'

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
  /** Category by condition on the raw value; without one the raw value is the category. */
  cases?: ReadonlyArray<readonly [string, (raw: string) => string]>
  needs?: 'profile' | 'version'
}

const isOne = (raw: string) => `${raw} = 1`
const isZero = (raw: string) => `${raw} = 0`
const between = (from: number, to: number) => (raw: string) => `${raw} BETWEEN ${from} AND ${to}`

function yearsSince(column: 'birth_month' | 'joined_month', { alias, day, dialect }: Grouped): string {
  if (day === null) throw new Error(`${column} counts on a day`)
  const month = `${alias}.${column}`
  const years = `(${monthNumber(day)} - ${month}) ${dialect === 'mysql' ? 'DIV' : '/'} 12`
  return `CASE WHEN ${month} = 0 THEN NULL ELSE ${years} END`
}

const ofProfile = (column: string): Reading => ({ raw: () => `f.${column}`, needs: 'profile' })
const ofVersion = (column: string): Reading => ({ raw: () => `v.${column}`, needs: 'version' })
const yesNo = (column: string, yes: string, no: string): Reading => ({
  ...ofProfile(column),
  cases: [
    [yes, isOne],
    [no, isZero],
  ],
})

/** The group of the cell, or of the nearest unit above it that is in one of the set; text, as all categories are. */
function groupOf({ alias, day, groupSet }: Grouped): string {
  const on = day === null ? `${alias}.date` : lit(day)
  return `(SELECT CAST(gm.group_id AS CHAR) FROM organization_path gp JOIN group_membership gm ON gm.organization = gp.ancestor
    AND gm.group_set = ${groupSet ?? 0} AND gm.valid_from <= ${on} AND gm.valid_to > ${on}
    WHERE gp.descendant = ${alias}.organization AND gp.valid_from <= ${on} AND gp.valid_to > ${on}
    ORDER BY gp.depth LIMIT 1)`
}

const readings: Record<DimensionCode, Reading> = {
  SEX: yesNo('female', 'FEMALE', 'MALE'),
  ETHNICITY: {
    ...ofProfile('ethnicity'),
    cases: [
      ['KINH', (raw) => `${raw} = '${KINH}'`],
      ['MINORITY', (raw) => `${raw} <> '${KINH}'`],
    ],
  },
  ETHNIC_GROUP: ofProfile('ethnicity'),
  RELIGION: {
    ...ofProfile('religion'),
    cases: [
      ['NONE', (raw) => `${raw} = ''`],
      ['RELIGIOUS', (raw) => `${raw} <> ''`],
    ],
  },
  RELIGION_NAME: ofProfile('religion'),
  YOUTH_UNION: yesNo('youth_union', 'YES', 'NO'),
  AGE_BAND: {
    raw: (of) => (of.day === null ? `${of.alias}.age` : yearsSince('birth_month', of)),
    cases: [
      ['UNDER_18', (raw) => `${raw} < 18`],
      ['18_30', between(18, 30)],
      ['31_40', between(31, 40)],
      ['41_50', between(41, 50)],
      ['51_60', between(51, 60)],
      ['OVER_60', (raw) => `${raw} > 60`],
    ],
  },
  SCHOOLING: ofProfile('schooling'),
  DEGREE: ofProfile('degree'),
  POLITICAL_THEORY: ofProfile('political_theory'),
  OCCUPATION: ofProfile('occupation'),
  SOURCE_KIND: ofProfile('source_kind'),
  INTRODUCER: ofProfile('introducer'),
  PROBATION: { raw: () => 'NULL' },
  YEARS_OF_MEMBERSHIP: {
    raw: (of) => yearsSince('joined_month', of),
    cases: [
      ['UNDER_1', (raw) => `${raw} < 1`],
      ['1_4', between(1, 4)],
      ['5_9', between(5, 9)],
      ['10_19', between(10, 19)],
      ['20_29', between(20, 29)],
      ['30_39', between(30, 39)],
      ['40_49', between(40, 49)],
      ['50_PLUS', (raw) => `${raw} >= 50`],
    ],
  },
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

/** The category of a raw value in a dimension; UNKNOWN where nothing is known, so that nobody is lost. */
export function categoryOf(dimension: DimensionCode, raw: string): string {
  const { cases } = readings[dimension]
  if (!cases) return `COALESCE(${raw}, '${UNKNOWN}')`
  return `CASE ${cases.map(([code, holds]) => `WHEN ${holds(raw)} THEN '${code}'`).join(' ')} ELSE '${UNKNOWN}' END`
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
