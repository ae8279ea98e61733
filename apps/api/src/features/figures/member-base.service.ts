import { addDays, writtenDay, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { loadTermsAbove, termHolding } from '../terms/term.service.js'
import type { Base, Sums, SumsRow } from './figures.repository.js'
import type { FiguresQuestion } from './question.js'
import { sumUp, sumUpEach } from './sums.service.js'

/** Members at the end of a day: by the tree of that day (RECORDED) or of the question's (RESTATED). */
async function membersOn(
  ctx: RequestContext,
  units: readonly number[],
  { basis, perimeter, treeAt }: FiguresQuestion,
  day: Day,
  byChild: boolean,
): Promise<SumsRow[]> {
  const measures = { flows: [], stocks: ['members'] as const, before: [] }
  const asked = { units, of: units, from: day, asOf: day, basis, perimeter, treeAt, byChild, measures }
  return sumUp(ctx, asked, false)
}

/** Where the base of a unit is read, and how it is named; null where no term holds. */
interface BasePlace {
  day: Day
  name?: string
}

/** The day before the term began that holds for the unit on the as-of date; its own, or that of a unit above. */
async function placeOf(
  ctx: RequestContext,
  unit: number,
  { base, asOf, treeAt }: FiguresQuestion,
): Promise<BasePlace | null> {
  if (base !== 'TERM_START') return base === null ? null : { day: base.on }
  const term = termHolding(await loadTermsAbove(ctx, unit, treeAt), asOf)
  if (!term) return null
  const day = addDays(term.validFrom, -1)
  return { day, name: `đảng viên đầu nhiệm kỳ ${term.name} (đến ${writtenDay(day)})` }
}

const baseAt = ({ name }: BasePlace, members: number): Base => ({
  members,
  ...(name === undefined ? {} : { name }),
})

/** The sums with the member base that the question asks for; many units asked the same cost one statement. */
export async function withBase(
  ctx: RequestContext,
  unit: number,
  question: FiguresQuestion,
  sums: Sums,
): Promise<Sums> {
  if (question.base === null) return sums
  const place = await placeOf(ctx, unit, question)
  if (!place) return { ...sums, base: null }
  const { basis, perimeter, treeAt } = question
  const tree = perimeter === 'RECORDED' ? '' : treeAt
  const members = await loader<number, number>(
    ctx,
    `members on ${place.day} ${basis} ${perimeter} ${tree}`,
    async (ids) => {
      const rows = new Map(
        (await membersOn(ctx, ids, question, place.day, false)).map((row) => [row.unit, row]),
      )
      return ids.map((id) => rows.get(id)?.stocks.members ?? 0)
    },
  ).load(unit)
  return { ...sums, base: baseAt(place, members) }
}

/** The member bases of many units below roots; null for a unit for which no term holds. One reading for each day. */
export async function basesOfEach(
  ctx: RequestContext,
  roots: readonly number[],
  units: readonly number[],
  question: FiguresQuestion,
  knownOn: Day | null,
): Promise<Map<number, Base | null>> {
  const places = await Promise.all(
    units.map(async (unit) => [unit, await placeOf(ctx, unit, question)] as const),
  )
  const bases = new Map<number, Base | null>(units.map((unit) => [unit, null]))
  const { basis, perimeter, treeAt } = question
  const byDay = groupBy(
    places.flatMap(([unit, place]) => (place ? [{ unit, place }] : [])),
    ({ place }) => place.day,
  )
  for (const [day, there] of byDay) {
    const measures = { flows: [], stocks: ['members'] as const, before: [] }
    const asked = {
      ...{ units: there.map(({ unit }) => unit), from: day, asOf: day, basis, perimeter, treeAt },
      ...{ of: roots, byChild: false, measures, ...(knownOn === null ? {} : { knownOn }) },
    }
    const sums = new Map((await sumUpEach(ctx, roots, asked, false)).map((row) => [row.unit, row]))
    for (const { unit, place } of there) bases.set(unit, baseAt(place, sums.get(unit)?.stocks.members ?? 0))
  }
  return bases
}

/** The member base of the rows below a unit: by child, 0 for what lies directly at the unit. */
export type RowBases = (child: number) => Base | null | undefined

/**
 * Bases of the rows below a unit. Each child is measured from its own term, as its own figure is; ended units and
 * what lies directly at the unit from the unit's. One statement for each day on which some term began.
 */
export async function rowBases(
  ctx: RequestContext,
  unit: number,
  children: readonly number[],
  question: FiguresQuestion,
): Promise<RowBases> {
  if (question.base === null) return () => undefined
  const own = await placeOf(ctx, unit, question)
  const places = new Map<number, BasePlace | null>([[0, own]])
  await Promise.all(children.map(async (id) => places.set(id, await placeOf(ctx, id, question))))
  const days = new Set([...places.values()].flatMap((place) => place?.day ?? []))
  const members = new Map<string, number>()
  for (const day of days)
    for (const { via, stocks } of await membersOn(ctx, [unit], question, day, true))
      members.set(`${day} ${via}`, stocks.members ?? 0)
  return (child) => {
    const place = places.has(child) ? places.get(child) : own
    return place ? baseAt(place, members.get(`${place.day} ${child}`) ?? 0) : null
  }
}
