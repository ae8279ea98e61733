import { yearOf, type Day } from '@seedbed/shared'

/** Attributes with which a person is counted; null: not known. A religion of '' is none. Codes as in the lists. */
export interface Profile {
  female: boolean | null
  ethnicity: string | null
  religion: string | null
  youthUnion: boolean | null
  schooling: string | null
  degree: string | null
  politicalTheory: string | null
  occupation: string | null
  sourceKind: string | null
  introducer: string | null
}

/** Whom an entry counts: a profile, full years of age at the event, months of birth and of joining (0: not known). */
export interface Counted {
  profile: Profile
  age: number | null
  birthMonth: number
  joinedMonth: number
}

const unknown: Profile = {
  female: null,
  ethnicity: null,
  religion: null,
  youthUnion: null,
  schooling: null,
  degree: null,
  politicalTheory: null,
  occupation: null,
  sourceKind: null,
  introducer: null,
}

/** Somebody of whom nothing is known, such as a member of an opening balance whom nobody named. */
export const NOBODY_KNOWN: Counted = { profile: unknown, age: null, birthMonth: 0, joinedMonth: 0 }

/** Months since year 0: what months of birth and of joining are counted in. */
export function monthNumber(day: Day): number {
  return yearOf(day) * 12 + Number(day.slice(5, 7)) - 1
}

const textOf = (value: string | boolean | null): string =>
  value === null ? '?' : typeof value === 'boolean' ? String(Number(value)) : value

/** A text that is the same for the same attributes, and only then. */
export function fingerprintOf(profile: Profile): string {
  return (Object.keys(unknown) as Array<keyof Profile>).map((name) => textOf(profile[name])).join('/')
}

/** The same of all that is counted. */
export function countedKey({ profile, age, birthMonth, joinedMonth }: Counted): string {
  return [fingerprintOf(profile), age ?? '?', birthMonth, joinedMonth].join('/')
}
