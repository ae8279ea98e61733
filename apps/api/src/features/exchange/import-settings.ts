import { writeSettings, type Settings } from '../installation/installation.service.js'
import { addTerms } from '../terms/term.service.js'
import { documentOf, storeLines, unitOf, type ImportRun } from './import-state.js'
import { listOwnRoundings, writeOwnRounding } from './rounding.repository.js'

/** Stores the terms of the file. */
export async function importTerms(run: ImportRun): Promise<void> {
  await storeLines(
    run,
    run.lines.of('term'),
    (line) => {
      const organization = unitOf(run, line)
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      return { organization, name: line.name, from: line.from, to: line.to ?? null, document }
    },
    (terms) => addTerms(run.ctx, terms, run.batch),
  )
}

/** Sets the roundings of the file; what stood before is kept for undoing. */
export async function importRoundings(run: ImportRun): Promise<void> {
  const lines = run.lines.of('rounding')
  const set = new Map<number, (typeof lines)[number]['data']['rounding']>()
  for (const { line, data } of lines) {
    run.faults.attempt(line, data, () => {
      const unit = unitOf(run, data)
      if (unit !== undefined) set.set(unit, data.rounding)
    })
  }
  const before = await listOwnRoundings(run.ctx, [...set.keys()])
  const earlier = new Map((run.before.roundings ?? []).map((one) => [one.organization, one]))
  for (const [organization, after] of set) {
    const first = earlier.get(organization)
    earlier.set(organization, {
      organization,
      before: first ? first.before : (before.get(organization) ?? null),
      after,
    })
  }
  run.before.roundings = [...earlier.values()]
  for (const [unit, rounding] of set) await writeOwnRounding(run.ctx, unit, rounding)
}

/** Writes the settings of the installation; what stood before is kept for undoing. */
export async function importInstallation(run: ImportRun): Promise<void> {
  for (const { data } of run.lines.of('installation')) {
    const settings: Settings = {
      defaultAsOf: data.defaultAsOf,
      ...(data.demonstration === undefined ? {} : { demonstration: String(data.demonstration) }),
      ...(data.smallNumber === undefined ? {} : { smallNumber: String(data.smallNumber) }),
    }
    run.before.settings = { ...(await writeSettings(run.ctx, settings)), ...run.before.settings }
    run.before.settingsAfter = { ...run.before.settingsAfter, ...settings }
  }
}
