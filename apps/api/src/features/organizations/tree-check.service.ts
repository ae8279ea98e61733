import { maxDay, minDay, OPEN_END } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import type { Finding } from '../../finding.js'
import { groupBy } from '../../group-by.js'
import { pathKey, pathsOf, type Path } from './paths.js'
import { versionAt, type UnitHistory, type Units } from './tree-in-time.js'
import { listAllPaths, loadUnits, writePaths } from './tree.repository.js'

/**
 * Recomputes the tree from versions alone: each unit has gapless versions from its first day on, no unit stands
 * below itself on any day, no code is carried by two living units at once, and the closure is what parents say.
 * `rebuild` writes the closure anew where it differs; that needs a unit of work.
 */
export async function checkTree(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  const units = await loadUnits(ctx)
  const broken = [...units.values()].flatMap((unit) => versionFaults(units, unit))
  const findings = [...broken, ...sameCodes(units)]
  if (broken.length > 0) return findings
  const stored = await listAllPaths(ctx)
  const wanted = [...units.values()].flatMap((unit) => pathsOf(units, unit))
  const removed = without(stored, wanted)
  const added = without(wanted, stored)
  if (rebuild) await writePaths(ctx, removed, added)
  const wrong = new Set([...removed, ...added].map(({ descendant }) => descendant))
  return [
    ...findings,
    ...[...wrong].map((id): Finding => ({
      check: 'PATHS',
      message: `the rows above unit ${nameOf(units, id)} are not those that its parents say`,
    })),
  ]
}

/** What is wrong with versions and codes of these units; all above them, and all carriers of their codes, are among them. */
export function faultsAmong(units: Units): Finding[] {
  return [...[...units.values()].flatMap((unit) => versionFaults(units, unit)), ...sameCodes(units)]
}

function without(paths: readonly Path[], others: readonly Path[]): Path[] {
  const keys = new Set(others.map(pathKey))
  return paths.filter((path) => !keys.has(pathKey(path)))
}

function nameOf(units: Units, id: number): string {
  const last = units.get(id)?.versions.at(-1)
  return last ? `${last.code} ${last.name}` : `no. ${id}`
}

function versionFaults(units: Units, unit: UnitHistory): Finding[] {
  const { versions, opened, closed } = unit
  const name = nameOf(units, unit.id)
  const faults: string[] = []
  if (closed <= opened) faults.push('ends before it begins')
  if (versions[0]?.validFrom !== opened) faults.push('has no version on its first day')
  if (versions.at(-1)?.validTo !== OPEN_END) faults.push('has no version up to the open end')
  versions.slice(1).forEach((version, index) => {
    if (versions[index]?.validTo !== version.validFrom)
      faults.push(`has a gap or an overlap of versions before ${version.validFrom}`)
  })
  if (versions.some(({ parent }) => parent !== 0 && !units.has(parent)))
    faults.push('stands under a unit that does not exist')
  const cycle = versions.find((version) => standsBelowItself(units, unit, version.validFrom))
  if (cycle) faults.push(`stands below itself on ${cycle.validFrom}`)
  return faults.map((fault) => ({ check: 'VERSIONS', message: `unit ${name} ${fault}` }))
}

function standsBelowItself(units: Units, unit: UnitHistory, day: string): boolean {
  const seen = new Set([unit.id])
  for (let id = versionAt(unit, day)?.parent ?? 0; id !== 0;) {
    if (seen.has(id)) return true
    seen.add(id)
    const above = units.get(id)
    id = (above && versionAt(above, day)?.parent) ?? 0
  }
  return false
}

function sameCodes(units: Units): Finding[] {
  const carriers = [...units.values()].flatMap(({ id, opened, closed, versions }) =>
    versions.map(({ code, validFrom, validTo }) => ({
      id,
      code,
      from: maxDay(validFrom, opened),
      to: minDay(validTo, closed),
    })),
  )
  return [...groupBy(carriers, ({ code }) => code)].flatMap(([code, spans]) => {
    const sorted = spans.filter(({ from, to }) => from < to).sort((a, b) => (a.from < b.from ? -1 : 1))
    const clash = sorted.find((span, index) => {
      const before = sorted[index - 1]
      return before !== undefined && before.id !== span.id && span.from < before.to
    })
    if (!clash) return []
    return [{ check: 'CODES', message: `code ${code} belongs to two units from ${clash.from} on` }]
  })
}
