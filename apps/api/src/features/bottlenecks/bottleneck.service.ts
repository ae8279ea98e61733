import {
  addMonths,
  bottleneck,
  BOTTLENECK_CODES,
  BEFORE_VOTE,
  fullYearsBetween,
  reason,
  TIERS,
  type Bottleneck,
  type Day,
  type TierCode,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { may } from '../../policy/may.js'
import { bodiesOn, type Bodies } from '../dossiers/bodies.service.js'
import { dueItems, readPipeline, reckoningOf } from '../due/due.service.js'
import { percentOf, type Figure } from '../figures/figure.js'
import { roundingFor, sumsOf } from '../figures/figures.service.js'
import { questionOf, type FiguresQuestion } from '../figures/question.js'
import {
  loadAncestors,
  loadOnDay,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { findRuleOn } from '../rules/rule.service.js'
import { loadCounted } from '../unit-counts/counted-units.service.js'
import { listBranches, listStageSpans, listStruck, listWithoutSource } from './bottleneck.repository.js'
import { hitsOf, type CellFacts, type Evidence, type Hit, type Patience } from './hits.js'
import { stageTimes, type StageTime } from './stage-times.js'

export type { Patience } from './hits.js'

/** So many for one cause, of how many, in how many cells. */
export interface CauseCount {
  cause: Bottleneck
  count: number
  of: number
  cells: number
  figure: Figure
}

/** What holds admissions up in a unit, by cause, and the same in the units directly below. */
export interface BottleneckMap {
  asOf: Day
  causes: CauseCount[]
  units: Array<{ unit: number; counts: Array<{ cause: Bottleneck; count: number }> }>
}

const tiers = (Object.keys(TIERS) as TierCode[]).filter((code) => TIERS[code].holdsMembers)
const waiting = new Set<string>(['READY', 'CELL_APPROVED', 'SECTION_APPRAISED', 'GRASSROOTS_PROPOSED'])

function refusePatience({ waitingDays, years }: Patience): void {
  if (!Number.isInteger(waitingDays) || waitingDays < 0 || waitingDays > 3_650)
    throw invalidInput('waitingDays', reason('OUT_OF_BOUNDS', { limit: 3_650 }))
  if (!Number.isInteger(years) || years < 1 || years > 50)
    throw invalidInput('years', reason('OUT_OF_BOUNDS', { limit: 50 }))
}

/** The cells of a unit with their official members and last admission; a cell is its own. */
async function cellsOf(ctx: RequestContext, unit: OrganizationOnDay): Promise<CellFacts[]> {
  const indicators = ['members', 'probationaryMembers', 'yearsSinceLastAdmission']
  const question: FiguresQuestion = questionOf({ from: unit.at, asOf: unit.at, treeAt: unit.at, indicators })
  const below = await loadCounted(ctx, unit.id, question, null, { tiers, kind: null, sector: null })
  const { id, opened, sortKey, tier } = unit
  const own = tiers.includes(tier as TierCode)
    ? (await sumsOf(ctx, [id], question, { byChild: false })).map((sums) => ({
        ...{ id, opened, sortKey, visible: 1, sums },
      }))
    : []
  return [...own, ...below].map(({ sums, ...cell }) => ({
    ...{ id: cell.id, opened: cell.opened, sortKey: cell.sortKey, visible: Number(cell.visible) === 1 },
    official: (sums.stocks.members ?? 0) - (sums.stocks.probationaryMembers ?? 0),
    lastAdmission: sums.lastAdmission,
  }))
}

async function evidenceOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  patience: Patience,
): Promise<Evidence> {
  refusePatience(patience)
  refuseOutsideLife(unit, unit.at)
  const asOf = unit.at
  const place = { unit: unit.id, treeAt: asOf }
  const pipeline = await readPipeline(ctx, { unit: unit.id, counted: true }, asOf)
  const proposed = pipeline.dossiers.filter(({ state }) => waiting.has(state))
  const units = [...new Set(proposed.map(({ organization }) => organization))]
  const found = await Promise.all(units.map((cell) => bodiesOn(ctx, cell, asOf)))
  return {
    ...{ asOf, pipeline, patience },
    cells: await cellsOf(ctx, unit),
    items: dueItems(pipeline, await reckoningOf(ctx), asOf),
    withoutSource: await listWithoutSource(ctx, place, asOf),
    struck: await listStruck(ctx, place, addMonths(asOf, -12), asOf),
    bodies: new Map(units.map((cell, index): [number, Bodies | null] => [cell, found[index] ?? null])),
    officialLeast: (await findRuleOn(ctx, 'CELL_OFFICIAL_MEMBERS_LEAST', asOf))?.value ?? 0,
  }
}

/** What each cause is a share of. */
function wholesOf({ cells, pipeline, struck, asOf, patience }: Evidence): Record<Bottleneck, number> {
  const candidates = pipeline.candidates.filter(({ stage }) => BEFORE_VOTE.includes(stage)).length
  const dossiers = pipeline.dossiers.filter(({ state }) => waiting.has(state)).length
  const old = cells.filter(
    ({ opened, lastAdmission }) => lastAdmission !== null || fullYearsBetween(opened, asOf) >= patience.years,
  ).length
  const all = BOTTLENECK_CODES.map((cause): [Bottleneck, number] => {
    if (cause === 'NO_ADMISSION') return [cause, old]
    if (cause === 'MOVED_AWAY') return [cause, struck.reduce((sum, { count }) => sum + count, 0)]
    if (cause.startsWith('WAITING_') && cause !== 'WAITING_FOR_COURSE') return [cause, dossiers]
    return [cause, bottleneck(cause).counts === 'CELLS' ? cells.length : candidates]
  })
  return Object.fromEntries(all) as Record<Bottleneck, number>
}

const sumOf = (hits: readonly Hit[]) => hits.reduce((sum, { count }) => sum + count, 0)

/**
 * What holds admissions up in a unit and all below it on its day, by cause: how many cells or persons, of how many,
 * in how many cells; and the same for each unit directly below. A dossier waits with whoever has to act next by the
 * tree and the delegations of the day, once it has stood there for `waitingDays`. Refuses numbers out of bounds and
 * days outside the unit's life.
 */
export async function bottlenecksOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  patience: Patience,
): Promise<BottleneckMap> {
  const evidence = await evidenceOf(ctx, unit, patience)
  const hits = hitsOf(evidence)
  const wholes = wholesOf(evidence)
  const question = questionOf({ from: unit.at, asOf: unit.at, indicators: ['members'] })
  const rounding = await roundingFor(ctx, unit, question)
  const causes = BOTTLENECK_CODES.map((cause): CauseCount => {
    const own = hits.filter((hit) => hit.cause === cause)
    const names = { numeratorName: bottleneck(cause).label.vi, denominatorName: bottleneck(cause).of.vi }
    const [count, of] = [sumOf(own), wholes[cause]]
    const cells = new Set(own.map(({ organization }) => organization)).size
    return { cause, count, of, cells, figure: percentOf(cause, count, of, rounding, names) }
  })
  return { asOf: unit.at, causes, units: await byUnit(ctx, unit, hits) }
}

async function byUnit(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  hits: readonly Hit[],
): Promise<BottleneckMap['units']> {
  const branches = await listBranches(ctx, { unit: unit.id, treeAt: unit.at })
  const units = new Map<number, Map<Bottleneck, number>>()
  for (const { organization, cause, count } of hits) {
    const via = branches.get(organization)
    if (via === undefined) continue
    const counts = units.get(via) ?? new Map<Bottleneck, number>()
    counts.set(cause, (counts.get(cause) ?? 0) + count)
    units.set(via, counts)
  }
  return [...units].map(([id, counts]) => ({
    unit: id,
    counts: BOTTLENECK_CODES.flatMap((cause) => {
      const count = counts.get(cause)
      return count === undefined ? [] : [{ cause, count }]
    }),
  }))
}

/** A cell with how many of it a cause concerns. */
export interface CellHit {
  organization: OrganizationOnDay
  count: number
}

/** The cells that a cause concerns, by name, a page of them with the exact number of all; refused likewise. */
export async function bottleneckUnitsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  cause: Bottleneck,
  patience: Patience,
  { limit, after }: Page<['string', 'number']>,
): Promise<Connection<CellHit>> {
  const evidence = await evidenceOf(ctx, unit, patience)
  const counts = new Map<number, number>()
  for (const { organization, cause: of, count } of hitsOf(evidence))
    if (of === cause) counts.set(organization, (counts.get(organization) ?? 0) + count)
  const cells = evidence.cells
    .filter(({ id, visible }) => visible && counts.has(id))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id))
  const isLater = ({ sortKey, id }: CellFacts) =>
    !after || sortKey > after[0] || (sortKey === after[0] && id > after[1])
  const wanted = cells.filter(isLater).slice(0, limit + 1)
  const found = await Promise.all(wanted.map(({ id }) => loadOnDay(ctx, id, unit.at)))
  const rows = found.flatMap((organization): CellHit[] =>
    organization ? [{ organization, count: counts.get(organization.id) ?? 0 }] : [],
  )
  return connection(rows, limit, ({ organization }) => [organization.sortKey, organization.id], cells.length)
}

/** The median time in a stage, and that of the unit above. */
export interface StageTimeBeside extends StageTime {
  parentMedian: number | null
  parentCases: number
}

/**
 * How long candidates spent in the stages that they left within the last twelve months, beside the same of the unit
 * directly above, where the viewer may read its figures.
 */
export async function stageTimesOf(ctx: RequestContext, unit: OrganizationOnDay): Promise<StageTimeBeside[]> {
  const [after, last] = [addMonths(unit.at, -12), unit.at]
  const times = async (id: number) =>
    stageTimes(await listStageSpans(ctx, { unit: id, treeAt: unit.at }, after, last))
  const parent = (await loadAncestors(ctx, unit)).at(-1)
  const beside = parent && (await may(ctx, 'figures.read', parent.id)) ? await times(parent.id) : []
  return (await times(unit.id)).map((one) => {
    const other = beside.find(({ stage }) => stage === one.stage)
    return { ...one, parentMedian: other?.median ?? null, parentCases: other?.cases ?? 0 }
  })
}
