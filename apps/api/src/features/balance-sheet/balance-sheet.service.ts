import { addDays, type CountBasis, type Day, type Perimeter } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { refuseOutOfScope } from '../../policy/may.js'
import { declaredClosing } from '../declared/declared-figure.service.js'
import { columnsOf } from '../columns/columns.service.js'
import { columnNeeds, sumColumns } from '../figures/column-sums.js'
import { refuseOutOfLife, sumsOf, sumsQuestionOf, type SumsRow } from '../figures/figures.service.js'
import { questionOf, type FiguresQuestion } from '../figures/question.js'
import { openedYears } from '../ledger/ledger.service.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { BALANCE_LINES, type BalanceLineDefinition } from './balance-lines.js'
import { isCrossedIn } from './crossed-columns.js'
import { isCrossed, listHandovers, sumCarried, type Carried } from './carried.repository.js'

/** What is asked, both days inclusive. */
export interface BalanceQuestion {
  from: Day
  asOf: Day
  countBasis?: CountBasis | null
  perimeter?: Perimeter | null
  treeAt?: Day | null
}

/** A line with its number of persons, never below 0 for lines that reorganization makes. */
export interface BalanceLine extends BalanceLineDefinition {
  count: number
}

/** How the members at the end of the day before `from` became those at the end of `asOf`. */
export interface BalanceSheet {
  openingOn: Day
  opening: number
  lines: BalanceLine[]
  closing: number
}

/**
 * The question with its defaults, over everything that changes the number of members. Refuses what questionOf
 * refuses, and days outside the life of the unit.
 */
export function balanceQuestion(unit: OrganizationOnDay, input: BalanceQuestion): FiguresQuestion {
  const { from, asOf, countBasis = null, perimeter = null, treeAt = null } = input
  const question = questionOf({ from, asOf, countBasis, perimeter, treeAt, indicators: ['reorganized'] })
  refuseOutOfLife(unit, question)
  return question
}

/**
 * The balance sheet of a unit: opening + lines that add − lines that take away = closing, for every unit and period,
 * in whole persons. A transfer counts only if its other end lies outside the unit. What reorganization brought and
 * took is gross: as recorded, the members of every unit that came under it or left it in the period, on that day;
 * by the tree of one day nothing crosses but stock of ended cells handed on to heirs. A fixed number of statements,
 * however many units moved and however many sheets of the same question a request asks for.
 */
export async function balanceSheetOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: BalanceQuestion,
): Promise<BalanceSheet> {
  const question = balanceQuestion(unit, input)
  const sheets = loader<number, BalanceSheet>(ctx, `balance ${JSON.stringify(question)}`, (ids) =>
    sheetsOf(ctx, ids, question),
  )
  return sheets.load(unit.id)
}

/** What stands in the ledger for the sheets of a question, and how it was asked. */
interface Recorded {
  /** Whether any unit crossed a border. */
  moved: boolean
  asked: FiguresQuestion
  sums: SumsRow[]
  opened: readonly number[]
}

/** While nothing crosses a border, what was recorded is what the tree of the as-of date says, at less cost. */
async function recorded(
  ctx: RequestContext,
  units: readonly number[],
  question: FiguresQuestion,
): Promise<Recorded> {
  const options = { byChild: false, handovers: true } as const
  const isRecorded = question.perimeter === 'RECORDED'
  const asOfDate: FiguresQuestion = { ...question, perimeter: 'RESTATED' }
  const needs = (opened: readonly number[]) => columnNeeds(sumsQuestionOf(units, question, options), opened)
  const columns = await columnsOf(ctx, { units, needs })
  if (columns) {
    const moved = isRecorded && units.some((unit) => isCrossedIn(columns.paths.get(unit), question))
    const asked = moved ? question : asOfDate
    return {
      moved,
      asked,
      sums: sumColumns(sumsQuestionOf(units, asked, options), columns),
      opened: columns.opened,
    }
  }
  const moved = isRecorded && (await isCrossed(ctx, { ...question, units }))
  const asked = moved ? question : asOfDate
  const [sums, opened] = await Promise.all([sumsOf(ctx, units, asked, options), openedYears(ctx)])
  return { moved, asked, sums, opened }
}

async function sheetsOf(
  ctx: RequestContext,
  units: readonly number[],
  question: FiguresQuestion,
): Promise<BalanceSheet[]> {
  await refuseOutOfScope(ctx, 'figures.read', units)
  const { moved, asked, sums, opened } = await recorded(ctx, units, question)
  const handed = sums.some(({ handovers }) => handovers !== 0)
  const carried: Carried[] = [
    ...(moved ? await sumCarried(ctx, { ...question, units }, opened) : []),
    ...(handed ? await listHandovers(ctx, { ...asked, units }, opened) : []),
  ]
  return units.map((id) => {
    const { flows = {}, stocks = {}, before = {} } = sums.find((row) => row.unit === id) ?? {}
    const membersOf = (side: 1 | -1) =>
      carried.reduce((all, one) => all + (one.unit === id && one.side === side ? one.members : 0), 0)
    const counted = BALANCE_LINES.map((line) => ({
      ...line,
      count: line.measure ? (flows[line.measure] ?? 0) : membersOf(line.sign),
    }))
    return {
      openingOn: addDays(question.from, -1),
      opening: before.members ?? 0,
      lines: counted.filter(({ onlyIfAny, count }) => !onlyIfAny || count !== 0),
      closing: stocks.members ?? 0,
    }
  })
}

/**
 * The members that the unit declared for the as-of date, or null; a sheet by the tree of another day has none, since
 * what was declared is of the unit as it stood.
 */
export async function declaredClosingOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: BalanceQuestion,
): Promise<number | null> {
  const { asOf, treeAt } = balanceQuestion(unit, input)
  return treeAt === asOf ? declaredClosing(ctx, unit, asOf) : null
}
