import {
  addDays,
  addMonths,
  type Day,
  type Degree,
  type Occupation,
  type PoliticalTheory,
  type Schooling,
  type SourceKind,
} from '@seedbed/shared'
import { callingIn } from './callings.js'
import { ethnicityIn, religionIn } from './peoples.js'
import type { Random } from './random.js'
import type { Unit } from './units.js'

/** What is fixed about a person to be admitted; the rest is drawn. `religion` null: follows none. */
export interface Wish {
  female?: boolean
  university?: boolean
  youthUnion?: boolean
  occupation?: Occupation
  sourceKind?: SourceKind
  ethnicity?: string
  religion?: string | null
}

/** A person as at the day of the decision. */
export interface Profile {
  female: boolean
  birthDate: Day
  ethnicity: string
  religion?: string
  youthUnion: boolean
  schooling: Schooling
  degree: Degree
  politicalTheory: PoliticalTheory
  occupation: Occupation
  sourceKind: SourceKind
}

/** Last age of a Youth Union member. */
const YOUTH_AGE = 30

function ageOf(random: Random, occupation: Occupation, university: boolean, youthUnion?: boolean): number {
  if (occupation === 'PUPIL') return 18
  if (occupation === 'STUDENT') return random.int(19, 22)
  const youngest = university ? 22 : 18
  const young = youthUnion ?? random.chance(0.7)
  if (young) return random.int(youngest, YOUTH_AGE)
  return random.chance(0.78) ? random.int(YOUTH_AGE + 1, 40) : random.int(41, 57)
}

function degreeOf(random: Random, occupation: Occupation, university: boolean): Degree {
  if (university) return random.chance(0.07) ? 'MASTER' : 'UNIVERSITY'
  if (occupation === 'PUPIL' || occupation === 'STUDENT') return 'NONE'
  return random.weighted<readonly [Degree, number]>(
    [
      ['NONE', 45],
      ['VOCATIONAL', 33],
      ['COLLEGE', 22],
    ],
    ([, weight]) => weight,
  )[0]
}

function theoryOf(random: Random, occupation: Occupation): PoliticalTheory {
  const office = occupation === 'CIVIL_SERVANT' || occupation === 'SOLDIER'
  if (office && random.chance(0.18)) return 'INTERMEDIATE'
  return random.chance(office ? 0.45 : 0.16) && occupation !== 'PUPIL' ? 'ELEMENTARY' : 'NONE'
}

function schoolingOf(random: Random, degree: Degree, age: number): Schooling {
  return degree === 'NONE' && age > YOUTH_AGE && random.chance(0.35) ? 'LOWER_SECONDARY' : 'UPPER_SECONDARY'
}

/** Draws a plausible person for an admission decided in a cell on a day. */
export function drawProfile(random: Random, cell: Unit, day: Day, wish: Wish = {}): Profile {
  const calling = callingIn(random, cell, wish)
  const university = wish.university ?? random.chance(calling.university)
  const age = ageOf(random, calling.occupation, university, wish.youthUnion)
  const degree = degreeOf(random, calling.occupation, university)
  const religion = wish.religion === undefined ? religionIn(random, cell) : wish.religion
  const longest = calling.occupation === 'PUPIL' ? 140 : 350
  return {
    female: wish.female ?? random.chance(calling.female),
    birthDate: addDays(addMonths(day, -12 * age), -random.int(4, longest)),
    ethnicity: wish.ethnicity ?? ethnicityIn(random, cell),
    ...(religion ? { religion } : {}),
    youthUnion: wish.youthUnion ?? (age <= YOUTH_AGE && random.chance(0.94)),
    schooling: schoolingOf(random, degree, age),
    degree,
    politicalTheory: theoryOf(random, calling.occupation),
    occupation: calling.occupation,
    sourceKind: wish.sourceKind ?? random.pick(calling.sources),
  }
}

/** A member from before the records: only what is known of every person. */
export function drawElder(random: Random, cell: Unit, bornFrom: number, bornTo: number) {
  const religion = religionIn(random, cell)
  return {
    female: random.chance(0.34),
    birthDate: addDays(`${random.int(bornFrom, bornTo)}-01-01`, random.int(0, 364)),
    ethnicity: ethnicityIn(random, cell),
    ...(religion ? { religion } : {}),
  }
}
