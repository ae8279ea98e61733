import { OPEN_END, type Day } from '@seedbed/shared'
import { conflict } from '../../errors/errors.js'
import type { MembershipRow } from './group.repository.js'

/** A unit comes into a group, or leaves it, at the beginning of a day. */
export interface MembershipChange {
  kind: 'JOIN' | 'LEAVE'
  organization: number
  groupSet: number
  group: number
  on: Day
}

/**
 * The memberships of one unit in one set after a change; what they were comes in and is not touched. A unit is in at
 * most one group of a set on any day: joining ends the membership of that day, and lasts until the next one begins.
 * Joining the group it is in, and leaving one it is not in, are CONFLICTs. Pure.
 */
export function changed(
  rows: readonly MembershipRow[],
  change: MembershipChange,
  batch: number | null,
): MembershipRow[] {
  const { kind, on, group, organization, groupSet } = change
  const current = rows.find(({ from, to }) => from <= on && on < to)
  if (kind === 'JOIN' && current?.group === group)
    throw conflict('the unit is in this group already on that day')
  if (kind === 'LEAVE' && current?.group !== group)
    throw conflict('the unit is not in this group on that day')
  const kept = rows.flatMap((row) => {
    if (row !== current) return [row]
    return row.from === on ? [] : [{ ...row, to: on }]
  })
  if (kind === 'LEAVE') return kept
  const next = rows.map(({ from }) => from).filter((from) => from > on)
  const to = next.sort()[0] ?? OPEN_END
  return [...kept, { organization, groupSet, group, from: on, to, batch }]
}
