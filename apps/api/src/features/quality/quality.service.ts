import {
  PROCEDURE,
  QUALITY_LINES,
  yearOf,
  type CountBasis,
  type Day,
  type Period,
  type QualityLine,
  type Rounding,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { reckoningOf } from '../due/due.service.js'
import { percentOf, type Figure } from '../figures/figure.js'
import { figuresOf, roundingFor } from '../figures/figures.service.js'
import { questionOf } from '../figures/question.js'
import { refuseOutsideLife, type OrganizationOnDay } from '../organizations/organization.service.js'
import { lateSteps, type LateKind } from './late-steps.js'
import { countPapers, listQualitySteps } from './quality.repository.js'

/** The period asked about, both days inclusive. */
export interface QualityQuestion {
  from: Day
  asOf: Day
  countBasis: CountBasis | null
  rounding: Rounding | null
}

/** So many of so many, and the share. */
export interface QualityAnswer {
  line: QualityLine
  count: number
  of: number
  figure: Figure
}

type Line = (code: QualityLine, count: number, of: number) => QualityAnswer

const indicators = [
  ...['probationRemoved', 'decisionCancelled', 'recognized', 'cellVoteFailed', 'cellApproved'],
  ...['recognitionVoteFailed', 'admitted'],
]

/** The part of a period that lies in the last month of its last year; null where it does not reach it. */
function lastMonth({ from, to }: Period): Period | null {
  const first = `${yearOf(to)}-12-01`
  return to < first ? null : { from: from > first ? from : first, to }
}

/**
 * The quality of admissions of a unit and all below it in a period, as shares of named wholes: lost in probation,
 * votes that failed, decisions, ceremonies and recognitions after their deadline, papers incomplete at the decision,
 * and what was admitted in the last month of the year (told once the period has reached it). Persons are counted by
 * the ledger and by the tree of the unit's day; deadlines are computed as in the list of what is due. Refuses what
 * figures refuse.
 */
export async function qualityOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  { from, asOf, countBasis, rounding: asked }: QualityQuestion,
): Promise<QualityAnswer[]> {
  const input = { from, asOf, countBasis, rounding: asked, treeAt: unit.at, indicators }
  const question = questionOf(input)
  refuseOutsideLife(unit, unit.at)
  const rounding = await roundingFor(ctx, unit, question)
  const figures = await figuresOf(ctx, unit, input)
  const amount = (id: string) => figures.find(({ indicator }) => indicator === id)?.numerator ?? 0
  const line: Line = (code, count, of) => ({
    ...{ line: code, count, of },
    figure: percentOf(code, count, of, rounding, {
      numeratorName: QUALITY_LINES[code].label.vi,
      denominatorName: QUALITY_LINES[code].of.vi,
    }),
  })
  const last = lastMonth({ from, to: asOf })
  const december = last && (await admittedIn(ctx, unit, last, countBasis))
  const lost = amount('probationRemoved') + amount('decisionCancelled')
  const [failed, failedLater] = [amount('cellVoteFailed'), amount('recognitionVoteFailed')]
  return [
    line('LOST_IN_PROBATION', lost, lost + amount('recognized')),
    line('CELL_VOTE_FAILED', failed, failed + amount('cellApproved')),
    line('RECOGNITION_VOTE_FAILED', failedLater, failedLater + amount('recognized')),
    ...(await ofDossiers(ctx, unit, { from, to: asOf }, line)),
    ...(december === null ? [] : [line('LAST_MONTH', december, amount('admitted'))]),
  ]
}

async function ofDossiers(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  period: Period,
  line: Line,
): Promise<QualityAnswer[]> {
  const place = { unit: unit.id, treeAt: unit.at, from: period.from, asOf: period.to }
  const steps = await listQualitySteps(ctx, place)
  const reckoning = await reckoningOf(ctx)
  const late = (code: QualityLine, kind: LateKind) => {
    const { late: count, made } = lateSteps(steps, kind, period, reckoning)
    return line(code, count, made)
  }
  const { decisions, incomplete } = await countPapers(ctx, place, PROCEDURE.CELL_VOTE.papers)
  return [
    late('DECISION_LATE', 'DECISION'),
    late('CEREMONY_LATE', 'CEREMONY'),
    late('RECOGNITION_LATE', 'RECOGNITION_DECISION'),
    line('PAPERS_INCOMPLETE', incomplete, decisions),
  ]
}

async function admittedIn(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  { from, to }: Period,
  countBasis: CountBasis | null,
): Promise<number> {
  const input = { from, asOf: to, countBasis, treeAt: unit.at, indicators: ['admitted'] }
  return (await figuresOf(ctx, unit, input))[0]?.numerator ?? 0
}
