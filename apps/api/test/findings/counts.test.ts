import { addDays, type Day } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import type { Unit } from '../grow.js'
import { statementsOf } from '../statements.js'
import { ABOUT_ROUND, act, growInspection, step, type Inspection } from './grow-findings.js'

const clock = new FixedClock('2026-11-01')
const database = useDatabase()
const api = useApi(database, { clock })

let world: Inspection

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

interface Stored {
  kind: string
  responsible: string
  /** Each change with its day: the state and the due date from then on. */
  steps: Array<{ on: Day; state: string; due: Day | null }>
}

const words = 'Nội dung kiểm tra'
const kinds = ['PRAISE', 'SHORTCOMING', 'SUSPECTED_VIOLATION'] as const
const stored: Stored[] = []
let above: Map<string, string[]>

beforeAll(async () => {
  world = await growInspection(api(), database(), clock)
  const { root, a, k, l, k1, k2, l1 } = world.units
  above = new Map([
    [k.id, [k.id, a.id, root.id]],
    [l.id, [l.id, a.id, root.id]],
    [k1.id, [k1.id, k.id, a.id, root.id]],
    [k2.id, [k2.id, k.id, a.id, root.id]],
    [l1.id, [l1.id, l.id, a.id, root.id]],
  ])
  const next = numbers(20_261_127)
  const responsible = [k, l, k1, k2, l1]
  for (let index = 0; index < 40; index += 1) {
    let on = addDays('2026-11-01', next(20))
    clock.set(on)
    const kind = kinds[next(3)] ?? 'PRAISE'
    const unit = responsible[next(5)] as Unit
    const due = kind === 'PRAISE' ? null : addDays(on, next(10))
    let finding = await step(world.inspector, 'recordFinding', {
      ...{ kind, words, organizationId: unit.id },
      ...(due === null ? {} : { dueOn: due }),
    })
    const row: Stored = { kind, responsible: unit.id, steps: [{ on, state: finding.state, due }] }
    const acts = kind === 'PRAISE' ? 0 : next(5)
    const everybody = await answerer()
    const ways = [
      () => step(everybody, 'answerFinding', { id: finding.id, version: finding.version, words }),
      () =>
        step(world.inspector, 'recheckFinding', {
          ...{ id: finding.id, version: finding.version, words },
          mended: true,
        }),
      () => step(world.inspector, 'closeFinding', { id: finding.id, version: finding.version, words }),
      () =>
        step(world.inspector, 'reopenFinding', {
          ...{ id: finding.id, version: finding.version, words },
          dueOn: addDays(on, 3),
        }),
    ]
    for (const way of ways.slice(0, acts)) {
      on = addDays(on, next(5))
      clock.set(on)
      finding = await way()
      row.steps.push({ on, state: finding.state, due: finding.dueOn })
    }
    stored.push(row)
  }
  clock.set('2027-02-01')
}, 120_000)

let answers: Inspection['officer'] | undefined
async function answerer() {
  return (answers ??= await world.as({ role: 'COMMITTEE_OFFICER', unit: world.units.a }))
}

function naive(unit: string, on: Day) {
  const counts = {
    praise: 0,
    shortcomings: 0,
    suspectedViolations: 0,
    awaited: 0,
    overdue: 0,
    answered: 0,
    closed: 0,
  }
  for (const { kind, responsible, steps } of stored) {
    const last = steps.findLast((one) => one.on <= on)
    if (!last || !above.get(responsible)?.includes(unit)) continue
    if (kind === 'PRAISE') counts.praise += 1
    if (kind === 'SHORTCOMING') counts.shortcomings += 1
    if (kind === 'SUSPECTED_VIOLATION') counts.suspectedViolations += 1
    const waits = last.state === 'OPEN' || last.state === 'REOPENED'
    if (waits) counts.awaited += 1
    if (waits && last.due !== null && last.due < on) counts.overdue += 1
    if (last.state === 'ANSWERED' || last.state === 'RECHECKED') counts.answered += 1
    if (last.state === 'CLOSED' && kind !== 'PRAISE') counts.closed += 1
  }
  return counts
}

const COUNTS = `query ($id: ID!, $on: Date) { organization(id: $id) { findingCounts(on: $on) {
  praise shortcomings suspectedViolations awaited overdue answered closed } } }`

describe('counts of findings', () => {
  it('are what a naive recount of every step gives, for every unit on every day', async () => {
    const given: unknown[] = []
    const due: unknown[] = []
    for (const unit of [...new Set([...above.values()].flat())])
      for (let on = '2026-10-31'; on < '2027-01-10'; on = addDays(on, 7)) {
        if (unit === world.units.root.id) continue
        const data = await world.inspector.data<{ organization: { findingCounts: object } }>(COUNTS, {
          id: unit,
          on,
        })
        given.push([unit, on, data.organization.findingCounts])
        due.push([unit, on, naive(unit, on)])
      }
    expect(given).toEqual(due)
    expect(due.length).toBeGreaterThan(50)
    expect(JSON.stringify(due)).toMatch(/"overdue":[1-9]/u)
  })

  it('of many units cost as many statements as those of two', async () => {
    const query = `query ($id: ID!) { organization(id: $id) { children(includeClosed: false) { edges { node { findingCounts { overdue } } } } } }`
    const cost = async (unit: Unit) =>
      (await statementsOf(database(), () => world.inspector.data(query, { id: unit.id }))).length
    const two = await cost(world.units.a)
    for (let index = 0; index < 8; index += 1)
      await world.garden.unit(`Xã ${index}`, 'GRASSROOTS', world.units.a)
    expect(await cost(world.units.a)).toBe(two)
  })
})

describe('counts of rounds', () => {
  const TALLY = `concluded noShortcoming shortcoming suspectedViolation violation discipline`
  const QUERY = `query ($id: ID!, $from: Date!, $to: Date!) { organization(id: $id) { inspectionCounts(from: $from, to: $to) {
    tier body kind subjectTier organizations { ${TALLY} } members { ${TALLY} } } } }`
  const results = ['NO_SHORTCOMING', 'SHORTCOMING', 'SUSPECTED_VIOLATION', 'VIOLATION', 'DISCIPLINE'] as const
  const names = ['noShortcoming', 'shortcoming', 'suspectedViolation', 'violation', 'discipline'] as const

  it('are what a naive recount of their subjects gives, by level, for any unit and period', async () => {
    const next = numbers(77)
    const { a, k, l, k1, k2, l1 } = world.units
    const tiers = new Map([
      [a.id, 'DISTRICT'],
      [k.id, 'GRASSROOTS'],
      [l.id, 'GRASSROOTS'],
      [k1.id, 'CELL'],
      [k2.id, 'CELL'],
      [l1.id, 'CELL'],
    ])
    const done: Array<{
      by: string
      body: string
      kind: string
      of: string
      person: boolean
      on: Day
      result: number
    }> = []
    clock.set('2027-02-01')
    for (let index = 0; index < 12; index += 1) {
      const by = index % 2 === 0 ? a : k
      const kind = (['THEMATIC_INSPECTION', 'VIOLATION_INSPECTION', 'THEMATIC_SUPERVISION'] as const)[next(3)]
      const body = (['COMMITTEE', 'INSPECTION_COMMISSION'] as const)[next(2)] ?? 'COMMITTEE'
      const round = await act(world.inspector, 'createInspectionRound', {
        ...{ ...ABOUT_ROUND, toDay: '2027-03-01' },
        ...{ organizationId: by.id, kind, body },
      })
      const units = by === a ? [k, l, l1] : [k1, k2]
      const { person } = await world.garden.admit(k2, '2024-05-01')
      const input = { roundId: round.id, organizationIds: units.map(({ id }) => id), personIds: [person] }
      const { subjects } = await act<{ subjects: Array<Unit & { isPerson: boolean; organization: Unit }> }>(
        world.inspector,
        'addInspectionSubjects',
        input,
        'subjects { id version isPerson organization { id version } }',
      )
      for (const { id, version, isPerson, organization } of subjects) {
        if (next(5) === 0) continue
        const result = next(kind === 'THEMATIC_SUPERVISION' ? 3 : 5)
        const on = addDays('2026-11-01', next(90))
        const facts = { state: 'CONCLUDED', result: results[result], on }
        await act(world.inspector, 'setInspectionSubject', { id, version, ...facts })
        done.push({ by: by.id, body, kind: kind ?? '', of: organization.id, person: isPerson, on, result })
      }
    }
    const recount = (unit: string, from: Day, to: Day) => {
      const counted: Record<string, number> = {}
      for (const { by, body, kind, of, person, on, result } of done) {
        const within = by === unit || (unit === a.id && by === k.id)
        if (!within || on < from || on > to) continue
        const key = [tiers.get(by), body, kind, tiers.get(of), person ? 'members' : 'organizations']
        for (const name of ['concluded', names[result]]) {
          const at = [...key, name].join(' ')
          counted[at] = (counted[at] ?? 0) + 1
        }
      }
      return counted
    }
    interface Row extends Record<string, unknown> {
      organizations: Record<string, number>
      members: Record<string, number>
    }
    for (const [unit, from, to] of [
      [a.id, '2026-11-01', '2027-02-01'],
      [a.id, '2026-12-01', '2026-12-31'],
      [k.id, '2026-11-01', '2027-02-01'],
      [l.id, '2026-11-01', '2027-02-01'],
    ] as const) {
      const { organization } = await world.inspector.data<{ organization: { inspectionCounts: Row[] } }>(
        QUERY,
        { id: unit, from, to },
      )
      const given: Record<string, number> = {}
      for (const row of organization.inspectionCounts)
        for (const whom of ['organizations', 'members'] as const)
          for (const [name, n] of Object.entries(row[whom]))
            if (n > 0) given[[row.tier, row.body, row.kind, row.subjectTier, whom, name].join(' ')] = n
      expect(given).toEqual(recount(unit, from, to))
    }
    expect(done.length).toBeGreaterThan(25)
  }, 60_000)
})
