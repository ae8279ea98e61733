import { LIMITS, reason } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { invalidInput, notFound, refuseLonger, SeedbedError, staleVersion } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { loader } from '../../graphql/loaders.js'
import { actorName } from './target-writing.service.js'
import { lockLives } from './target.repository.js'
import {
  insertRegistrations,
  listRegistrations,
  updateRegistration,
  type RegistrationFacts,
  type RegistrationRow,
} from './target-registration.repository.js'

export type { RegistrationFacts, RegistrationRow } from './target-registration.repository.js'

const isAmount = (amount: number | null) =>
  amount === null || (Number.isInteger(amount) && amount >= 0 && amount <= LIMITS.target)

function refuseRegistration({ year, wanted, expected, note }: RegistrationFacts): void {
  if (!Number.isInteger(year) || year < 1930 || year > 2200) throw invalidInput('year', reason('NOT_A_YEAR'))
  if (!isAmount(wanted)) throw invalidInput('wanted', reason('OUT_OF_BOUNDS', { limit: LIMITS.target }))
  if (!isAmount(expected)) throw invalidInput('expected', reason('OUT_OF_BOUNDS', { limit: LIMITS.target }))
  if (wanted === null && expected === null) throw invalidInput('wanted', reason('NEEDS_COUNT'))
  refuseLonger('note', note, LIMITS.noteLength)
}

/** Registers for many units at once, in a unit of work, as an import does; a second one for a year is refused. */
export async function addRegistrations(
  ctx: RequestContext,
  items: readonly RegistrationFacts[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const units = [...new Set(items.map(({ organization }) => organization))]
  await lockLives(ctx, units)
  const years = [...new Set(items.map(({ year }) => year))]
  const keyOf = ({ organization, year }: RegistrationFacts) => `${organization} ${year}`
  const taken = new Set((await listRegistrations(ctx, units, years)).map(keyOf))
  items.forEach((item, index) => {
    try {
      refuseRegistration(item)
      if (taken.has(keyOf(item))) throw new SeedbedError('CONFLICT', 'the unit has registered for this year')
      taken.add(keyOf(item))
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const by = { recordedAt: ctx.clock.now().toISOString(), recordedBy: actorName(ctx) }
  await insertRegistrations(
    ctx,
    items.map((item) => ({ ...item, uid: uuid(), ...by })),
    batch,
  )
  return { ids: items.map(() => 0), refused }
}

/**
 * Registers what a unit wants as its own number for a year and how many it expects by its end; again with the version
 * that was read (0 for none). It binds nobody. Refused: no number, a negative one, an outdated version.
 */
export function registerTarget(
  ctx: RequestContext,
  facts: RegistrationFacts,
  version: number,
): Promise<RegistrationRow> {
  refuseRegistration(facts)
  return inTransaction(ctx, async (tx) => {
    const { organization, year } = facts
    await refuseUnless(tx, 'targets.register', organization)
    await lockLives(tx, [organization])
    const [row] = await listRegistrations(tx, [organization], [year])
    if ((row?.version ?? 0) !== version) throw staleVersion('The registration', version, row?.version ?? 0)
    const by = { recordedAt: tx.clock.now().toISOString(), recordedBy: actorName(tx) }
    if (row) await updateRegistration(tx, row.id, { ...facts, ...by })
    else await insertRegistrations(tx, [{ ...facts, uid: uuid(), ...by }], null)
    const [now] = await listRegistrations(tx, [organization], [year])
    if (!now) throw notFound('Registration')
    return now
  })
}

/** What a unit has registered for a year; many units cost one statement. */
export function loadRegistration(
  ctx: RequestContext,
  organization: number,
  year: number,
): Promise<RegistrationRow | null> {
  return loader<number, RegistrationRow | null>(ctx, `target registrations ${year}`, async (ids) => {
    const rows = new Map((await listRegistrations(ctx, ids, [year])).map((row) => [row.organization, row]))
    return ids.map((id) => rows.get(id) ?? null)
  }).load(organization)
}

/** What units have registered for some years. */
export function registrationsOf(
  ctx: RequestContext,
  organizations: readonly number[],
  years: readonly number[],
): Promise<RegistrationRow[]> {
  return listRegistrations(ctx, organizations, years)
}
