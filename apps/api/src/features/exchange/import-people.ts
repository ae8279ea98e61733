import type { EventKind } from '@seedbed/shared'
import { SeedbedError } from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import { recordEvents, type NewEvent, type StatedAttributes } from '../membership/membership.service.js'
import { recordOpeningBalances } from '../membership/opening-balance.service.js'
import { addPersons, personRefs } from '../people/person.service.js'
import type { LineOf, Numbered } from './import-lines.js'
import { documentOf, storeLines, unitOf, type ImportRun } from './import-state.js'

/** Events per statement batch; a person's events stay together. */
const eventsAtOnce = 20_000

const kinds = {
  openingMember: 'OPENING_MEMBER',
  introduction: 'INTRODUCTION',
  courseCompletion: 'COURSE_COMPLETION',
  identification: 'IDENTIFICATION',
  listing: 'LISTING',
  enrolment: 'ENROLMENT',
  courseLeft: 'COURSE_LEFT',
  handover: 'HANDOVER',
  strike: 'STRIKE',
  newMemberCourse: 'NEW_MEMBER_COURSE',
  admission: 'ADMISSION',
  readmission: 'READMISSION',
  restoration: 'RESTORATION',
  ceremony: 'CEREMONY',
  recognition: 'RECOGNITION',
  attributeChange: 'ATTRIBUTE_CHANGE',
  transfer: 'TRANSFER',
  transferIn: 'TRANSFER_IN',
  transferOut: 'TRANSFER_OUT',
  removal: 'REMOVAL',
  death: 'DEATH',
} as const satisfies Record<string, EventKind>

type EventLine = LineOf<keyof typeof kinds>

/** Stores the opening balances of the file. */
export async function importBalances(run: ImportRun): Promise<void> {
  const { ctx, batch } = run
  await storeLines(
    run,
    run.lines.of('openingBalance'),
    (line) => {
      const organization = unitOf(run, line)
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      const { on, members, probationaryMembers, note = null } = line
      return { organization, on, members, probationaryMembers, document, note }
    },
    (items) => recordOpeningBalances(ctx, items, { backfilled: true, batch }),
  )
}

/** Stores the persons of the file; answers the internal ids of all persons that its events name. */
export async function importPersons(run: ImportRun): Promise<Map<string, number>> {
  const { ctx, lines, batch } = run
  const stored = await storeLines(
    run,
    lines.of('person'),
    ({ type: _type, ref, religion = null, identityNumber = null, note = null, ...facts }) => ({
      ref,
      facts: { ...facts, religion, identityNumber, note },
    }),
    (persons) => addPersons(ctx, persons, batch),
  )
  const persons = new Map([...stored].map(([{ data }, id]) => [data.ref, id]))
  const earlier = new Set<string>()
  for (const { data } of lines.all) {
    if ('person' in data && !persons.has(data.person)) earlier.add(data.person)
    if ('mentor' in data && !persons.has(data.mentor)) earlier.add(data.mentor)
    if (data.type === 'dossier')
      for (const { person } of data.recommenders ?? []) if (!persons.has(person)) earlier.add(person)
  }
  for (const [ref, id] of await personRefs(ctx, [...earlier])) persons.set(ref, id)
  return persons
}

/** Stores the events of persons, person by person in the order of the file; of each the first fault is told. */
export async function importEvents(run: ImportRun, persons: ReadonlyMap<string, number>): Promise<void> {
  const lines = run.lines.of(...(Object.keys(kinds) as Array<keyof typeof kinds>))
  for (const chunk of chunksByPerson(lines)) {
    await storeLines(
      run,
      chunk,
      (line) => eventOf(run, persons, line),
      (events) => recordEvents(run.ctx, events, { backfilled: true, batch: run.batch }),
      ({ person }) => person,
    )
  }
}

function chunksByPerson(lines: ReadonlyArray<Numbered<EventLine>>): Array<Array<Numbered<EventLine>>> {
  const chunks: Array<Array<Numbered<EventLine>>> = [[]]
  for (const own of groupBy(lines, ({ data }) => data.person).values()) {
    const last = chunks.at(-1) ?? []
    if (last.length >= eventsAtOnce) chunks.push(own)
    else last.push(...own)
  }
  return chunks
}

function eventOf(
  run: ImportRun,
  persons: ReadonlyMap<string, number>,
  line: EventLine,
): NewEvent | undefined {
  const organization = unitOf(run, line)
  const document = documentOf(run, line.document)
  const toOrganization =
    line.type === 'transfer' || line.type === 'handover' ? unitOf(run, line, line.toOrganization) : null
  const person = persons.get(line.person)
  if (person === undefined && !run.faults.refs.has(line.person)) throw unknownPerson(line.person)
  if (person === undefined || organization === undefined || document === undefined) return undefined
  if (toOrganization === undefined) return undefined
  return {
    kind: kinds[line.type],
    person,
    organization,
    toOrganization,
    on: line.on,
    document,
    note: line.note ?? null,
    stated: statedOf(line as StatedLine),
    ...particulars(line),
  }
}

function unknownPerson(ref: string): SeedbedError {
  const reason = `no person ${ref}`
  return new SeedbedError('NOT_FOUND', `person: ${reason}`, { fields: { person: reason } })
}

/** What a kind says beyond person, unit and day. */
function particulars(line: EventLine): Partial<NewEvent> {
  switch (line.type) {
    case 'openingMember':
      return { probationary: line.probationary, joinedOn: line.joinedOn ?? null }
    case 'restoration':
      return { probationary: line.probationary }
    case 'introduction':
      return { introducer: line.introducer }
    case 'courseCompletion':
      return { courseAudience: line.audience, ...courseOf(line) }
    case 'newMemberCourse':
      return courseOf(line)
    case 'strike':
      return { strikeReason: line.reason }
    case 'transferIn': {
      const { outsideKind, outsidePlace = null, probationary, joinedOn = null } = line
      return { outsideKind, outsidePlace, probationary, joinedOn }
    }
    case 'transferOut':
      return { outsideKind: line.outsideKind, outsidePlace: line.outsidePlace ?? null }
    case 'removal':
      return { removalReason: line.reason }
    case 'identification':
    case 'listing':
    case 'enrolment':
    case 'courseLeft':
    case 'handover':
    case 'admission':
    case 'readmission':
    case 'attributeChange':
    case 'ceremony':
    case 'recognition':
    case 'transfer':
    case 'death':
      return {}
  }
}

const courseOf = ({
  courseName,
  certificateNumber,
}: {
  courseName?: string | undefined
  certificateNumber?: string | undefined
}) => ({
  courseName: courseName ?? null,
  certificateNumber: certificateNumber ?? null,
})

type StatedLine = Partial<LineOf<'attributeChange'>>

/** What a line states of the person; nothing where its kind states nothing. */
function statedOf(line: StatedLine): StatedAttributes {
  const { youthUnion, schooling, degree, politicalTheory, occupation, sourceKind } = line
  return {
    youthUnion: youthUnion ?? null,
    schooling: schooling ?? null,
    degree: degree ?? null,
    politicalTheory: politicalTheory ?? null,
    occupation: occupation ?? null,
    sourceKind: sourceKind ?? null,
  }
}
