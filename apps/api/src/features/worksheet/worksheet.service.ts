import {
  findIndicator,
  reason,
  TARGET_KIND_ORDER,
  TARGET_NAMES,
  targetKindRule,
  type Day,
  type Rounding,
  type TargetKind,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { groupBy } from '../../group-by.js'
import { allChildren } from '../completion/board.service.js'
import { areSourcesKept, SOURCES, sourcesIn } from '../completion/sources.service.js'
import { writtenAmount } from '../completion/target-names.js'
import { addSums, figureOf, percentOf, type Figure } from '../figures/figure.js'
import { sumsOf, type Sums } from '../figures/figures.service.js'
import { questionOf } from '../figures/question.js'
import {
  loadRounding,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { allotmentsBelow, type Allotment } from '../targets/target-cascade.service.js'
import { isYearClosed } from '../targets/target-lock.service.js'
import { registrationsOf, type RegistrationRow } from '../targets/target-registration.service.js'
import { amountsIn, sumOfYears, sumTargets, targetsOf, type TargetRow } from '../targets/target.service.js'
import { plansWithLines, type PlanWithLines } from './plan.service.js'
import { worksheetDays, type WorksheetDays } from './worksheet-days.js'

/** A unit in a worksheet: what last year brought, what stands at the start of the year, what is registered and set. */
export interface WorksheetRow {
  organization: OrganizationOnDay
  lastTarget: number | null
  lastAdmitted: number | null
  lastCompletion: Figure | null
  lastExpected: number | null
  members: number
  yearsSinceLastAdmission: number | null
  /** Null: no sources are kept. */
  sources: number | null
  registered: number | null
  registeredNote: string | null
  target: TargetRow | null
  /** Targets of other kinds for the year, in words. */
  others: string | null
  drafts: Array<number | null>
  draftNotes: Array<string | null>
  allotment: Allotment | null
}

/** The worksheet of a unit and a year for one kind of target. */
export interface Worksheet extends WorksheetDays {
  unit: OrganizationOnDay
  kind: TargetKind
  assigned: number | null
  /** The target of the unit itself of this kind, and whether it is typed here. */
  ownTarget: TargetRow | null
  ownHere: boolean
  closed: boolean
  sourcesKept: boolean
  plans: PlanWithLines[]
  rounding: Rounding
  rows: WorksheetRow[]
}

/** Kinds whose amounts can be typed into a worksheet: persons, or a range of persons. */
export function isWorksheetKind(kind: TargetKind): boolean {
  return ['PERSONS', 'RANGE'].includes(targetKindRule(kind).states)
}

/** Whether a unit sets a target of that kind for itself: what a superior assigns stands in the worksheet of that one. */
export function isSetHere({ parent }: { parent: number }, kind: TargetKind): boolean {
  return kind !== 'ASSIGNED' || parent === 0
}

/**
 * The worksheet of a unit: its children on the as-of date (at the latest on the last day of the year) with last year's
 * target, result and expectation, members at the start of the year, full years since the last admission, what each has
 * registered, its target of one kind for the year, and the drafts beside each other. One statement for each family of
 * columns, however many rows; at most 2,000 rows (TOO_COMPLEX). Refuses a year that is none, and days outside the life
 * of the unit.
 */
export async function worksheetOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  asked: { year: number; asOf: Day; kind: TargetKind },
): Promise<Worksheet> {
  const { year, asOf, kind } = asked
  if (!Number.isInteger(year) || year < 1930 || year > 2200) throw invalidInput('year', reason('NOT_A_YEAR'))
  if (!isWorksheetKind(kind)) throw invalidInput('kind', reason('SPAN_OF_KIND'))
  await refuseUnless(ctx, 'figures.read', unit.id)
  const days = worksheetDays(year, asOf)
  refuseOutsideLife(unit, days.treeAt)
  const [children, rounding] = await Promise.all([
    allChildren(ctx, unit.id, days.treeAt),
    loadRounding(ctx, unit.id, days.treeAt),
  ])
  const plans = await plansWithLines(ctx, unit.id, year)
  const sourcesKept = await areSourcesKept(ctx, unit, days.membersOn)
  const columns = await readColumns(ctx, unit, children, days, kind)
  const own = { from: `${year}-01-01`, asOf: `${year}-12-31`, kind: kind === 'ASSIGNED' ? null : kind }
  return {
    ...days,
    ...{ unit, kind, plans, rounding },
    assigned: (await sumTargets(ctx, [unit.id], own)).get(unit.id) ?? null,
    ownTarget: targetOf(await targetsOf(ctx, [unit.id], { from: year, to: year }), year, kind),
    ownHere: isSetHere(unit, kind),
    closed: await isYearClosed(ctx, unit.id, year),
    sourcesKept,
    rows: children.map((child) => rowOf(child, { ...columns, sourcesKept }, plans, rounding)),
  }
}

/** What is read for all rows at once, by internal id of the unit. */
interface Columns {
  days: WorksheetDays
  kind: TargetKind
  sums: Map<number, Sums>
  targets: Map<number, TargetRow[]>
  registrations: Map<number, RegistrationRow[]>
  allotments: Map<number, Allotment>
}

async function readColumns(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  children: readonly OrganizationOnDay[],
  days: WorksheetDays,
  kind: TargetKind,
): Promise<Columns> {
  const { year, treeAt, lastFrom, lastTo, membersOn } = days
  const ids = children.map(({ id }) => id)
  const indicators = ['admitted', 'members', 'yearsSinceLastAdmission', SOURCES]
  const question = questionOf({
    from: lastTo === null ? membersOn : lastFrom,
    asOf: membersOn,
    indicators,
    treeAt,
  })
  const [sums, targets, registrations, allotments] = await Promise.all([
    sumsOf(ctx, [unit.id], question, { byChild: true }),
    targetsOf(ctx, ids, { from: year - 1, to: year }),
    registrationsOf(ctx, ids, [year - 1, year]),
    allotmentsBelow(ctx, unit.id, year, treeAt),
  ])
  return {
    ...{ days, kind, allotments },
    sums: new Map(sums.map((row) => [row.via, row])),
    targets: groupBy(targets, ({ organization }) => organization),
    registrations: groupBy(registrations, ({ organization }) => organization),
  }
}

const nothing = addSums([])

function figure(id: string, sums: Sums, day: Day): number | null {
  const indicator = findIndicator(id)
  return indicator ? figureOf(indicator, sums, null, { mode: 'HALF_UP', decimals: 0 }, day).numerator : null
}

function rowOf(
  organization: OrganizationOnDay,
  { days, kind, ...all }: Columns & { sourcesKept: boolean },
  plans: readonly PlanWithLines[],
  rounding: Rounding,
): WorksheetRow {
  const { year, membersOn, lastTo } = days
  const { id } = organization
  const [sums, targets] = [all.sums.get(id) ?? nothing, all.targets.get(id) ?? []]
  const registered = all.registrations.get(id)?.find((one) => one.year === year) ?? null
  const earlier = all.registrations.get(id)?.find((one) => one.year === year - 1) ?? null
  const lastTarget = sumOfYears(amountsIn(targets), { from: year - 1, to: year - 1 }, TARGET_KIND_ORDER)
  const lastAdmitted = lastTo === null ? null : figure('admitted', sums, membersOn)
  const lines = plans.map((plan) => plan.lines.get(id) ?? null)
  return {
    ...{ organization, lastTarget, lastAdmitted },
    lastCompletion: lastTo === null ? null : percentOf('completion', lastAdmitted, lastTarget, rounding),
    lastExpected: earlier?.expected ?? null,
    members: figure('members', sums, membersOn) ?? 0,
    yearsSinceLastAdmission: figure('yearsSinceLastAdmission', sums, membersOn),
    sources: all.sourcesKept ? sourcesIn(sums, membersOn) : null,
    registered: registered?.wanted ?? null,
    registeredNote: registered?.note ?? null,
    target: targetOf(targets, year, kind),
    others: othersOf(targets, year, kind),
    drafts: lines.map((line) => line?.amount ?? null),
    draftNotes: lines.map((line) => line?.note ?? null),
    allotment: all.allotments.get(id) ?? null,
  }
}

const inYear = (year: number) => (row: TargetRow) => row.yearFrom <= year && year <= row.yearTo

/** The target of a kind that a worksheet shows: for the whole unit, of what the kind usually counts. */
export function targetOf(targets: readonly TargetRow[], year: number, kind: TargetKind): TargetRow | null {
  const { indicator } = targetKindRule(kind)
  return (
    targets
      .filter(inYear(year))
      .find(
        (row) =>
          row.kind === kind &&
          row.indicator === indicator &&
          row.unitKind === null &&
          row.unitSector === null &&
          row.group === null,
      ) ?? null
  )
}

function othersOf(targets: readonly TargetRow[], year: number, kind: TargetKind): string | null {
  const words = targets
    .filter((row) => inYear(year)(row) && row.kind !== kind)
    .map((row) => `${TARGET_NAMES[row.kind].vi} ${writtenAmount(row)}`)
  return words.length === 0 ? null : words.join('; ')
}
