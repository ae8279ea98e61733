import { CONSISTENCY_CHECKS, READY_QUESTIONS, readyQuery, type Day, type ReadyCode } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import type { Finding } from '../../finding.js'
import { sumsOf } from '../figures/figures.service.js'
import { answerOf, shownRows, type Answer } from './find-organizations.service.js'

/** Members that come and go with a reorganization leave entries of their own; what these explain is in order. */
async function unexplained(ctx: RequestContext, { read, hits }: Answer): Promise<number[]> {
  const units = hits.map(({ unit }) => unit.id)
  const { question } = read.reading
  const rows = await sumsOf(ctx, units, question, { byChild: false, handovers: true })
  const explained = new Set(rows.flatMap(({ unit, handovers }) => ((handovers ?? 0) > 0 ? [unit] : [])))
  return units.filter((unit) => !explained.has(unit))
}

async function checkOne(ctx: RequestContext, code: ReadyCode, asOf: Day): Promise<Finding[]> {
  const ready = readyQuery(code, asOf)
  if (ready.about !== 'UNITS') return []
  const answer = await answerOf(ctx, ready.query)
  if (answer.hits.length === 0) return []
  const units =
    code === 'STOCK_AND_FLOWS' ? await unexplained(ctx, answer) : answer.hits.map(({ unit }) => unit.id)
  const rows = await shownRows(ctx, answer, units)
  return rows.map(({ organization, figures }) => ({
    check: 'FIGURES',
    message: `${READY_QUESTIONS[code].label.en}: ${organization.code} ${organization.name} (${figures
      .map(({ indicator, text }) => `${indicator} ${text}`)
      .join(', ')})`,
  }))
}

/**
 * Figures of the year up to a day that contradict each other: the ready-made questions about consistency, over all
 * units. What a reorganization explains is left out.
 */
export async function checkFigures(ctx: RequestContext, asOf: Day): Promise<Finding[]> {
  const found: Finding[] = []
  for (const code of CONSISTENCY_CHECKS) found.push(...(await checkOne(ctx, code, asOf)))
  return found
}
