import { formatPercent, roundRatio, unitCondition, type UnitCondition, type UnitPart } from '@seedbed/shared'
import { figureOfUnit, type TestUnit } from './units.js'

interface ShareArguments {
  input: { condition: UnitCondition; tiers: string[]; years?: number }
}

interface PageArguments {
  part: UnitPart
  first?: number
  after?: string | null
}

const rounding = { mode: 'TRUNCATE', decimals: 1 } as const

function partOf(unit: TestUnit, condition: UnitCondition, years: number): UnitPart {
  const admitted = figureOfUnit(unit.numbers, 'admitted').numerator
  if (condition === 'NOBODY_FOR_YEARS')
    return admitted > 0 ? 'NOT_FULFILLING' : years > 5 ? 'NOT_COUNTED' : 'FULFILLING'
  const least = condition === 'REACHED_TARGET' ? (unit.numbers.target ?? 0) : 1
  return admitted >= least ? 'FULFILLING' : 'NOT_FULFILLING'
}

/** What is counted of the children of a unit; one cell was founded, one commune dissolved within the period. */
export function unitParts(children: readonly TestUnit[], shown: (unit: TestUnit) => object) {
  const moved = (act: string, tier: string, unit: TestUnit | undefined) => ({
    act,
    tier,
    reason: null,
    count: 1,
    units: {
      totalCount: 1,
      edges: unit ? [{ node: { on: '2024-03-01', organization: shown(unit) } }] : [],
    },
  })
  const unitShare = ({ input: { condition, years = 1 } }: ShareArguments) => {
    const placed = children.map((unit) => ({ unit, part: partOf(unit, condition, years) }))
    const inPart = (part: UnitPart) => placed.filter((one) => one.part === part)
    const [yes, no] = [inPart('FULFILLING').length, inPart('NOT_FULFILLING').length]
    const value = roundRatio(yes, yes + no, rounding)
    return {
      condition,
      all: children.length,
      fulfilling: yes,
      notFulfilling: no,
      notCounted: children.length - yes - no,
      notCountedWhy: children.length > yes + no ? 'TOO_YOUNG' : null,
      denominatorName: 'đảng bộ cơ sở',
      denominatorNameEn: 'grassroots organization',
      share: {
        indicator: condition,
        numerator: yes,
        denominator: yes + no,
        value,
        text: value === null ? '–' : formatPercent(value, rounding),
      },
      units: ({ part, first = 50, after }: PageArguments) => {
        const start = after ? Number(after) + 1 : 0
        const page = inPart(part).slice(start, start + first)
        return {
          totalCount: inPart(part).length,
          pageInfo: {
            hasNextPage: start + first < inPart(part).length,
            endCursor: String(start + page.length - 1),
          },
          edges: page.map(({ unit }) => ({
            node: {
              organization: shown(unit),
              figures: unitCondition(condition).indicators.map((id) => figureOfUnit(unit.numbers, id)),
              before: [figureOfUnit({ newlyAdmitted: 1 }, 'admitted')],
            },
          })),
        }
      },
    }
  }
  return {
    unitCounts:
      children.length === 0 ? [] : [{ tier: 'GRASSROOTS', kind: null, sector: null, count: children.length }],
    unitMovements:
      children.length === 0
        ? []
        : [moved('FOUNDED', 'CELL', children[0]), moved('DISSOLVED', 'GRASSROOTS', children[1])],
    unitShare,
  }
}
