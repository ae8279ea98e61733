import { findIndicator, type OrganizationQuery, type QueryCondition } from '@seedbed/shared'
import { figureOfUnit, type TestUnit } from './units.js'

interface Bent {
  /** Questions that arrive, with how many rows were wanted. */
  onFind?: (query: OrganizationQuery, first: number) => void
  /** Rows of a page at most. */
  page?: number
}

const valueOf = (unit: TestUnit, id: string) => figureOfUnit(unit.numbers, id).value ?? 0

/** Whether a unit of a test fulfils a condition: numbers and names, which is what the tests ask. */
function fulfils(unit: TestUnit, condition: QueryCondition | null | undefined): boolean {
  if (!condition) return true
  if (condition.all) return condition.all.every((one) => fulfils(unit, one))
  if (condition.any) return condition.any.some((one) => fulfils(unit, one))
  if (condition.name) return unit.name.includes(condition.name)
  const { compare } = condition
  if (!compare) return false
  const value = valueOf(unit, compare.indicator)
  const than = Number(compare.number)
  return (
    { LESS: value < than, MORE: value > than, EQUAL: value === than }[compare.operator as 'LESS'] ?? false
  )
}

function sorted(units: readonly TestUnit[], query: OrganizationQuery): TestUnit[] {
  const [order] = query.orderBy ?? []
  if (!order?.indicator) return [...units]
  const { indicator, direction } = order
  const sign = direction === 'DESC' ? -1 : 1
  return units.toSorted((a, b) => sign * (valueOf(a, indicator) - valueOf(b, indicator)))
}

/** Answers questions about the communes of a test from their numbers, and keeps what is saved and frozen. */
export function queriesOf(
  units: readonly TestUnit[],
  organization: (unit: TestUnit) => object,
  bent: Bent = {},
) {
  const communes = units.filter(({ tier }) => tier === 'GRASSROOTS')
  const saved: object[] = []
  const frozen: Array<{ id: string }> = []
  const inputs: Record<string, Record<string, unknown>[]> = {}
  const note = (name: string, input: Record<string, unknown>) => (inputs[name] ??= []).push(input)
  const figures = (unit: TestUnit, ids: readonly string[]) => ids.map((id) => figureOfUnit(unit.numbers, id))
  const rowsOf = (hits: readonly TestUnit[], query: OrganizationQuery) =>
    hits.map((unit, position) => ({
      position,
      content: { code: unit.code, name: unit.name, figures: figures(unit, query.indicators), facts: [] },
      organization: organization(unit),
      person: null,
    }))
  const connection = <Node>(nodes: readonly Node[]) => ({
    totalCount: nodes.length,
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: nodes.map((node, index) => ({ cursor: String(index), node })),
  })
  const hitsOf = (query: OrganizationQuery) =>
    sorted(
      communes.filter((unit) => fulfils(unit, query.where)),
      query,
    )
  return {
    inputs,
    findOrganizations: ({
      query,
      first = 50,
      after,
    }: {
      query: OrganizationQuery
      first?: number
      after?: string
    }) => {
      bent.onFind?.(query, first)
      const hits = hitsOf(query)
      const start = after ? Number(after) + 1 : 0
      const page = hits.slice(start, start + Math.min(first, bent.page ?? first))
      return {
        totalCount: hits.length,
        asked: communes.length,
        total: query.indicators.map((indicator) => {
          const isState = findIndicator(indicator)?.unit === 'YEARS'
          const numbers = units.find(({ id }) => id === 'town')!.numbers
          return {
            indicator,
            withheld: isState ? 'STATE' : null,
            figure: isState ? null : figureOfUnit(numbers, indicator),
          }
        }),
        pageInfo: {
          hasNextPage: start + page.length < hits.length,
          endCursor: String(start + page.length - 1),
        },
        edges: page.map((unit, index) => ({
          cursor: String(start + index),
          node: { organization: organization(unit), figures: figures(unit, query.indicators) },
        })),
      }
    },
    queryEstimate: () => ({ asked: communes.length, cost: communes.length * 2, limit: 600_000 }),
    savedQueries: () => saved,
    saveQuery: ({ input }: { input: Record<string, unknown> }) => {
      note('saveQuery', input)
      const kept = {
        ...{ id: `saved-${saved.length}`, version: 1, name: input.name, about: 'UNITS', own: true },
        ...{ body: JSON.stringify(input.organizations), ownerName: 'Ban Tổ chức', ownerLeft: false },
        ...{ sharedEverywhere: false, sharedRole: null, sharedOrganization: null },
        updatedAt: '2026-11-21T02:00:00.000Z',
      }
      saved.push(kept)
      return kept
    },
    freezeEvidence: ({ input }: { input: { note: string; organizations: OrganizationQuery } }) => {
      note('freezeEvidence', input)
      const query = input.organizations
      const evidence = {
        ...{ id: `evidence-${frozen.length}`, about: 'UNITS', note: input.note, body: JSON.stringify(query) },
        ...{ asOf: query.asOf, recordedAt: '2026-11-21T02:00:00.000Z', actorName: 'Ban Tổ chức' },
        ...{ totalCount: hitsOf(query).length, totals: [], checksum: 'a1b2c3d4'.repeat(8), unaltered: true },
        rows: connection(rowsOf(hitsOf(query), query)),
        samples: [],
      }
      frozen.push(evidence)
      return evidence
    },
    evidenceList: () => connection(frozen),
    evidence: ({ id }: { id: string }) => frozen.find((one) => one.id === id),
    rerunEvidence: () => {
      const [unit] = communes
      const content = (text: string) => ({
        ...{ code: unit!.code, name: unit!.name, facts: [] },
        figures: [{ ...figureOfUnit(unit!.numbers, 'admitted'), text }],
      })
      return {
        ...{ unchanged: 21, gone: 0, added: 0, changed: 1 },
        differences: [
          { kind: 'CHANGED', before: content('14'), now: content('15'), organization: organization(unit!) },
        ],
      }
    },
  }
}
