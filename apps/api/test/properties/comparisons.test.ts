import fc from 'fast-check'
import { addDays, findIndicator, MEMBER_BASES, OPEN_END, type Day, type MemberBase } from '@seedbed/shared'
import { beforeAll, expect, inject, it } from 'vitest'
import { SeedbedError } from '../../src/errors/errors.js'
import { comparisonOf, type Comparison } from '../../src/features/comparison/comparison.service.js'
import { childFiguresOf } from '../../src/features/figures/child-figures.service.js'
import { figuresOf, trendOf } from '../../src/features/figures/figures.service.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { setTerm } from '../../src/features/terms/term.service.js'
import { useDatabase } from '../database.js'
import { amount, questionFrom, type Question } from './compare.js'
import { Difference } from './difference.js'
import { naiveBase, naiveLastYear, type BaseQuestion, type NaiveTerm } from './naive-bases.js'
import { naiveSums, type Fact } from './naive.js'
import { operate, plant } from './operations.js'
import { freeDepth } from './run.js'
import { histories, pick, type Step } from './steps.js'
import { World, type Unit } from './world.js'

const database = useDatabase()
const { sqlite, mysql } = inject('histories')
const numRuns = inject('engine') === 'sqlite' ? sqlite : mysql
const bases = Object.keys(MEMBER_BASES) as MemberBase[]
const indicators = ['admitted', 'members', 'membersAtStart', 'netChange', 'transferredIn', 'died']

beforeAll(() => freeDepth(database()))

function same(what: string, product: unknown, naive: unknown, world: World): void {
  if (JSON.stringify(product) !== JSON.stringify(naive)) throw new Difference(what, product, naive, world)
}

/** Terms of units at random, own ones among inherited ones; a refused one is none. */
async function setTerms(world: World, step: Step): Promise<NaiveTerm[]> {
  const terms: NaiveTerm[] = []
  for (const number of [step.a, step.b, step.c, step.a + step.b]) {
    const unit = pick(number % 3 === 0 ? world.units.slice(0, 3) : world.units, number)
    if (!unit) continue
    const [from = '', until = ''] = [world.day(number, true), world.day(number + step.day, false)].sort()
    const to = number % 4 === 0 ? null : until
    try {
      const facts = { organization: unit.id, name: '2020-2025', from, to, document: null }
      await setTerm(world.ctx(), facts, null)
      terms.push({ unit: unit.id, from, to: to === null ? OPEN_END : addDays(to, 1) })
      world.log.push(`term of ${unit.id} from ${from} to ${String(to)}`)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
    }
  }
  return terms
}

const askedOf = ({ from, asOf, treeAt, perimeter }: Question): BaseQuestion => ({
  from,
  asOf,
  treeAt,
  recorded: perimeter === 'RECORDED',
})

/** Units that stand below one in the tree of a day though they have ended. */
function endedBelow({ units, tree }: World, unit: Unit, treeAt: Day): number[] {
  const ended = units.filter(({ id }) => tree.life(id).closed <= treeAt)
  return ended.flatMap(({ id }) => (tree.parentAt(id, treeAt) === unit.id ? [id] : []))
}

/** Unit, rows, totals and trend are set against the members that the definition names. */
async function compareBases(world: World, terms: readonly NaiveTerm[], question: Question): Promise<void> {
  const { unit, from, asOf, treeAt, perimeter, basis } = question
  const facts = world.facts(basis)
  const shown = await findOrganization(world.ctx(), unit.uid, treeAt)
  for (const memberBase of bases) {
    const asked = { from, asOf, treeAt, perimeter, countBasis: basis, memberBase }
    const what = `base ${memberBase} of ${unit.id}: ${JSON.stringify(asked)}`
    const input = { ...asked, indicators: ['rateOfMembers'] }
    const naive = (ask: BaseQuestion, who = {}) =>
      naiveBase(world.tree, facts, terms, unit.id, memberBase, ask, who)
    const ctx = world.ctx()
    const [figure] = await figuresOf(ctx, shown, input)
    same(what, figure?.denominator, naive(askedOf(question)), world)
    const page = await childFiguresOf(ctx, shown, input, null, { limit: 200, after: undefined })
    same(`${what}, total`, page.total[0]?.denominator, naive(askedOf(question)), world)
    for (const { node } of page.edges) {
      if (node.row === 'ENDED_UNITS') {
        if (perimeter === 'RECORDED') continue
        const sum = endedBelow(world, unit, treeAt)
          .map((row) => naive(askedOf(question), { row }))
          .reduce((all, one) => (all === null || one === null ? null : all + one), 0)
        same(`${what}, ended units`, node.figures[0]?.denominator, sum, world)
        continue
      }
      const holder = node.organization?.id ?? unit.id
      const row = naive(askedOf(question), { holder, row: node.organization?.id ?? 0 })
      same(`${what}, row ${holder}`, node.figures[0]?.denominator, row, world)
    }
    for (const point of await trendOf(world.ctx(), shown, input, 'YEAR')) {
      const tree = perimeter === 'RECORDED' ? point.to : treeAt
      const part = { ...askedOf(question), from: point.from, asOf: point.to, treeAt: tree }
      same(`${what}, to ${point.to}`, point.figures[0]?.denominator, naive(part), world)
    }
  }
}

/** Numerators by definition. */
function numbers(world: World, facts: readonly Fact[], unit: Unit, days: BaseQuestion): (number | null)[] {
  const sums = naiveSums(world.tree, facts, unit.id, { ...days, eve: addDays(days.from, -1) })
  return indicators.map((id) => {
    const quantity = findIndicator(id)?.numerator
    return quantity ? amount(quantity, sums) : null
  })
}

async function compareThen(
  world: World,
  question: Question,
  other: Omit<Comparison, 'figures'>,
  then: { unit: Unit; from: Day; asOf: Day },
): Promise<void> {
  const { unit, from, asOf, treeAt, perimeter, basis } = question
  const figures = { from, asOf, treeAt, perimeter, countBasis: basis, indicators }
  const what = `${unit.id} with ${JSON.stringify(other)}: ${JSON.stringify(figures)}`
  const shown = await findOrganization(world.ctx(), unit.uid, treeAt)
  const asked = () => comparisonOf(world.ctx(), shown, { figures, ...other })
  const tree = perimeter === 'RECORDED' ? then.asOf : treeAt
  if (!world.isOpen(then.unit.id, tree)) {
    await expect(asked(), what).rejects.toMatchObject({ code: 'DATE_OUT_OF_RANGE' })
    return
  }
  const facts = world.facts(basis)
  const now = numbers(world, facts, unit, askedOf(question))
  const before = numbers(world, facts, then.unit, { ...askedOf(question), ...then, treeAt: tree })
  const pairs = indicators.map((_, index) => [
    now[index],
    before[index],
    (now[index] ?? 0) - (before[index] ?? 0),
  ])
  const product = (await asked()).map((one) => [one.now.numerator, one.then.numerator, one.difference])
  same(what, product, pairs, world)
}

async function askAtRandom(world: World, terms: readonly NaiveTerm[], step: Step): Promise<void> {
  const question = questionFrom(world, [step.a, step.b, step.c, step.day])
  if (!question) return
  await compareBases(world, terms, question)
  const { unit, from, asOf, treeAt } = question
  const lastYear = { from: naiveLastYear(from), asOf: naiveLastYear(asOf) }
  await compareThen(world, question, { with: 'SAME_DATE_LAST_YEAR' }, { unit, ...lastYear })
  const [first = '', last = ''] = [world.day(step.day, true), world.day(step.b, step.edge)].sort()
  await compareThen(
    world,
    question,
    { with: 'PERIOD', from: first, asOf: last },
    { unit, from: first, asOf: last },
  )
  const other = pick(world.living(['DISTRICT', 'GRASSROOTS', 'CELL'], treeAt), step.c + step.day)
  if (other)
    await compareThen(
      world,
      question,
      { with: 'UNIT', organizationId: other.uid },
      { unit: other, from, asOf },
    )
}

it(
  `sets the figures of ${numRuns} random histories against what the definitions name`,
  async () => {
    const run = async (steps: readonly Step[]) => {
      const world = new World(database())
      await world.wipe()
      await database().writer.query('DELETE FROM term')
      await plant(world)
      for (const step of steps) await operate(world, step)
      const terms = await setTerms(world, steps[0] as Step)
      for (const step of steps.slice(-6)) await askAtRandom(world, terms, step)
      expect(world.units.length).toBeGreaterThan(10)
    }
    await fc.assert(fc.asyncProperty(histories, run), { seed: 20_261_121, numRuns, endOnFailure: true })
  },
  20_000 + numRuns * 5_000,
)
