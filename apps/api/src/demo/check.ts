import { formatNumber } from '@seedbed/shared'
import type { RequestContext } from '../context.js'
import { documentsOf } from '../features/documents/document.service.js'
import { figuresOf } from '../features/figures/figures.service.js'
import type { Figure } from '../features/figures/figure.js'
import { findOrganizationByCode } from '../features/organizations/organization.service.js'
import { LAST_DAY } from './days.js'
import { REFERENCE_FACTS, type FigureCheck, type ReferenceFact } from './reference-facts.js'

/** A published fact beside what the system answers. */
export interface FactResult {
  id: string
  text: string
  published: string
  computed: string
  agrees: boolean
}

type Answer = Pick<FactResult, 'computed' | 'agrees'>

/** Whether figures are those expected; several are added up by their signs. */
function compare(figures: readonly Figure[], check: FigureCheck): Answer {
  const [first] = figures
  const { expected, indicators } = check
  const sum = figures.reduce(
    (all, { numerator }, index) => all + (numerator ?? 0) * (indicators[index]?.[1] ?? 0),
    0,
  )
  const computed = figures.length === 1 ? (first?.text ?? '') : formatNumber(sum, 0)
  const agrees =
    (expected.numerator === undefined || sum === expected.numerator) &&
    (expected.denominator === undefined || first?.denominator === expected.denominator) &&
    (expected.value === undefined || first?.value === expected.value) &&
    (expected.text === undefined || first?.text === expected.text) &&
    (expected.atLeast === undefined || (first?.value ?? -1) >= expected.atLeast)
  return { computed, agrees }
}

async function answer(ctx: RequestContext, { organization, check }: ReferenceFact): Promise<Answer> {
  if (check.sort === 'KIND') {
    const unit = await findOrganizationByCode(ctx, organization, check.at)
    return { computed: unit.kind, agrees: unit.kind === check.kind }
  }
  if (check.sort === 'DOCUMENT') {
    const unit = await findOrganizationByCode(ctx, organization, LAST_DAY)
    const titles = (await documentsOf(ctx, [unit.id])).map(({ number, title }) => `${number}: ${title}`)
    const found = titles.find((title) => title.includes(check.document))
    return { computed: found ?? '–', agrees: found !== undefined }
  }
  const unit = await findOrganizationByCode(ctx, organization, check.question.asOf)
  const input = { ...check.question, indicators: check.indicators.map(([id]) => id) }
  return compare(await figuresOf(ctx, unit, input), check)
}

/** Asks every published fact of the system, in the order of the cases. */
export async function checkReferenceFacts(ctx: RequestContext): Promise<FactResult[]> {
  const results: FactResult[] = []
  for (const fact of REFERENCE_FACTS) {
    const { id, text, published } = fact
    results.push({ id, text, published, ...(await answer(ctx, fact)) })
  }
  return results
}
