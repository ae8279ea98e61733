import type { Perimeter } from '@seedbed/shared'
import type { RequestContext } from '../src/context.js'
import { select } from '../src/database/sql.js'
import { crossQuestionOf } from '../src/features/composition/cross-question.js'
import { readCrossing } from '../src/features/composition/crossing.repository.js'
import { readSums } from '../src/features/figures/figures.repository.js'
import { measuresOf, questionOf, type FiguresInput } from '../src/features/figures/question.js'
import { listYears } from '../src/features/ledger/ledger.repository.js'
import { countAdmissions, listAdmissions } from '../src/features/membership/admission.repository.js'
import { cutPeriod } from '@seedbed/shared'
import type { BenchClient } from './client.js'
import { documents } from './documents.js'
import { inputOf, PERIMETERS, type Place } from './places.js'

/** A question as statements and through GraphQL; `goal` in rows by key through GraphQL. */
export interface Question {
  name: string
  sql?: () => Promise<unknown>
  graphql?: () => Promise<unknown>
  goal?: number
}

/** What questions are asked with. */
export interface Bench {
  ctx: RequestContext
  client: BenchClient
}

async function sums(
  ctx: RequestContext,
  place: Place,
  input: FiguresInput,
  byChild: boolean,
  months = false,
) {
  const { indicators, ...question } = questionOf(input)
  const parts = months ? cutPeriod({ from: question.from, to: question.asOf }, 'MONTH') : undefined
  const asked = {
    ...question,
    units: [place.unit.id],
    of: [place.unit.id],
    byChild,
    measures: measuresOf(indicators),
  }
  return readSums(ctx, { ...asked, ...(parts ? { parts } : {}) }, await listYears(ctx))
}

function ask({ client }: Bench, document: string, place: Place, variables: Record<string, unknown>) {
  return () => client.ask(document, { id: place.unit.uid, at: place.asOf, ...variables })
}

function figuresAt(bench: Bench, place: Place, perimeter: Perimeter): Question[] {
  const input = inputOf(place, perimeter)
  const where = `${place.name}, ${perimeter.toLowerCase()}`
  return [
    {
      name: `Q1 children of ${where}`,
      sql: () => sums(bench.ctx, place, input, true),
      graphql: ask(bench, documents.children, place, { input }),
      goal: place.goal,
    },
    {
      name: `page of ${where}`,
      graphql: ask(bench, documents.page, place, { input }),
      goal: place.goal,
    },
    {
      name: `own figures of ${where}`,
      sql: () => sums(bench.ctx, place, input, false),
      graphql: ask(bench, documents.own, place, { input }),
    },
  ]
}

function trendAt(bench: Bench, place: Place): Question {
  const from = `${Number(place.asOf.slice(0, 4)) - 1}${place.asOf.slice(4, 8)}01`
  const asOf = place.unit.opened > from ? place.asOf : `${place.asOf.slice(0, 8)}01`
  const input = { from, asOf, indicators: ['admitted', 'femaleShare'] }
  return {
    name: `Q4 twelve months of ${place.name}`,
    sql: () => sums(bench.ctx, place, input, false, true),
    graphql: ask(bench, documents.trend, place, { input }),
  }
}

function admissionsAt(bench: Bench, place: Place): Question {
  const from = `${place.asOf.slice(0, 4)}-01-01`
  const filter = { from, to: place.asOf, female: true, university: true }
  const conditions = { from, to: place.asOf, treeAt: place.asOf, female: true, university: true }
  const asked = { ...conditions, unit: place.unit.id, ceremony: false, recorded: false }
  return {
    name: `Q5 admissions of ${place.name}`,
    sql: async () => [
      await listAdmissions(bench.ctx, asked, { limit: 50 }),
      await countAdmissions(bench.ctx, asked),
    ],
    graphql: ask(bench, documents.admissions, place, { filter }),
  }
}

/** What a crossing or a balance sheet may cost, in rows by key. */
const goalOfPeople = 8

/** Persons of the year, and members of the day, by two attributes; and how the members came about. */
function peopleAt(bench: Bench, place: Place): Question[] {
  const period = { from: `${place.asOf.slice(0, 4)}-01-01`, asOf: place.asOf }
  const crossings = [
    { indicator: 'admitted', rows: 'OCCUPATION', columns: 'AGE_BAND' },
    { indicator: 'members', rows: 'SEX', columns: 'AGE_BAND' },
  ] as const
  return [
    ...crossings.map(({ indicator, rows, columns }) => {
      const question = crossQuestionOf({ ...period, indicator })
      const crossing = { ...question.crossing, unit: place.unit.id, rows, columns, groupSet: null }
      return {
        name: `${indicator} by two attributes, ${place.name}`,
        sql: async () => readCrossing(bench.ctx, crossing, await listYears(bench.ctx)),
        graphql: ask(bench, documents.crossing, place, { input: { ...period, indicator, rows, columns } }),
        goal: goalOfPeople,
      }
    }),
    ...PERIMETERS.map((perimeter) => ({
      name: `balance sheet of ${place.name}, ${perimeter.toLowerCase()}`,
      graphql: ask(bench, documents.balance, place, { input: { ...period, perimeter } }),
      goal: goalOfPeople,
    })),
  ]
}

/** The row by its key, both ways: what everything else is compared with. */
export function byKey({ ctx, client }: Bench, place: Place): Question {
  const statement = 'SELECT id, uid, opened, closed FROM organization WHERE id = ?'
  return {
    name: 'one row by its key',
    sql: () => select(ctx, statement, [place.unit.id]),
    graphql: () => client.ask(documents.byKey, { id: place.unit.uid }),
  }
}

/** Every question at every place. */
export function questionsOf(bench: Bench, places: readonly Place[]): Question[] {
  return places.flatMap((place) => [
    ...PERIMETERS.flatMap((perimeter) => figuresAt(bench, place, perimeter)),
    trendAt(bench, place),
    admissionsAt(bench, place),
    ...peopleAt(bench, place),
  ])
}
