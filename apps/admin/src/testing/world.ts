import { cutPeriod, type Grain } from '@seedbed/shared'
import { crossingsOf } from './crossings.js'
import { balanceOf } from './balances.js'
import { comparisonsOfUnit } from './comparisons.js'
import { testAdmissions } from './people.js'
import { declaredOfUnit, statementOfUnit } from './statements.js'
import { testRecords } from './records.js'
import { testViewer } from './viewer.js'
import { unitParts } from './unit-parts.js'
import { targetsOf } from './targets.js'
import { rightsOf } from './rights.js'
import { figureOfUnit, testUnits, type TestUnit } from './units.js'

interface FiguresArguments {
  input: { from: string; asOf: string; indicators: string[] }
  orderBy?: { indicator: string; direction: 'ASC' | 'DESC' }
  grain?: Grain
  first?: number
}

/** What a test may bend: figures of the totals row, those of last year, a failure, calls that arrive. */
export interface WorldOptions {
  /** What the viewer may not do: names of fields viewerCan…, of the viewer and of every unit. */
  cannot?: readonly string[]
  /** From which day admissions go by dossiers alone. */
  procedureFrom?: string
  total?: (numbers: TestUnit['numbers']) => TestUnit['numbers']
  before?: (numbers: TestUnit['numbers']) => TestUnit['numbers']
  onAdmissions?: (filter: Record<string, unknown> | undefined) => void
  onAudit?: (filter: Record<string, unknown>) => void
  onMutation?: (name: string, input: Record<string, unknown>) => void
}

const last = { hasNextPage: false, endCursor: null }

function connection<Node>(nodes: Node[]) {
  return {
    edges: nodes.map((node, index) => ({ cursor: String(index), node })),
    pageInfo: last,
    totalCount: nodes.length,
  }
}

function lastYear(numbers: TestUnit['numbers']): TestUnit['numbers'] {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, Math.round(value * 0.63)]))
}

/** Root values for the real schema: a small invented installation that answers like the API. */
export function createWorld(options: WorldOptions = {}) {
  const units = testUnits()
  const people = testAdmissions(64)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const numbersFor = (unit: TestUnit, year: string) => (year < '2024' ? lastYear(unit.numbers) : unit.numbers)
  const childrenOf = (id: string) => units.filter((unit) => unit.parent === id)
  const isCell = (unit: TestUnit) => unit.tier === 'CELL'

  const before = ({ numbers }: TestUnit) => options.before?.(lastYear(numbers)) ?? lastYear(numbers)

  function childFigures(unit: TestUnit, { input, orderBy }: FiguresArguments) {
    const rows = childrenOf(unit.id).map((child) => ({
      row: 'UNIT',
      organization: organization(child, input.asOf),
      until: null,
      figures: input.indicators.map((id) => figureOfUnit(numbersFor(child, input.asOf), id)),
    }))
    if (orderBy) {
      const at = input.indicators.indexOf(orderBy.indicator)
      const sign = orderBy.direction === 'ASC' ? 1 : -1
      rows.sort((a, b) => sign * ((a.figures[at]?.value ?? 0) - (b.figures[at]?.value ?? 0)))
    }
    const numbers = options.total?.(unit.numbers) ?? unit.numbers
    return {
      ...connection(rows),
      total: input.indicators.map((id) => figureOfUnit(numbersFor({ ...unit, numbers }, input.asOf), id)),
    }
  }

  function trend(unit: TestUnit, { input, grain = 'MONTH' }: FiguresArguments) {
    const whole = figureOfUnit(numbersFor(unit, input.asOf), 'admitted').numerator
    const parts = cutPeriod({ from: input.from, to: input.asOf }, grain)
    return parts.map((part, index) => {
      const wave =
        Math.round(whole * ((index + 1) / parts.length)) - Math.round(whole * (index / parts.length))
      return { ...part, figures: [{ ...figureOfUnit({}, 'admitted'), numerator: wave, value: wave }] }
    })
  }

  function admission(row: (typeof people)[number], at: string) {
    return { ...row, organization: organization(byId.get('cell')!, at), person: person(row.personId) }
  }

  function person(id: string): object | null {
    const row = people.find((candidate) => candidate.personId === id)
    if (!row) return null
    const event = (kind: string, on: string) => ({
      id: `${id}-${kind}`,
      version: 1,
      kind,
      on,
      person: () => person(id),
      organization: organization(byId.get('cell')!, on),
      toOrganization: null,
      attributes: row.attributes,
      introducer: row.introducer,
      document: null,
      note: null,
      backfilled: true,
    })
    return {
      id,
      version: 1,
      fullName: row.fullName,
      birthDate: '1998-03-14',
      female: row.attributes.female,
      ethnicity: '01',
      religion: null,
      identityNumber: '•••••••••012',
      viewerCanEdit: !options.cannot?.includes('viewerCanEdit'),
      viewerCanRevealIdentityNumber: true,
      restrictedSince: null,
      dataRequests: [],
      looks: { edges: [], pageInfo: last, totalCount: 0 },
      note: null,
      events: [event('COURSE_COMPLETION', '2023-08-20'), event('ADMISSION', row.decidedOn)],
    }
  }

  function organization(unit: TestUnit, at: string): object {
    const ancestors: TestUnit[] = []
    for (let up = byId.get(unit.parent ?? ''); up; up = byId.get(up.parent ?? '')) ancestors.unshift(up)
    return {
      ...unit,
      ...rightsOf(options.cannot ?? []),
      version: 1,
      at,
      kind: 'TOWN',
      sector: 'TERRITORIAL',
      holdsMembers: isCell(unit),
      parent: () => (unit.parent ? organization(byId.get(unit.parent)!, at) : null),
      ancestors: () => ancestors.map((ancestor) => organization(ancestor, at)),
      becameOf: [],
      formedFrom: [],
      lineage: { nodes: [], edges: [], complete: true },
      versions: () => [
        {
          validFrom: unit.validFrom,
          validTo: unit.validTo,
          name: unit.name,
          code: unit.code,
          tier: unit.tier,
          kind: 'TOWN',
          sector: null,
          parent: null,
        },
      ],
      events: [
        {
          id: `${unit.id}-event`,
          kind: 'ESTABLISH',
          effectiveOn: unit.validFrom,
          document: null,
          note: null,
          backfilled: true,
        },
      ],
      documents: [
        {
          id: 'document',
          number: '187-KH/TU',
          title: 'Kế hoạch kết nạp đảng viên',
          issuer: 'Thị ủy',
          signedOn: '2023-12-20',
          note: null,
        },
      ],
      targets: [
        {
          id: 'target',
          version: 1,
          kind: 'ASSIGNED',
          indicator: 'admitted',
          yearFrom: 2024,
          yearTo: 2024,
          amountMin: unit.numbers.target ?? 0,
          amountMax: null,
          document: null,
          note: null,
        },
      ],
      groups: [],
      procedureStart: { on: options.procedureFrom ?? null, ownOn: null, version: 0 },
      delegations: [],
      ...unitParts(childrenOf(unit.id), (child) => organization(child, at)),
      ...targetsOf(unit, childrenOf(unit.id), (child) => organization(child, at)),
      ...crossingsOf(() => people.slice(0, 3).map((row) => person(row.personId)), { ...unit, at }),
      ...balanceOf(unit, unit.id === 'town' ? 6_500 : null, { ...units[2], at }),
      declaredFigures: () => declaredOfUnit(unit),
      ...statementOfUnit(unit),
      ...comparisonsOfUnit(unit, before(unit), (id) => byId.get(id)?.numbers ?? {}),
      rounding: { mode: 'TRUNCATE', decimals: 1, trailingZeros: true, inheritedFrom: null },
      childCount: childrenOf(unit.id).length,
      cellCount: 318,
      openingBalances: [],
      children: () => connection(childrenOf(unit.id).map((child) => organization(child, at))),
      figures: ({ input }: FiguresArguments) =>
        input.indicators.map((id) => figureOfUnit(numbersFor(unit, input.asOf), id)),
      childFigures: (args: FiguresArguments) => childFigures(unit, args),
      trend: (args: FiguresArguments) => trend(unit, args),
      admissions: ({
        filter,
        first = 50,
        after,
      }: {
        filter?: Record<string, unknown>
        first?: number
        after?: string
      }) => {
        options.onAdmissions?.(filter)
        const rows = people.filter(
          (row) =>
            filter?.female === undefined || filter.female === null || row.attributes.female === filter.female,
        )
        const start = after ? Number(after) + 1 : 0
        const page = rows.slice(start, start + first)
        const hasNextPage = start + first < rows.length
        return {
          edges: page.map((row, index) => ({ cursor: String(start + index), node: admission(row, at) })),
          pageInfo: { hasNextPage, endCursor: String(start + page.length - 1) },
          totalCount: rows.length,
        }
      },
    }
  }

  const today = '2026-11-21'
  const recorded = (name: string, kind: string) => ({
    [name]: ({ input }: { input: { personId: string; organizationId: string; on: string } }) => {
      options.onMutation?.(name, input)
      return {
        id: 'event',
        version: 1,
        kind,
        on: input.on,
        person: person(input.personId),
        organization: organization(byId.get(input.organizationId)!, input.on),
        backfilled: false,
      }
    },
  })
  const noted = (name: string) => ({
    [name]: ({ input }: { input: Record<string, unknown> }) => {
      options.onMutation?.(name, input)
      return { id: 'declared-0', version: 2, correctedOn: today, correctionReason: input.reason ?? null }
    },
  })
  return {
    viewer: { ...testViewer(), ...rightsOf(options.cannot ?? []) },
    installation: { defaultAsOf: '2024-11-15', demonstration: true, today },
    rootOrganizations: ({ at }: { at?: string }) =>
      units.filter((unit) => !unit.parent).map((unit) => organization(unit, at ?? today)),
    organization: ({ id, code, at }: { id?: string; code?: string; at?: string }) => {
      const unit = units.find((candidate) => candidate.id === id || candidate.code === code)
      return unit ? organization(unit, at ?? today) : null
    },
    searchOrganizations: ({ text, at }: { text: string; at?: string }) =>
      units
        .filter((unit) => unit.name.toLowerCase().includes(text.toLowerCase()))
        .map((unit) => organization(unit, at ?? today)),
    searchUnitHistory: [],
    searchPersons: ({ text }: { text: string }) =>
      people
        .filter((row) => row.fullName.includes(text))
        .slice(0, 5)
        .map((row) => person(row.personId)),
    person: ({ id }: { id: string }) => person(id),
    audit: (asked: { filter?: Record<string, unknown> }) => {
      options.onAudit?.(asked.filter ?? {})
      return connection(testRecords(asked.filter ?? {}))
    },
    processingPurposes: [],
    tiers: [],
    organizationKinds: [],
    sectors: [],
    indicators: [],
    groupSets: [],
    setRounding: ({ input }: { input: { id: string } }) => {
      options.onMutation?.('setRounding', input)
      return organization(byId.get(input.id)!, today)
    },
    saveTargetWorksheet: ({ input }: { input: Record<string, unknown> }) => {
      options.onMutation?.('saveTargetWorksheet', input)
      return { year: input.year, allotted: 0 }
    },
    setTerm: ({ input }: { input: Record<string, unknown> }) => {
      options.onMutation?.('setTerm', input)
      return { id: 'term-1', version: 4, ...input }
    },
    removeTerm: ({ input }: { input: Record<string, unknown> }) => {
      options.onMutation?.('removeTerm', input)
      return { id: input.id, version: input.version, name: '', from: today }
    },
    saveStatementTemplate: ({ input }: { input: Record<string, unknown> }) => {
      options.onMutation?.('saveStatementTemplate', input)
      return { id: 'own-template', version: 1, ...input }
    },
    ...noted('declareFigure'),
    ...noted('correctDeclaredFigure'),
    ...recorded('recordAdmission', 'ADMISSION'),
    ...recorded('recordRestoration', 'RESTORATION'),
    ...recorded('recordAttributeChange', 'ATTRIBUTE_CHANGE'),
    ...recorded('recordIntroduction', 'INTRODUCTION'),
    ...recorded('recordRecognition', 'RECOGNITION'),
  }
}
