import fc from 'fast-check'
import { addDays, findIndicator, type DimensionCode } from '@seedbed/shared'
import { beforeAll, expect, inject, it } from 'vitest'
import {
  crossTabOf,
  type CrossTab,
  type CrossTabInput,
} from '../../src/features/composition/cross-tab.service.js'
import { peopleOf } from '../../src/features/composition/people.service.js'
import { figuresOf } from '../../src/features/figures/figures.service.js'
import {
  findOrganization,
  type OrganizationOnDay,
} from '../../src/features/organizations/organization.service.js'
import { useDatabase } from '../database.js'
import { questionFrom, type Question } from './compare.js'
import { Difference } from './difference.js'
import { naiveCrossing, type NaiveCell, type Surroundings } from './naive-crossings.js'
import { operate, plant } from './operations.js'
import { freeDepth } from './run.js'
import { histories, pick, type Step } from './steps.js'
import { groupSetId, sortUnits, surroundingsOf, wipeGroups } from './surroundings.js'
import { World } from './world.js'

const database = useDatabase()
const { sqlite, mysql } = inject('histories')
const numRuns = inject('engine') === 'sqlite' ? sqlite : mysql

beforeAll(() => freeDepth(database()))

const flows = [
  ...['admitted', 'introduced', 'courseCompleted', 'recognized', 'transferredIn', 'readmitted'],
  ...['identified', 'listed', 'enrolled', 'certified', 'struck', 'candidatesAdmitted', 'candidatesMovedIn'],
]
const stocks = ['members', 'membersAtStart', 'candidates', 'candidatesSympathiser', 'candidatesCertified']
const attributes: readonly DimensionCode[] = [
  'SEX',
  'AGE_BAND',
  'DEGREE',
  'OCCUPATION',
  'UNIT_KIND',
  'UNIT_SECTOR',
  'GROUP',
  'ETHNICITY',
  'RELIGION',
  'YOUTH_UNION',
  'INTRODUCER',
]
const ofStocks: readonly DimensionCode[] = [...attributes, 'YEARS_OF_MEMBERSHIP', 'PROBATION']

function same(what: string, product: unknown, naive: unknown, world: World): void {
  if (JSON.stringify(product) !== JSON.stringify(naive)) throw new Difference(what, product, naive, world)
}

const sorted = (entries: Iterable<[string, number]>) =>
  [...entries].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1))

const keyOf = (cell: { row: string | null; column: string | null }) =>
  [cell.row, cell.column].filter((code) => code !== null).join('/')

function inputFrom({ perimeter, basis, from, asOf, treeAt }: Question, step: Step): CrossTabInput {
  const indicator = pick(step.a % 2 === 0 ? flows : stocks, Math.floor(step.a / 2)) ?? 'members'
  const dimensions = indicator.startsWith('members') ? ofStocks : attributes
  const rows = pick(dimensions, step.b) ?? 'SEX'
  const columns = step.c % 3 === 0 ? undefined : pick(dimensions, Math.floor(step.b / dimensions.length))
  return {
    ...{ indicator, rows, groupSetId, countBasis: basis, perimeter, from, asOf, treeAt },
    ...(columns && columns !== rows ? { columns } : {}),
  }
}

function naiveOf(
  surroundings: Surroundings,
  world: World,
  unit: number,
  input: CrossTabInput,
): Map<string, NaiveCell> {
  const terms = findIndicator(input.indicator)?.numerator.terms ?? []
  const before = terms[0]?.at === 'BEFORE'
  return naiveCrossing(surroundings, world.facts(input.countBasis ?? 'DECISION'), {
    unit,
    sort: terms[0]?.at === 'PERIOD' ? 'FLOW' : 'STOCK',
    from: input.from,
    to: before ? addDays(input.from, -1) : input.asOf,
    treeAt: input.perimeter === 'RECORDED' ? null : (input.treeAt ?? null),
    measures: terms.map(({ measure }) => measure),
    dimensions: [input.rows, ...(input.columns ? [input.columns] : [])] as DimensionCode[],
  })
}

interface Asked {
  world: World
  shown: OrganizationOnDay
  input: CrossTabInput
  naive: Map<string, NaiveCell>
  what: string
}

/** Cells are those of the definition, add up to the rows, the columns and the total, and that is the figure. */
async function compareTab({ world, shown, input, naive, what }: Asked): Promise<void> {
  for (const ctx of [world.ctx(), world.plainCtx()]) {
    const from = ctx.database.columnBytes > 0 ? 'memory' : 'tables'
    const tab = await crossTabOf(ctx, shown, input)
    await compareNumbers({ world, shown, input, naive, what: `${what} from ${from}` }, tab)
  }
}

async function compareNumbers({ world, shown, input, naive, what }: Asked, tab: CrossTab): Promise<void> {
  const cells = tab.cells.map((cell): [string, number] => [keyOf(cell), cell.count ?? Number.NaN])
  const wanted = [...naive].map(([key, { count }]): [string, number] => [key, count])
  same(`crossing ${what}`, sorted(cells), sorted(wanted), world)
  const sum = cells.reduce((all, [, count]) => all + count, 0)
  const side = (list: CrossTab['rows']) => list.reduce((all, { total }) => all + (total.count ?? 0), 0)
  const columns = tab.columns.length === 0 ? sum : side(tab.columns)
  const { indicator, from, asOf, countBasis = null, perimeter = null, treeAt = null } = input
  const question = { from, asOf, countBasis, perimeter, treeAt, indicators: [indicator] }
  const [figure] = await figuresOf(world.ctx(), shown, question)
  const total = figure?.numerator ?? 0
  same(
    `parts of ${what}`,
    [sum, side(tab.rows), columns, tab.total.count],
    [total, total, total, total],
    world,
  )
}

/** The people behind a cell are as many as it says, those without a name apart. */
async function comparePeople({ world, shown, input, naive, what }: Asked, number: number): Promise<void> {
  const { rows, columns, ...rest } = input
  const [key, cell] = pick([...naive], number) ?? []
  if (key === undefined || !cell) return
  const [row = '', column = ''] = key.split('/')
  const conditions = [
    { dimension: rows, category: row },
    ...(columns ? [{ dimension: columns, category: column }] : []),
  ]
  const page = await peopleOf(world.ctx(), shown, { ...rest, conditions }, { limit: 200, after: undefined })
  const product = [page.totalCount + page.withoutName, page.withoutName, page.edges.length]
  const wanted = [cell.count, cell.unnamed, cell.count - cell.unnamed]
  same(`people of ${key} in ${what}`, product, wanted, world)
}

/** One question at random; answers whether anybody is counted. */
async function askAtRandom(world: World, surroundings: Surroundings, step: Step): Promise<boolean> {
  const question = questionFrom(world, [step.a, step.b + step.day, step.c, step.day])
  if (!question) return false
  const { unit, treeAt } = question
  const input = inputFrom(question, step)
  const what = JSON.stringify({ unit: unit.id, ...input, groupSetId: undefined })
  const shown = await findOrganization(world.ctx(), unit.uid, treeAt)
  const asked = { world, shown, input, naive: naiveOf(surroundings, world, unit.id, input), what }
  await compareTab(asked)
  await comparePeople(asked, step.c)
  return [...asked.naive.values()].some(({ count }) => count !== 0)
}

it(
  `crosses ${numRuns} random histories as the definitions do`,
  async () => {
    let crossed = 0
    const run = async (steps: readonly Step[]) => {
      const world = new World(database())
      await wipeGroups(database())
      await world.wipe()
      await plant(world)
      for (const [index, step] of steps.entries()) {
        await operate(world, step)
        if (index % 5 === 2) await sortUnits(world, step)
        if (index % 3 !== 2) continue
        const surroundings = await surroundingsOf(world)
        for (let asked = 1; asked <= 12; asked += 1) {
          const numbers = { a: step.a + 3 * asked, b: step.b + 7 * asked, c: step.c + asked }
          if (await askAtRandom(world, surroundings, { ...step, ...numbers })) crossed += 1
        }
      }
    }
    await fc.assert(fc.asyncProperty(histories, run), { seed: 20_261_121, numRuns, endOnFailure: true })
    expect(crossed).toBeGreaterThan(5 * numRuns)
  },
  20_000 + numRuns * 5_000,
)
