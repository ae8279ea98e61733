import {
  addDays,
  addMonths,
  BEFORE_VOTE,
  DUE_KIND_CODES,
  DUE_STANDS,
  OPEN_END,
  type Day,
  type DueKind,
  type DueState,
} from '@seedbed/shared'
import { groupBy } from '../../group-by.js'
import { stateOf } from '../dossiers/deadline.service.js'
import type {
  CandidateFacts,
  CourseFacts,
  DossierFacts,
  HandoverFacts,
  HelpFacts,
  LetterFacts,
  PaperFacts,
  StepFacts,
} from './due.repository.js'
import { inMonths, inWorkingDays, type Reckoned, type Reckoning } from './reckoning.js'

/** Everything from which follows what is due on a day. */
export interface Pipeline {
  candidates: readonly CandidateFacts[]
  dossiers: readonly DossierFacts[]
  steps: readonly StepFacts[]
  papers: readonly PaperFacts[]
  letters: readonly LetterFacts[]
  /** Mentorships that hold, the earliest first. */
  mentors: readonly HelpFacts[]
  reviews: readonly HelpFacts[]
  courses: readonly CourseFacts[]
  handovers: readonly HandoverFacts[]
}

/** Something to be done. `key` tells it apart from all others of its kind. */
export interface DueItem extends Reckoned {
  kind: DueKind
  key: number
  person: number
  /** The unit in whose list it stands: the cell, for a hand-over the unit that is to answer. */
  organization: number
  dossier: number | null
  /** Paper, committee asked, or course. */
  about: string | null
  beginsOn: Day
  extended: boolean
  state: DueState
}

/** By last day; what cannot be computed comes after all others. */
export const dueKey = ({ due, kind, key }: DueItem): [string, number, number] => [
  due ?? OPEN_END,
  DUE_KIND_CODES.indexOf(kind),
  key,
]

/** Pure: what is to be done on a day, in the order of the last days. */
export function dueItems(pipeline: Pipeline, reckoning: Reckoning, asOf: Day): DueItem[] {
  const one = new Due(pipeline, reckoning, asOf)
  const items = [
    ...pipeline.candidates.flatMap((candidate) => one.ofCandidate(candidate)),
    ...pipeline.dossiers.flatMap((dossier) => one.ofDossier(dossier)),
    ...pipeline.handovers.map((handover) => one.ofHandover(handover)),
  ]
  const keyed = items.map((item) => ({ item, key: dueKey(item) }))
  keyed.sort(({ key: a }, { key: b }) =>
    a[0] !== b[0] ? (a[0] < b[0] ? -1 : 1) : a[1] !== b[1] ? a[1] - b[1] : a[2] - b[2],
  )
  return keyed.map(({ item }) => item)
}

type About = Pick<DueItem, 'kind' | 'key' | 'person' | 'organization' | 'beginsOn'> &
  Partial<Pick<DueItem, 'dossier' | 'about' | 'extended'>>

class Due {
  private readonly steps: ReadonlyMap<number, StepFacts[]>
  private readonly papers: ReadonlyMap<number, PaperFacts[]>
  private readonly letters: ReadonlyMap<number, LetterFacts[]>
  private readonly mentors: ReadonlyMap<number, HelpFacts[]>
  private readonly reviews: ReadonlyMap<number, Day>
  private readonly courses: ReadonlyMap<number, CourseFacts[]>
  private readonly dossierOf: ReadonlyMap<number, number>

  constructor(
    pipeline: Pipeline,
    private readonly reckoning: Reckoning,
    private readonly asOf: Day,
  ) {
    this.steps = groupBy(pipeline.steps, ({ dossier }) => dossier)
    this.papers = groupBy(pipeline.papers, ({ dossier }) => dossier)
    this.letters = groupBy(pipeline.letters, ({ dossier }) => dossier)
    this.mentors = groupBy(pipeline.mentors, ({ person }) => person)
    this.reviews = new Map(pipeline.reviews.map(({ person, date }) => [person, date]))
    this.courses = groupBy(pipeline.courses, ({ person }) => person)
    this.dossierOf = new Map(pipeline.dossiers.map(({ person, id }) => [person, id]))
  }

  private item(about: About, reckoned: Reckoned): DueItem {
    const { due, warnFrom, problem } = reckoned
    const state =
      due === null || problem ? 'UNKNOWN' : (stateOf({ due, warnFrom, metOn: null }, this.asOf) as DueState)
    return { dossier: null, about: null, extended: false, ...about, ...reckoned, state }
  }

  ofCandidate(candidate: CandidateFacts): DueItem[] {
    const { person, organization, stage, certifiedOn } = candidate
    const base = { key: person, person, organization, dossier: this.dossierOf.get(person) ?? null }
    const items: DueItem[] = []
    if (!BEFORE_VOTE.includes(stage)) return items
    if (stage === 'IN_CLASS') items.push(...this.results(candidate))
    else if (certifiedOn !== null && stage !== 'IDENTIFIED' && stage !== 'SYMPATHISER')
      items.push(
        this.item(
          { ...base, kind: 'CERTIFICATE', beginsOn: certifiedOn },
          this.reckoning.of('CERTIFICATE', certifiedOn, inMonths(certifiedOn)),
        ),
      )
    return [...items, ...this.review(candidate, base), this.age(candidate, base)]
  }

  private results({ person, organization }: CandidateFacts): DueItem[] {
    return (this.courses.get(person) ?? []).map(({ id, name, endsOn }) =>
      this.item(
        { kind: 'COURSE_RESULT', key: id, person, organization, about: name, beginsOn: endsOn },
        this.reckoning.of('COURSE_RESULT', endsOn, inWorkingDays(endsOn)),
      ),
    )
  }

  /** From the last review of this candidacy on, else from the day on which somebody was charged to help. */
  private review({ person, enteredOn }: CandidateFacts, base: Omit<About, 'kind' | 'beginsOn'>): DueItem[] {
    const since = this.mentors.get(person)?.find(({ date }) => date >= enteredOn)?.date
    if (since === undefined) return []
    const reviewed = this.reviews.get(person)
    const from = reviewed !== undefined && reviewed >= enteredOn ? reviewed : since
    const reckoned = this.reckoning.of('MENTOR_REVIEW', from, ({ value }) => addMonths(from, value))
    return [this.item({ ...base, kind: 'MENTOR_REVIEW', beginsOn: from }, reckoned)]
  }

  /** Ages are counted by month: the last day is the last of the month in which the age is completed. */
  private age({ birthDate, enteredOn }: CandidateFacts, base: Omit<About, 'kind' | 'beginsOn'>): DueItem {
    const first = `${birthDate.slice(0, 7)}-01`
    const reckoned = this.reckoning.of(
      'AGE',
      this.asOf,
      ({ value }) => addDays(addMonths(first, value * 12 + 1), -1),
      { variant: first },
    )
    return this.item({ ...base, kind: 'AGE', beginsOn: enteredOn }, reckoned)
  }

  ofHandover({ id, person, organization, offeredOn }: HandoverFacts): DueItem {
    return this.item(
      { kind: 'HANDOVER', key: id, person, organization, beginsOn: offeredOn },
      this.reckoning.of('HANDOVER', offeredOn, inWorkingDays(offeredOn)),
    )
  }

  ofDossier(dossier: DossierFacts): DueItem[] {
    const waits = (kind: DueKind) => DUE_STANDS[kind]?.includes(dossier.state) === true
    const { id, person, organization } = dossier
    const base = { key: id, person, organization, dossier: id }
    return [
      ...(waits('PAPERS') ? this.oldestPaper(base) : []),
      ...(waits('VERIFICATION') ? this.unanswered(base) : []),
      ...(waits('DECISION') ? this.decision(base) : []),
      ...(waits('CEREMONY') ? this.ceremony(base) : []),
      ...(waits('RECOGNITION_MEETING') ? this.meeting(base) : []),
      ...(waits('RECOGNITION_DECISION') ? this.recognition(base) : []),
    ]
  }

  private oldestPaper(base: Omit<About, 'kind' | 'beginsOn'>): DueItem[] {
    const inForce = [...new Map((this.papers.get(base.key) ?? []).map((one) => [one.form, one])).values()]
    const [oldest] = inForce
      .filter(({ form }) => APPLYING_FORMS.has(form))
      .sort((a, b) => (a.dated < b.dated ? -1 : a.dated > b.dated ? 1 : 0))
    if (!oldest) return []
    const { form: about, dated } = oldest
    const reckoned = this.reckoning.of('PAPERS', dated, inMonths(dated))
    return [this.item({ ...base, kind: 'PAPERS', about, beginsOn: dated }, reckoned)]
  }

  private unanswered(base: Omit<About, 'kind' | 'beginsOn'>): DueItem[] {
    return (this.letters.get(base.key) ?? []).map(({ id, addressee, abroad, sentOn }) =>
      this.item(
        { ...base, kind: 'VERIFICATION', key: id, about: addressee, beginsOn: sentOn },
        this.reckoning.of('VERIFICATION', sentOn, inWorkingDays(sentOn), {
          code: abroad ? 'VERIFICATION_ANSWER_ABROAD_DAYS' : 'VERIFICATION_ANSWER_DAYS',
        }),
      ),
    )
  }

  private stepsOf(dossier: number, kind: StepFacts['kind']): StepFacts[] {
    return (this.steps.get(dossier) ?? []).filter((step) => step.kind === kind)
  }

  private extendedSince(dossier: number, from: Day): boolean {
    return this.stepsOf(dossier, 'EXTENSION').some(({ date }) => date >= from)
  }

  private decision(base: Omit<About, 'kind' | 'beginsOn'>): DueItem[] {
    const from = this.stepsOf(base.key, 'CELL_VOTE').findLast(({ outcome }) => outcome === 'YES')?.date
    return from === undefined ? [] : [this.extendable(base, 'DECISION', from)]
  }

  private recognition(base: Omit<About, 'kind' | 'beginsOn'>): DueItem[] {
    const from = this.stepsOf(base.key, 'RECOGNITION_VOTE').find(({ outcome }) => outcome !== 'NO')?.date
    return from === undefined ? [] : [this.extendable(base, 'RECOGNITION_DECISION', from)]
  }

  private extendable(
    base: Omit<About, 'kind' | 'beginsOn'>,
    kind: 'DECISION' | 'RECOGNITION_DECISION',
    from: Day,
  ): DueItem {
    const extended = this.extendedSince(base.key, from)
    const code = kind === 'DECISION' ? 'DECISION_EXTENSION_DAYS' : 'RECOGNITION_EXTENSION_DAYS'
    const more = extended ? (this.reckoning.rule(code, from)?.value ?? 0) : 0
    const reckoned = this.reckoning.of(kind, from, inWorkingDays(from, more), { variant: String(more) })
    return this.item({ ...base, kind, beginsOn: from, extended }, reckoned)
  }

  private ceremony(base: Omit<About, 'kind' | 'beginsOn'>): DueItem[] {
    const from = this.stepsOf(base.key, 'DECISION').findLast(({ outcome }) => outcome === 'YES')?.date
    if (from === undefined) return []
    const reckoned = this.reckoning.of('CEREMONY', from, inWorkingDays(from))
    return [this.item({ ...base, kind: 'CEREMONY', beginsOn: from }, reckoned)]
  }

  /** Working days from the end of the probation; nobody waits any more once the cell has voted. */
  private meeting(base: Omit<About, 'kind' | 'beginsOn'>): DueItem[] {
    const from = this.stepsOf(base.key, 'CEREMONY').at(-1)?.date
    if (from === undefined || this.stepsOf(base.key, 'RECOGNITION_VOTE').length > 0) return []
    const months = this.reckoning.rule('PROBATION_MONTHS', from)?.value ?? 0
    const reckoned = this.reckoning.of('RECOGNITION_MEETING', from, inWorkingDays(addMonths(from, months)))
    return [this.item({ ...base, kind: 'RECOGNITION_MEETING', beginsOn: from }, reckoned)]
  }
}

/** Papers that hold for as long as the rule says until the cell votes. */
const APPLYING_FORMS: ReadonlySet<string> = new Set([
  ...['1-KNĐ', '2-KNĐ', '3-KNĐ', '3A-KNĐ', '4-KNĐ', '4A-KNĐ', '5-KNĐ', '5B-KNĐ', '5C-KNĐ'],
])
