import { isDay, reason, type StatementPart } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, SeedbedError, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { holdTree } from '../organizations/tree-undo.service.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import {
  findTemplate,
  insertTemplates,
  listTemplatesByCode,
  listTemplatesFor,
  updateTemplate,
  type TemplateFacts,
  type TemplateRow,
} from './statement-template.repository.js'
import { faultOfParts } from './template-body.js'

export type { TemplateFacts, TemplateRow } from './statement-template.repository.js'

const titleLength = 200
const bodyLength = 20_000

function refuseFacts(facts: TemplateFacts): void {
  if (!/^[A-Z0-9_]{1,40}$/u.test(facts.code)) throw invalidInput('code', reason('TEMPLATE_CODE'))
  if (facts.title.trim() === '' || facts.title.length > titleLength)
    throw invalidInput('title', reason('BAD_LENGTH', { limit: titleLength }))
  if (!isDay(facts.validFrom)) throw invalidInput('validFrom', reason('NOT_A_DAY'))
  if (facts.validTo <= facts.validFrom) throw invalidInput('validTo', reason('BEFORE_FROM'))
  refuseParts(facts.parts)
}

/** Refuses (INVALID_INPUT) unknown figures, a paragraph without any, and one that is too long to keep. */
export function refuseParts(parts: readonly StatementPart[]): void {
  const fault = faultOfParts(parts)
  if (fault) throw invalidInput('parts', fault)
  if (JSON.stringify(parts).length > bodyLength)
    throw invalidInput('parts', reason('TOO_LONG', { limit: bodyLength }))
}

function refuseSecond(facts: TemplateFacts, others: readonly TemplateFacts[]): void {
  const same = others.some(
    (other) =>
      other.organization === facts.organization &&
      other.code === facts.code &&
      other.validFrom < facts.validTo &&
      other.validTo > facts.validFrom,
  )
  if (same) throw conflict(reason('TEMPLATE_EXISTS'))
}

/**
 * Adds templates, many at once, in a unit of work: a unit has one of a code on a day. Refuses (by position; then
 * nothing is stored) unknown figures and a paragraph without any. Answers internal ids.
 */
export async function addTemplates(
  ctx: RequestContext,
  items: readonly TemplateFacts[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  await holdTree(ctx)
  const standing: TemplateFacts[] = await listTemplatesByCode(
    ctx,
    items.map(({ code }) => code),
  )
  items.forEach((facts, index) => {
    try {
      refuseFacts(facts)
      refuseSecond(facts, standing)
      standing.push(facts)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = items.map((facts) => ({ ...facts, uid: uuid() }))
  return { ids: await insertTemplates(ctx, rows, batch), refused }
}

/** Saves a new template, or changes the one named with the version that was read; whose it is does not change. */
export function saveTemplate(
  ctx: RequestContext,
  facts: TemplateFacts,
  existing: { uid: string; version: number } | null,
): Promise<TemplateRow> {
  return inTransaction(ctx, async (tx) => {
    if (existing === null) {
      const { ids, refused } = await addTemplates(tx, [facts], null)
      for (const error of refused.values()) throw error
      const added = (await listTemplatesByCode(tx, [facts.code])).find(({ id }) => id === ids[0])
      if (!added) throw notFound('Statement template')
      return added
    }
    await holdTree(tx)
    const row = await findTemplate(tx, existing.uid)
    if (!row || row.organization !== facts.organization) throw notFound('Statement template')
    if (row.version !== existing.version) throw staleVersion('The template', existing.version, row.version)
    refuseFacts(facts)
    const others = await listTemplatesByCode(tx, [facts.code])
    refuseSecond(
      facts,
      others.filter(({ id }) => id !== row.id),
    )
    await updateTemplate(tx, row.id, facts)
    noteChange(tx, { before: { ...row }, after: { ...row, ...facts } })
    return (await findTemplate(tx, existing.uid)) ?? row
  })
}

/**
 * The templates that hold for a unit on its day, of each code the nearest: its own before those of the units above
 * it before everybody's. Many units of one day cost two statements.
 */
export async function templatesFor(ctx: RequestContext, unit: OrganizationOnDay): Promise<TemplateRow[]> {
  const rows = await loader<number, TemplateRow[]>(ctx, `statement templates ${unit.at}`, async (ids) => {
    const found = await listTemplatesFor(ctx, ids, unit.at)
    return ids.map((id) => found.get(id) ?? [])
  }).load(unit.id)
  const nearest = new Map<string, TemplateRow>()
  for (const row of rows) if (!nearest.has(row.code)) nearest.set(row.code, row)
  return [...nearest.values()]
}
