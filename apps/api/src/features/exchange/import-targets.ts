import { normalizeName, reason } from '@seedbed/shared'
import { invalidInput, notFound } from '../../errors/errors.js'
import { groupSetsOf, groupsOfSets } from '../groups/group.service.js'
import { addRegistrations } from '../targets/target-registration.service.js'
import { addTargets, type NewTarget } from '../targets/target.service.js'
import { addPlans, type PlanBrought } from '../worksheet/plan.service.js'
import type { LineOf } from './import-lines.js'
import { documentOf, storeLines, unitOf, type ImportRun } from './import-state.js'

const hundredths = (rate: number | undefined) => (rate === undefined ? null : Number((rate * 100).toFixed(6)))

/** Groups by set and name, those of the file among them; nothing is read when no line names one. */
async function groupIds(run: ImportRun): Promise<Map<string, number>> {
  const named = run.lines.of('target').some(({ data }) => data.group !== undefined)
  if (!named) return new Map()
  const sets = await groupSetsOf(run.ctx)
  const names = new Map(sets.map(({ id, name }) => [id, name]))
  const groups = await groupsOfSets(
    run.ctx,
    sets.map(({ id }) => id),
  )
  return new Map(groups.map(({ id, groupSet, name }) => [`${names.get(groupSet)} ${name}`, id]))
}

function groupOf({ groupSet, group }: LineOf<'target'>, groups: ReadonlyMap<string, number>): number | null {
  if (group === undefined && groupSet === undefined) return null
  const id = groups.get(`${normalizeName(groupSet ?? '')} ${normalizeName(group ?? '')}`)
  if (id === undefined) throw notFound('Group')
  return id
}

function factsOf(
  line: LineOf<'target'>,
  places: { organization: number; document: number | null; group: number | null },
): NewTarget {
  if (line.amountMin === undefined && line.rate === undefined) throw invalidInput('amountMin', 'is required')
  const { type: _type, on: _on, groupSet: _set, indicator, rate, rateMax, ...facts } = line
  return {
    ...facts,
    ...places,
    ...(indicator === undefined ? {} : { indicator }),
    amountMin: line.amountMin ?? 0,
    amountMax: line.amountMax ?? null,
    rate: hundredths(rate),
    rateMax: hundredths(rateMax),
    base: line.base ?? null,
    baseOn: line.baseOn ?? null,
    condition: line.condition ?? null,
    tier: line.tier ?? null,
    unitKind: line.unitKind ?? null,
    unitSector: line.unitSector ?? null,
    note: line.note ?? null,
  }
}

/** Stores the targets of the file. A rate of members brings the members it was set with: they are history. */
export async function importTargets(run: ImportRun): Promise<void> {
  const groups = await groupIds(run)
  await storeLines(
    run,
    run.lines.of('target'),
    (line) => {
      const organization = unitOf(run, line)
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      return factsOf(line, { organization, document, group: groupOf(line, groups) })
    },
    (targets) => addTargets(run.ctx, targets, run.batch),
  )
}

/** Stores what units registered for themselves. */
export async function importRegistrations(run: ImportRun): Promise<void> {
  await storeLines(
    run,
    run.lines.of('targetRegistration'),
    (line) => {
      const organization = unitOf(run, line)
      if (organization === undefined) return undefined
      const { year, wanted = null, expected = null, note = null } = line
      return { organization, year, wanted, expected, note }
    },
    (items) => addRegistrations(run.ctx, items, run.batch),
  )
}

function issuedOf(
  { document: ref, signatory, issuedOn }: LineOf<'targetPlan'>,
  document: number | null,
): PlanBrought['issued'] {
  if (ref === undefined && signatory === undefined && issuedOn === undefined) return null
  if (document === null || signatory === undefined || issuedOn === undefined)
    throw invalidInput('document', reason('NEEDS_DOCUMENT'))
  return { document, signatory, at: `${issuedOn}T00:00:00.000Z` }
}

/** Stores drafts of targets, and plans that were issued. */
export async function importPlans(run: ImportRun): Promise<void> {
  await storeLines(
    run,
    run.lines.of('targetPlan'),
    (line) => {
      const organization = unitOf(run, line)
      const document = documentOf(run, line.document)
      const lines = line.lines.flatMap(({ organization: code, amount, note = null }) => {
        const unit = unitOf(run, line, code)
        return unit === undefined ? [] : [{ organization: unit, amount, note }]
      })
      if (organization === undefined || document === undefined || lines.length < line.lines.length)
        return undefined
      const { year, name, note = null } = line
      return { organization, year, name, note, issued: issuedOf(line, document), lines }
    },
    (plans) => addPlans(run.ctx, plans, run.batch),
  )
}
