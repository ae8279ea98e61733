import fc from 'fast-check'
import { addDays, sameDayLastYear, type CountBasis, type Day, type UnitCondition } from '@seedbed/shared'
import { beforeAll, expect, inject, it } from 'vitest'
import { useDatabase } from '../database.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { unitCountsOf, unitMovementsOf } from '../../src/features/unit-counts/unit-counts.service.js'
import { unitShareOf } from '../../src/features/unit-counts/unit-share.service.js'
import { naiveCounts, naiveMovements, naiveStanding, type Period } from './naive-units.js'
import { operate, plant } from './operations.js'
import { freeDepth } from './run.js'
import { histories, pick, type Step } from './steps.js'
import { World, type Unit } from './world.js'

const database = useDatabase()
const { sqlite, mysql } = inject('histories')
const numRuns = inject('engine') === 'sqlite' ? sqlite : mysql
const conditions: readonly UnitCondition[] = [
  'ADMITTED_ANYONE',
  'NOBODY_FOR_YEARS',
  'ROSE_AGAINST_LAST_YEAR',
  'INTRODUCED_ANYONE',
]

beforeAll(() => freeDepth(database()))

function same(what: string, product: unknown, naive: unknown, world: World): void {
  if (JSON.stringify(product) === JSON.stringify(naive)) return
  throw new Error(
    `${what}\nproduct ${JSON.stringify(product)}\nnaive   ${JSON.stringify(naive)}\n${world.log.join('\n')}`,
  )
}

async function shownOn(world: World, unit: Unit, day: Day) {
  const ctx = world.ctx()
  return { ctx, shown: await findOrganization(ctx, unit.uid, day) }
}

async function countsOf(world: World, unit: Unit, day: Day): Promise<Record<string, number>> {
  const { ctx, shown } = await shownOn(world, unit, day)
  const rows = await unitCountsOf(ctx, shown, day, ['TIER'])
  return Object.fromEntries(rows.map(({ tier = '', count }) => [tier, count]))
}

const sorted = (counts: Record<string, unknown>) =>
  Object.entries(counts)
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** Counts and movements are those of the definition, and the movements lead from one count to the other. */
async function compareMovements(world: World, unit: Unit, period: Period): Promise<void> {
  const { from, to } = period
  const what = `${unit.id} ${from} to ${to}`
  const after = await countsOf(world, unit, to)
  same(`units below ${what}`, sorted(after), sorted(naiveCounts(world, unit.id, to)), world)
  const { ctx, shown } = await shownOn(world, unit, to)
  const movements = await unitMovementsOf(ctx, shown, period, ['TIER'])
  const lines: Record<string, string> = {}
  const sums = naiveCounts(world, unit.id, addDays(from, -1))
  for (const { act, tier, moved } of movements) {
    const days = moved.map((one) => `${one.on} ${one.unit}`).sort()
    lines[`${act} ${tier ?? ''}`] = days.join()
    const sign = ['FOUNDED', 'TAKEN_OVER'].includes(act) ? 1 : -1
    sums[tier ?? ''] = (sums[tier ?? ''] ?? 0) + sign * moved.length
  }
  same(`movements of ${what}`, sorted(lines), sorted(naiveMovements(world, unit.id, period)), world)
  same(`movements of ${what} close`, sorted(sums), sorted(after), world)
}

interface Asked extends Period {
  treeAt: Day
  perimeter: 'RECORDED' | 'RESTATED'
  basis: CountBasis
  condition: UnitCondition
  years: number
}

/** Every unit of every tier stands where the definition puts it. */
async function compareStandings(world: World, unit: Unit, asked: Asked): Promise<void> {
  const { from, to, treeAt, perimeter, basis, condition, years } = asked
  const { ctx, shown } = await shownOn(world, unit, treeAt)
  const facts = world.facts(basis)
  for (const tier of ['DISTRICT', 'GRASSROOTS', 'SECTION', 'CELL']) {
    const { judged } = await unitShareOf(ctx, shown, {
      from,
      asOf: to,
      perimeter,
      treeAt,
      countBasis: basis,
      condition,
      tiers: [tier],
      ...(condition === 'NOBODY_FOR_YEARS' ? { years } : {}),
    })
    const product = Object.fromEntries(judged.map((one) => [one.unit.id, one.part]))
    const below = world.living([tier], treeAt).filter(({ id }) => id !== unit.id)
    const naive = Object.fromEntries(
      below
        .filter(({ id }) => world.tree.chain(id, treeAt).includes(unit.id))
        .map(({ id }) => [
          id,
          naiveStanding(world.tree, facts, id, {
            ...asked,
            last: { from: sameDayLastYear(from), to: sameDayLastYear(to) },
          }),
        ]),
    )
    same(`${tier} below ${unit.id}: ${JSON.stringify(asked)}`, sorted(product), sorted(naive), world)
  }
}

async function askAtRandom(world: World, { a, b, c, day, edge }: Step): Promise<void> {
  const [from = '', to = ''] = [world.day(a, edge), world.day(b + day, b % 2 === 0)].sort()
  const perimeter = c % 2 === 0 ? 'RECORDED' : 'RESTATED'
  const treeAt = perimeter === 'RECORDED' || c % 3 === 0 ? to : world.day(c, true)
  const alive = (on: Day) =>
    pick(
      [...world.units].filter(({ id }) => world.isOpen(id, on) && world.unit(id).tier !== 'CELL'),
      a + c,
    )
  const [moving, standing] = [alive(to), alive(treeAt)]
  if (moving) await compareMovements(world, moving, { from, to })
  const condition = pick(conditions, b) ?? 'ADMITTED_ANYONE'
  const basis = Math.floor(c / 2) % 2 === 0 ? 'DECISION' : 'CEREMONY'
  if (standing)
    await compareStandings(world, standing, {
      from,
      to,
      treeAt,
      perimeter,
      basis,
      condition,
      years: 1 + (b % 2),
    })
}

it(
  `counts the units of ${numRuns} random histories as the definitions do`,
  async () => {
    const run = async (steps: readonly Step[]) => {
      const world = new World(database())
      await world.wipe()
      await plant(world)
      for (const [index, step] of steps.entries()) {
        await operate(world, step)
        if (index % 3 === 2)
          for (let asked = 0; asked < 3; asked += 1)
            await askAtRandom(world, { ...step, a: step.a + asked, b: step.b + 5 * asked })
      }
      expect(world.units.length).toBeGreaterThan(10)
    }
    await fc.assert(fc.asyncProperty(histories, run), { seed: 20_261_121, numRuns, endOnFailure: true })
  },
  20_000 + numRuns * 5_000,
)
