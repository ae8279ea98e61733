import { addDays, OPEN_END, type Day } from '@seedbed/shared'
import type { SeedbedError } from '../../errors/errors.js'
import { addVersions, type DatedBefore } from '../rules/dated-import.service.js'
import { addRequirements } from '../rules/requirement.service.js'
import { addWorkYears } from '../working-days/working-day.service.js'
import { documentOf, storeLines, unitOf, type ImportRun } from './import-state.js'

const endAfter = (last: Day | undefined): Day => (last === undefined ? OPEN_END : addDays(last, 1))

/** Lays the rules and forms of the file over those on record; what stood before is kept for undoing. */
export async function importRules(run: ImportRun): Promise<void> {
  const keep = async (stored: Promise<Stored>) => {
    const { ids, refused, before } = await stored
    if (refused.size === 0) run.before.versions = [...(run.before.versions ?? []), before]
    return { ids, refused }
  }
  await storeLines(
    run,
    run.lines.of('rule'),
    ({ rule, per = null, article = null, confirmed = false, validTo, note = null, ...facts }) => ({
      ...{ code: rule, value: facts.value, regulation: facts.regulation, validFrom: facts.validFrom },
      ...{ per, article, confirmed, note, validTo: endAfter(validTo) },
    }),
    (items) => keep(addVersions(run.ctx, 'rule_version', items, run.batch)),
  )
  await storeLines(
    run,
    run.lines.of('dossierForm'),
    ({ form, title, issuer, regulation, confirmed = false, validFrom, validTo, note = null }) => ({
      ...{ code: form, title, issuer, regulation, confirmed, validFrom, note },
      validTo: endAfter(validTo),
    }),
    (items) => keep(addVersions(run.ctx, 'dossier_form', items, run.batch)),
  )
}

type Stored = { ids: number[]; refused: Map<number, SeedbedError>; before: DatedBefore }

/** Stores the requirements of the file; the code of a unit is looked up on their first day. */
export async function importRequirements(run: ImportRun): Promise<void> {
  await storeLines(
    run,
    run.lines.of('requirement'),
    (line) => {
      const { title, stage, sourceKind = null, validFrom, validTo, note = null } = line
      const organization = unitOf(run, { ...line, on: validFrom })
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      return { organization, title, stage, sourceKind, validFrom, validTo: endAfter(validTo), document, note }
    },
    (items) => addRequirements(run.ctx, items, run.batch),
  )
}

/** Sets the calendars of the file in place of those on record; what stood before is kept for undoing. */
export async function importWorkYears(run: ImportRun): Promise<void> {
  await storeLines(
    run,
    run.lines.of('workYear'),
    ({ year, source, days }) => ({ year, source, days }),
    async (items) => {
      const { ids, refused, before } = await addWorkYears(run.ctx, items, run.batch)
      if (refused.size === 0) run.before.workYears = before
      return { ids, refused }
    },
  )
}
