import type { Day } from '@seedbed/shared'
import type { GroupRow, GroupSetRow } from './group.service.js'
import type { Group, GroupSet } from './group.type.js'

/** A set as the API shows it on a day. */
export function toGroupSet({ id, uid, name }: GroupSetRow, at: Day): GroupSet {
  return { key: id, id: uid, name, at }
}

/** A group as the API shows it on a day. */
export function toGroup({ id, uid, name, groupSet }: GroupRow, at: Day): Group {
  return { key: id, setKey: groupSet, id: uid, name, at }
}
