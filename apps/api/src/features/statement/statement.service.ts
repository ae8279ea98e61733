import type { CountBasis, Day, Perimeter, StatementPart } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { notFound } from '../../errors/errors.js'
import { completionsOf } from '../completion/completion.service.js'
import { figuresOf } from '../figures/figures.service.js'
import { loadNearest, loadRounding, type OrganizationOnDay } from '../organizations/organization.service.js'
import { refuseParts, templatesFor, type TemplateRow } from './statement-template.service.js'
import { writeStatement, type StatementPiece } from './statement-text.js'
import { wordsOf } from './template-body.js'

/** A question for the paragraph about a unit; both days inclusive. */
export interface StatementQuestion {
  from: Day
  asOf: Day
  /** Code of a template; null: the first that the unit has. */
  template: string | null
  /** A draft, read instead of the parts of the template. */
  parts?: StatementPart[] | null
  countBasis: CountBasis | null
  perimeter: Perimeter | null
  treeAt: Day | null
}

export interface StatementAnswer {
  template: TemplateRow
  text: string
  pieces: StatementPiece[]
}

/**
 * The paragraph about a unit at a date, worded and rounded by the template that holds for it on that day, its name as
 * on that day. Refuses what figures refuse (days in the wrong order or outside the life of the unit), and a template
 * that there is not (NOT_FOUND), and a draft that could not be saved (INVALID_INPUT).
 */
export async function statementOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  question: StatementQuestion,
): Promise<StatementAnswer> {
  const { from, asOf, template: code, parts: draft, ...manner } = question
  if (draft) refuseParts(draft)
  const onDay = (await loadNearest(ctx, unit.id, asOf)) ?? unit
  const templates = await templatesFor(ctx, onDay)
  const template = code === null ? templates[0] : templates.find((one) => one.code === code)
  if (!template) throw notFound('Statement template')
  const parts = draft ?? template.parts
  const words = parts.flatMap(wordsOf)
  const ids = [...new Set(words.flatMap((word) => ('figure' in word ? [word.figure] : [])))]
  const wantsTargets = words.some((word) => 'name' in word && word.name === 'TARGETS')
  const { countBasis } = manner
  const [figures, rounding, targets] = await Promise.all([
    figuresOf(ctx, onDay, { from, asOf, indicators: ids, ...manner }),
    loadRounding(ctx, unit.id, asOf),
    wantsTargets ? completionsOf(ctx, onDay, { asOf, countBasis, rounding: null }) : [],
  ])
  const pieces = writeStatement(parts, {
    from,
    asOf,
    unit: { name: onDay.name, isCell: Number(onDay.holdsMembers) === 1 },
    figures: new Map(figures.map((figure) => [figure.indicator, figure])),
    rounding,
    targets,
  })
  return { template, text: pieces.map(({ text }) => text).join(''), pieces }
}
