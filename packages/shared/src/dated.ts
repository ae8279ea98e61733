import type { Day } from './calendar.js'

/** Something that holds from a day on until the day before another: [validFrom, validTo). */
export interface Dated {
  validFrom: Day
  validTo: Day
}

/** What becomes of versions when another is laid over them: those cut or split, with what is left, and those gone. */
export interface Overlay<Version extends Dated> {
  /** A version with the days that it keeps; two where it is split, none where it is covered. */
  kept: ReadonlyArray<{ of: Version; spans: Dated[] }>
  /** All spans after it, oldest first, the new one among them. */
  after: ReadonlyArray<Version>
}

/**
 * Lays a version over others of the same thing: on its days it alone holds, on all other days what held before.
 * Pure; versions do not overlap before, nor do they after.
 */
export function overlay<Version extends Dated>(
  versions: readonly Version[],
  added: Version,
): Overlay<Version> {
  const touched = versions.filter((one) => one.validFrom < added.validTo && one.validTo > added.validFrom)
  const kept = touched.map((of) => ({
    of,
    spans: [
      { validFrom: of.validFrom, validTo: added.validFrom },
      { validFrom: added.validTo, validTo: of.validTo },
    ].filter(({ validFrom, validTo }) => validFrom < validTo),
  }))
  const rest = versions.filter((one) => !touched.includes(one))
  const after = [
    ...rest,
    ...kept.flatMap(({ of, spans }) => spans.map((span) => ({ ...of, ...span }))),
    added,
  ]
  return { kept, after: after.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)) }
}

/** The version that holds on a day. */
export function holdingOn<Version extends Dated>(
  versions: readonly Version[],
  day: Day,
): Version | undefined {
  return versions.find(({ validFrom, validTo }) => validFrom <= day && day < validTo)
}
