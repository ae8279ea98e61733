import { addDays, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { membersWithoutName } from '../ledger/ledger.service.js'
import { cellsFor, loadCells } from '../organizations/cell.service.js'
import { concernedBy } from './collective-transfer.service.js'
import { cellsIn, eventsOf, standing } from './membership.service.js'
import { cellAt } from './whereabouts.js'

/** Who is to be divided when a cell is split on a day: its members, and persons to whom something happens there later. */
export interface Dividable {
  persons: number[]
  /** Members of whom only the number is known. */
  unnamed: number
}

/**
 * Persons who are members of a cell at the end of the day before a split, or to whom something is recorded there for
 * a day on or after it; and how many members have no name.
 */
export async function dividableOf(ctx: RequestContext, cell: number, on: Day): Promise<Dividable> {
  const { persons } = await concernedBy(ctx, [cell])
  const stored = groupBy(await eventsOf(ctx, persons), ({ person }) => person)
  const cells = await loadCells(ctx, cellsIn([], stored))
  const found = [...stored].flatMap(([person, own]) => {
    const events = standing(own)
    const later = events.some(
      (event) => event.date >= on && (event.organization === cell || event.toOrganization === cell),
    )
    const isThere = cellAt(events, cellsFor(cells, person), addDays(on, -1)) === cell
    return isThere || later ? [person] : []
  })
  return { persons: found, unnamed: await membersWithoutName(ctx, cell, on) }
}
