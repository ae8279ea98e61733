import { day, entityOf, key, optional, serial, text, uid } from '../../database/tables.js'

/** A way to group units beside the tree: clusters of localities, campaigns. */
export const GroupSetTable = entityOf({
  name: 'group_set',
  columns: { id: serial, uid, name: text(200), batch: optional(key) },
  primary: ['id'],
  unique: { ux_group_set_uid: ['uid'], ux_group_set_name: ['name'] },
})

export const OrganizationGroupTable = entityOf({
  name: 'organization_group',
  columns: { id: serial, uid, group_set: key, name: text(200), batch: optional(key) },
  primary: ['id'],
  unique: { ux_organization_group_uid: ['uid'], ux_organization_group_name: ['group_set', 'name'] },
})

/** The key keeps a unit in at most one group of a set from any one day. */
export const GroupMembershipTable = entityOf({
  name: 'group_membership',
  columns: {
    organization: key,
    group_set: key,
    valid_from: day,
    valid_to: day,
    group_id: key,
    batch: optional(key),
  },
  primary: ['organization', 'group_set', 'valid_from'],
  indices: { ix_group_membership_group: ['group_id'] },
})
