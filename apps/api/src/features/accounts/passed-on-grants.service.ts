import { isGrantable, reason, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { accountOf } from '../../auth/signed-in.js'
import { today, type RequestContext } from '../../context.js'
import { conflict } from '../../errors/errors.js'
import { insertGrants, type GrantFacts } from './grant.repository.js'
import {
  deleteGrants,
  endGrants,
  listGrantsAt,
  listGrantsById,
  listGrantsWithTokens,
  restoreGrant,
  type StandingGrant,
} from './passed-on-grants.repository.js'

/** A unit that ends, and who takes over from it first, with its level; by internal ids. */
export interface GrantEnding {
  unit: number
  successor: { id: number; tier: string } | null
}

/** What becomes of one grant at a unit that ends: it goes to a successor, or (null) it ends with the unit. */
export interface GrantOutcome {
  grant: StandingGrant
  successor: number | null
}

export interface PassedGrants {
  /** From which day on: that of the reorganization, and not before today. */
  from: Day
  outcomes: GrantOutcome[]
}

/** What was written, to be taken back: grants that were added, and those that were ended as they were before. */
export interface WrittenGrants {
  added: number[]
  ended: Array<Pick<StandingGrant, 'id' | 'validTo' | 'version'>>
}

/**
 * What becomes of grants at units that end: from the day on the account holds the same role at the principal
 * successor, as long as it would have held it; where there is no successor, or the role cannot stand at its level,
 * the grant ends with the unit. Nothing is written.
 */
export async function planPassedGrants(
  ctx: RequestContext,
  endings: readonly GrantEnding[],
  on: Day,
): Promise<PassedGrants> {
  const from = on > today(ctx) ? on : today(ctx)
  const successors = new Map(endings.map(({ unit, successor }) => [unit, successor]))
  const grants = await listGrantsAt(ctx, [...successors.keys()], from)
  const outcomes = grants.map((grant) => {
    const successor = successors.get(grant.organization)
    return { grant, successor: successor && isGrantable(grant.role, successor.tier) ? successor.id : null }
  })
  return { from, outcomes }
}

const keyOf = ({ account, role, organization }: Pick<GrantFacts, 'account' | 'role' | 'organization'>) =>
  `${account} ${role} ${organization}`

/** Ends and adds the grants of a plan, each role of an account at a unit once; in a unit of work. */
export async function writePassedGrants(
  tx: RequestContext,
  { from, outcomes }: PassedGrants,
): Promise<WrittenGrants> {
  const heirs = [...new Set(outcomes.flatMap(({ successor }) => successor ?? []))]
  const present = await listGrantsAt(tx, heirs, from)
  const wanted = new Map<string, GrantFacts>()
  for (const { grant, successor } of outcomes) {
    if (successor === null) continue
    const { account, role, validTo } = grant
    const validFrom = grant.validFrom > from ? grant.validFrom : from
    const facts = { account, role, organization: successor, validFrom, validTo }
    const holds = present.some((one) => keyOf(one) === keyOf(facts) && one.validFrom <= validFrom)
    const known = wanted.get(keyOf(facts))
    if (!holds && (!known || known.validTo < validTo)) wanted.set(keyOf(facts), facts)
  }
  const ended = outcomes.map(({ grant: { id, validTo, version } }) => ({ id, validTo, version }))
  await endGrants(
    tx,
    ended.map(({ id }) => id),
    from,
  )
  const grantedBy = accountOf(tx)
  const rows = [...wanted.values()].map((facts) => ({ ...facts, uid: uuid(), grantedBy }))
  return { added: await insertGrants(tx, rows), ended }
}

/**
 * Takes it back, in a unit of work: grants that were ended hold again, those that were added are gone. CONFLICT once
 * one of them was changed, or an access token was made for it.
 */
export async function takeBackGrants(tx: RequestContext, { added, ended }: WrittenGrants): Promise<void> {
  const before = new Map(ended.map((one) => [one.id, one]))
  const rows = await listGrantsById(tx, [...added, ...before.keys()])
  const changed = rows.filter(({ id, version }) => version !== (before.get(id)?.version ?? 0) + 1)
  const used = await listGrantsWithTokens(tx, added)
  if (changed.length > 0 || used.length > 0) throw conflict(reason('GRANTS_SINCE'))
  await deleteGrants(tx, added)
  for (const { id, validTo, version } of ended) await restoreGrant(tx, id, validTo, version)
}
