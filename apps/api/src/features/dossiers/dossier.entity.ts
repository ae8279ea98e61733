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

const version = { ...count, default: 1 }

/** What is kept of a dossier beside the states that follow from the events of its person. */
export const DossierTable = entityOf({
  name: 'dossier',
  columns: {
    id: serial,
    uid,
    person: key,
    opening_event: key,
    opened_on: day,
    foreign_marriage: flag,
    schooling: optional(text(20)),
    record_cleared_on: optional(day),
    left_for_hardship: flag,
    introducer: optional(text(20)),
    note: optional(longText),
    external_ref: optional(text(80)),
    backfilled: flag,
    version,
    batch: optional(key),
  },
  primary: ['id'],
  unique: {
    ux_dossier_uid: ['uid'],
    ux_dossier_opening_event: ['opening_event'],
    ux_dossier_external_ref: ['external_ref'],
  },
  indices: { ix_dossier_person: ['person'] },
})

/** A step of a dossier, never changed: what was voted or decided, by whom, and when it was recorded. */
export const DossierStepTable = entityOf({
  name: 'dossier_step',
  columns: {
    id: serial,
    uid,
    dossier: key,
    kind: text(25),
    date: day,
    recorded_on: day,
    recorded_at: instant,
    outcome: optional(text(20)),
    event: optional(key),
    decided_by: optional(key),
    official_members: optional(count),
    temporarily_away: optional(count),
    exempted_absent: optional(count),
    present: optional(count),
    agreed: optional(count),
    against: optional(count),
    on_record: optional(count),
    document: optional(key),
    note: optional(longText),
    corrected_on: optional(day),
    correction_reason: optional(longText),
  },
  primary: ['id'],
  unique: { ux_dossier_step_uid: ['uid'] },
  indices: { ix_dossier_step_dossier: ['dossier', 'date'], ix_dossier_step_event: ['event'] },
})

/** The version of a rule by which a step was judged, as it stood then. */
export const DossierStepRuleTable = entityOf({
  name: 'dossier_step_rule',
  columns: {
    id: serial,
    step: key,
    code: text(40),
    value: count,
    per: optional(count),
    regulation: text(80),
    article: optional(text(80)),
  },
  primary: ['id'],
  unique: { ux_dossier_step_rule: ['step', 'code'] },
})

/** A paper of a dossier; of the same form the one recorded last counts. */
export const DossierPaperTable = entityOf({
  name: 'dossier_paper',
  columns: {
    id: serial,
    uid,
    dossier: key,
    form: text(20),
    dated: day,
    received_on: optional(day),
    made_by: optional(text(200)),
    recorded_on: day,
    note: optional(longText),
  },
  primary: ['id'],
  unique: { ux_dossier_paper_uid: ['uid'] },
  indices: { ix_dossier_paper_dossier: ['dossier'] },
})

/** A letter by which a committee is asked about the background, and its answer. */
export const VerificationLetterTable = entityOf({
  name: 'verification_letter',
  columns: {
    id: serial,
    uid,
    dossier: key,
    subject: text(200),
    addressee: text(200),
    abroad: flag,
    sent_on: day,
    answered_on: optional(day),
    outcome: optional(text(20)),
    note: optional(longText),
  },
  primary: ['id'],
  unique: { ux_verification_letter_uid: ['uid'] },
  indices: { ix_verification_letter_dossier: ['dossier'] },
})

/** An official member who introduces the applicant. */
export const DossierRecommenderTable = entityOf({
  name: 'dossier_recommender',
  columns: { id: serial, dossier: key, person: key, together_since: day, substitute: flag },
  primary: ['id'],
  unique: { ux_dossier_recommender: ['dossier', 'person'] },
})

/** The consent that a special case needs before the decision. */
export const SpecialApprovalTable = entityOf({
  name: 'special_approval',
  columns: {
    id: serial,
    uid,
    dossier: key,
    special_case: text(20),
    given_by: text(200),
    given_on: day,
    document: optional(key),
    note: optional(longText),
  },
  primary: ['id'],
  unique: { ux_special_approval_uid: ['uid'] },
  indices: { ix_special_approval_dossier: ['dossier'] },
})

/** A grassroots committee has the power to admit: [valid_from, valid_to). */
export const DelegationTable = entityOf({
  name: 'delegation',
  columns: {
    id: serial,
    uid,
    organization: key,
    valid_from: day,
    valid_to: day,
    document: optional(key),
    note: optional(longText),
    version,
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_delegation_uid: ['uid'] },
  indices: { ix_delegation_organization: ['organization', 'valid_from'] },
})
