import type { Day } from '@seedbed/shared'
import { Lines, type LineOf, type Numbered } from './import-lines.js'

/** A reorganization of a file with its operations. */
export interface ReorganizationLines {
  header: Numbered<LineOf<'reorganization'>>
  operations: Array<Numbered<LineOf<'operation'>>>
}

/** What is imported before a reorganization takes place, and the reorganizations of that day. */
export interface Phase {
  lines: Lines
  reorganizations: ReorganizationLines[]
}

/** The day on which a line needs the tree (a dossier that of its last step); undefined: it does not. */
function dayOf({ data }: Numbered): Day | undefined {
  if (data.type === 'dossier')
    return (
      data.steps
        ?.map(({ on }) => on)
        .sort()
        .at(-1) ?? data.on
    )
  if ('on' in data && typeof data.on === 'string') return data.on
  if ('asOf' in data && typeof data.asOf === 'string') return data.asOf
  return undefined
}

/**
 * Cuts a file at the days of its reorganizations that are applied: lines of earlier days come before, lines of that
 * day and later ones after, so that they find the units of their day. What needs no day comes first, what is set for
 * the installation last; drafts come last too. A file without any is one phase.
 */
export function phasesOf(lines: Lines): Phase[] {
  const operations = lines.of('operation')
  const all = lines.of('reorganization').map((header): ReorganizationLines => ({
    header,
    operations: operations.filter(({ data }) => data.reorganization === header.data.ref),
  }))
  const applied = all.filter(({ header }) => header.data.apply !== false)
  const days = [...new Set(applied.map(({ header }) => header.data.on))].sort()
  const isLast = ({ data }: Numbered) => data.type === 'installation'
  const others = lines.all.filter(({ data }) => data.type !== 'reorganization' && data.type !== 'operation')
  const phaseOf = (line: Numbered) => {
    if (isLast(line)) return days.length
    const day = dayOf(line)
    return day === undefined ? 0 : days.filter((one) => one <= day).length
  }
  const phases = [...days, undefined].map((day, index): Phase => ({
    lines: new Lines(others.filter((line) => phaseOf(line) === index)),
    reorganizations: applied.filter(({ header }) => header.data.on === day),
  }))
  phases.at(-1)?.reorganizations.push(...all.filter(({ header }) => header.data.apply === false))
  return phases
}
