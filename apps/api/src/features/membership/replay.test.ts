import { addDays, EVENT_KINDS, MEASURE_IDS, MEMBER_FLOWS, type MeasureId } from '@seedbed/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, type Entry } from '../ledger/entry.js'
import type { CellLives } from '../ledger/succession.js'
import type { HistoryEvent } from './person-history.js'
import { replay } from './replay.js'

const nowhere = {
  toOrganization: null,
  probationary: null,
  introducer: null,
  removalReason: null,
  outsideKind: null,
  courseAudience: null,
  strikeReason: null,
  outcome: null,
  attributes: null,
  birthMonth: 0,
  joinedOn: null,
}

const attributes = {
  age: 24,
  female: true,
  ethnicity: '01',
  religion: null,
  youthUnion: true,
  schooling: null,
  degree: null,
  politicalTheory: null,
  occupation: 'FARMER',
  sourceKind: null,
  sector: null,
}

type Facts = Partial<HistoryEvent> & Pick<HistoryEvent, 'kind' | 'organization' | 'date'>

function eventOf(id: number, facts: Facts): HistoryEvent {
  const admits = facts.kind === 'ADMISSION' || facts.kind === 'READMISSION'
  return { id, ...nowhere, ...(admits ? { attributes } : {}), ...facts } as HistoryEvent
}

const kinds = Object.keys(EVENT_KINDS) as Array<HistoryEvent['kind']>
const tries = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    organization: fc.constantFrom(1, 2),
    date: fc.integer({ min: 0, max: 9 }).map((days) => addDays('2024-01-01', days)),
    probationary: fc.boolean(),
    introducer: fc.constantFrom('YOUTH_UNION', null),
    removalReason: fc.constantFrom('NAME_REMOVED', 'PROBATION_REMOVED', 'DECISION_CANCELLED'),
  }),
  { minLength: 5, maxLength: 30 },
)

const living: CellLives = new Map()

/** Random histories that can be: every event that would break its history is left out. */
const histories = tries.map((list) => {
  const history: HistoryEvent[] = []
  for (const [index, facts] of list.entries()) {
    const toOrganization = facts.kind === 'TRANSFER' ? 3 - facts.organization : null
    const event = eventOf(index + 1, { ...(facts as Facts), toOrganization })
    if (!replay([...history, event], living).fault) history.push(event)
  }
  return history
})

function entriesOf(history: readonly HistoryEvent[]): Entry[] {
  const result = replay(history, living)
  if (result.fault) throw new Error(`cannot be: ${result.fault.reason.key}`)
  return result.entries
}

/** Sum of a measure under one count basis, up to and including a day. */
function sum(entries: readonly Entry[], id: MeasureId, other: number, until = '2024-12-31'): number {
  const counted = entries.filter(({ basis, date }) => basis !== other && date <= until)
  return counted.reduce((total, { measures }) => total + (measures[id] ?? 0), 0)
}

function why(...facts: Facts[]): string | undefined {
  const result = replay(
    facts.map((one, index) => eventOf(index + 1, one)),
    living,
  )
  return result.fault?.reason.key
}

describe('a history', () => {
  const at = { organization: 1, date: '2024-01-01' }
  const later = { organization: 1, date: '2024-02-01' }

  it.each<[string, Facts[]]>([
    [
      'MEMBER_ALREADY',
      [
        { kind: 'ADMISSION', ...at },
        { kind: 'ADMISSION', ...later },
      ],
    ],
    [
      'MEMBER_ALREADY',
      [
        { kind: 'TRANSFER_IN', ...at },
        { kind: 'INTRODUCTION', ...later },
      ],
    ],
    ['NOT_MEMBER', [{ kind: 'CEREMONY', ...at }]],
    [
      'NO_CEREMONY_DUE',
      [
        { kind: 'TRANSFER_IN', ...at },
        { kind: 'CEREMONY', ...later },
      ],
    ],
    [
      'NO_CEREMONY_YET',
      [
        { kind: 'ADMISSION', ...at },
        { kind: 'RECOGNITION', ...later },
      ],
    ],
    [
      'OFFICIAL_ALREADY',
      [
        { kind: 'TRANSFER_IN', ...at },
        { kind: 'RECOGNITION', ...later },
      ],
    ],
    [
      'OTHER_CELL',
      [
        { kind: 'ADMISSION', ...at },
        { kind: 'DEATH', ...later, organization: 2 },
      ],
    ],
    [
      'NO_OTHER_CELL',
      [
        { kind: 'ADMISSION', ...at },
        { kind: 'TRANSFER', ...later, toOrganization: null },
      ],
    ],
    [
      'NO_REMOVAL_REASON',
      [
        { kind: 'ADMISSION', ...at },
        { kind: 'REMOVAL', ...later },
      ],
    ],
    ['NO_ATTRIBUTES', [{ kind: 'ADMISSION', ...at, attributes: null }]],
    [
      'HAS_DIED',
      [
        { kind: 'ADMISSION', ...at },
        { kind: 'DEATH', ...at },
        { kind: 'READMISSION', ...later },
      ],
    ],
    [
      'WAS_MEMBER',
      [
        { kind: 'ADMISSION', ...at },
        { kind: 'TRANSFER_OUT', ...at },
        { kind: 'ADMISSION', ...later },
      ],
    ],
  ])('cannot be: %s', (reason, facts) => {
    expect(why(...facts)).toBe(reason)
  })

  it('amounts to the same in whatever order it was recorded', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (history, numbers) => {
        const order = new Map(history.map((event) => [event, numbers.next().value ?? 0]))
        const shuffled = [...history].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        expect(entriesOf(shuffled)).toEqual(entriesOf(history))
      }),
    )
  })

  it('holds on every day one member or none, as many as the flows of members leave', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const history = events.filter(({ kind }) => kind !== 'OPENING_MEMBER')
        fc.pre(!replay(history, living).fault)
        const entries = entriesOf(history)
        for (const { date } of history) {
          const members = sum(entries, 'members', 2, date)
          const moved = MEMBER_FLOWS.map(([id, sign]) => sign * sum(entries, id, 2, date))
          expect([0, 1]).toContain(members)
          expect(moved.reduce((all, one) => all + one, 0)).toBe(members)
          expect(sum(entries, 'members', 1, date)).toBeLessThanOrEqual(members)
          expect(sum(entries, 'probationaryMembers', 2, date)).toBeLessThanOrEqual(members)
        }
      }),
    )
  })

  it('without an event that is taken back is what it would be had that never been recorded', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, pick) => {
        const event = history[pick % Math.max(1, history.length)]
        const rest = history.filter((one) => one !== event)
        fc.pre(event !== undefined && !replay(rest, living).fault)
        const standing = entriesOf(history)
        const wanted = entriesOf(rest)
        const posted = difference(standing, wanted)
        expect(difference([...standing, ...posted], wanted)).toEqual([])
        expect(
          difference(
            [...standing, ...posted].filter((one) => one.event === event?.id),
            [],
          ),
        ).toEqual([])
        for (const id of MEASURE_IDS)
          for (const other of [1, 2])
            expect(sum([...standing, ...posted], id, other)).toBe(sum(wanted, id, other))
      }),
    )
  })

  it('goes on in the heir of a cell that has ended', () => {
    const lives: CellLives = new Map([
      [1, { opened: '2020-01-01', closed: '2024-01-15', heir: 2 }],
      [2, { opened: '2020-01-01', closed: '9999-12-31', heir: null }],
    ])
    const admitted = eventOf(1, { kind: 'ADMISSION', ...at })
    const inOld = eventOf(2, { kind: 'DEATH', ...later })
    const inHeir = eventOf(2, { kind: 'DEATH', ...later, organization: 2 })
    expect(replay([admitted, inOld], lives).fault?.reason.key).toBe('OTHER_CELL')
    expect(replay([admitted, inHeir], lives).fault).toBeUndefined()
  })
})
