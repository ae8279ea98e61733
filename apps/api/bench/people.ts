import { addDays, fullYearsBetween, type Day } from '@seedbed/shared'
import type { Random } from '../src/demo/random.js'
import type { Attributes } from '../src/features/membership/person-history.js'
import type { PersonFacts } from '../src/features/people/person.repository.js'
import { uidOf } from './tree.js'

export type NewPerson = PersonFacts & { uid: string; ref: string | null }

const givenNames = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Phúc', 'Yến']
const occupations = ['WORKER', 'FARMER', 'TEACHER', 'STUDENT', 'PUPIL', 'BUSINESS_OWNER']
const degrees = ['NONE', 'VOCATIONAL', 'COLLEGE', 'UNIVERSITY', 'UNIVERSITY', 'MASTER']
const theories = ['NONE', 'NONE', 'ELEMENTARY', 'INTERMEDIATE']
const sourceKinds = ['PUPIL', 'TEACHER', 'WORKER', 'MILITIA', 'PUBLIC_EMPLOYEE', 'RESIDENT']

export function personOf(random: Random, index: number): NewPerson {
  const female = random.chance(0.45)
  return {
    uid: uidOf(2, index + 1),
    ref: null,
    fullName: `${female ? 'Nguyễn Thị' : 'Trần Văn'} ${random.pick(givenNames)}`,
    birthDate: addDays('1975-01-01', random.int(0, 8_500)),
    female,
    ethnicity: random.chance(0.1) ? '02' : '01',
    religion: random.chance(0.05) ? '01' : null,
    identityNumber: null,
    note: null,
  }
}

const unsaid = {
  youthUnion: null,
  schooling: null,
  degree: null,
  politicalTheory: null,
  occupation: null,
  sourceKind: null,
}

/** What every event freezes of a person, with what it states. */
export function frozenOn(person: NewPerson, on: Day, stated: Partial<Attributes> = {}): Attributes {
  const { birthDate, female, ethnicity, religion } = person
  return {
    ...unsaid,
    ...{ age: fullYearsBetween(birthDate, on), female, ethnicity, religion, sector: null },
    ...stated,
  }
}

/** Everything that an admission can state. */
export function statedOf(random: Random): Partial<Attributes> {
  return {
    youthUnion: random.chance(0.6),
    schooling: 'UPPER_SECONDARY',
    degree: random.pick(degrees),
    politicalTheory: random.pick(theories),
    occupation: random.pick(occupations),
    sourceKind: random.pick(sourceKinds),
  }
}

/** What changes in a member later. */
export function changeOf(random: Random): Partial<Attributes> {
  return random.chance(0.5) ? { youthUnion: false } : { politicalTheory: 'INTERMEDIATE', degree: 'MASTER' }
}
