import {
  addDays,
  fullYearsBetween,
  INDICATORS,
  measureColumn,
  STOCK_IDS,
  type CountBasis,
  type Day,
  type Indicator,
  type Quantity,
} from '@seedbed/shared'
import { childFiguresOf } from '../../src/features/figures/child-figures.service.js'
import { figuresOf, sumsOf } from '../../src/features/figures/figures.service.js'
import { questionOf, type FiguresInput } from '../../src/features/figures/question.js'
import { findOrganization } from '../../src/features/organizations/organization.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { Difference } from './difference.js'
import { emptySums, naiveSums, type Fact, type NaiveQuestion, type NaiveSums } from './naive.js'
import { pick } from './steps.js'
import type { Unit, World } from './world.js'

function same(what: string, product: unknown, naive: unknown, world: World): void {
  if (JSON.stringify(product) !== JSON.stringify(naive)) throw new Difference(what, product, naive, world)
}

const indicators = INDICATORS.map(({ id }) => id)

function nonZero(amounts: Partial<Record<string, number>>): [string, number][] {
  return Object.entries(amounts)
    .flatMap(([id, amount]): [string, number][] => (amount ? [[id, amount]] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Of the stocks before the period only members are ever asked for. */
const plain = ({ flows, stocks, before, lastAdmission }: Omit<NaiveSums, 'atYearEnd'>) => [
  nonZero(flows),
  nonZero(stocks),
  before.members ?? 0,
  lastAdmission,
]

/** A quantity by definition; null where it needs a target. */
export function amount(quantity: Quantity, sums: NaiveSums): number | null {
  if (quantity.target !== undefined) return null
  const read = { PERIOD: sums.flows, AS_OF: sums.stocks, BEFORE: sums.before, BASE: sums.atYearEnd }
  return quantity.terms.reduce((all, { sign, measure, at }) => all + sign * (read[at][measure] ?? 0), 0)
}

/** Numerator and denominator of each indicator; nobody has a target here. */
function numbers(sums: NaiveSums, asOf: Day): (number | null)[][] {
  return INDICATORS.map(({ numerator, denominator, state }: Indicator) => [
    state ? sums.lastAdmission && fullYearsBetween(sums.lastAdmission, asOf) : amount(numerator, sums),
    denominator ? amount(denominator, sums) : null,
  ]) as (number | null)[][]
}

/** One question put to the product and to the definition. */
export interface Question {
  unit: Unit
  basis: CountBasis
  perimeter: 'RECORDED' | 'RESTATED'
  from: Day
  asOf: Day
  treeAt: Day
}

/** A question at random; undefined when the picked unit does not live on the day. */
export function questionFrom(world: World, numbersOf: readonly number[]): Question | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = numbersOf
  const days = [world.day(a, a % 2 === 0), world.day(b, b % 2 === 0)].sort()
  const [from = '', asOf = ''] = days
  const perimeter = c % 2 === 0 ? 'RECORDED' : 'RESTATED'
  const random = world.day(d, d % 2 === 0)
  const treeAt = perimeter === 'RECORDED' ? asOf : ([asOf, world.today, random][d % 3] ?? asOf)
  const alive = (units: readonly Unit[]) => units.filter(({ id }) => world.isOpen(id, treeAt))
  const focus = b % 3 === 0 ? [] : alive(world.focus)
  const unit = pick(focus.length > 0 ? focus : alive(world.units), Math.floor(c / 4))
  return (
    unit && { unit, perimeter, from, asOf, treeAt, basis: Math.floor(c / 2) % 2 ? 'CEREMONY' : 'DECISION' }
  )
}

/** Compares the total, every row, and what is shown of them. */
export async function compare(world: World, asked: Question): Promise<void> {
  const { unit, basis, perimeter, from, asOf, treeAt } = asked
  const { uid: _uid, ...told } = { ...asked, ...unit }
  const what = JSON.stringify(told)
  const ask: NaiveQuestion = {
    from,
    eve: addDays(from, -1),
    asOf,
    treeAt,
    recorded: perimeter === 'RECORDED',
  }
  const facts = world.facts(basis)
  world.refuseStockOfEnded(facts)
  const input: FiguresInput = { from, asOf, indicators, countBasis: basis, perimeter, treeAt }
  const total = naiveSums(world.tree, facts, unit.id, ask)
  for (const ctx of [world.ctx(), world.plainCtx()]) {
    const from = ctx.database.columnBytes > 0 ? 'memory' : 'tables'
    const [own] = await sumsOf(ctx, [unit.id], questionOf(input), { byChild: false })
    same(`sums of ${what} from ${from}`, plain(own ?? emptySums()), plain(total), world)
    const rows = await sumsOf(ctx, [unit.id], questionOf(input), { byChild: true })
    for (const { id } of [...world.units, { id: 0 }]) {
      const row = rows.find(({ via }) => via === id) ?? emptySums()
      const naive = naiveSums(world.tree, facts, unit.id, ask, id)
      same(`row ${id} of ${what} from ${from}`, plain(row), plain(naive), world)
    }
  }
  await compareShown(world, asked, input, ask, facts)
}

async function compareShown(
  world: World,
  { unit, treeAt, asOf }: Question,
  input: FiguresInput,
  ask: NaiveQuestion,
  facts: readonly Fact[],
): Promise<void> {
  const ctx = world.ctx()
  const what = JSON.stringify({ unit: unit.id, ...input, indicators: undefined })
  const shown = await findOrganization(ctx, unit.uid, treeAt)
  const figures = await figuresOf(ctx, shown, input)
  const total = numbers(naiveSums(world.tree, facts, unit.id, ask), asOf)
  const pairs = (list: typeof figures) => list.map(({ numerator, denominator }) => [numerator, denominator])
  same(`figures of ${what}`, pairs(figures), total, world)
  const page = await childFiguresOf(ctx, shown, input, null, { limit: 200, after: undefined })
  same(`total below ${what}`, pairs(page.total), total, world)
  const rows = page.edges.map(({ node }) => ({
    row: node.row === 'UNIT' ? node.organization?.id : node.row,
    until: node.until,
    figures: pairs(node.figures),
  }))
  const wanted = rowsOf(world, unit.id, ask, facts)
  const byRow = (a: { row: unknown }, b: { row: unknown }) => (String(a.row) < String(b.row) ? -1 : 1)
  same(`rows below ${what}`, rows.sort(byRow), wanted.sort(byRow), world)
}

/** The rows that a reader expects below a unit: who stood there, all ended ones together, and the unit itself. */
function rowsOf(world: World, unit: number, ask: NaiveQuestion, facts: readonly Fact[]) {
  const sums = (row: number) => naiveSums(world.tree, facts, unit, ask, row)
  const first = ask.recorded ? ask.eve : ask.treeAt
  const last = ask.recorded ? ask.asOf : ask.treeAt
  const stoodUntil = (id: number) => {
    for (let day = last; day >= first; day = addDays(day, -1)) {
      if (world.tree.parentAt(id, day) === unit) return day
    }
    return undefined
  }
  const stood = world.units.flatMap(({ id }) => {
    const until = stoodUntil(id)
    const tookNothing = ask.recorded && until === ask.eve && !sums(id).before.members
    return until === undefined || tookNothing ? [] : [{ id, until: until === last ? null : until }]
  })
  const isEnded = ({ id }: { id: number }) => world.tree.life(id).closed <= ask.treeAt
  const rows = stood
    .filter((one) => !isEnded(one))
    .map(({ id, until }): { row: unknown; until: Day | null; figures: unknown[][] } => ({
      row: id,
      until,
      figures: numbers(sums(id), ask.asOf),
    }))
  const ended = numbers(added(stood.filter(isEnded).map(({ id }) => sums(id))), ask.asOf)
  if (ended.some(([numerator]) => numerator)) rows.push({ row: 'ENDED_UNITS', until: null, figures: ended })
  return [...rows, { row: 'DIRECT', until: null, figures: numbers(sums(0), ask.asOf) }]
}

function added(all: readonly NaiveSums[]): NaiveSums {
  const total = emptySums()
  for (const sums of all) {
    for (const part of ['flows', 'stocks', 'before', 'atYearEnd'] as const) {
      for (const [id, count] of nonZero(sums[part])) {
        const key = id as keyof NaiveSums['flows']
        total[part][key] = (total[part][key] ?? 0) + count
      }
    }
    if ((sums.lastAdmission ?? '') > (total.lastAdmission ?? '')) total.lastAdmission = sums.lastAdmission
  }
  return total
}

/** The stored closure on a day against the parents, and additive figures against the sum of their rows. */
export async function comparePaths(world: World, day: Day): Promise<void> {
  const stored = (await world.database.reader.query(
    'SELECT ancestor, via, descendant, depth FROM organization_path WHERE valid_from <= ? AND valid_to > ?',
    [day, day],
  )) as { ancestor: number; via: number; descendant: number; depth: number }[]
  const product = stored.map((row) => `${row.descendant} ${row.ancestor} ${row.via} ${row.depth}`).sort()
  const naive = world.units.flatMap(({ id }) => {
    const chain = world.tree.chain(id, day)
    const above = chain.map((ancestor, depth) => `${id} ${ancestor} ${chain[depth - 1] ?? 0} ${depth}`)
    return chain.length === 0 ? [] : [...above, `${id} 0 ${chain.at(-1) ?? 0} ${chain.length}`]
  })
  same(`paths on ${day}`, product, naive.sort(), world)
}

/** What each opened year carries over against the facts before it. */
export async function compareBalances(world: World): Promise<void> {
  const columns = STOCK_IDS.map(measureColumn)
  for (const [basis, codes] of [
    ['DECISION', '0, 1'],
    ['CEREMONY', '0, 2'],
  ] as const) {
    const facts = world.facts(basis)
    const years = (await world.database.reader.query('SELECT year FROM ledger_year')) as { year: number }[]
    for (const { year } of years) {
      const rows = (await world.database.reader.query(
        `SELECT organization, ${columns.map((name) => `SUM(${name}) AS ${name}`).join(', ')} FROM ledger_balance
         WHERE year = ? AND basis IN (${codes}) GROUP BY organization`,
        [year],
      )) as Record<string, unknown>[]
      const product = rows.map((row) =>
        [row.organization, ...columns.map((name) => Number(row[name]))].join(' '),
      )
      const naive = world.units.map(({ id }) => {
        const before = facts.filter(({ unit, day }) => unit === id && day < `${year}-01-01`)
        return [
          id,
          ...STOCK_IDS.map((stock) => before.reduce((all, one) => all + (one.vector[stock] ?? 0), 0)),
        ]
      })
      const some = (line: string) => /^\d+(?: 0)+$/u.exec(line) === null
      const lines = naive.map((line) => line.join(' ')).filter(some)
      same(`balances of ${year} by ${basis}`, product.filter(some).sort(), lines.sort(), world)
    }
  }
}

/** What `verify` recomputes from nothing must agree too. */
export async function compareVerified(world: World): Promise<void> {
  same('verify', await verify(world.ctx()), [], world)
}
