import { reason, type Reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { cellsFor, loadCells } from '../organizations/cell.service.js'
import { loadPersons } from '../people/person.service.js'
import { cellsIn, eventsOf, standing } from './membership.service.js'
import { replay } from './replay.js'

const most = 50

/** Persons whose histories cannot be by the heirs that cells have now, each with the day and the reason; the first 50. */
export async function brokenHistories(ctx: RequestContext, persons: readonly number[]): Promise<Reason[]> {
  const stored = groupBy(await eventsOf(ctx, persons), ({ person }) => person)
  const cells = await loadCells(ctx, cellsIn([], stored))
  const broken = [...stored].flatMap(([person, own]) => {
    const { fault } = replay(standing(own), cellsFor(cells, person))
    const day = own.find(({ id }) => id === fault?.event)?.date ?? ''
    return fault ? [{ person, day, why: fault.reason }] : []
  })
  const shown = broken.slice(0, most)
  const rows = await loadPersons(
    ctx,
    shown.map(({ person }) => person),
  )
  const names = new Map(rows.map(({ id, fullName }) => [id, fullName]))
  return shown.map(({ person, day, why }) =>
    reason('HISTORY_RESTS', { name: names.get(person) ?? '', day, why }),
  )
}
