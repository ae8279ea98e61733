import { EVENT_KINDS, type CountBasis, type Day, type EventKind, type MeasureVector } from '@seedbed/shared'
import type { Fact, NaiveTree } from './naive.js'

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

function inOrder(happenings: readonly Happening[]): Happening[] {
  return [...happenings].sort(
    (a, b) =>
      (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      a.id - b.id,
  )
}

/** Where the person is a member at the end of that day, heirs of ended cells included. */
export function whereIs(tree: NaiveTree, happenings: readonly Happening[], day: Day): number | null {
  let cell: number | null = null
  for (const one of inOrder(happenings).filter((happening) => happening.day <= day)) {
    if (['OPENING_MEMBER', 'TRANSFER_IN', 'ADMISSION', 'READMISSION'].includes(one.kind)) cell = one.cell
    if (one.kind === 'TRANSFER') cell = one.to
    if (['TRANSFER_OUT', 'REMOVAL', 'DEATH'].includes(one.kind)) cell = null
  }
  return cell === null ? null : tree.answerable(cell, day)
}

/** What an opening balance adds, under either basis. */
export function openingFact({ cell, day, members, probationary }: Opening): Fact {
  const vector = { members, probationaryMembers: probationary, broughtForward: members }
  return { unit: cell, day, counterpart: 0, vector }
}

/** What a person's life adds under one count basis: DECISION counts him from the decision, CEREMONY from the oath. */
export function personFacts(happenings: readonly Happening[], basis: CountBasis): Fact[] {
  const facts: Fact[] = []
  let counted = false
  let probationary = false
  let [introducer, course]: [MeasureVector, boolean] = [{}, false]
  let admission: MeasureVector = {}
  const post = (
    one: Happening,
    vector: MeasureVector,
    sign: 0 | 1 | -1,
    unit = one.cell,
    counterpart = 0,
  ) => {
    const stock = sign === 0 ? {} : { members: sign, ...(probationary ? { probationaryMembers: sign } : {}) }
    facts.push({ unit, day: one.day, counterpart, vector: { ...vector, ...stock } })
  }
  for (const one of inOrder(happenings)) {
    switch (one.kind) {
      case 'OPENING_MEMBER':
      case 'TRANSFER_IN':
        counted = true
        probationary = one.probationary
        if (one.kind === 'TRANSFER_IN') post(one, { transferredIn: 1 }, 1)
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
        ;[introducer, course] = [{}, false]
        counted = basis === 'DECISION'
        if (counted) post(one, admission, 1)
        break
      case 'CEREMONY':
        counted = true
        if (basis === 'CEREMONY') post(one, admission, 1)
        break
      case 'RECOGNITION':
        probationary = false
        post(one, { recognized: 1, probationaryMembers: -1 }, 0)
        break
      case 'TRANSFER':
        if (!counted || one.to === null) break
        post(one, { transferredOut: 1 }, -1, one.cell, one.to)
        post(one, { transferredIn: 1 }, 1, one.to, one.cell)
        break
      case 'TRANSFER_OUT':
      case 'REMOVAL':
      case 'DEATH':
        if (counted) post(one, one.adds, -1)
        counted = false
    }
  }
  return facts
}

/** An introduction that led to an admission counts there once more. */
function arrived(introduction: MeasureVector): MeasureVector {
  return {
    ...(introduction.introduced ? { introducedAdmitted: 1 } : {}),
    ...(introduction.introducedByYouthUnion ? { introducedByYouthUnionAdmitted: 1 } : {}),
    ...(introduction.introducedByTradeUnion ? { introducedByTradeUnionAdmitted: 1 } : {}),
  }
}
