import {
  count,
  day,
  entityOf,
  flag,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
} from '../../database/tables.js'

/** Identity of a unit. Days are half-open: [opened, closed). `heir` answers for what is recorded late. */
export const OrganizationTable = entityOf({
  name: 'organization',
  columns: {
    id: serial,
    uid,
    opened: day,
    closed: day,
    heir: optional(key),
    rounding_mode: optional(text(10)),
    rounding_decimals: optional(count),
    rounding_zeros: { ...flag, default: 1 },
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_organization_uid: ['uid'] },
})

/**
 * What the unit was from when to when: gapless from `opened` on, also after `closed`. Parent 0: a root.
 * `sets` names what was decided anew on its first day; the rest it carries on from the version before.
 */
export const OrganizationVersionTable = entityOf({
  name: 'organization_version',
  columns: {
    organization: key,
    valid_from: day,
    valid_to: day,
    parent: key,
    name: text(200),
    search_key: text(200),
    sort_key: text(400),
    code: text(40),
    tier: text(30),
    kind: text(30),
    sector: optional(text(30)),
    sets: text(60),
  },
  primary: ['organization', 'valid_from'],
  indices: { ix_organization_version_parent: ['parent'], ix_organization_version_code: ['code'] },
})

/** What was done to a unit; `before` keeps its versions as they stood, so that it can be undone. */
export const OrganizationEventTable = entityOf({
  name: 'organization_event',
  columns: {
    id: serial,
    uid,
    kind: text(20),
    organization: key,
    effective_on: day,
    document: optional(key),
    reason: optional(text(30)),
    note: optional(longText),
    before_state: longText,
    backfilled: flag,
    recorded_at: instant,
    batch: optional(key),
    reorganization: optional(key),
  },
  primary: ['id'],
  unique: { ux_organization_event_uid: ['uid'] },
  indices: {
    ix_organization_event_organization: ['organization'],
    ix_organization_event_reorganization: ['reorganization'],
  },
})

/** Which unit came from which. */
export const OrganizationLineageTable = entityOf({
  name: 'organization_lineage',
  columns: { predecessor: key, successor: key, event: key, principal: flag },
  primary: ['predecessor', 'successor', 'event'],
  indices: { ix_organization_lineage_successor: ['successor'] },
})

/** Persons of a split cell who went to another successor than the principal one, which is its heir. */
export const OrganizationShareTable = entityOf({
  name: 'organization_share',
  columns: { organization: key, person: key, heir: key, reorganization: key },
  primary: ['organization', 'person'],
  indices: { ix_organization_share_reorganization: ['reorganization'] },
  clustered: true,
})

/** Closure of the tree with validity; `via` is the child of the ancestor on the way down. Ancestor 0: the world. */
export const OrganizationPathTable = entityOf({
  name: 'organization_path',
  columns: { ancestor: key, valid_to: day, via: key, descendant: key, valid_from: day, depth: count },
  primary: ['ancestor', 'valid_to', 'via', 'descendant'],
  indices: { ix_organization_path_descendant: ['descendant', 'valid_to', 'ancestor', 'via', 'valid_from'] },
  clustered: true,
})

export const TierTable = entityOf({
  name: 'tier',
  columns: { code: text(30), label_vi: text(80), label_en: text(80), level: count, holds_members: flag },
  primary: ['code'],
})

/** What may stand directly under what, from when to when, by which regulation. Parent tier '': a root. */
export const TierPlacementTable = entityOf({
  name: 'tier_placement',
  columns: { tier: text(30), parent_tier: text(30), valid_from: day, valid_to: day, regulation: text(200) },
  primary: ['tier', 'parent_tier', 'valid_from'],
})

export const OrganizationKindTable = entityOf({
  name: 'organization_kind',
  columns: { code: text(30), label_vi: text(80), label_en: text(80), position: count },
  primary: ['code'],
})

export const SectorTable = entityOf({
  name: 'sector',
  columns: { code: text(30), label_vi: text(80), label_en: text(80), position: count, enterprise: flag },
  primary: ['code'],
})

/** Row 1: whoever changes the tree holds it. Row 2: whoever posts entries shares it, whoever opens a year holds it. */
export const WriteLockTable = entityOf({
  name: 'write_lock',
  columns: { id: key, changes: count },
  primary: ['id'],
})
