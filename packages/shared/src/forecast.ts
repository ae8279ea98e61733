import type { CandidateStage } from './code-lists.js'

/** Candidates of a stage now, and what became of those who stood there on the same date of earlier years. */
export interface StageCases {
  stage: CandidateStage
  /** Now. */
  candidates: number
  /** On the same date of the earlier years together. */
  cases: number
  /** Of these, admitted by the end of their year. */
  admitted: number
}

/** What a forecast is made of. */
export interface ForecastFacts {
  /** Admitted in the year so far. */
  done: number
  stages: readonly StageCases[]
  /** In each earlier year, those admitted after the date who were no candidates on it. */
  newcomers: readonly number[]
}

/** How many will have been admitted by the end of the year: the middle, and a range around it. */
export interface ForecastRange {
  middle: number
  least: number
  most: number
}

/** So many past cases there must be, else nothing is forecast. */
export const FORECAST_CASES_LEAST = 20
/** Of a hundred years, so many lie within the range. */
export const FORECAST_COVERAGE = 80
/** Standard deviations on both sides that cover so much. */
const SPREAD = 1.2816

/** Persons of a stage who will be admitted: as many of now as there were of then, the fewer then the less sure. */
function ofStage({ candidates, cases, admitted }: StageCases): { mean: number; variance: number } {
  const [yes, no] = [admitted + 0.5, cases - admitted + 0.5]
  const share = yes / (yes + no)
  const sure = yes + no
  const mean = candidates * share
  return { mean, variance: (mean * (1 - share) * (sure + candidates)) / (sure + 1) }
}

function ofNewcomers(years: readonly number[]): { mean: number; variance: number } {
  if (years.length === 0) return { mean: 0, variance: 0 }
  const mean = years.reduce((sum, one) => sum + one, 0) / years.length
  return { mean, variance: (mean + 1 / years.length) * (1 + 1 / years.length) }
}

/** Pure: whether there are cases enough. */
export function hasCases({ stages }: Pick<ForecastFacts, 'stages'>): boolean {
  return stages.reduce((sum, { cases }) => sum + cases, 0) >= FORECAST_CASES_LEAST
}

/**
 * Pure: the admissions of a year as a range that holds in about FORECAST_COVERAGE of a hundred years. Each stage brings
 * the share that it brought by the end of earlier years from the same date on, which is usual time and success in one;
 * who is no candidate yet comes as in those years. Never less than what is done.
 */
export function forecastRange({ done, stages, newcomers }: ForecastFacts): ForecastRange {
  const parts = [...stages.map(ofStage), ofNewcomers(newcomers)]
  const mean = parts.reduce((sum, one) => sum + one.mean, 0)
  const spread = SPREAD * Math.sqrt(parts.reduce((sum, { variance }) => sum + variance, 0))
  return {
    middle: done + Math.round(mean),
    least: done + Math.max(0, Math.floor(mean - spread)),
    most: done + Math.ceil(mean + spread),
  }
}
