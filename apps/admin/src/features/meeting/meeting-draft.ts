import type { Day } from '@seedbed/shared'
import type { Candidate, MeetingDossier, MeetingUnit } from './meeting-query.js'

/** The numbers of one vote; a dossier without any was not voted on. */
export interface Ballot {
  agreed?: number
  against?: number
}

/** What a meeting decided, as it is typed: ids, numbers and a day, no names. */
export interface MeetingDraft {
  on: Day
  officialMembers?: number
  temporarilyAway?: number
  exemptedAbsent?: number
  present?: number
  /** Number of the resolution. */
  resolution?: string
  /** Persons put on the list of sympathisers. */
  listed: string[]
  /** Mentors by candidate. */
  mentors: Record<string, string[]>
  /** Ballots by dossier. */
  ballots: Record<string, Ballot>
}

export const emptyDraft = (on: Day): MeetingDraft => ({ on, listed: [], mentors: {}, ballots: {} })

/** Whether anything was typed beside the day. */
export function isEmpty({ listed, mentors, ballots, on: _on, ...numbers }: MeetingDraft): boolean {
  const lists = [listed, Object.values(mentors).flat(), Object.values(ballots)]
  return lists.every(({ length }) => length === 0) && Object.values(numbers).every((one) => one === undefined)
}

/** The four questions of a meeting with those about whom each is asked, in the order of form and printed sheet. */
export interface Agenda {
  toList: Candidate[]
  toMentor: Candidate[]
  toAdmit: MeetingDossier[]
  toRecognize: MeetingDossier[]
}

/** What a meeting on a day has to deal with. Recognition is asked once the probation has ended. */
export function agendaOf(unit: Pick<MeetingUnit, 'candidates' | 'dossiers'>, on: Day): Agenda {
  const candidates = unit.candidates.edges.map(({ node }) => node)
  const dossiers = unit.dossiers.edges.map(({ node }) => node)
  return {
    toList: candidates.filter(({ stage }) => stage === 'IDENTIFIED'),
    toMentor: candidates.filter(({ mentors }) => mentors.length === 0),
    toAdmit: dossiers.filter(({ state }) => state === 'READY'),
    toRecognize: dossiers.filter(
      ({ state, officialFrom }) => state === 'ADMITTED' && officialFrom !== null && officialFrom <= on,
    ),
  }
}

/** Something that the meeting decided about one person. */
export type MeetingAct =
  | { key: string; name: string; kind: 'LIST' | 'MENTOR'; person: string; mentors: string[] }
  | {
      key: string
      name: string
      kind: 'CELL_VOTE' | 'RECOGNITION_VOTE'
      dossier: MeetingDossier
      ballot: Ballot
    }

const wasHeld = (ballot: Ballot | undefined): ballot is Ballot =>
  ballot?.agreed !== undefined || ballot?.against !== undefined

/** What is to be recorded of a meeting, person by person, in the order of the form. */
export function actsOf(draft: MeetingDraft, agenda: Agenda): MeetingAct[] {
  const candidate = (kind: 'LIST' | 'MENTOR', { person }: Candidate): MeetingAct => ({
    ...{ key: `${kind} ${person.id}`, name: person.fullName, kind, person: person.id },
    mentors: draft.mentors[person.id] ?? [],
  })
  const vote =
    (kind: 'CELL_VOTE' | 'RECOGNITION_VOTE') =>
    (dossier: MeetingDossier): MeetingAct[] => {
      const ballot = draft.ballots[dossier.id]
      const key = `${kind} ${dossier.id}`
      return wasHeld(ballot) ? [{ key, name: dossier.person.fullName, kind, dossier, ballot }] : []
    }
  return [
    ...agenda.toList
      .filter(({ person }) => draft.listed.includes(person.id))
      .map((one) => candidate('LIST', one)),
    ...agenda.toMentor
      .filter(({ person }) => (draft.mentors[person.id] ?? []).length > 0)
      .map((one) => candidate('MENTOR', one)),
    ...agenda.toAdmit.flatMap(vote('CELL_VOTE')),
    ...agenda.toRecognize.flatMap(vote('RECOGNITION_VOTE')),
  ]
}

/** The draft without what has been recorded, so that a second try sends nothing twice. */
export function without(draft: MeetingDraft, done: readonly MeetingAct[]): MeetingDraft {
  const persons = (kind: MeetingAct['kind']) =>
    done.flatMap((act) => (act.kind === kind && 'person' in act ? [act.person] : []))
  const dossiers = done.flatMap((act) => ('dossier' in act ? [act.dossier.id] : []))
  const keep = <Value>(record: Record<string, Value>, gone: readonly string[]) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !gone.includes(id)))
  return {
    ...draft,
    listed: draft.listed.filter((id) => !persons('LIST').includes(id)),
    mentors: keep(draft.mentors, persons('MENTOR')),
    ballots: keep(draft.ballots, dossiers),
  }
}
