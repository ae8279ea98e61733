import { UNKNOWN, type Day, type DimensionCode, type MeasureId } from '@seedbed/shared'
import type { Fact, NaiveTree, Who } from './naive.js'

/** How a unit is classified from a day to the day before another. */
export interface Classified {
  unit: number
  from: Day
  to: Day
  kind: string
  sector: string | null
  tier: string
}

/** A unit in a group from a day to the day before another. */
export interface Grouped {
  unit: number
  from: Day
  to: Day
  group: string
}

/** What persons and units are sorted by, besides what the facts tell. */
export interface Surroundings {
  tree: NaiveTree
  classified: readonly Classified[]
  grouped: readonly Grouped[]
}

/** A question in the words of the definitions: `treeAt` is null where flows count by the tree of their own day. */
export interface NaiveCrossing {
  unit: number
  sort: 'FLOW' | 'STOCK'
  from: Day
  to: Day
  treeAt: Day | null
  measures: readonly MeasureId[]
  dimensions: readonly DimensionCode[]
}

type Bands = ReadonlyArray<readonly [string, number, number]>

const ages: Bands = [
  ['UNDER_18', 0, 17],
  ['18_30', 18, 30],
  ['31_40', 31, 40],
  ['41_50', 41, 50],
  ['51_60', 51, 60],
  ['OVER_60', 61, 200],
]
const memberships: Bands = [
  ['UNDER_1', -1, 0],
  ['1_4', 1, 4],
  ['5_9', 5, 9],
  ['10_19', 10, 19],
  ['20_29', 20, 29],
  ['30_39', 30, 39],
  ['40_49', 40, 49],
  ['50_PLUS', 50, 200],
]

const bandOf = (years: number | null, bands: Bands) =>
  bands.find(([, from, to]) => years !== null && from <= years && years <= to)?.[0] ?? UNKNOWN

/** Full years between two months, as "YYYY-MM". */
function yearsOfMonths(since: string, until: string): number | null {
  if (since === '') return null
  const years = Number(until.slice(0, 4)) - Number(since.slice(0, 4))
  return until.slice(5, 7) < since.slice(5, 7) ? years - 1 : years
}

const yesNo = (value: string | null | undefined, yes: string, no: string) =>
  value === '1' ? yes : value === '0' ? no : UNKNOWN

const holdsOn = (day: Day) => (one: { from: Day; to: Day }) => one.from <= day && day < one.to

/** The category of somebody in a dimension; `stockOn` is the day of a stock, null for a flow. */
function categoryOf(
  dimension: DimensionCode,
  { unit, day }: Fact,
  who: Who | undefined,
  stockOn: Day | null,
  { tree, classified, grouped }: Surroundings,
): string {
  const on = stockOn ?? day
  const version = classified.filter(holdsOn(on)).find((one) => one.unit === unit)
  const said = (name: string) => who?.attributes[name] ?? UNKNOWN
  const known = who?.attributes
  switch (dimension) {
    case 'SEX':
      return yesNo(known?.female, 'FEMALE', 'MALE')
    case 'YOUTH_UNION':
      return yesNo(known?.youth_union, 'YES', 'NO')
    case 'ETHNICITY':
      return known?.ethnicity ? (known.ethnicity === '01' ? 'KINH' : 'MINORITY') : UNKNOWN
    case 'RELIGION':
      return known?.religion === undefined ? UNKNOWN : known.religion === '' ? 'NONE' : 'RELIGIOUS'
    case 'AGE_BAND':
      return bandOf((stockOn === null ? who?.age : yearsOfMonths(who?.born ?? '', stockOn)) ?? null, ages)
    case 'YEARS_OF_MEMBERSHIP':
      return bandOf(yearsOfMonths(who?.joined ?? '', on), memberships)
    case 'UNIT_KIND':
      return version?.kind ?? UNKNOWN
    case 'UNIT_SECTOR':
      return version?.sector ?? UNKNOWN
    case 'UNIT_TIER':
      return version?.tier ?? UNKNOWN
    case 'GROUP':
      return (
        tree
          .chain(unit, on)
          .map((above) => grouped.filter(holdsOn(on)).find((one) => one.unit === above)?.group)
          .find((group) => group !== undefined) ?? UNKNOWN
      )
    case 'DEGREE':
    case 'ETHNIC_GROUP':
    case 'INTRODUCER':
    case 'OCCUPATION':
    case 'POLITICAL_THEORY':
    case 'PROBATION':
    case 'RELIGION_NAME':
    case 'SCHOOLING':
    case 'SOURCE_KIND':
      return said(dimension.toLowerCase())
  }
}

/** How many a fact counts, apart from official and probationary where that is asked. */
function partsOf(fact: Fact, measures: readonly MeasureId[], byProbation: boolean): [string, number][] {
  const number = measures.reduce((sum, id) => sum + (fact.vector[id] ?? 0), 0)
  const probationary = fact.vector.probationaryMembers ?? 0
  if (!byProbation) return [['', number]]
  return [
    ['OFFICIAL', number - probationary],
    ['PROBATIONARY', probationary],
  ]
}

/** A number of a crossing by definition: everybody, and of them those whom nobody named. */
export interface NaiveCell {
  count: number
  unnamed: number
}

/** The numbers of a crossing by definition, by categories joined with "/"; those of 0 are left out. */
export function naiveCrossing(
  surroundings: Surroundings,
  facts: readonly Fact[],
  asked: NaiveCrossing,
): Map<string, NaiveCell> {
  const { unit, sort, from, to, treeAt, measures, dimensions } = asked
  const cells = new Map<string, NaiveCell>()
  const stockOn = sort === 'STOCK' ? to : null
  for (const fact of facts) {
    const treeDay = treeAt ?? (sort === 'STOCK' ? to : fact.day)
    const inTime = fact.day <= to && (sort === 'STOCK' || fact.day >= from)
    if (!inTime || !surroundings.tree.chain(fact.unit, treeDay).includes(unit)) continue
    const moved = measures.some((id) => /^(?:transferred|candidatesMoved)(?:In|Out)/u.test(id))
    const inside = fact.counterpart && surroundings.tree.chain(fact.counterpart, treeDay).includes(unit)
    if (moved && inside) continue
    const who = sort === 'STOCK' ? fact.stockOf : fact.flowsOf
    for (const [probation, number] of partsOf(fact, measures, dimensions.includes('PROBATION'))) {
      const categories = dimensions.map((one) =>
        one === 'PROBATION' ? probation : categoryOf(one, fact, who, stockOn, surroundings),
      )
      const key = categories.join('/')
      const { count, unnamed } = cells.get(key) ?? { count: 0, unnamed: 0 }
      cells.set(key, { count: count + number, unnamed: unnamed + (who ? 0 : number) })
    }
  }
  return cells
}
