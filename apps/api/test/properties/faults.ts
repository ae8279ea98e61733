import { addDays, MEASURE_IDS, type Day } from '@seedbed/shared'

type Module = Record<string, unknown>
type AnyFunction = (...args: never[]) => unknown

/** A mistake that someone might make: in which module, and what its exports would then be. */
export interface Fault {
  name: string
  module: string
  plant(original: Module): Module
  /** Name of the error by which it shows, unless that is a difference: paths that never end. */
  shows?: string
}

const features = '../../src/features'

/** The statement of the figures, written wrongly. */
function inStatement(name: string, pattern: RegExp, replacement: string): Fault {
  return {
    name,
    module: `${features}/figures/figures.statement.js`,
    plant: (original) => {
      const correct = original['sumsStatement'] as (...args: unknown[]) => string | null
      return {
        sumsStatement: (...args: unknown[]) => correct(...args)?.replace(pattern, replacement) ?? null,
      }
    },
  }
}

function wrapped(
  name: string,
  module: string,
  exported: string,
  wrap: (correct: AnyFunction, original: Module) => AnyFunction,
): Fault {
  return {
    name,
    module: `${features}/${module}`,
    plant: (original) => ({ [exported]: wrap(original[exported] as AnyFunction, original) }),
  }
}

interface Version {
  validFrom: Day
  parent: number
}

interface Dated {
  date: Day
  event: number
  reorganization: boolean
  measures: Record<string, number>
  counted?: object
}

interface Recorded {
  id: number
  kind: string
}

/** What stands in memory is kept or read wrongly; the answers from the tables are right. */
const inMemory: readonly Fault[] = [
  {
    name: 'nobody says that something was recorded on a unit',
    module: '../../src/database/stamps.js',
    plant: () => ({ touchUnits: () => undefined }),
  },
  {
    name: 'nobody says that the tree was changed',
    module: '../../src/database/stamps.js',
    plant: (original) => {
      const { TREE } = original['STAMPED'] as { TREE: number }
      const touch = original['touch'] as (ctx: unknown, subject: number) => void
      return {
        touch: (ctx: unknown, subject: number) => (subject === TREE ? undefined : touch(ctx, subject)),
      }
    },
  },
  {
    name: 'nobody says that a year was opened',
    module: '../../src/database/stamps.js',
    plant: (original) => {
      const { YEARS } = original['STAMPED'] as { YEARS: number }
      const touch = original['touch'] as (ctx: unknown, subject: number) => void
      return {
        touch: (ctx: unknown, subject: number) => (subject === YEARS ? undefined : touch(ctx, subject)),
      }
    },
  },
  {
    name: 'in memory a unit stands where it left on that very day',
    module: `${features}/columns/unit-paths.js`,
    plant: (original) => {
      const Correct = original['UnitPaths'] as new (rows: unknown) => { to: Int32Array }
      class UnitPaths extends Correct {
        constructor(rows: unknown) {
          super(rows)
          this.to.forEach((day, row) => (this.to[row] = day + 1))
        }
      }
      return { UnitPaths }
    },
  },
  {
    name: 'in memory a transfer within a unit counts',
    module: `${features}/figures/column-transfers.js`,
    plant: () => ({
      Inside: class {
        holds(): boolean {
          return false
        }
      },
    }),
  },
  wrapped(
    'in memory ceremonies carry on what decisions do',
    'columns/stock-block.js',
    'stockBlockOf',
    (correct) => {
      const of = correct as (rows: unknown) => { DECISION: unknown; CEREMONY: unknown }
      return ((rows: unknown) => ({ ...of(rows), CEREMONY: of(rows).DECISION })) as AnyFunction
    },
  ),
]

/** Mistakes that the comparison with the naive model has to find. */
export const faults: readonly Fault[] = [
  ...inMemory,
  wrapped(
    'a candidate who goes to the course stays in the stage that he left',
    'membership/candidacy.js',
    'enrol',
    (correct) =>
      (...args) =>
        (correct(...args) as unknown[]).slice(1),
  ),
  inStatement(
    'an entry on the day of a move counts on both sides',
    /e\.date < p\.valid_to/gu,
    'e.date <= p.valid_to',
  ),
  inStatement('a unit stands where it left on that very day', /p\.valid_to > '/gu, "p.valid_to >= '"),
  inStatement(
    'stock stays where it stood on the day of the event',
    /e\.date <= ('[^']+') AND p\.valid_from <= \1 AND p\.valid_to > \1/gu,
    'e.date <= $1 AND e.date >= p.valid_from AND e.date < p.valid_to',
  ),
  inStatement('the as-of day is left out of a flow', /(e\.date >= '[^']+' AND e\.date) <= /gu, '$1 < '),
  inStatement('the first day is left out of a flow', /e\.date >= '/gu, "e.date > '"),
  inStatement('a transfer within a unit counts', /AND e\.counterpart <> 0/gu, 'AND e.counterpart < 0'),
  inStatement('ceremonies are counted by decision', /basis IN \(0, 2\)/gu, 'basis IN (0, 1)'),
  inStatement(
    'balances are left out',
    /FROM organization_path p STRAIGHT_JOIN ledger_balance b ON /gu,
    '$&1 = 0 AND ',
  ),
  wrapped('nothing is handed to an heir', 'ledger/succession.js', 'handovers', () => () => []),
  wrapped(
    'all persons of a split cell go to the principal successor',
    'organizations/cell.service.js',
    'cellsFor',
    () => (cells) => cells,
  ),
  wrapped(
    'what stands below a unit stays there when it ends',
    'organizations/tree-end.js',
    'endUnit',
    (correct) => {
      type Draft = { below?: (id: number) => unknown[] }
      const end = correct as (draft: Draft, ending: unknown, basis: unknown) => unknown
      const wrong = (draft: Draft, ending: unknown, basis: unknown) => {
        draft.below = () => []
        try {
          return end(draft, ending, basis)
        } finally {
          delete draft.below
        }
      }
      return wrong as AnyFunction
    },
  ),
  wrapped(
    'what was recorded after the end stays on the ended cell',
    'membership/collective-transfer.service.js',
    'rehomeEvents',
    () => () => Promise.resolve(),
  ),
  wrapped(
    'members stay where a reorganization had put them when it is undone',
    'membership/collective-transfer.service.js',
    'settleConcerned',
    (correct) => {
      type Context = { transaction: { query(sql: string): Promise<Array<{ n: unknown }>> } }
      const settle = correct as (ctx: Context, concerned: unknown) => Promise<void>
      const wrong = async (ctx: Context, concerned: unknown) => {
        const sql = 'SELECT COUNT(*) AS n FROM organization WHERE heir IS NOT NULL'
        const [row] = await ctx.transaction.query(sql)
        if (Number(row?.n) > 0) await settle(ctx, concerned)
      }
      return wrong as AnyFunction
    },
  ),
  wrapped(
    'a late entry is not carried to later years',
    'ledger/ledger.repository.js',
    'addToBalances',
    () => () => Promise.resolve(),
  ),
  wrapped('a year opens with nothing', 'ledger/ledger.repository.js', 'openYear', (correct) => {
    const open = correct as (ctx: unknown, year: number, previous: unknown) => unknown
    return ((ctx: unknown, year: number) => open(ctx, year, undefined)) as AnyFunction
  }),
  wrapped('a reversal is posted a day late', 'ledger/entry.js', 'difference', (correct) => {
    const diff = correct as (standing: readonly Dated[], wanted: readonly Dated[]) => Dated[]
    const wrong = (standing: readonly Dated[], wanted: readonly Dated[]) => {
      const events = new Set(wanted.map(({ event }) => event))
      const late = (entry: Dated) =>
        events.has(entry.event) ? entry : { ...entry, date: addDays(entry.date, 1) }
      return diff(standing, wanted).map(late)
    }
    return wrong as AnyFunction
  }),
  wrapped('a reversal takes back only the flows', 'ledger/entry.js', 'difference', (correct) => {
    const diff = correct as (standing: readonly Dated[], wanted: readonly Dated[]) => Dated[]
    const flowsOf = (entry: Dated) => ({
      ...entry,
      measures: { ...entry.measures, [MEASURE_IDS[0] ?? '']: 0 },
    })
    const wrong = (standing: readonly Dated[], wanted: readonly Dated[]) =>
      diff(standing, wanted).map((entry) => ((entry.measures['members'] ?? 0) < 0 ? flowsOf(entry) : entry))
    return wrong as AnyFunction
  }),
  {
    ...wrapped(
      'nobody checks for cycles',
      'organizations/tree-rules.js',
      'refuseCycle',
      () => () => undefined,
    ),
    shows: 'RangeError',
  },
  wrapped(
    'a back-dated change undoes a later one',
    'organizations/tree-in-time.js',
    'changeFrom',
    (correct) => {
      const change = correct as (unit: { versions: Version[] }, day: Day, facts: Partial<Version>) => unknown
      const wrong = (unit: { versions: Version[] }, day: Day, facts: Partial<Version>) => {
        const span = change(unit, day, facts)
        const { parent } = facts
        if (parent === undefined) return span
        for (const version of unit.versions) if (version.validFrom > day) version.parent = parent
        return span
      }
      return wrong as AnyFunction
    },
  ),
  wrapped('those below a moved unit keep their old paths', 'organizations/paths.js', 'pathsOf', (correct) => {
    const paths = correct as (
      units: ReadonlyMap<number, { versions: Version[] }>,
      unit: { id: number },
    ) => object[]
    const firstOnly = (unit: { versions: Version[] }) => ({
      ...unit,
      versions: unit.versions.map((version) => ({ ...version, parent: unit.versions[0]?.parent ?? 0 })),
    })
    const wrong = (units: ReadonlyMap<number, { versions: Version[] }>, unit: { id: number }) =>
      paths(new Map([...units].map(([id, one]) => [id, id === unit.id ? one : firstOnly(one)])), unit)
    return wrong as AnyFunction
  }),
  wrapped(
    'who left within the period has no row',
    'organizations/organization.service.js',
    'childrenOfPeriod',
    (correct) => {
      const list = correct as (ctx: unknown, unit: number, period: { to: Day }, at: Day) => unknown
      return ((ctx: unknown, unit: number, { to }: { to: Day }, at: Day) =>
        list(ctx, unit, { from: to, to } as { to: Day }, at)) as AnyFunction
    },
  ),
  wrapped('a change of attributes only adds', 'membership/replay.js', 'replay', (correct) => {
    const replay = correct as (events: readonly Recorded[], lives: unknown) => { entries?: Dated[] }
    const wrong = (events: readonly Recorded[], lives: unknown) => {
      const changes = new Set(events.flatMap(({ id, kind }) => (kind === 'ATTRIBUTE_CHANGE' ? [id] : [])))
      const result = replay(events, lives)
      const isFirst = ({ event, measures }: Dated) => changes.has(event) && (measures['members'] ?? 0) < 0
      return { ...result, ...(result.entries && { entries: result.entries.filter((one) => !isFirst(one)) }) }
    }
    return wrong as AnyFunction
  }),
  wrapped(
    'a change of attributes is forgotten',
    'membership/counted.js',
    'changedBy',
    () => (known) => known,
  ),
  wrapped(
    'an heir takes members over without their months',
    'ledger/succession.js',
    'handovers',
    (correct) => {
      const hand = correct as (own: readonly Dated[], lives: unknown) => Dated[]
      const ageless = (entry: Dated) => ({ ...entry, counted: { ...entry.counted, birthMonth: 0 } })
      return ((own: readonly Dated[], lives: unknown) => hand(own, lives).map(ageless)) as AnyFunction
    },
  ),
  wrapped(
    'a year opens without whom its members are',
    'ledger/ledger.repository.js',
    'openYear',
    (correct) => {
      type Context = { transaction: { query(sql: string, params: unknown[]): Promise<unknown> } }
      const open = correct as (ctx: Context, year: number, previous: unknown) => Promise<void>
      const wrong = async (ctx: Context, year: number, previous: unknown) => {
        await open(ctx, year, previous)
        await ctx.transaction.query('DELETE FROM ledger_profile_balance WHERE year = ?', [year])
      }
      return wrong as AnyFunction
    },
  ),
]
