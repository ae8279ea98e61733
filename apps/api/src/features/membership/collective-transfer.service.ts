import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { SOURCE } from '../ledger/entry.js'
import { settleEntries } from '../ledger/ledger.service.js'
import { answerableOn } from '../ledger/succession.js'
import { cellsFor, loadCells } from '../organizations/cell.service.js'
import {
  listPersonsOf,
  listPlacesFrom,
  listSources,
  movePlaces,
  restorePlaces,
  type Place,
} from './collective-transfer.repository.js'
import { settleAgain } from './membership.service.js'
import { listOpeningBalances } from './opening-balance.repository.js'
import { entriesOf } from './opening-balance.service.js'

const personsAtOnce = 2_000

/**
 * Whose stock lies or lay in the cells, also through cells that they inherited from. Asked before and after a change
 * of heirs it is the same.
 */
export interface Concerned {
  cells: number[]
  persons: number[]
}

/** Everybody to whom something happened in the cells, or in cells that they inherited from. */
export async function concernedBy(ctx: RequestContext, cells: readonly number[]): Promise<Concerned> {
  const sources = await listSources(ctx, cells)
  return { cells: sources, persons: await listPersonsOf(ctx, sources) }
}

/**
 * Posts what the histories of persons and the opening balances of cells amount to after heirs were changed: members
 * of ended cells go to the heirs together, without letters, as stock alone; in a unit of work. A history that cannot
 * be is a CONFLICT. `told` hears how many persons of how many are done.
 */
export async function settleConcerned(
  ctx: RequestContext,
  { cells, persons }: Concerned,
  told: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (let start = 0; start < persons.length; start += personsAtOnce) {
    await told(start, persons.length)
    await settleAgain(ctx, persons.slice(start, start + personsAtOnce))
  }
  const lives = await loadCells(ctx, cells)
  const rows = await listOpeningBalances(ctx, [...lives.keys()])
  const wanted = rows.flatMap((row) => (row.correctedOn === null ? entriesOf(row.id, row, lives) : []))
  const acts = { known: rows.map(({ id }) => id), fresh: [] }
  await settleEntries(ctx, SOURCE.OPENING_BALANCE, acts, wanted)
}

/**
 * Lets events and opening balances that were recorded on cells for days on which these have ended count at their
 * heirs, person by person, in a unit of work in which the cells have been ended; `restoreHomes` takes it back.
 */
export async function rehomeEvents(
  ctx: RequestContext,
  reorganization: number,
  ended: readonly number[],
  from: Day,
): Promise<void> {
  const places = await listPlacesFrom(ctx, ended, from)
  if (places.length === 0) return
  const cells = await loadCells(ctx, ended)
  const moves = places.map((place) => {
    const lives = cellsFor(cells, place.person)
    const home = (cell: number) => answerableOn(lives, cell, place.date)
    const to: Place = {
      ...place,
      organization: home(place.organization),
      toOrganization: place.toOrganization === null ? null : home(place.toOrganization),
    }
    return { from: place, to }
  })
  await movePlaces(ctx, reorganization, moves)
}

/** Events and opening balances count where they were recorded again. */
export function restoreHomes(ctx: RequestContext, reorganization: number): Promise<void> {
  return restorePlaces(ctx, reorganization)
}
