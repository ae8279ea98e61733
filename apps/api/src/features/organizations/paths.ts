import { OPEN_END, type Day } from '@seedbed/shared'
import { overlap, type Span, type UnitHistory, type Units } from './tree-in-time.js'

/** One row of the closure: `descendant` stood under `ancestor`, through its child `via`, in [validFrom, validTo). */
export interface Path {
  ancestor: number
  via: number
  descendant: number
  depth: number
  validFrom: Day
  validTo: Day
}

/** The ancestor above every root. */
export const WORLD = 0

interface Step {
  ancestor: number
  via: number
  depth: number
  span: Span
}

/** Recursion stays inside the window of the version it came through: x under y until May, y under x from May is legal. */
function stepsUp(units: Units, id: number, window: Span): Step[] {
  const unit = units.get(id)
  if (!unit) return []
  return unit.versions.flatMap((version) => {
    const span = overlap(version, window)
    if (!span) return []
    const above = stepsUp(units, version.parent, span).map((step) => ({ ...step, depth: step.depth + 1 }))
    return [{ ancestor: version.parent, via: id, depth: 1, span }, ...above]
  })
}

/**
 * The closure rows of one unit, computed from parents alone: itself (depth 0, via 0), and every ancestor from when
 * to when. Rows that touch are joined. All units above it on any day must be among `units`.
 */
export function pathsOf(units: Units, unit: UnitHistory): Path[] {
  const whole: Span = { from: unit.opened, to: OPEN_END }
  const steps = [{ ancestor: unit.id, via: 0, depth: 0, span: whole }, ...stepsUp(units, unit.id, whole)]
  steps.sort(
    (a, b) =>
      a.ancestor - b.ancestor || a.via - b.via || a.depth - b.depth || (a.span.from < b.span.from ? -1 : 1),
  )
  const paths: Path[] = []
  for (const { ancestor, via, depth, span } of steps) {
    const last = paths.at(-1)
    const joins =
      last?.ancestor === ancestor && last.via === via && last.depth === depth && last.validTo === span.from
    if (joins) last.validTo = span.to
    else paths.push({ ancestor, via, descendant: unit.id, depth, validFrom: span.from, validTo: span.to })
  }
  return paths
}

/** Text that is equal exactly for equal rows. */
export function pathKey(path: Path): string {
  return `${path.ancestor}/${path.via}/${path.descendant}/${path.depth}/${path.validFrom}/${path.validTo}`
}
