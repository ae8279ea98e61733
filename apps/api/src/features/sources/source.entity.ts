import { count, day, entityOf, key, longText, optional, serial, text, uid } from '../../database/tables.js'

const version = { ...count, default: 1 }

/** A member who is charged to help a candidate: [valid_from, valid_to). */
export const MentorshipTable = entityOf({
  name: 'mentorship',
  columns: {
    id: serial,
    uid,
    person: key,
    mentor: key,
    valid_from: day,
    valid_to: day,
    document: optional(key),
    note: optional(longText),
    version,
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_mentorship_uid: ['uid'] },
  indices: { ix_mentorship_person: ['person', 'valid_to'], ix_mentorship_mentor: ['mentor'] },
})

/** How a mentor finds a candidate, at regular intervals. */
export const MentorReviewTable = entityOf({
  name: 'mentor_review',
  columns: {
    id: serial,
    uid,
    person: key,
    mentor: key,
    date: day,
    result: text(20),
    note: optional(longText),
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_mentor_review_uid: ['uid'] },
  indices: { ix_mentor_review_person: ['person', 'date'] },
})

/** A candidate offered to another unit, until that accepts or declines, or the offer is taken back. */
export const CandidateHandoverTable = entityOf({
  name: 'candidate_handover',
  columns: {
    id: serial,
    uid,
    person: key,
    from_organization: key,
    to_organization: key,
    offered_on: day,
    settled_on: optional(day),
    outcome: optional(text(20)),
    note: optional(longText),
    answer: optional(longText),
    version,
  },
  primary: ['id'],
  unique: { ux_candidate_handover_uid: ['uid'] },
  indices: {
    ix_candidate_handover_person: ['person'],
    ix_candidate_handover_to: ['to_organization', 'outcome'],
  },
})

/** A unit states that it has no source, why, and for how long that holds: [valid_from, valid_to). */
export const NoSourceTable = entityOf({
  name: 'no_source',
  columns: {
    id: serial,
    uid,
    organization: key,
    valid_from: day,
    valid_to: day,
    cause: text(20),
    document: optional(key),
    note: optional(longText),
    version,
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_no_source_uid: ['uid'] },
  indices: { ix_no_source_organization: ['organization', 'valid_from'] },
})

/** A requirement of a unit that a candidate has met. */
export const RequirementMetTable = entityOf({
  name: 'requirement_met',
  columns: {
    id: serial,
    person: key,
    requirement: key,
    met_on: day,
    note: optional(longText),
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_requirement_met: ['person', 'requirement'] },
})
