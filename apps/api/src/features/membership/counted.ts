import { monthNumber, NOBODY_KNOWN, type Counted, type Profile } from '../ledger/profile.js'
import type { Attributes, HistoryEvent } from './person-history.js'

/** What an event says of the person: null where it says nothing. */
function saidBy(attributes: Attributes | null, introducer: string | null): Profile {
  if (!attributes) return { ...NOBODY_KNOWN.profile, introducer }
  const { female, ethnicity, religion, youthUnion } = attributes
  const { schooling, degree, politicalTheory, occupation, sourceKind } = attributes
  return {
    ...{ female, ethnicity, religion: religion ?? '', youthUnion, schooling, degree },
    ...{ politicalTheory, occupation, sourceKind, introducer },
  }
}

/** What was known before, with what is said now put over it. */
function over(known: Profile, said: Profile): Profile {
  const stated = Object.entries(said).filter(([, value]) => value !== null)
  return { ...known, ...(Object.fromEntries(stated) as Partial<Profile>) }
}

/** Somebody as the event says alone: an admission is counted with what its decision states. */
export function countedAs(event: HistoryEvent, introducer: string | null): Counted {
  return {
    profile: saidBy(event.attributes, introducer),
    age: event.attributes?.age ?? null,
    birthMonth: event.birthMonth,
    joinedMonth: monthNumber(event.date),
  }
}

/** Somebody as known before, and as the event says. */
export function countedOver(known: Counted, event: HistoryEvent, introducer: string | null): Counted {
  return {
    profile: over(known.profile, saidBy(event.attributes, introducer)),
    age: event.attributes?.age ?? null,
    birthMonth: event.birthMonth === 0 ? known.birthMonth : event.birthMonth,
    joinedMonth: event.joinedOn === null ? known.joinedMonth : monthNumber(event.joinedOn),
  }
}

/** A member as known, at an event that says nothing new of him. */
export function countedAt(known: Counted, event: HistoryEvent): Counted {
  return { ...known, age: event.attributes?.age ?? null }
}

/** A member after a change: what a person is by birth stays as it was counted, what is stated is new. */
export function changedBy(known: Counted, event: HistoryEvent): Counted {
  const { female, ethnicity, religion } = known.profile
  return {
    ...known,
    profile: { ...over(known.profile, saidBy(event.attributes, null)), female, ethnicity, religion },
  }
}
