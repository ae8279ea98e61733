import type { RequestContext } from '../../context.js'
import { reason } from '@seedbed/shared'
import { conflict, SeedbedError } from '../../errors/errors.js'
import { changesOf, layOver, type DatedBefore } from './dated-changes.js'
import {
  deleteVersionsOf,
  listVersions,
  restoreVersion,
  type DatedFacts,
  type DatedRow,
  type DatedTable,
} from './dated.repository.js'
import { refuseForm, type FormFacts } from './dossier-form.service.js'
import { refuseRule, type RuleFacts } from './rule.service.js'

export type { DatedBefore } from './dated-changes.js'

/**
 * Lays versions of rules or forms over those on record, one after the other, in a unit of work. Answers internal ids,
 * or by position why some were refused (then nothing of it may be kept), and what stood before for undoing.
 */
export async function addVersions(
  ctx: RequestContext,
  table: DatedTable,
  items: readonly DatedFacts[],
  batch: number,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError>; before: DatedBefore }> {
  const refused = new Map<number, SeedbedError>()
  items.forEach((facts, index) => {
    try {
      if (table === 'rule_version') refuseRule(facts as RuleFacts)
      else refuseForm(facts as FormFacts)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  const codes = [...new Set(items.map(({ code }) => code))]
  const rows = (await listVersions(ctx, table, codes)).map(({ id, validFrom, validTo, version }) => ({
    id,
    validFrom,
    validTo,
    version,
  }))
  const before: DatedBefore = { table, rows, changes: {} }
  if (refused.size > 0) return { ids: [], refused, before }
  const ids: number[] = []
  for (const facts of items)
    ids.push(await layOver(ctx, table, await listVersions(ctx, table, [facts.code]), facts, batch))
  const after = await listVersions(ctx, table, codes)
  before.changes = Object.fromEntries(codes.map((code) => [code, changesOf(ofCode(after, code))]))
  return { ids, refused, before }
}

const ofCode = (rows: readonly DatedRow[], code: string) => rows.filter((row) => row.code === code)

/** Takes back what an import laid over rules or forms; refused (CONFLICT) once one of them was changed since. */
export async function restoreVersions(
  ctx: RequestContext,
  { table, rows, changes }: DatedBefore,
  batch: number,
): Promise<void> {
  const codes = Object.keys(changes)
  const now = await listVersions(ctx, table, codes)
  for (const code of codes) {
    if (changesOf(ofCode(now, code)) !== changes[code]) throw conflict(reason('CHANGED_MEANWHILE'))
  }
  await deleteVersionsOf(ctx, table, batch)
  for (const row of rows) await restoreVersion(ctx, table, row)
}
