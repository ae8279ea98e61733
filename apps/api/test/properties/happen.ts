import type { Day, EventKind, MeasureVector } from '@seedbed/shared'
import { SeedbedError } from '../../src/errors/errors.js'
import { recordEvent, type NewEvent } from '../../src/features/membership/membership.service.js'
import { createPerson } from '../../src/features/people/person.service.js'
import { ageOn, type Born, type Said } from './naive-persons.js'
import type { Person, World } from './world.js'

/** Does it; answers whether it was accepted. A refusal is part of the game, any other failure is not. */
export async function accepted(world: World, name: string, act: () => Promise<void>): Promise<boolean> {
  const sample = world.log.length % 4 === 0
  const before = sample ? await world.snapshot() : ''
  try {
    await act()
    world.log.push(name)
    return true
  } catch (error) {
    if (!(error instanceof SeedbedError)) throw error
    world.log.push(`${name}: refused, ${error.message}`)
    if (sample && (await world.snapshot()) !== before)
      throw new Error('a refusal left something behind', { cause: error })
    return false
  }
}

const births: readonly Born[] = [
  { birthDate: '1990-05-20', female: true, ethnicity: '01', religion: null },
  { birthDate: '1993-12-31', female: false, ethnicity: '01', religion: null },
  { birthDate: '1990-05-20', female: true, ethnicity: '26', religion: '08' },
  { birthDate: '2004-02-29', female: false, ethnicity: '26', religion: null },
]

export async function newPerson(world: World, number: number): Promise<Person> {
  const born = births[number % births.length] as Born
  const facts = { fullName: 'Nguyễn Thử', ...born, identityNumber: null, note: null }
  const { id, uid } = await createPerson(world.ctx(), facts)
  const person = { id, uid, born, happenings: [] }
  world.persons.push(person)
  return person
}

const sayings: readonly Said[] = [
  { youthUnion: true, degree: null, occupation: 'PUPIL' },
  { youthUnion: false, degree: 'UNIVERSITY', occupation: null },
  { youthUnion: null, degree: 'COLLEGE', occupation: 'FARMER' },
  { youthUnion: false, degree: null, occupation: null },
  { youthUnion: null, degree: null, occupation: null },
]

/** What an event might state of the person: at times nothing. */
export function saidBy(number: number): Said {
  return sayings[number % sayings.length] as Said
}

export type Extras = Partial<
  Pick<
    NewEvent,
    'introducer' | 'removalReason' | 'outsideKind' | 'courseAudience' | 'joinedOn' | 'strikeReason'
  >
> & {
  to?: number
  probationary?: boolean
  adds?: MeasureVector
  said?: Said
}

const nothing: Said = { youthUnion: null, degree: null, occupation: null }

/** Records an event of a person, in the product and in the model. */
export async function happen(
  world: World,
  person: Person,
  kind: EventKind,
  cell: number,
  on: Day,
  extras: Extras = {},
): Promise<void> {
  const { to = null, probationary = false, adds = {}, said = nothing, ...rest } = extras
  const place = `in ${cell}${to === null ? '' : ` to ${to}`}`
  await accepted(world, `${on} ${kind} of ${person.id} ${place} ${JSON.stringify(said)}`, async () => {
    const { id, uid } = await recordEvent(world.ctx(), {
      ...rest,
      ...{ kind, person: person.id, organization: cell, toOrganization: to, on, probationary },
      stated: { ...said, schooling: null, politicalTheory: null, sourceKind: null },
    })
    person.happenings.push({
      ...{ id, uid, kind, day: on, cell, to, probationary, adds, said, born: person.born },
      ...{ introducer: rest.introducer ?? null, joinedOn: rest.joinedOn ?? null },
    })
  })
}

/** An admission, with what it adds by definition. */
export function admissionOf(
  person: Person,
  kind: 'ADMISSION' | 'READMISSION',
  on: Day,
  number: number,
): Extras {
  const said = { ...saidBy(number), youthUnion: number % 2 === 0 }
  const { female, ethnicity, religion } = person.born
  const age = ageOn(person.born, on)
  const counted: Array<[keyof MeasureVector, boolean]> = [
    [kind === 'ADMISSION' ? 'newlyAdmitted' : 'readmitted', true],
    ['admittedFemale', female],
    ['admittedEthnicMinority', ethnicity !== '01'],
    ['admittedReligious', religion !== null],
    ['admittedYouthUnion', said.youthUnion],
    ['admittedPupil', said.occupation === 'PUPIL'],
    ['admittedFarmer', said.occupation === 'FARMER'],
    ['admittedUniversity', said.degree === 'UNIVERSITY'],
    ['admittedAge18to30', age >= 18 && age <= 30],
  ]
  return { said, adds: Object.fromEntries(counted.flatMap(([id, counts]) => (counts ? [[id, 1]] : []))) }
}
