import { holdingOn, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { answerableOn } from '../ledger/succession.js'
import { loadCells } from '../organizations/cell.service.js'
import { listEventsOf } from './event.repository.js'
import { standing } from './membership.service.js'
import { inOrder } from './person-history.js'
import { listSpells, type SpellRow } from './spell.repository.js'

export type { SpellRow } from './spell.repository.js'

/** Where somebody is a member on a day, and whether an official one. */
export interface MemberOnDay {
  organization: number
  probationary: boolean
}

const enters = new Set<string>(['OPENING_MEMBER', 'TRANSFER_IN', 'ADMISSION', 'READMISSION', 'RESTORATION'])
const leaves = new Set<string>(['TRANSFER_OUT', 'REMOVAL', 'DEATH'])

/** Those of the persons who are members at the end of a day; the cell is the one that answers for theirs then. */
export async function membersOn(
  ctx: RequestContext,
  persons: readonly number[],
  day: Day,
): Promise<Map<number, MemberOnDay>> {
  const byPerson = groupBy(await listEventsOf(ctx, persons), ({ person }) => person)
  const members = new Map<number, MemberOnDay>()
  for (const [person, events] of byPerson) {
    let now: MemberOnDay | null = null
    for (const event of inOrder(standing(events)).filter(({ date }) => date <= day)) {
      const admits = event.kind === 'ADMISSION' || event.kind === 'READMISSION'
      if (enters.has(event.kind))
        now = { organization: event.organization, probationary: admits || event.probationary === true }
      else if (leaves.has(event.kind)) now = null
      else if (now && event.kind === 'TRANSFER' && event.toOrganization)
        now.organization = event.toOrganization
      else if (now && event.kind === 'RECOGNITION') now.probationary = false
    }
    if (now) members.set(person, now)
  }
  const cells = await loadCells(
    ctx,
    [...members.values()].map(({ organization }) => organization),
  )
  for (const member of members.values()) member.organization = answerableOn(cells, member.organization, day)
  return members
}

/** The stages of persons, oldest first. */
export function spellsOf(ctx: RequestContext, persons: readonly number[]): Promise<SpellRow[]> {
  return listSpells(ctx, persons)
}

/** Those of the persons who are candidates on a day; the cell is the one that answers for theirs then. */
export async function candidaciesOn(
  ctx: RequestContext,
  persons: readonly number[],
  day: Day,
): Promise<Map<number, SpellRow>> {
  const byPerson = groupBy(await listSpells(ctx, persons), ({ person }) => person)
  const found = [...byPerson.values()].flatMap((spells) => holdingOn(spells, day) ?? [])
  const cells = await loadCells(
    ctx,
    found.map(({ organization }) => organization),
  )
  return new Map(
    found.map((spell) => [
      spell.person,
      { ...spell, organization: answerableOn(cells, spell.organization, day) },
    ]),
  )
}
