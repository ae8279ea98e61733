import { addDays, type Day, type MemberBase } from '@seedbed/shared'
import { naiveSums, type Fact, type NaiveTree } from './naive.js'

/** A term as it was set: half-open days. */
export interface NaiveTerm {
  unit: number
  from: Day
  to: Day
}

/** What is asked: RESTATED by the tree of one day, RECORDED by that of each day. */
export interface BaseQuestion {
  from: Day
  asOf: Day
  treeAt: Day
  recorded: boolean
}

/** Members of a unit, or of one of its rows, at the end of a day. */
export function naiveMembers(
  tree: NaiveTree,
  facts: readonly Fact[],
  unit: number,
  day: Day,
  { treeAt, recorded }: BaseQuestion,
  row?: number,
): number {
  const next = addDays(day, 1)
  const asked = { from: next, eve: day, asOf: next, recorded, treeAt }
  return naiveSums(tree, facts, unit, asked, row).before.members ?? 0
}

/** The day before the term that holds for the unit on the as-of date began: walk up until somebody has one. */
export function naiveTermStart(
  tree: NaiveTree,
  terms: readonly NaiveTerm[],
  unit: number,
  { asOf, treeAt }: BaseQuestion,
): Day | null {
  for (const id of tree.chain(unit, treeAt)) {
    const term = terms.find((one) => one.unit === id && one.from <= asOf && asOf < one.to)
    if (term) return addDays(term.from, -1)
  }
  return null
}

/** The denominator of a rate by definition; `holder` is whose term counts, `row` the row of the unit. */
export function naiveBase(
  tree: NaiveTree,
  facts: readonly Fact[],
  terms: readonly NaiveTerm[],
  unit: number,
  base: MemberBase,
  question: BaseQuestion,
  { holder = unit, row }: { holder?: number; row?: number } = {},
): number | null {
  const on = (day: Day) => naiveMembers(tree, facts, unit, day, question, row)
  const yearEnd = `${Number(question.from.slice(0, 4)) - 1}-12-31`
  if (base === 'PREVIOUS_YEAR_END') return on(yearEnd)
  if (base === 'AS_OF') return on(question.asOf)
  if (base === 'AVERAGE') return (on(yearEnd) + on(question.asOf)) / 2
  const start = naiveTermStart(tree, terms, holder, question)
  return start === null ? null : on(start)
}

/** The same date a year before, by definition. */
export function naiveLastYear(day: Day): Day {
  const back = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return back.endsWith('-02-29') ? back.replace('-29', '-28') : back
}
