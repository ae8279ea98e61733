import fc from 'fast-check'
import { faultOfOrganizationQuery, type OrganizationQuery } from '@seedbed/shared'
import { beforeAll, expect, inject, it } from 'vitest'
import { useDatabase } from '../database.js'
import type { RequestContext } from '../../src/context.js'
import { answerOf, totalsOfAnswer } from '../../src/features/inspection/find-organizations.service.js'
import { operate, plant } from '../properties/operations.js'
import { freeDepth } from '../properties/run.js'
import { histories, type Step } from '../properties/steps.js'
import { World } from '../properties/world.js'
import { naiveAnswer, type Ground, type Named } from './naive-query.js'
import { Numbers, randomQuery } from './random-query.js'

const database = useDatabase()
const { sqlite, mysql } = inject('histories')
const numRuns = inject('engine') === 'sqlite' ? sqlite : mysql
/** At least 200 questions, twenty for each history. */
const perHistory = Math.max(20, Math.ceil(200 / numRuns))

beforeAll(() => freeDepth(database()))

/** Gives most units a target for most years; the product and the model read the same. */
async function giveTargets(world: World): Promise<Map<string, number>> {
  const { writer } = database()
  await writer.query('DELETE FROM target')
  const targets = new Map<string, number>()
  for (const { id } of world.units)
    for (const year of [2023, 2024, 2025]) {
      if ((id + year) % 3 === 0) continue
      const amount = (id + year) % 4
      targets.set(`${id} ${year}`, amount)
      await writer.query(
        `INSERT INTO target (uid, organization, kind, indicator, year_from, year_to, amount_min) VALUES (?, ?, 'ASSIGNED', 'admitted', ?, ?, ?)`,
        [`target-${id}-${year}`, id, year, year, amount],
      )
    }
  return targets
}

async function namesOn(world: World, day: string): Promise<Map<number, Named>> {
  const rows = (await world.database.reader.query(
    'SELECT organization, name, sort_key, kind FROM organization_version WHERE valid_from <= ? AND valid_to > ?',
    [day, day],
  )) as Record<string, unknown>[]
  return new Map(
    rows.map((row) => [
      Number(row['organization']),
      { name: String(row['name']), sortKey: String(row['sort_key']), kind: String(row['kind']) },
    ]),
  )
}

/** Sums that a total must be, where it has one, of the hits by the definition. */
async function compareTotals(
  ctx: RequestContext,
  query: OrganizationQuery,
  naive: ReturnType<typeof naiveAnswer>,
): Promise<void> {
  const answer = await answerOf(ctx, query)
  for (const { indicator, figure, withheld } of await totalsOfAnswer(ctx, answer)) {
    if (indicator !== 'admitted') continue
    const sum = naive.hits.reduce((all, unit) => all + (naive.column(unit, 'admitted') ?? 0), 0)
    if (withheld === null) expect(figure?.numerator).toBe(sum)
    else expect(withheld).toBe('NESTED')
  }
}

/** A question with its answer by definition. */
interface Drawn {
  query: OrganizationQuery
  naive: ReturnType<typeof naiveAnswer>
}

/** So many are drawn until one is telling: in small histories most conditions divide nobody from anybody. */
const MOST_DRAWN = 8

const isTelling = ({ naive }: Drawn) => naive.hits.length > 0 && naive.hits.length < naive.asked

async function askBothWays(
  world: World,
  ground: Omit<Ground, 'names' | 'facts'>,
  numbers: Numbers,
): Promise<{ hits: number; asked: number } | null> {
  const facts = { DECISION: world.facts('DECISION'), CEREMONY: world.facts('CEREMONY') }
  const groundFor = (query: OrganizationQuery, names: Map<number, Named>): Ground => ({
    ...{ ...ground, names, facts: facts[query.countBasis ?? 'DECISION'] },
  })
  const someOf: Parameters<typeof randomQuery>[2] = (query) => (indicator, from, asOf) => {
    const none = { ...query, where: null, kinds: null, orderBy: null }
    const { value } = naiveAnswer(groundFor(query, new Map()), none, 0)
    const units = world.units.filter(({ id }) => world.isOpen(id, query.treeAt ?? query.asOf))
    return value.value(numbers.pick(units).id, indicator, from, asOf) ?? numbers.next(3)
  }
  const drawn: Drawn[] = []
  for (let attempt = 0; attempt < MOST_DRAWN && !drawn.some(isTelling); attempt += 1) {
    const made = randomQuery(world, numbers, someOf)
    if (!made || faultOfOrganizationQuery(made.query)) continue
    const { query, scope } = made
    const names = await namesOn(
      world,
      query.perimeter === 'RECORDED' ? query.asOf : (query.treeAt ?? query.asOf),
    )
    drawn.push({ query, naive: naiveAnswer(groundFor(query, names), query, scope) })
  }
  const chosen = drawn.find(isTelling) ?? drawn[0]
  if (!chosen) return null
  const { query, naive } = chosen
  for (const ctx of [world.ctx(), world.plainCtx()]) {
    const { hits, asked, read } = await answerOf(ctx, query)
    const product = {
      ...{ asked: asked.units.length, hits: hits.map(({ unit }) => unit.id) },
      columns: hits.map(({ unit }) =>
        query.indicators.map((id) => {
          const at = asked.units.findIndex((one) => one.id === unit.id)
          const value = read.column(id)[at] as number
          return Number.isNaN(value) ? null : value
        }),
      ),
    }
    const expected = {
      ...{ asked: naive.asked, hits: naive.hits },
      columns: naive.hits.map((unit) => query.indicators.map((id) => naive.column(unit, id))),
    }
    expect(product, `${JSON.stringify(query)}\n${world.log.join('\n')}`).toEqual(expected)
  }
  await compareTotals(world.ctx(), query, naive)
  return { hits: naive.hits.length, asked: naive.asked }
}

it(
  `answers ${numRuns * perHistory} random questions as they are defined, from memory and by statement`,
  async () => {
    const lives = fc.sample(histories, { seed: 20_261_127, numRuns }) as Step[][]
    const seen: { hits: number; asked: number }[] = []
    for (const [index, steps] of lives.entries()) {
      const world = new World(database())
      await world.wipe()
      await plant(world)
      for (const step of steps) await operate(world, step)
      const targets = await giveTargets(world)
      const numbers = new Numbers(7 + index)
      for (let asked = 0; asked < perHistory;) {
        const found = await askBothWays(world, { world, targets }, numbers)
        if (!found) continue
        seen.push(found)
        asked += 1
      }
    }
    expect(seen).toHaveLength(numRuns * perHistory)
    const telling = seen.filter(({ hits, asked }) => hits > 0 && hits < asked)
    expect(telling.length / seen.length).toBeGreaterThanOrEqual(0.6)
  },
  60_000 + numRuns * perHistory * 1_000,
)
