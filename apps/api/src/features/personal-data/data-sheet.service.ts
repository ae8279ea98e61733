import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { recordDataSheet } from '../people/look.service.js'
import { requirePerson } from '../people/person.service.js'
import { requestsOf, restrictedSince, type DataRequestRow } from './data-request.service.js'
import { purposesOn, type PurposeRow } from './purpose.service.js'

/** All that is kept of a person beside the person and the events. */
export interface DataSheetFacts {
  person: number
  drawnUpAt: string
  drawnUpBy: string
  restrictedSince: string | null
  purposes: PurposeRow[]
  requests: DataRequestRow[]
}

/**
 * Draws up all that is kept of a person, for whoever keeps the person: it is on record with its reason, as a look is.
 */
export function drawUpDataSheet(
  ctx: RequestContext,
  personId: string,
  words: string,
): Promise<DataSheetFacts> {
  return inTransaction(ctx, async (tx) => {
    const person = await requirePerson(tx, personId)
    await recordDataSheet(tx, person.id, words)
    return {
      person: person.id,
      drawnUpAt: tx.clock.now().toISOString(),
      drawnUpBy: tx.actor.name,
      restrictedSince: await restrictedSince(tx, person.id),
      purposes: await purposesOn(tx, null),
      requests: await requestsOf(tx, person.id),
    }
  })
}
