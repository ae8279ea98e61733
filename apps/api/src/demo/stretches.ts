import { addDays, type Day, type RemovalReason } from '@seedbed/shared'
import type { Admitted, AdmissionPlan } from './admissions.js'
import { LAST_DAY, workingDay } from './days.js'
import type { Journal } from './journal.js'
import { recordMovement, type CellChooser, type Movement } from './movements.js'
import { drawProfile } from './profiles.js'
import type { Random } from './random.js'
import { admittingCells } from './sampler.js'
import type { Unit } from './units.js'

/** How many of what happens within a stretch of time of one year. */
export interface Stretch {
  from: Day
  to: Day
  admitted: number
  in: number
  out: number
  died: number
  internal: number
  /** PROBATION_REMOVED and DECISION_CANCELLED belong to admissions: the plan of the case places them. */
  removals: Readonly<Partial<Record<RemovalReason, number>>>
}

/** Draws the admissions of a stretch over cells that are not dry. */
export function drawPlans(random: Random, cells: readonly Unit[], stretch: Stretch): AdmissionPlan[] {
  const choose = admittingCells(cells, Number(stretch.from.slice(0, 4)))
  return Array.from({ length: stretch.admitted }, (): AdmissionPlan => {
    const cell = choose(random)
    const day = workingDay(random, stretch.from, stretch.to)
    return { cell, day, profile: drawProfile(random, cell, day) }
  })
}

function movementsOf(stretch: Stretch, cells: readonly Unit[], random: Random): Movement[] {
  const many = (count: number, make: () => Movement) => Array.from({ length: count }, make)
  const named = (['NAME_REMOVED', 'EXPELLED', 'RESIGNED'] as const).flatMap((reason) =>
    many(stretch.removals[reason] ?? 0, () => ({ kind: 'REMOVAL', reason })),
  )
  return [
    ...many(stretch.in, () => ({ kind: 'IN' })),
    ...many(stretch.out, () => ({ kind: 'OUT' })),
    ...many(stretch.died, () => ({ kind: 'DEATH' })),
    ...many(stretch.internal, () => ({ kind: 'INTERNAL', to: random.pick(cells) })),
    ...named,
  ]
}

/** Records the movements of a stretch beside the admissions, each in a cell that can spare a member. */
export function recordStretch(
  journal: Journal,
  random: Random,
  chooser: CellChooser,
  stretch: Stretch,
  cells: readonly Unit[],
): void {
  for (const movement of movementsOf(stretch, cells, random)) {
    const cell = chooser.leaving(random)
    if (movement.kind === 'INTERNAL' && movement.to === cell) continue
    recordMovement(journal, random, cell, workingDay(random, stretch.from, stretch.to), movement)
  }
}

/** Those who became official members and then changed their cell within the province. */
export function recordLaterMoves(
  journal: Journal,
  random: Random,
  cells: readonly Unit[],
  admitted: readonly Admitted[],
): void {
  for (const { person, cell, recognition } of admitted) {
    if (!recognition || !random.chance(0.02)) continue
    const on = addDays(recognition, random.int(20, 200))
    const to = random.pick(cells)
    if (on <= LAST_DAY && to !== cell) {
      journal.record({ type: 'transfer', person, organization: cell.code, on, toOrganization: to.code })
    }
  }
}
