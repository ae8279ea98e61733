import fc from 'fast-check'
import { addDays, sameDayLastYear, type CountBasis, type Day, type UnitCondition } from '@seedbed/shared'
import { beforeAll, expect, inject, it } from 'vitest'
import { useDatabase } from '../database.js'
import { SeedbedError } from '../../src/errors/errors.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { reclassifyOrganization } from '../../src/features/reorganization/reorganization.service.js'
import { setTarget } from '../../src/features/targets/target.service.js'
import { unitCountsOf, unitMovementsOf } from '../../src/features/unit-counts/unit-counts.service.js'
import { unitShareOf } from '../../src/features/unit-counts/unit-share.service.js'
import {
  NaiveKinds,
  naiveCounts,
  naiveMovements,
  naiveStanding,
  targetOf,
  type GroupOf,
  type Period,
} from './naive-units.js'
import { operate, plant } from './operations.js'
import { freeDepth } from './run.js'
import { histories, pick, type Step } from './steps.js'
import { World, type Unit } from './world.js'

const database = useDatabase()
const { sqlite, mysql } = inject('histories')
const numRuns = inject('engine') === 'sqlite' ? sqlite : mysql
const conditions: readonly UnitCondition[] = [
  'REACHED_TARGET',
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

/** A history, with the kinds and targets that the operations of the world know nothing of. */
interface Told {
  world: World
  kinds: NaiveKinds
  withTargets: ReadonlySet<number>
}

async function shownOn(world: World, unit: Unit, day: Day) {
  const ctx = world.ctx()
  return { ctx, shown: await findOrganization(ctx, unit.uid, day) }
}

const sorted = (counts: Record<string, unknown>) =>
  Object.entries(counts)
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))

const adds = ['FOUNDED', 'TAKEN_OVER', 'RECLASSIFIED_IN']

/** Counts and movements are those of the definition, and the movements lead from one count to the other. */
async function compareMovements(
  { world, kinds }: Told,
  unit: Unit,
  period: Period,
  by: 'TIER' | 'KIND',
): Promise<void> {
  const { from, to } = period
  const what = `${unit.id} ${from} to ${to} by ${by}`
  const groupOf: GroupOf = by === 'TIER' ? (id) => world.unit(id).tier : (id, day) => kinds.kindOf(id, day)
  const { ctx, shown } = await shownOn(world, unit, to)
  const rows = await unitCountsOf(ctx, shown, to, [by])
  const codeOf = ({ tier, kind }: { tier?: string | null; kind?: string | null }) => tier ?? kind ?? ''
  const after = Object.fromEntries(rows.map((row) => [codeOf(row), row.count]))
  same(`units below ${what}`, sorted(after), sorted(naiveCounts(world, unit.id, to, groupOf)), world)
  const lines: Record<string, string> = {}
  const sums = naiveCounts(world, unit.id, addDays(from, -1), groupOf)
  for (const line of await unitMovementsOf(ctx, shown, period, [by])) {
    const group = codeOf(line)
    lines[`${line.act} ${group}`] = line.moved
      .map((one) => `${one.on} ${one.unit}`)
      .sort()
      .join()
    sums[group] = (sums[group] ?? 0) + (adds.includes(line.act) ? 1 : -1) * line.moved.length
  }
  const naive = naiveMovements(world, unit.id, period, groupOf)
  same(`movements of ${what}`, sorted(lines), sorted(naive), world)
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
async function compareStandings({ world, withTargets }: Told, unit: Unit, asked: Asked): Promise<void> {
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
    const last = { from: sameDayLastYear(from), to: sameDayLastYear(to) }
    const naive = Object.fromEntries(
      below
        .filter(({ id }) => world.tree.chain(id, treeAt).includes(unit.id))
        .map(({ id }) => [id, naiveStanding(world.tree, facts, id, { ...asked, last, withTargets })]),
    )
    same(`${tier} below ${unit.id}: ${JSON.stringify(asked)}`, sorted(product), sorted(naive), world)
  }
}

async function askAtRandom(told: Told, { a, b, c, day, edge }: Step): Promise<void> {
  const { world } = told
  const [from = '', to = ''] = [world.day(a, edge), world.day(b + day, b % 2 === 0)].sort()
  const perimeter = c % 2 === 0 ? 'RECORDED' : 'RESTATED'
  const treeAt = perimeter === 'RECORDED' || c % 3 === 0 ? to : world.day(c, true)
  const alive = (on: Day) =>
    pick(
      world.units.filter(({ id, tier }) => tier !== 'CELL' && world.isOpen(id, on)),
      a + c,
    )
  const [moving, standing] = [alive(to), alive(treeAt)]
  if (moving) await compareMovements(told, moving, { from, to }, a % 2 === 0 ? 'TIER' : 'KIND')
  const condition = pick(conditions, b) ?? 'ADMITTED_ANYONE'
  const basis = Math.floor(c / 2) % 2 === 0 ? 'DECISION' : 'CEREMONY'
  const years = 1 + (b % 2)
  if (standing)
    await compareStandings(told, standing, { from, to, treeAt, perimeter, basis, condition, years })
}

/** Gives a unit another kind from a day on, in the product and in the model; a refusal changes neither. */
async function reclassify({ world, kinds }: Told, { a, b, day, edge }: Step): Promise<void> {
  const on = world.day(day + a, edge)
  const unit = pick(world.units, b)
  const kind = pick(['WARD', 'COMMUNE', 'SCHOOL'], a) ?? 'WARD'
  if (!unit) return
  try {
    const input = { id: unit.uid, version: unit.version, kind, effectiveOn: on }
    unit.version = (await reclassifyOrganization(world.ctx(), input)).version
  } catch (error) {
    if (error instanceof SeedbedError) return
    throw error
  }
  kinds.put(unit.id, on, kind)
  world.edges.push(on)
  world.log.push(`${on} ${unit.id} is ${kind}`)
}

/** An empty database with the first units and their targets. */
async function begin(): Promise<Told> {
  const world = new World(database())
  await database().writer.query('DELETE FROM target')
  await world.wipe()
  await plant(world)
  for (const { id } of world.units) {
    for (const year of [2023, 2024, 2025]) {
      const amountMin = targetOf(id, year)
      const facts = {
        kind: 'ASSIGNED',
        yearFrom: year,
        yearTo: year,
        amountMax: null,
        document: null,
        note: null,
      } as const
      if (amountMin !== null) await setTarget(world.ctx(), { ...facts, organization: id, amountMin }, null)
    }
  }
  return { world, kinds: new NaiveKinds(), withTargets: new Set(world.units.map(({ id }) => id)) }
}

it(
  `counts the units of ${numRuns} random histories as the definitions do`,
  async () => {
    const run = async (steps: readonly Step[]) => {
      const told = await begin()
      for (const [index, step] of steps.entries()) {
        await operate(told.world, step)
        if (index % 3 === 1) await reclassify(told, step)
        for (let asked = 0; index % 3 === 2 && asked < 3; asked += 1)
          await askAtRandom(told, { ...step, a: step.a + asked, b: step.b + 5 * asked + asked })
      }
      expect(told.world.units.length).toBeGreaterThan(10)
    }
    await fc.assert(fc.asyncProperty(histories, run), { seed: 20_261_121, numRuns, endOnFailure: true })
  },
  20_000 + numRuns * 5_000,
)
