import type { Day, DimensionCode } from '@seedbed/shared'
import {
  dayNumber,
  type Columns,
  type ProfileAttribute,
  type UnitAttribute,
  type UnitVersions,
} from '../columns/columns.service.js'
import { monthNumber } from '../ledger/profile.js'

/** Columns that say whom rows count; ages only where entries are. */
export interface Whom {
  profile: Int32Array
  birthMonth: Uint16Array
  joinedMonth: Uint16Array
  age?: Uint16Array
}

type Raw = string | number | null

const PROFILE: Partial<Record<DimensionCode, ProfileAttribute>> = {
  SEX: 'female',
  ETHNICITY: 'ethnicity',
  ETHNIC_GROUP: 'ethnicity',
  RELIGION: 'religion',
  RELIGION_NAME: 'religion',
  YOUTH_UNION: 'youth_union',
  SCHOOLING: 'schooling',
  DEGREE: 'degree',
  POLITICAL_THEORY: 'political_theory',
  OCCUPATION: 'occupation',
  SOURCE_KIND: 'source_kind',
  INTRODUCER: 'introducer',
}

const UNIT: Partial<Record<DimensionCode, UnitAttribute>> = {
  UNIT_KIND: 'kind',
  UNIT_SECTOR: 'sector',
  UNIT_TIER: 'tier',
}

/** Groups are kept beside the tree and not in columns. */
export const isInColumns = (dimension: DimensionCode): boolean => dimension !== 'GROUP'

/** Whether a dimension is an attribute of the unit. */
export const isOfUnit = (dimension: DimensionCode): boolean => UNIT[dimension] !== undefined

/** One side of a crossing: where each row lies on it, and which raw value each place stands for; place 0 is unknown. */
export interface Axis {
  place(rows: Whom, index: number, unit: number, day: number): number
  value(place: number): Raw
  size(): number
}

const nowhere: Axis = { place: () => 0, value: () => null, size: () => 1 }

const mostYears = 250

/** Full years from a month to that of a day, as places: years and 2 more; a month more than a year ahead is place 1. */
function yearPlaces(day: Day): Uint8Array {
  const now = monthNumber(day)
  const places = new Uint8Array(65_536).fill(1)
  for (let years = 0; years <= mostYears; years += 1) {
    const first = Math.max(1, now - 12 * years - 11)
    places.fill(years + 2, first, Math.max(first, now - 12 * years + (years === 0 ? 12 : 1)))
  }
  places.fill(mostYears + 2, 1, Math.max(1, now - 12 * mostYears - 11))
  places[0] = 0
  return places
}

function yearsAxis(column: 'birthMonth' | 'joinedMonth', day: Day): Axis {
  const places = yearPlaces(day)
  return {
    place: (rows, index) => places[rows[column][index] as number] as number,
    value: (place) => (place === 0 ? null : place - 2),
    size: () => 256,
  }
}

const ageAxis: Axis = {
  place: (rows, index) => Math.min(rows.age?.[index] ?? 0, 255),
  value: (place) => (place === 0 ? null : place - 1),
  size: () => 256,
}

function profileAxis({ profiles }: Columns, attribute: ProfileAttribute): Axis {
  const { codes, values } = profiles.column(attribute)
  return {
    place: (rows, index) => codes[rows.profile[index] as number] as number,
    value: (place) => values[place] ?? null,
    size: () => values.length,
  }
}

/** What units are on a day, or on the day of each entry; units are looked up one after the other, so the last is kept. */
function unitAxis(versions: UnitVersions, attribute: UnitAttribute, on: Day | null): Axis {
  const values = versions.valuesOf(attribute)
  const fixed = on === null ? null : dayNumber(on)
  let last = { unit: -1, day: -1, place: 0 }
  return {
    place: (_rows, _index, unit, day) => {
      const at = fixed ?? day
      if (last.unit === unit && last.day === at) return last.place
      last = { unit, day: at, place: values.indexOf(versions.on(unit, at, attribute)) }
      return last.place
    },
    value: (place) => values[place] ?? null,
    size: () => values.length,
  }
}

/** The axis of a dimension; `on` is the day of a stock, null for flows, which count as at the event. */
export function axisOf(dimension: DimensionCode | null, columns: Columns, on: Day | null): Axis {
  if (dimension === null) return nowhere
  const attribute = PROFILE[dimension]
  if (attribute) return profileAxis(columns, attribute)
  const ofUnit = UNIT[dimension]
  if (ofUnit && columns.versions) return unitAxis(columns.versions, ofUnit, on)
  if (dimension === 'AGE_BAND') return on === null ? ageAxis : yearsAxis('birthMonth', on)
  if (dimension === 'YEARS_OF_MEMBERSHIP' && on !== null) return yearsAxis('joinedMonth', on)
  return nowhere
}
