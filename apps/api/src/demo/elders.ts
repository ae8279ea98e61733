import { addDays, addMonths, fullYearsBetween, minDay, type Day, type Degree } from '@seedbed/shared'
import { addPerson } from './admissions.js'
import { callingIn } from './callings.js'
import { OPENED_ON } from './days.js'
import type { Journal } from './journal.js'
import { drawElder } from './profiles.js'
import { randomOf, type Random } from './random.js'
import { cellsOf, type Unit } from './units.js'

const RETIRED_AT = 61
const YOUTH_AGE = 30
/** Whoever is no longer on probation joined at least so many days ago. */
const PROBATION_DAYS = 430

const THEORIES = [
  ['NONE', 34],
  ['ELEMENTARY', 42],
  ['INTERMEDIATE', 20],
  ['ADVANCED', 4],
] as const

const DEGREES_OF_OTHERS: ReadonlyArray<readonly [Degree, number]> = [
  ['NONE', 48],
  ['VOCATIONAL', 32],
  ['COLLEGE', 20],
]

/** The day of the decision to admit someone who is an official member on a day. */
function joinedBefore(random: Random, birthDate: Day, on: Day): Day {
  const age = random.int(random.chance(0.7) ? 19 : 28, random.chance(0.8) ? 31 : 44)
  const day = addDays(addMonths(birthDate, 12 * age), random.int(0, 364))
  return minDay(day, addDays(on, -PROBATION_DAYS - random.int(0, 300)))
}

/** What is known of an official member who was not admitted within the records; the same for the same person. */
export function elderAttributes(person: string, cell: Unit, birthDate: Day, on: Day) {
  const random = randomOf(`attributes of ${person}`)
  const calling = callingIn(random, cell, {})
  const age = fullYearsBetween(birthDate, on)
  const university = random.chance(calling.university * (age > 50 ? 0.5 : 0.8))
  const [other] = random.weighted(DEGREES_OF_OTHERS, ([, weight]) => weight)
  const [politicalTheory] = random.weighted(THEORIES, ([, weight]) => weight)
  const schooled = university || random.chance(age > 55 ? 0.45 : 0.9)
  return {
    youthUnion: age <= YOUTH_AGE && random.chance(0.85),
    schooling: schooled ? ('UPPER_SECONDARY' as const) : ('LOWER_SECONDARY' as const),
    degree: university ? (random.chance(0.1) ? ('MASTER' as const) : ('UNIVERSITY' as const)) : other,
    politicalTheory,
    occupation: age >= RETIRED_AT ? ('OTHER' as const) : calling.occupation,
    joinedOn: joinedBefore(random, birthDate, on),
  }
}

/** Years of birth of members, and how many of a hundred were born in them. */
const BORN: ReadonlyArray<readonly [number, number, number]> = [
  [1934, 1949, 11],
  [1950, 1959, 19],
  [1960, 1969, 19],
  [1970, 1979, 19],
  [1980, 1989, 23],
  [1990, 1997, 9],
]

/** Gives every member of the opening balances below a unit a name, as far as none has one yet. */
export function nameMembers(journal: Journal, unit: Unit): void {
  const named = new Map<string, number>()
  for (const { type, organization } of journal.events())
    if (type === 'openingMember') named.set(organization, (named.get(organization) ?? 0) + 1)
  const random = randomOf(`members of ${unit.code}`)
  for (const cell of cellsOf(unit)) {
    for (let left = cell.opening - (named.get(cell.code) ?? 0); left > 0; left -= 1) {
      const [from, to] = random.weighted(BORN, ([, , weight]) => weight)
      const elder = drawElder(random, cell, from, to)
      const person = addPerson(journal, random, elder)
      const at = { person, organization: cell.code, on: OPENED_ON }
      const attributes = elderAttributes(person, cell, elder.birthDate, OPENED_ON)
      journal.record({ type: 'openingMember', ...at, probationary: false, ...attributes })
    }
  }
}
