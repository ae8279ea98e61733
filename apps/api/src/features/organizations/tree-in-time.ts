import { maxDay, minDay, OPEN_END, reason, type Day } from '@seedbed/shared'
import { conflict } from '../../errors/errors.js'

/** What a version says of a unit; `parent` 0 is a root. */
export interface VersionFacts {
  parent: number
  name: string
  code: string
  tier: string
  kind: string
  sector: string | null
}

export type VersionField = keyof VersionFacts

/** What a unit was in [validFrom, validTo); `sets` are the fields decided anew on its first day. */
export interface Version extends VersionFacts {
  validFrom: Day
  validTo: Day
  sets: VersionField[]
}

/** A unit with all its versions, gapless from `opened` to the open end, also beyond `closed`. */
export interface UnitHistory {
  id: number
  uid: string
  opened: Day
  closed: Day
  heir: number | null
  version: number
  versions: Version[]
}

export type Units = ReadonlyMap<number, UnitHistory>

/** Half-open interval of days. */
export interface Span {
  from: Day
  to: Day
}

/** The part of a version inside a span, or undefined. */
export function overlap(version: Version, span: Span): Span | undefined {
  const from = maxDay(version.validFrom, span.from)
  const to = minDay(version.validTo, span.to)
  return from < to ? { from, to } : undefined
}

/** The version that holds on a day; undefined before the unit was opened. */
export function versionAt(unit: UnitHistory, day: Day): Version | undefined {
  return unit.versions.find((version) => version.validFrom <= day && day < version.validTo)
}

/** Whether the unit lives on that day. */
export function isOpen(unit: UnitHistory, day: Day): boolean {
  return unit.opened <= day && day < unit.closed
}

/**
 * Changes fields from a day on. A field holds until the version on which that same field was decided anew, so a
 * back-dated change does not undo a later one. Changes the unit in place; answers the span in which the first of
 * the fields that differ now holds. Refuses a change that changes nothing on its day.
 */
export function changeFrom(unit: UnitHistory, day: Day, change: Partial<VersionFacts>): Span {
  const index = unit.versions.findIndex((version) => version.validFrom <= day && day < version.validTo)
  const old = unit.versions[index]
  if (!old) throw conflict(reason('NOT_ALIVE'))
  const fields = (Object.keys(change) as VersionField[]).filter((field) => change[field] !== old[field])
  if (fields.length === 0) throw conflict(reason('ALREADY_SO'))
  const start: Version =
    old.validFrom === day
      ? { ...old, ...change, sets: [...new Set([...old.sets, ...fields])] }
      : { ...old, ...change, validFrom: day, sets: fields }
  const before = old.validFrom === day ? [] : [{ ...old, validTo: day }]
  const after = unit.versions.slice(index + 1)
  const ends = fields.map((field) => carryForward(after, field, change))
  unit.versions = [...unit.versions.slice(0, index), ...before, start, ...after]
  return { from: day, to: ends[0] ?? OPEN_END }
}

/** Writes one field into the versions after the change until it was decided anew; answers the day it ends. */
function carryForward(after: Version[], field: VersionField, change: Partial<VersionFacts>): Day {
  for (const version of after) {
    if (version.sets.includes(field)) return version.validFrom
    Object.assign(version, { [field]: change[field] })
  }
  return OPEN_END
}

/** A copy that can be changed without touching the original. */
export function copyOf(unit: UnitHistory): UnitHistory {
  return { ...unit, versions: unit.versions.map((version) => ({ ...version, sets: [...version.sets] })) }
}
