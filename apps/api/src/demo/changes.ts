import { addDays, addMonths, type Day, type Degree, type PoliticalTheory } from '@seedbed/shared'
import { groupBy } from '../group-by.js'
import { LAST_DAY, RECORDS_FROM } from './days.js'
import type { EventLine, Journal, LineOf } from './journal.js'
import { randomOf, type Random } from './random.js'

type Change = Omit<LineOf<'attributeChange'>, 'type' | 'person' | 'organization'>
type Stated = Pick<LineOf<'attributeChange'>, 'youthUnion' | 'degree' | 'politicalTheory' | 'occupation'>

/** The Youth Union lets its members go at this age. */
const LEAVES_YOUTH_UNION = 31

const HIGHER_DEGREE: Readonly<Partial<Record<Degree, Degree>>> = {
  VOCATIONAL: 'COLLEGE',
  COLLEGE: 'UNIVERSITY',
  UNIVERSITY: 'MASTER',
}
const HIGHER_THEORY: Readonly<Partial<Record<PoliticalTheory, PoliticalTheory>>> = {
  NONE: 'ELEMENTARY',
  ELEMENTARY: 'INTERMEDIATE',
  INTERMEDIATE: 'ADVANCED',
}

/** What changes of a member who was known so when the membership began. */
function changesOf(random: Random, known: Stated, since: Day, birthDate: Day): Change[] {
  const changes: Change[] = []
  const later = (from: number, to: number) => addDays(since, random.int(from, to))
  if (known.youthUnion && random.chance(0.9))
    changes.push({
      on: addDays(addMonths(birthDate, 12 * LEAVES_YOUTH_UNION), random.int(0, 60)),
      youthUnion: false,
    })
  const degree = known.degree && HIGHER_DEGREE[known.degree]
  if (known.occupation === 'STUDENT') changes.push({ on: later(400, 1_300), degree: 'UNIVERSITY' })
  else if (degree && random.chance(0.03)) changes.push({ on: later(200, 1_200), degree })
  const theory = known.politicalTheory && HIGHER_THEORY[known.politicalTheory]
  if (theory && random.chance(0.05)) changes.push({ on: later(300, 1_300), politicalTheory: theory })
  return changes
}

/** Where a person is a member after each of the events, in order. */
function placesOf(events: readonly EventLine[]): Array<{ on: Day; cell: string | null }> {
  let cell: string | null = null
  return events.map((event) => {
    if (['openingMember', 'transferIn', 'admission', 'readmission'].includes(event.type))
      cell = event.organization
    if (event.type === 'transfer') cell = event.toOrganization
    if (['transferOut', 'removal', 'death'].includes(event.type)) cell = null
    return { on: event.on, cell }
  })
}

/** Records what changes of members on record: who leaves the Youth Union, earns a degree, studies political theory. */
export function recordChanges(journal: Journal): void {
  for (const [person, unordered] of groupBy([...journal.events()], (event) => event.person)) {
    const events = [...unordered].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    const joined = events.findLast(({ type }) =>
      ['openingMember', 'transferIn', 'admission', 'readmission'].includes(type),
    )
    if (!joined) continue
    const places = placesOf(events)
    const random = randomOf(`changes of ${person}`)
    const since = joined.on < RECORDS_FROM ? RECORDS_FROM : joined.on
    for (const change of changesOf(random, joined as Stated, since, journal.birthDateOf(person))) {
      const cell = places.findLast(({ on }) => on < change.on)?.cell
      const isFree = places.every(({ on }) => on !== change.on)
      if (!cell || !isFree || change.on <= joined.on || change.on > LAST_DAY) continue
      journal.record({ type: 'attributeChange', person, organization: cell, ...change })
    }
  }
}
