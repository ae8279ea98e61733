import fc from 'fast-check'
import { addDays, measure, MEMBER_FLOWS } from '@seedbed/shared'
import { beforeAll, expect, inject, it } from 'vitest'
import { BALANCE_LINES } from '../../src/features/balance-sheet/balance-lines.js'
import { balanceSheetOf, type BalanceSheet } from '../../src/features/balance-sheet/balance-sheet.service.js'
import { carriedUnitsOf } from '../../src/features/balance-sheet/moved-units.service.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { useDatabase } from '../database.js'
import { questionFrom, type Question } from '../properties/compare.js'
import { personFactsIn } from '../properties/naive-persons.js'
import { naiveSums, type NaiveQuestion } from '../properties/naive.js'
import { operate, plant } from '../properties/operations.js'
import { freeDepth } from '../properties/run.js'
import { FIRST_DAY, histories, type Step } from '../properties/steps.js'
import { World } from '../properties/world.js'
import { crossingsOf, handoversOf, naiveSheet } from './naive-sheet.js'

const database = useDatabase()
const { sqlite, mysql } = inject('histories')
const numRuns = inject('engine') === 'sqlite' ? sqlite : mysql

beforeAll(() => freeDepth(database()))

const inputOf = ({ basis, perimeter, from, asOf, treeAt }: Question) => ({
  from,
  asOf,
  countBasis: basis,
  perimeter,
  treeAt,
})

async function productSheet(world: World, asked: Question): Promise<BalanceSheet> {
  const ctx = world.ctx()
  return balanceSheetOf(ctx, await findOrganization(ctx, asked.unit.uid, asked.treeAt), inputOf(asked))
}

/** Without a difference between 0 and −0. */
const plain = (sheet: Record<string, number>) =>
  Object.fromEntries(Object.entries(sheet).map(([id, count]) => [id, count + 0]))

/** The lines of a sheet with their signs; one that is left out is 0. */
function linesOf({ opening, lines, closing }: BalanceSheet): Record<string, number> {
  const counts = new Map(lines.map(({ id, sign, count }) => [id, sign * count]))
  const all = BALANCE_LINES.map(({ id }) => [id, counts.get(id) ?? 0] as const)
  return plain({ opening, ...Object.fromEntries(all), closing })
}

async function sumOfUnits(
  world: World,
  asked: Question,
  side: 'TAKEN_OVER' | 'HANDED_OVER',
): Promise<number> {
  const ctx = world.ctx()
  const unit = await findOrganization(ctx, asked.unit.uid, asked.treeAt)
  const { edges } = await carriedUnitsOf(ctx, unit, inputOf(asked), side, { limit: 200 })
  return edges.reduce((all, { node }) => all + node.members, 0)
}

/** Lines that add up over the parts of a unit. */
const additive = MEMBER_FLOWS.filter(([id]) => !measure(id).gross)

/** The sheets of the living parts, and what lies in ended ones and directly at the unit, against the whole. */
async function compareParts(
  world: World,
  asked: Question,
  ask: NaiveQuestion,
  whole: Record<string, number>,
): Promise<void> {
  const facts = world.facts(asked.basis)
  const { unit, treeAt } = asked
  const below = world.units.filter(({ id }) => world.tree.parentAt(id, treeAt) === unit.id)
  const living = below.filter(({ id }) => world.isOpen(id, treeAt))
  const sheets = await Promise.all(living.map((part) => productSheet(world, { ...asked, unit: part })))
  const rest = [{ id: 0 }, ...below.filter((one) => !living.includes(one))].map(({ id }) =>
    naiveSums(world.tree, facts, unit.id, ask, id),
  )
  for (const [id, sign] of additive) {
    const parts = sheets.reduce((all, sheet) => all + (linesOf(sheet)[id] ?? 0), 0)
    expect(parts + rest.reduce((all, { flows }) => all + sign * (flows[id] ?? 0), 0)).toBe(whole[id])
  }
  const closing = sheets.reduce((all, sheet) => all + sheet.closing, 0)
  expect(closing + rest.reduce((all, { stocks }) => all + (stocks.members ?? 0), 0)).toBe(whole.closing)
}

async function compare(world: World, asked: Question): Promise<void> {
  const { unit, basis, perimeter, from, asOf, treeAt } = asked
  const recorded = perimeter === 'RECORDED'
  const ask: NaiveQuestion = { from, eve: addDays(from, -1), asOf, treeAt, recorded }
  const facts = world.facts(basis)
  const own = [
    ...world.openingFacts(),
    ...world.persons.flatMap((person) => personFactsIn(world.tree, person, basis)),
  ]
  const crossings = crossingsOf(world.tree, facts, handoversOf(world.tree, own), unit.id, ask)
  const naive = plain(naiveSheet(world.tree, facts, crossings, unit.id, ask))
  const product = linesOf(await productSheet(world, asked))
  const what = `${JSON.stringify(asked)}\n${world.log.join('\n')}`
  expect(product, what).toEqual(naive)
  const { closing, ...rest } = product
  expect(
    Object.values(rest).reduce((all, count) => all + count, 0),
    what,
  ).toBe(closing)
  expect(await sumOfUnits(world, asked, 'TAKEN_OVER'), what).toBe(naive.takenOver)
  expect(await sumOfUnits(world, asked, 'HANDED_OVER'), what).toBe(0 - (naive.handedOver ?? 0))
  if (!recorded) await compareParts(world, asked, ask, product)
}

/** The sheet of every living unit over all that happened, as recorded and by the tree of a day at random. */
async function compareAll(world: World, { a, b }: Step): Promise<void> {
  const asOf = world.today
  const treeAt = world.day(b, true)
  for (const [index, unit] of world.units.entries()) {
    const basis = (index + a) % 2 === 0 ? 'DECISION' : 'CEREMONY'
    const asked = { unit, basis, from: a % 3 === 0 ? world.day(a, true) : FIRST_DAY, asOf } as const
    if (asked.from > asOf) continue
    if (world.isOpen(unit.id, asOf)) await compare(world, { ...asked, perimeter: 'RECORDED', treeAt: asOf })
    if (world.isOpen(unit.id, treeAt)) await compare(world, { ...asked, perimeter: 'RESTATED', treeAt })
  }
}

/** Lives through a history; after each third operation the sheets of three units at random, at the end of all. */
async function liveThrough(steps: readonly Step[]): Promise<void> {
  const world = new World(database())
  await world.wipe()
  await plant(world)
  for (const [index, step] of steps.entries()) {
    await operate(world, step)
    if (index % 3 !== 2) continue
    for (const shift of [1, 2, 3]) {
      const numbers = [step.a, step.b, step.c, step.day].map((one) => (one * 7919 * shift + 31) % 999_983)
      const asked = questionFrom(world, numbers)
      if (asked) await compare(world, asked)
    }
  }
  const last = steps.at(-1)
  if (last) await compareAll(world, last)
}

it(
  `balances ${numRuns} random histories line by line`,
  async () => {
    const property = fc.asyncProperty(histories, liveThrough)
    await fc.assert(property, { seed: 20_261_122, numRuns, endOnFailure: true })
  },
  20_000 + numRuns * 5_000,
)
