import {
  addDays,
  ENTERPRISE_SECTORS,
  findIndicator,
  fullYearsBetween,
  KINH,
  TARGET_KIND_ORDER,
  UNIVERSITY_DEGREES,
  yearOf,
  type Day,
  type MeasureId,
  type MeasureVector,
  type Quantity,
  type TargetKind,
} from '@seedbed/shared'
import type { ImportLine } from '../../features/exchange/import-format.js'
import type { LineOf } from '../journal.js'
import type { FigureQuestion } from '../reference-facts.js'

interface Entry {
  cell: string
  on: Day
  vector: MeasureVector
  /** Cell at the other end of a transfer within the system. */
  other?: string
}

/** Counts generated lines without a database, by walking parents: an oracle that shares nothing with the ledger. */
export interface Recount {
  numerator(organization: string, indicator: string, question: FigureQuestion): number
  denominator(organization: string, indicator: string, question: FigureQuestion): number | undefined
  contains(organization: string, unit: string): boolean
}

type Admission = LineOf<'admission' | 'readmission'>

const BY_OCCUPATION: Readonly<Record<string, MeasureId>> = {
  PUPIL: 'admittedPupil',
  TEACHER: 'admittedTeacher',
  BUSINESS_OWNER: 'admittedBusinessOwner',
  WORKER: 'admittedWorker',
  FARMER: 'admittedFarmer',
  SOLDIER: 'admittedSoldier',
  STUDENT: 'admittedStudent',
}

const BY_REASON: Readonly<Record<string, MeasureId>> = {
  NAME_REMOVED: 'nameRemoved',
  EXPELLED: 'expelled',
  RESIGNED: 'resigned',
  PROBATION_REMOVED: 'probationRemoved',
  DECISION_CANCELLED: 'decisionCancelled',
}

/** What was known of a person before a line. */
interface History {
  person: LineOf<'person'>
  introducers: string[]
  courses: number
}

function admissionVector(line: Admission, history: History, sector: string | undefined): MeasureVector {
  const { person } = history
  const age = fullYearsBetween(person.birthDate, line.on)
  const yes: [MeasureId, boolean][] = [
    [line.type === 'admission' ? 'newlyAdmitted' : 'readmitted', true],
    ['members', true],
    ['admittedFemale', person.female],
    ['admittedEthnicMinority', person.ethnicity !== KINH],
    ['admittedReligious', person.religion !== undefined],
    ['admittedYouthUnion', line.youthUnion],
    ['admittedEnterprise', (ENTERPRISE_SECTORS as readonly (string | undefined)[]).includes(sector)],
    ['admittedAge18to30', age >= 18 && age <= 30],
    ['admittedUniversity', line.degree !== undefined && UNIVERSITY_DEGREES.includes(line.degree)],
    ['introducedAdmitted', history.introducers.length > 0],
    ['introducedByTradeUnionAdmitted', history.introducers.includes('TRADE_UNION')],
    ['introducedByYouthUnionAdmitted', history.introducers.includes('YOUTH_UNION')],
    ['courseAdmitted', history.courses > 0],
  ]
  const occupation = BY_OCCUPATION[line.occupation ?? '']
  if (occupation) yes.push([occupation, true])
  return Object.fromEntries(yes.filter(([, holds]) => holds).map(([id]) => [id, 1]))
}

function outsideVector(line: LineOf<'transferOut'>): MeasureVector {
  return {
    members: -1,
    transferredOut: 1,
    ...(line.outsideKind === 'UNIVERSITY' ? { transferredOutUniversity: 1 } : {}),
    ...(line.outsideKind === 'COLLEGE' ? { transferredOutCollege: 1 } : {}),
  }
}

function introductionVector(line: LineOf<'introduction'>): MeasureVector {
  return {
    introduced: 1,
    ...(line.introducer === 'TRADE_UNION' ? { introducedByTradeUnion: 1 } : {}),
    ...(line.introducer === 'YOUTH_UNION' ? { introducedByYouthUnion: 1 } : {}),
  }
}

function courseVector(line: LineOf<'courseCompletion'>): MeasureVector {
  return {
    courseCompleted: 1,
    ...(line.audience === 'PUPIL' ? { courseCompletedPupil: 1 } : {}),
    ...(line.audience === 'TEACHER' ? { courseCompletedTeacher: 1 } : {}),
  }
}

function vectorOf(line: ImportLine, history: History, sector: string | undefined): MeasureVector | undefined {
  if (line.type === 'admission' || line.type === 'readmission') return admissionVector(line, history, sector)
  if (line.type === 'introduction') return introductionVector(line)
  if (line.type === 'courseCompletion') return courseVector(line)
  if (line.type === 'recognition') return { recognized: 1 }
  if (line.type === 'transferIn') return { members: 1, transferredIn: 1 }
  if (line.type === 'transferOut') return outsideVector(line)
  if (line.type === 'death') return { members: -1, died: 1 }
  const reason = line.type === 'removal' ? BY_REASON[line.reason] : undefined
  return reason ? { members: -1, [reason]: 1 } : undefined
}

function entriesOf(lines: readonly ImportLine[], sectors: ReadonlyMap<string, string | undefined>): Entry[] {
  const histories = new Map<string, History>()
  return lines.flatMap((line): Entry[] => {
    if (line.type === 'person') histories.set(line.ref, { person: line, introducers: [], courses: 0 })
    if (line.type === 'openingBalance') {
      const vector = { members: line.members, broughtForward: line.members }
      return [{ cell: line.organization, on: line.on, vector }]
    }
    const history = 'person' in line ? histories.get(line.person) : undefined
    if (!history || !('person' in line && 'organization' in line)) return []
    if (line.type === 'introduction') history.introducers.push(line.introducer)
    if (line.type === 'courseCompletion') history.courses += 1
    const { organization: cell, on } = line
    if (line.type === 'transfer') {
      const out = { members: -1, transferredOut: 1 }
      const into = { members: 1, transferredIn: 1 }
      return [
        { cell, on, vector: out, other: line.toOrganization },
        { cell: line.toOrganization, on, vector: into, other: cell },
      ]
    }
    const vector = vectorOf(line, history, sectors.get(cell))
    return vector ? [{ cell, on, vector }] : []
  })
}

function targetOf(
  targets: readonly LineOf<'target'>[],
  organization: string,
  question: FigureQuestion,
): number {
  let sum = 0
  for (let year = yearOf(question.from); year <= yearOf(question.asOf); year += 1) {
    const kinds: readonly TargetKind[] = question.targetKind ? [question.targetKind] : TARGET_KIND_ORDER
    const own = targets.filter(
      (line) => line.organization === organization && line.yearFrom <= year && line.yearTo >= year,
    )
    const kind = kinds.find((candidate) => own.some((line) => line.kind === candidate))
    sum += own.find((line) => line.kind === kind)?.amountMin ?? 0
  }
  return sum
}

const GROSS: readonly MeasureId[] = ['transferredIn', 'transferredOut']

/** Prepares a recount of lines. */
export function recountOf(lines: readonly ImportLine[]): Recount {
  const established = lines.filter((line) => line.type === 'establish')
  const parents = new Map(established.map((line) => [line.code, line.parent]))
  const sectors = new Map(established.map((line) => [line.code, line.sector]))
  const entries = entriesOf(lines, sectors)
  const targets = lines.filter((line) => line.type === 'target')
  const contains = (organization: string, unit: string): boolean => {
    for (let place: string | undefined = unit; place; place = parents.get(place))
      if (place === organization) return true
    return false
  }
  const total = (organization: string, measure: MeasureId, from: Day, to: Day) => {
    const counted = ({ cell, on, vector, other }: Entry) =>
      vector[measure] !== undefined &&
      on >= from &&
      on <= to &&
      contains(organization, cell) &&
      !(other && GROSS.includes(measure) && contains(organization, other))
    return entries.filter(counted).reduce((sum, { vector }) => sum + (vector[measure] ?? 0), 0)
  }
  const quantity = (organization: string, definition: Quantity, question: FigureQuestion) => {
    const parts = definition.terms.map(({ sign, measure, at }) => {
      if (at === 'PERIOD') return sign * total(organization, measure, question.from, question.asOf)
      const days = { AS_OF: question.asOf, BEFORE: addDays(question.from, -1) }
      const day = at === 'BASE' ? `${yearOf(question.from) - 1}-12-31` : days[at]
      return sign * total(organization, measure, '1900-01-01', day)
    })
    const target = definition.target ? definition.target * targetOf(targets, organization, question) : 0
    return parts.reduce((sum, part) => sum + part, target)
  }
  return {
    contains,
    numerator: (organization, id, question) => quantity(organization, findIndicator(id)!.numerator, question),
    denominator: (organization, id, question) => {
      const definition = findIndicator(id)?.denominator
      return definition && quantity(organization, definition, question)
    },
  }
}
