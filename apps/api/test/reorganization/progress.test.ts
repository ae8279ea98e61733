import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { of, Plans, type Plan } from './plans.js'

const clock = new FixedClock('2026-11-27')
const api = useApi(useDatabase(), { clock })

let garden: Garden
let root: Unit
let plans: Plans
let serial = 0

beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  plans = new Plans(api(), root)
})

interface Work {
  act: string
  step: string
  done: number
  total: number | null
  endedAt: string | null
  refusal: { code: string } | null
}

async function asked({ id }: Plan): Promise<{ status: string; work: Work | null }> {
  const query = `query ($id: ID!) { reorganization(id: $id) {
    status work { act step done total endedAt refusal { code } } } }`
  type Shown = { reorganization: { status: string; work: Work | null } }
  return (await api().data<Shown>(query, { id })).reorganization
}

/** What others are answered while the work goes on. */
async function answersDuring<T>(plan: Plan, work: Promise<T>) {
  let going = true
  const ended = work.finally(() => (going = false)).catch(() => undefined)
  const answers: Awaited<ReturnType<typeof asked>>[] = []
  while (going) answers.push(await asked(plan))
  await ended
  return answers
}

/** Two cells of one commune with many persons each. */
async function cells(persons: number) {
  serial += 1
  const commune = await garden.unit(`Xã ${serial}`, 'GRASSROOTS', root)
  const [k, l] = [
    await garden.unit(`Chi bộ K ${serial}`, 'CELL', commune),
    await garden.unit(`Chi bộ L ${serial}`, 'CELL', commune),
  ]
  for (let index = 0; index < persons; index += 1) await garden.admit(k, '2025-03-01')
  return { k, l }
}

describe('work on a reorganization', () => {
  it('can be asked about while it runs; until it is stored the draft is what it was', async () => {
    const { k, l } = await cells(20)
    const merge = { kind: 'MERGE', units: [of(k)], successors: [{ unit: of(l) }] }
    const plan = await plans.draft('2025-07-01', [merge])
    expect(await asked(plan)).toEqual({ status: 'DRAFT', work: null })
    let applied = plan
    const during = await answersDuring(
      plan,
      plans.apply(plan).then((done) => (applied = done)),
    )
    const running = during.filter(({ work }) => work?.endedAt === null)
    expect(running.length).toBeGreaterThan(0)
    for (const { status, work } of running) expect([status, work?.act]).toEqual(['DRAFT', 'APPLY'])
    expect(await asked(applied)).toMatchObject({
      status: 'APPLIED',
      work: { act: 'APPLY', step: 'STORING', endedAt: clock.now().toISOString(), refusal: null },
    })
    const undoing = await answersDuring(applied, plans.undo(applied))
    expect(undoing.some(({ work }) => work?.act === 'UNDO' && work.endedAt === null)).toBe(true)
    expect(await asked(applied)).toMatchObject({ status: 'UNDONE', work: { act: 'UNDO', refusal: null } })
  })

  it('that came to nothing says why to whoever asks later', async () => {
    const { k } = await cells(1)
    const plan = await plans.draft('2025-07-01', [{ kind: 'DISSOLVE', units: [of(k)], reason: 'OTHER' }])
    await plans.refusalOf('applyReorganization', plan)
    expect(await asked(plan)).toMatchObject({
      status: 'DRAFT',
      work: { act: 'APPLY', endedAt: clock.now().toISOString(), refusal: { code: 'CONFLICT' } },
    })
  })
})
