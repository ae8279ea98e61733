import type { Day } from '@seedbed/shared'
import type { ImportLine } from '../features/exchange/import-format.js'

export type LineOf<Type extends ImportLine['type']> = Extract<ImportLine, { type: Type }>

/** Lines of things that happen to a person. */
export type EventLine = LineOf<
  | 'openingMember'
  | 'introduction'
  | 'courseCompletion'
  | 'identification'
  | 'listing'
  | 'admission'
  | 'attributeChange'
  | 'readmission'
  | 'ceremony'
  | 'recognition'
  | 'transfer'
  | 'transferIn'
  | 'transferOut'
  | 'removal'
  | 'death'
>

export type PersonDraft = Omit<LineOf<'person'>, 'type' | 'ref' | 'identityNumber'>

/**
 * Collects what happens in any order and gives it back in the order of the days, each person before their first
 * event. Events of one person must be recorded in the order in which they happen.
 */
export interface Journal {
  /** Adds an invented person and gives the ref. */
  person(draft: PersonDraft): string
  record(event: EventLine): void
  /** What was recorded so far, as recorded. */
  events(): readonly EventLine[]
  birthDateOf(person: string): Day
  lines(): ImportLine[]
}

const SERIALS = 1_000_000
/** Has no divisor in common with SERIALS, so that serials do not repeat. */
const STRIDE = 611_953

/** 12 digits beginning with a place code that does not exist (097-099), so that it can be nobody's. */
function identityNumber(index: number, birthDate: Day, female: boolean): string {
  const place = `09${7 + (index % 3)}`
  const century = (birthDate < '2000' ? 0 : 2) + (female ? 1 : 0)
  const serial = String((index * STRIDE) % SERIALS).padStart(6, '0')
  return `${place}${century}${birthDate.slice(2, 4)}${serial}`
}

/** An empty journal. */
export function createJournal(): Journal {
  const persons = new Map<string, LineOf<'person'>>()
  const events: EventLine[] = []
  return {
    person: (draft) => {
      const index = persons.size + 1
      const ref = `demo-${String(index).padStart(5, '0')}`
      const number = identityNumber(index, draft.birthDate, draft.female)
      persons.set(ref, { type: 'person', ref, ...draft, identityNumber: number })
      return ref
    },
    record: (event) => {
      events.push(event)
    },
    events: () => events,
    birthDateOf: (person) => {
      const line = persons.get(person)
      if (!line) throw new RangeError(`No person ${person}`)
      return line.birthDate
    },
    lines: () => {
      const waiting = new Map(persons)
      const ordered = events
        .map((event, index) => ({ event, index }))
        .sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.index - b.index))
      return ordered.flatMap(({ event }): ImportLine[] => {
        const person = waiting.get(event.person)
        waiting.delete(event.person)
        return person ? [person, event] : [event]
      })
    },
  }
}
