import {
  count,
  day,
  entityOf,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
} from '../../database/tables.js'

/** A question that an account keeps, as JSON; shared with who has a grant at the unit (0: anywhere) or below, perhaps of one role. */
export const SavedQueryTable = entityOf({
  name: 'saved_query',
  columns: {
    id: serial,
    uid,
    about: text(10),
    name: text(200),
    body: longText,
    account: key,
    shared_organization: optional(key),
    shared_role: optional(text(30)),
    created_at: instant,
    updated_at: instant,
    version: { ...count, default: 1 },
  },
  primary: ['id'],
  unique: { ux_saved_query_uid: ['uid'], ux_saved_query_name: ['account', 'name'] },
  indices: { ix_saved_query_shared: ['shared_organization'] },
})

/** An answer as it was, never changed: the question, when, by whom, totals, and the checksum over all of it with its rows. */
export const EvidenceTable = entityOf({
  name: 'evidence',
  columns: {
    id: serial,
    uid,
    about: text(10),
    note: longText,
    body: longText,
    as_of: day,
    recorded_at: instant,
    account: optional(key),
    actor_name: optional(text(200)),
    row_count: count,
    totals: longText,
    checksum: text(64),
  },
  primary: ['id'],
  unique: { ux_evidence_uid: ['uid'] },
})

/** The highest units of the question: who may read there may read the evidence. */
export const EvidenceRootTable = entityOf({
  name: 'evidence_root',
  columns: { evidence: key, organization: key },
  primary: ['evidence', 'organization'],
  clustered: true,
})

/** A row of the answer, as JSON. */
export const EvidenceRowTable = entityOf({
  name: 'evidence_row',
  columns: { evidence: key, position: count, organization: key, person: optional(key), content: longText },
  primary: ['evidence', 'position'],
  clustered: true,
})

/** Rows drawn from evidence by a seed: the same seed draws the same. */
export const EvidenceSampleTable = entityOf({
  name: 'evidence_sample',
  columns: {
    id: serial,
    uid,
    evidence: key,
    seed: text(60),
    size: optional(count),
    percent: optional(text(20)),
    positions: longText,
    recorded_at: instant,
    actor_name: optional(text(200)),
    checksum: text(64),
  },
  primary: ['id'],
  unique: { ux_evidence_sample_uid: ['uid'] },
  indices: { ix_evidence_sample_evidence: ['evidence'] },
})
