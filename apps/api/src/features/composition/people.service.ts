import { isDay } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { refusePeople } from '../../policy/people.js'
import { openedYears } from '../ledger/ledger.service.js'
import { refuseOutsideLife, type OrganizationOnDay } from '../organizations/organization.service.js'
import { categoriesOf, groupSetKey } from './category.service.js'
import { countNamed, listCounted, type CountedPerson } from './counted-people.repository.js'
import { crossQuestionOf, dimensionOf, type CrossInput, type CrossQuestion } from './cross-question.js'
import { crossingOf } from './crossing.service.js'
import type { Condition, Crossing } from './crossing.statement.js'

/** Whom a number counts: the question of the crossing, and row and column of the cell. */
export interface PeopleInput extends CrossInput {
  conditions?: ReadonlyArray<{ dimension: string; category: string }> | null
}

/** Key of a person in the list: day or sorted name, and an id. */
export const peopleCursor = ['string', 'number'] as const

export interface CountedPage extends Connection<CountedPerson> {
  withoutName: number
}

const mostConditions = 2

/**
 * The people behind a cell of a crossing, or behind a total, a page of them: events the latest first, members by
 * name. `totalCount` and `withoutName` together are the number of the cell. Refuses what the crossing refuses,
 * unknown categories, and (FORBIDDEN) anyone who may see figures only.
 */
export async function peopleOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: PeopleInput,
  page: Page<typeof peopleCursor>,
): Promise<CountedPage> {
  await refusePeople(ctx, unit.id)
  const question = crossQuestionOf(input)
  const groupSet = await groupSetKey(ctx, input.groupSetId)
  const conditions = await conditionsOf(ctx, input, question, groupSet)
  refuseOutsideLife(unit, question.shownOn)
  if (page.after && question.crossing.sort === 'FLOW' && !isDay(page.after[0]))
    throw invalidInput('after', 'is not a cursor of this list')
  const [rows, columns = null] = conditions.map(({ dimension }) => dimension)
  const crossing: Crossing = {
    ...question.crossing,
    unit: unit.id,
    rows: rows ?? 'SEX',
    columns: columns ?? null,
    groupSet,
  }
  const opened = await openedYears(ctx)
  const [people, named, counted] = await Promise.all([
    listCounted(ctx, crossing, conditions, opened, page),
    countNamed(ctx, crossing, conditions, opened),
    countOf(ctx, crossing, conditions),
  ])
  return { ...connection(people, page.limit, ({ key }) => key, named), withoutName: counted - named }
}

async function conditionsOf(
  ctx: RequestContext,
  { conditions, groupSetId }: PeopleInput,
  question: CrossQuestion,
  groupSet: number | null,
): Promise<Condition[]> {
  const asked = conditions ?? []
  if (asked.length > mostConditions) throw invalidInput('conditions', `at most ${mostConditions}`)
  const [first, second] = asked
  if (first && first.dimension === second?.dimension)
    throw invalidInput('conditions', 'name one dimension twice')
  return Promise.all(
    asked.map(async ({ dimension: code, category }) => {
      const dimension = dimensionOf('conditions', code, question, groupSetId)
      const known = (await categoriesOf(ctx, dimension, groupSet)).find((one) => one.code === category)
      if (!known) throw invalidInput('conditions', `${dimension} has no such category`)
      return { dimension, category: known.key }
    }),
  )
}

/** The number of the cell itself, from the crossing. */
async function countOf(
  ctx: RequestContext,
  crossing: Crossing,
  conditions: readonly Condition[],
): Promise<number> {
  const probation = conditions.find(({ dimension }) => dimension === 'PROBATION')?.category
  const [row, column] = conditions
  const isIn = (condition: Condition | undefined, code: string) =>
    !condition || condition.dimension === 'PROBATION' || condition.category === code
  return (await crossingOf(ctx, crossing))
    .filter((sum) => isIn(row, sum.row) && isIn(column, sum.column))
    .map(({ count, probationary }) => {
      if (probation === undefined) return count
      return probation === 'PROBATIONARY' ? probationary : count - probationary
    })
    .reduce((all, count) => all + count, 0)
}
