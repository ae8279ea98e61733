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
  small,
  text,
  uid,
} from '../../database/tables.js'

const recorded = {
  document: optional(key),
  note: optional(longText),
  backfilled: flag,
  recorded_at: instant,
  version: { ...count, default: 1 },
  corrected_on: optional(day),
  correction_reason: optional(longText),
  batch: optional(key),
}

/** What happened to a person, in a cell, on a day, with the attributes that count frozen as at that day. */
export const PersonEventTable = entityOf({
  name: 'person_event',
  columns: {
    id: serial,
    uid,
    person: key,
    kind: text(20),
    date: day,
    organization: key,
    to_organization: optional(key),
    probationary: optional(flag),
    readmission: flag,
    introducer: optional(text(20)),
    removal_reason: optional(text(20)),
    outside_kind: optional(text(20)),
    outside_place: optional(text(200)),
    course_audience: optional(text(20)),
    course_name: optional(text(200)),
    course_completed_on: optional(day),
    certificate_number: optional(text(40)),
    strike_reason: optional(text(20)),
    outcome: optional(text(20)),
    age: optional(count),
    female: optional(flag),
    ethnicity: optional(text(2)),
    religion: optional(text(2)),
    youth_union: optional(flag),
    schooling: optional(text(20)),
    degree: optional(text(20)),
    political_theory: optional(text(20)),
    occupation: optional(text(20)),
    source_kind: optional(text(20)),
    sector: optional(text(30)),
    birth_month: small,
    joined_on: optional(day),
    ...recorded,
  },
  primary: ['id'],
  unique: { ux_person_event_uid: ['uid'] },
  indices: {
    ix_person_event_person: ['person'],
    ix_person_event_organization: ['organization', 'kind', 'date'],
    ix_person_event_kind: ['kind', 'date', 'id'],
    ix_person_event_to_organization: ['to_organization'],
    ix_person_event_certificate: ['certificate_number'],
  },
})

/** How long somebody was in a stage in a cell; follows from the events, for lists. */
export const CandidateSpellTable = entityOf({
  name: 'candidate_spell',
  columns: {
    id: serial,
    person: key,
    organization: key,
    stage: text(20),
    valid_from: day,
    valid_to: day,
    entered_on: day,
    listed_on: optional(day),
    certified_on: optional(day),
    source_kind: optional(text(20)),
    introducer: optional(text(20)),
    event: key,
  },
  primary: ['id'],
  indices: {
    ix_candidate_spell_organization: ['organization', 'valid_to'],
    ix_candidate_spell_person: ['person'],
  },
})

/** How long a dossier was in a state; follows from the events, for lists. `opening` is the event that opened it. */
export const DossierSpellTable = entityOf({
  name: 'dossier_spell',
  columns: {
    id: serial,
    person: key,
    opening: key,
    organization: key,
    state: text(25),
    valid_from: day,
    valid_to: day,
    event: key,
  },
  primary: ['id'],
  indices: {
    ix_dossier_spell_organization: ['organization', 'valid_to'],
    ix_dossier_spell_person: ['person'],
    ix_dossier_spell_opening: ['opening'],
  },
})

/** From which day admissions in a unit, and in all below it, go through the procedure. */
export const ProcedureStartTable = entityOf({
  name: 'procedure_start',
  columns: {
    id: serial,
    organization: key,
    valid_from: day,
    document: optional(key),
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_procedure_start_organization: ['organization'] },
})

/** Members with which a cell begins: a vector without persons. */
export const OpeningBalanceTable = entityOf({
  name: 'opening_balance',
  columns: {
    id: serial,
    uid,
    organization: key,
    date: day,
    members: count,
    probationary_members: count,
    ...recorded,
  },
  primary: ['id'],
  unique: { ux_opening_balance_uid: ['uid'] },
  indices: { ix_opening_balance_organization: ['organization'] },
})

/**
 * Events (source 0) and opening balances (1) that were recorded on a cell for a day on which it turned out to have
 * ended: they count at its heir, and here stands where they were recorded.
 */
export const RehomedEventTable = entityOf({
  name: 'rehomed_event',
  columns: {
    id: serial,
    reorganization: key,
    source: count,
    event: key,
    organization: key,
    to_organization: optional(key),
  },
  primary: ['id'],
  unique: { ux_rehomed_event: ['reorganization', 'source', 'event'] },
})
