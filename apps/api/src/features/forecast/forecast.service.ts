import {
  addMonths,
  CANDIDATE_STAGES,
  codesOf,
  forecastRange,
  hasCases,
  yearOf,
  type CandidateStage,
  type Day,
  type ForecastRange,
  type Label,
  type StageCases,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { may } from '../../policy/may.js'
import { figuresOf } from '../figures/figures.service.js'
import {
  loadAncestors,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { countAdmitted, countDecided, listCohort, type CohortRow } from './forecast.repository.js'
import { wordsOf } from './forecast-words.js'

const EARLIER_YEARS = 3
const WAITING: readonly CandidateStage[] = ['CELL_APPROVED', 'SECTION_APPRAISED', 'GRASSROOTS_PROPOSED']

/** What earlier years tell of a unit. */
interface Past {
  unit: OrganizationOnDay
  years: number[]
  cohorts: CohortRow[][]
  newcomers: number[]
}

/** The admissions of a year as they are expected on a day. */
export interface Forecast {
  year: number
  asOf: Day
  done: number
  target: number | null
  missing: number | null
  awaitingDecision: number
  awaitingCeremony: number
  /** The unit whose past it is made from, and the years; null: too few cases, and how many were found. */
  basis: OrganizationOnDay | null
  years: readonly number[]
  cases: number
  range: ForecastRange | null
  stages: readonly StageCases[]
  words: Label
}

/** Years before in which anybody was a candidate on the same date, the oldest first. */
async function pastOf(ctx: RequestContext, unit: OrganizationOnDay, asOf: Day): Promise<Past> {
  const past: Past = { unit, years: [], cohorts: [], newcomers: [] }
  for (let back = EARLIER_YEARS; back >= 1; back -= 1) {
    const date = addMonths(asOf, -12 * back)
    const [year, last] = [yearOf(date), `${yearOf(date)}-12-31`]
    const below = { unit: unit.id, treeAt: unit.at }
    const cohort = await listCohort(ctx, below, date, last)
    if (cohort.length === 0) continue
    const all = await countAdmitted(ctx, below, date, last)
    past.years.push(year)
    past.cohorts.push(cohort)
    past.newcomers.push(Math.max(0, all - cohort.reduce((sum, { admitted }) => sum + admitted, 0)))
  }
  return past
}

function stagesOf(now: readonly CohortRow[], { cohorts }: Past): StageCases[] {
  const sum = (stage: CandidateStage, of: 'cases' | 'admitted') =>
    cohorts.flat().reduce((all, row) => all + (row.stage === stage ? row[of] : 0), 0)
  return codesOf(CANDIDATE_STAGES)
    .map((stage) => ({
      stage,
      candidates: now.find((row) => row.stage === stage)?.cases ?? 0,
      cases: sum(stage, 'cases'),
      admitted: sum(stage, 'admitted'),
    }))
    .filter(({ candidates, cases }) => candidates > 0 || cases > 0)
}

/** The unit itself, then what stands above it, the nearest first, where the viewer may read figures. */
async function basesOf(ctx: RequestContext, unit: OrganizationOnDay): Promise<OrganizationOnDay[]> {
  const above = [...(await loadAncestors(ctx, unit))].reverse()
  const open = await Promise.all(above.map(({ id }) => may(ctx, 'figures.read', id)))
  return [unit, ...above.filter((_, index) => open[index] === true)]
}

/**
 * How many a unit will have admitted by the end of the year, from what stood in which stage on the same date of the
 * last three years and was admitted by the end of each: of the unit itself, else of the nearest above it whose figures
 * the viewer may read and that has cases enough. Without enough cases nothing is forecast, and the words say so.
 * Refuses an as-of date outside the year (INVALID_INPUT) and days outside the unit's life.
 */
export async function forecastOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  year: number,
  asOf: Day,
): Promise<Forecast> {
  if (yearOf(asOf) !== year) throw invalidInput('asOf', `lies outside ${year}`)
  refuseOutsideLife(unit, asOf)
  const below = { unit: unit.id, treeAt: unit.at }
  const now = await listCohort(ctx, below, asOf, asOf)
  const figures = await figuresOf(ctx, unit, {
    ...{ from: `${year}-01-01`, asOf, treeAt: unit.at, indicators: ['admitted', 'target'] },
  })
  const [done, target] = [figures[0]?.numerator ?? 0, figures[1]?.numerator ?? null]
  const { past, stages } = await firstEnough(ctx, unit, asOf, now)
  const enough = hasCases({ stages })
  const facts = {
    ...{ year, asOf, done, target, stages, missing: target === null ? null : Math.max(0, target - done) },
    awaitingDecision: now.reduce((sum, { stage, cases }) => sum + (WAITING.includes(stage) ? cases : 0), 0),
    awaitingCeremony: await countDecided(ctx, below, asOf),
    basis: enough ? past.unit : null,
    years: past.years,
    cases: stages.reduce((sum, { cases }) => sum + cases, 0),
    range: enough ? forecastRange({ done, stages, newcomers: past.newcomers }) : null,
  }
  return { ...facts, words: wordsOf(facts, unit.id) }
}

async function firstEnough(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  asOf: Day,
  now: readonly CohortRow[],
): Promise<{ past: Past; stages: StageCases[] }> {
  const nothing: Past = { unit, years: [], cohorts: [], newcomers: [] }
  let best = { past: nothing, stages: stagesOf(now, nothing) }
  for (const base of await basesOf(ctx, unit)) {
    const past = await pastOf(ctx, base, asOf)
    const found = { past: withoutOthers(past, unit.id), stages: stagesOf(now, past) }
    if (hasCases(found)) return found
    if (base.id === unit.id) best = found
  }
  return best
}

/** Who came without having been a candidate says nothing of a unit below: of others, only the stages are taken. */
function withoutOthers(past: Past, unit: number): Past {
  return past.unit.id === unit ? past : { ...past, newcomers: [] }
}
