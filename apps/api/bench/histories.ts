import { addDays, type Day, type EventKind, type Introducer } from '@seedbed/shared'
import { randomOf, type Random } from '../src/demo/random.js'
import type { Entry } from '../src/features/ledger/entry.js'
import { monthNumber } from '../src/features/ledger/profile.js'
import type { EventFacts } from '../src/features/membership/event.repository.js'
import type { HistoryEvent } from '../src/features/membership/person-history.js'
import { replay } from '../src/features/membership/replay.js'
import { changeOf, frozenOn, personOf, statedOf, type NewPerson } from './people.js'
import { TIMES, type Size } from './sizes.js'
import { uidOf, type Forest } from './tree.js'

/** People, what happened to them, and the entries it amounts to; positions count from 0 and stand for ids. */
export interface Histories {
  persons: NewPerson[]
  /** `person` is a position. */
  events: EventFacts[]
  /** `event` is a position. */
  entries: Entry[]
}

const days = 3_651

const nothing = {
  toOrganization: null,
  probationary: null,
  introducer: null,
  removalReason: null,
  outsideKind: null,
  courseAudience: null,
  strikeReason: null,
  outcome: null,
  attributes: null,
  joinedOn: null,
}

/** One person from the introduction to perhaps a change, a transfer or a death; events after today have not happened. */
function lifeOf(random: Random, person: NewPerson, cells: readonly number[]): HistoryEvent[] {
  const cell = random.pick(cells)
  const decided = addDays(TIMES.first, random.int(0, days))
  const attributes = frozenOn(person, decided, statedOf(random))
  const life: HistoryEvent[] = []
  const add = (kind: EventKind, date: Day, organization: number, facts: Partial<HistoryEvent> = {}) =>
    life.push({
      ...nothing,
      ...{ id: life.length, kind, date, organization, birthMonth: monthNumber(person.birthDate) },
      attributes: frozenOn(person, date),
      ...facts,
    })
  const before = (least: number) => addDays(decided, -random.int(least, least + 200))
  if (random.chance(0.7)) {
    const introducer: Introducer = random.chance(0.7) ? 'YOUTH_UNION' : 'TRADE_UNION'
    add('INTRODUCTION', before(200), cell, { introducer })
  }
  if (random.chance(0.8)) add('COURSE_COMPLETION', before(30), cell, { courseAudience: 'OTHER' })
  add('ADMISSION', decided, cell, { attributes })
  const sworn = addDays(decided, random.int(3, 40))
  add('CEREMONY', sworn, cell, { attributes })
  const recognized = addDays(sworn, random.int(360, 400))
  add('RECOGNITION', recognized, cell)
  if (random.chance(0.3)) {
    const changed = addDays(recognized, random.int(1, 20))
    add('ATTRIBUTE_CHANGE', changed, cell, { attributes: frozenOn(person, changed, changeOf(random)) })
  }
  const left = addDays(recognized, random.int(30, 2_000))
  const fate = random.next()
  if (fate < 0.2) {
    const to = random.pick(cells)
    if (to !== cell) add('TRANSFER', left, cell, { toOrganization: to })
  } else if (fate < 0.25) add('DEATH', left, cell)
  else if (fate < 0.35) add('TRANSFER_OUT', left, cell, { outsideKind: 'OTHER_PROVINCE' })
  return life.filter(({ date }) => date <= TIMES.today)
}

function factsOf(event: HistoryEvent, uid: string, person: number): EventFacts {
  const { id: _id, ...facts } = event
  const none = {
    ...{ outsidePlace: null, courseName: null, courseCompletedOn: null, certificateNumber: null },
    ...{ document: null, note: null },
  }
  return { ...facts, ...none, uid, person, readmission: false, backfilled: true }
}

/** Lets people be admitted and live on, replayed by the rule of the product itself; the same in every run. */
export function growHistories(size: Size, forest: Forest): Histories {
  const random = randomOf(`people of ${size.name}`)
  const cells = forest.cells.map(({ id }) => id)
  const grown: Histories = { persons: [], events: [], entries: [] }
  for (let index = 0; index < size.admissions; index += 1) {
    const person = personOf(random, index)
    const life = lifeOf(random, person, cells)
    const first = grown.events.length
    const known = replay(life, new Map())
    if (known.fault) throw new Error(`The bench tells an impossible life: ${known.fault.reason.key}`)
    const facts = life.map((event, at) => factsOf(event, uidOf(3, first + at + 1), index))
    for (const { event, readmission, introducer, courseCompletedOn } of known.derived) {
      const at = life.findIndex(({ id }) => id === event)
      Object.assign(facts[at] ?? {}, { readmission, introducer, courseCompletedOn })
    }
    const positions = new Map(life.map(({ id }, at) => [id, first + at]))
    grown.persons.push(person)
    grown.events.push(...facts)
    for (const entry of known.entries)
      grown.entries.push({ ...entry, event: positions.get(entry.event) ?? 0 })
  }
  return grown
}
