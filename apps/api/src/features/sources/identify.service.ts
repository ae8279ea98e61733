import { LIMITS, reason, type Day, type Introducer } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, notFound, refuseLonger } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { recordEvents, type NewEvent, type StatedAttributes } from '../membership/membership.service.js'
import {
  addPersons,
  findDoubles,
  loadPersons,
  type PersonFacts,
  type PersonRow,
} from '../people/person.service.js'

/** Somebody who becomes a candidate of a cell. */
export interface NewCandidate {
  organization: number
  /** Internal id of somebody on record, or the facts of somebody new. */
  person: number | PersonFacts
  on: Day
  /** Put on the list of sympathisers at once. */
  listed: boolean
  stated: StatedAttributes
  introducer: Introducer | null
  document: number | null
  note: string | null
  /** Somebody looked at those who share name and birth date: this is another person. */
  isSomebodyElse: boolean
}

/**
 * Puts somebody on record as a candidate of a cell, with what is known of him and who introduced him, in one unit of work.
 * Refused: what recordEvents refuses; a new person who carries the identity number of another, or shares name and birth
 * date with one whose residence is the same or not known (CONFLICT), unless somebody looked.
 */
export function identifyCandidate(ctx: RequestContext, facts: NewCandidate): Promise<PersonRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'sources.record', facts.organization)
    refuseLonger('note', facts.note, LIMITS.noteLength)
    const person = await personOf(tx, facts)
    const { organization, on, introducer, document, note } = facts
    const common = { person, organization, on, stated: facts.stated, document }
    const items: NewEvent[] = [
      ...(introducer ? [{ ...common, kind: 'INTRODUCTION' as const, introducer }] : []),
      { ...common, kind: facts.listed ? 'LISTING' : 'IDENTIFICATION', note },
    ]
    const { refused } = await recordEvents(tx, items, { backfilled: false, batch: null })
    for (const error of refused.values()) throw error
    const [row] = await loadPersons(tx, [person])
    if (!row) throw notFound('Person')
    return row
  })
}

async function personOf(ctx: RequestContext, facts: NewCandidate): Promise<number> {
  if (typeof facts.person === 'number') return facts.person
  if (!facts.isSomebodyElse) {
    const doubles = await findDoubles(ctx, facts.person)
    if (doubles.length > 0) throw conflict(reason('SAME_PERSON_PERHAPS', { count: doubles.length }))
  }
  const { ids, refused } = await addPersons(ctx, [{ facts: facts.person, ref: null }], null)
  for (const error of refused.values()) throw error
  return ids[0] ?? 0
}
