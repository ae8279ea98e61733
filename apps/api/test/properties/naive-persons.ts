import { EVENT_KINDS, type CountBasis, type Day, type EventKind, type MeasureVector } from '@seedbed/shared'
import type { Fact, NaiveTree, Who } from './naive.js'

/** What a person is by birth. */
export interface Born {
  birthDate: Day
  female: boolean
  ethnicity: string
  religion: string | null
}

/** What an event states of the person; null where it states nothing. */
export interface Said {
  youthUnion: boolean | null
  degree: 'COLLEGE' | 'UNIVERSITY' | null
  occupation: 'PUPIL' | 'FARMER' | null
}

/** What a test did to a person, as it stands. */
export interface Happening {
  /** Order of recording. */
  id: number
  uid: string
  kind: EventKind
  day: Day
  cell: number
  to: number | null
  probationary: boolean
  /** What the event adds besides the member: attributes of an admission, the reason of a removal … */
  adds: MeasureVector
  born: Born
  said: Said
  introducer: string | null
  joinedOn: Day | null
}

/** Members with which a cell began. */
export interface Opening {
  uid: string
  cell: number
  day: Day
  members: number
  probationary: number
}

const kinds = Object.keys(EVENT_KINDS)
const entering: EventKind[] = ['OPENING_MEMBER', 'TRANSFER_IN', 'ADMISSION', 'READMISSION', 'RESTORATION']
const admitting: EventKind[] = ['ADMISSION', 'READMISSION']

/** As a person's happenings follow each other. */
export function inOrder(happenings: readonly Happening[]): Happening[] {
  return [...happenings].sort(
    (a, b) =>
      (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      a.id - b.id,
  )
}

/** Where the person is a member at the end of that day, heirs of ended cells included. */
export function whereIs(
  tree: NaiveTree,
  happenings: readonly Happening[],
  day: Day,
  person?: number,
): number | null {
  let cell: number | null = null
  for (const one of inOrder(happenings).filter((happening) => happening.day <= day)) {
    if (entering.includes(one.kind)) cell = one.cell
    if (one.kind === 'TRANSFER') cell = one.to
    if (['TRANSFER_OUT', 'REMOVAL', 'DEATH'].includes(one.kind)) cell = null
  }
  return cell === null ? null : tree.answerable(cell, day, person)
}

/** What an opening balance adds, under either basis. */
export function openingFact({ cell, day, members, probationary }: Opening): Fact {
  const vector = { members, probationaryMembers: probationary, broughtForward: members }
  return { unit: cell, day, counterpart: 0, vector }
}

/** Full years at the end of a day. */
export function ageOn({ birthDate }: Born, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/**
 * Whom a person counts as after the last of these events: what the last admission stated alone, with who introduced
 * him to it, and over it whatever was stated since; by birth as he was when he last became a member.
 */
export function whoAfter(happenings: readonly Happening[]): Who {
  const last = happenings.at(-1)
  if (!last) throw new Error('nothing happened')
  const since = happenings.findLastIndex(({ kind }) => admitting.includes(kind))
  const before = happenings.slice(0, Math.max(since, 0))
  const earlier = before.findLastIndex(({ kind }) => admitting.includes(kind))
  const led =
    since < 0 ? undefined : before.slice(earlier + 1).findLast(({ introducer }) => introducer !== null)
  const later = happenings.slice(Math.max(since, 0))
  const latest = <Key extends keyof Said>(key: Key) =>
    later.findLast(({ said, kind }) => kind !== 'CEREMONY' && said[key] !== null)?.said[key] ?? null
  const introducer =
    later.findLast((one) => one.introducer !== null && !admitting.includes(one.kind))?.introducer ??
    led?.introducer ??
    null
  const joined = later.findLast((one) => one.joinedOn !== null || admitting.includes(one.kind))
  const { female, ethnicity, religion, birthDate } = last.born
  const youthUnion = latest('youthUnion')
  return {
    attributes: {
      ...{ female: female ? '1' : '0', ethnicity, religion: religion ?? '', introducer },
      ...{ youth_union: youthUnion === null ? null : youthUnion ? '1' : '0' },
      ...{ degree: latest('degree'), occupation: latest('occupation') },
    },
    born: birthDate.slice(0, 7),
    joined: (joined?.joinedOn ?? joined?.day ?? '').slice(0, 7),
    age: ageOn(last.born, last.day),
  }
}

/** What a person's life adds under one count basis: DECISION counts him from the decision, CEREMONY from the oath. */
export function personFacts(happenings: readonly Happening[], basis: CountBasis): Fact[] {
  const facts: Fact[] = []
  const life = inOrder(happenings)
  let counted = false
  let probationary = false
  let [introducer, course]: [MeasureVector, boolean] = [{}, false]
  let admission: MeasureVector = {}
  let admitted: Who | undefined
  let who: Who | undefined
  const post = (
    one: Happening,
    vector: MeasureVector,
    sign: 0 | 1 | -1,
    place: { unit?: number; counterpart?: number; flowsOf?: Who; stockOf?: Who | null } = {},
  ) => {
    const stock = sign === 0 ? {} : { members: sign, ...(probationary ? { probationaryMembers: sign } : {}) }
    const { unit = one.cell, counterpart = 0, flowsOf = who, stockOf = who } = place
    facts.push({
      ...{ unit, day: one.day, counterpart, vector: { ...vector, ...stock } },
      ...(flowsOf ? { flowsOf } : {}),
      ...(stockOf ? { stockOf } : {}),
    })
  }
  for (const [index, one] of life.entries()) {
    const before = who
    who = whoAfter(life.slice(0, index + 1))
    switch (one.kind) {
      case 'DOSSIER_OPENING':
      case 'VERIFICATION':
      case 'DOSSIER_READY':
      case 'CELL_VOTE':
      case 'SECTION_APPRAISAL':
      case 'PROPOSAL':
      case 'DOSSIER_REFUSAL':
      case 'DOSSIER_RETURN':
      case 'RECOGNITION_VOTE':
        break
      case 'OPENING_MEMBER':
      case 'TRANSFER_IN':
      case 'RESTORATION':
        counted = true
        probationary = one.probationary
        if (one.kind === 'OPENING_MEMBER') post(one, {}, -1, { stockOf: null })
        post(one, one.adds, 1)
        break
      case 'INTRODUCTION':
        introducer = one.adds
        post(one, one.adds, 0)
        break
      case 'COURSE_COMPLETION':
        course = true
        post(one, one.adds, 0)
        break
      case 'ADMISSION':
      case 'READMISSION':
        probationary = true
        admission = { ...one.adds, ...arrived(introducer), ...(course ? { courseAdmitted: 1 } : {}) }
        admitted = who
        ;[introducer, course] = [{}, false]
        counted = basis === 'DECISION'
        if (counted) post(one, admission, 1)
        break
      case 'CEREMONY':
        counted = true
        if (basis === 'CEREMONY') post(one, admission, 1, admitted ? { flowsOf: admitted } : {})
        break
      case 'RECOGNITION':
        probationary = false
        post(one, { recognized: 1, probationaryMembers: -1 }, 0)
        break
      case 'NEW_MEMBER_COURSE':
        if (counted) post(one, { newMemberCourseCompleted: 1 }, 0)
        break
      case 'ATTRIBUTE_CHANGE':
        if (!counted || !before) break
        post(one, {}, -1, { stockOf: before })
        post(one, {}, 1)
        break
      case 'TRANSFER':
        if (!counted || one.to === null) break
        post(one, { transferredOut: 1 }, -1, { counterpart: one.to })
        post(one, { transferredIn: 1 }, 1, { unit: one.to, counterpart: one.cell })
        break
      case 'TRANSFER_OUT':
      case 'REMOVAL':
      case 'DEATH':
        if (counted) post(one, one.adds, -1)
        counted = false
        break
      case 'IDENTIFICATION':
      case 'HANDOVER':
      case 'LISTING':
      case 'ENROLMENT':
      case 'COURSE_LEFT':
      case 'STRIKE':
    }
  }
  return facts
}

/**
 * Facts of a person where they count: what is recorded on a unit for a day on which it had ended counts where the
 * person had gone, and a transfer from a unit to itself is none.
 */
export function factsIn(tree: NaiveTree, person: number, facts: readonly Fact[]): Fact[] {
  return facts.flatMap((fact) => {
    const home = (unit: number) => tree.answerable(unit, fact.day, person)
    const unit = home(fact.unit)
    const counterpart = fact.counterpart === 0 ? 0 : home(fact.counterpart)
    return unit === counterpart ? [] : [{ ...fact, unit, counterpart, person }]
  })
}

/** The same of a member; of members without a name nobody knows where they went. */
export function personFactsIn(
  tree: NaiveTree,
  person: { id: number; happenings: readonly Happening[] },
  basis: CountBasis,
): Fact[] {
  const facts = factsIn(tree, person.id, personFacts(person.happenings, basis))
  return facts.map(({ person: id = 0, ...fact }) => (fact.stockOf ? { ...fact, person: id } : fact))
}

/** An introduction that led to an admission counts there once more. */
function arrived(introduction: MeasureVector): MeasureVector {
  return {
    ...(introduction.introduced ? { introducedAdmitted: 1 } : {}),
    ...(introduction.introducedByYouthUnion ? { introducedByYouthUnionAdmitted: 1 } : {}),
    ...(introduction.introducedByTradeUnion ? { introducedByTradeUnionAdmitted: 1 } : {}),
  }
}
