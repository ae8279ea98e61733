import type { Day, StatementPart } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  marks,
  rowByUid,
  select,
  type Row,
} from '../../database/sql.js'
import { groupBy } from '../../group-by.js'
import { inScope } from '../../policy/scope.js'

/** How a unit (null: everybody) words a paragraph; days half-open, OPEN_END while it holds. */
export interface TemplateFacts {
  organization: number | null
  code: string
  title: string
  validFrom: Day
  validTo: Day
  parts: StatementPart[]
}

export interface TemplateRow extends TemplateFacts {
  id: number
  uid: string
  version: number
}

const columns = `t.id, t.uid, t.organization, t.code, t.title, t.valid_from AS validFrom, t.valid_to AS validTo, t.body,
  t.version`

const toRow = ({ body, ...row }: Row): TemplateRow =>
  ({ ...row, parts: JSON.parse(String(body as string)) as StatementPart[] }) as unknown as TemplateRow

const rowOf = (facts: TemplateFacts) => ({
  organization: facts.organization,
  code: facts.code,
  title: facts.title,
  valid_from: facts.validFrom,
  valid_to: facts.validTo,
  body: JSON.stringify(facts.parts),
})

/** Stores templates and answers their internal ids in the same order. */
export function insertTemplates(
  ctx: RequestContext,
  templates: ReadonlyArray<TemplateFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  const rows = templates.map((facts) => ({ uid: facts.uid, ...rowOf(facts), version: 1, batch }))
  return insertIdentified(ctx, 'statement_template', rows)
}

/** Writes a template as it now is; `version` goes up by one. */
export async function updateTemplate(ctx: RequestContext, id: number, facts: TemplateFacts): Promise<void> {
  const row = rowOf(facts)
  const set = Object.keys(row).map((name) => `${name} = ?`)
  await execute(ctx, `UPDATE statement_template SET ${set.join(', ')}, version = version + 1 WHERE id = ?`, [
    ...Object.values(row),
    id,
  ])
}

/** The template of that outer id. */
export async function findTemplate(ctx: RequestContext, uid: string): Promise<TemplateRow | undefined> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const row = await rowByUid<Row & { uid: unknown }>(ctx, 'statement_template t', columns, uid, lock)
  return row && toRow(row)
}

/** Templates with one of these codes, of whomever they are. */
export async function listTemplatesByCode(
  ctx: RequestContext,
  codes: readonly string[],
): Promise<TemplateRow[]> {
  const sql = `SELECT ${columns} FROM statement_template t WHERE t.code IN (${marks(codes)})`
  return codes.length === 0 ? [] : (await select<Row>(ctx, sql, [...codes])).map(toRow)
}

/**
 * Templates that hold on a day for units in scope: their own, those of the units above them and at last everybody's,
 * for each unit the nearest first.
 */
export async function listTemplatesFor(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
): Promise<Map<number, TemplateRow[]>> {
  const scope = inScope(ctx.scope, 'p.descendant', today(ctx))
  const holds = 't.valid_from <= ? AND t.valid_to > ?'
  const above = await inChunks([...units], (chunk) =>
    select<Row & { descendant: number }>(
      ctx,
      `SELECT p.descendant, ${columns} FROM statement_template t JOIN organization_path p ON p.ancestor = t.organization
       WHERE p.descendant IN (${marks(chunk)}) AND p.valid_from <= ? AND p.valid_to > ? AND ${holds} AND ${scope.sql}
       ORDER BY p.depth, t.code`,
      [...chunk, day, day, day, day, ...scope.params],
    ),
  )
  const everybodys = await select<Row>(
    ctx,
    `SELECT ${columns} FROM statement_template t WHERE t.organization IS NULL AND ${holds} ORDER BY t.code`,
    [day, day],
  )
  const byUnit = groupBy(above, ({ descendant }) => descendant)
  return new Map(
    units.map((unit) => {
      const own = (byUnit.get(unit) ?? []).map(({ descendant: _unit, ...row }) => toRow(row))
      return [unit, [...own, ...everybodys.map(toRow)]]
    }),
  )
}
