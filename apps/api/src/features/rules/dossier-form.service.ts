import { holdingOn, overlay, reason, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput } from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import { refuseUnlessAnywhere } from '../../policy/may.js'
import { changesOf, holds, layOver } from './dated-changes.js'
import { listVersions, type DatedFacts, type DatedRow } from './dated.repository.js'
import { refuseDated } from './rule.service.js'

/** A form of the dossier on its days: title, and who makes it out. */
export interface FormFacts extends DatedFacts {
  title: string
  issuer: string
}

export type FormRow = FormFacts & DatedRow

/** A form with its versions, oldest first, and how often they were changed. */
export interface FormHistory {
  code: string
  versions: FormRow[]
  changes: number
}

/** Refuses a form without code, title or issuer, and what no version may be. */
export function refuseForm(facts: FormFacts): void {
  if (facts.code.trim() !== facts.code || facts.code === '' || facts.code.length > 20)
    throw invalidInput('code', reason('BAD_CODE', { limit: 20 }))
  for (const name of ['title', 'issuer'] as const) {
    if (facts[name].trim() === '' || facts[name].length > 200)
      throw invalidInput(name, reason('BAD_LENGTH', { limit: 200 }))
  }
  refuseDated(facts)
}

/** Every form with its versions; with a day, only what is in force on it. Codes in the order 1, 2, … 10. */
export async function listForms(ctx: RequestContext, on: Day | null): Promise<FormHistory[]> {
  const byCode = groupBy(await listVersions<FormRow>(ctx, 'dossier_form'), ({ code }) => code)
  const all = [...byCode].map(([code, rows]) => historyOf(code, rows))
  const inForce = all.flatMap((form) => {
    const version = on === null ? undefined : holdingOn(form.versions, on)
    return version ? [{ ...form, versions: [version] }] : []
  })
  return (on === null ? all : inForce).sort((a, b) => a.code.localeCompare(b.code, 'vi', { numeric: true }))
}

function historyOf(code: string, rows: readonly FormRow[]): FormHistory {
  return { code, versions: rows.filter(holds), changes: changesOf(rows) }
}

/** What setting a version of a form would do; nothing is written. */
export async function previewForm(
  ctx: RequestContext,
  facts: FormFacts,
): Promise<{ before: readonly FormFacts[]; after: readonly FormFacts[] }> {
  refuseUnlessAnywhere(ctx, 'rules.edit')
  refuseForm(facts)
  const before = (await listVersions<FormRow>(ctx, 'dossier_form', [facts.code])).filter(holds)
  return { before, after: overlay<FormFacts>(before, facts).after }
}

/** Lays a version over the others of its form; `seen` is the number of its changes when it was read, 0 for a new one. */
export async function setForm(ctx: RequestContext, facts: FormFacts, seen: number): Promise<FormHistory> {
  refuseUnlessAnywhere(ctx, 'rules.edit')
  return inTransaction(ctx, async (tx) => {
    refuseForm(facts)
    const standing = await listVersions<FormRow>(tx, 'dossier_form', [facts.code])
    if (changesOf(standing) !== seen) throw conflict(reason('CHANGED_MEANWHILE'))
    await layOver<FormFacts>(tx, 'dossier_form', standing, facts, null)
    return historyOf(facts.code, await listVersions<FormRow>(tx, 'dossier_form', [facts.code]))
  })
}
