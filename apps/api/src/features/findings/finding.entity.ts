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
  type ColumnSpec,
} from '../../database/tables.js'

const mended: ColumnSpec = { type: 'tinyint', nullable: true }

/**
 * What an inspection found, as it stands now: in whose name (`inspecting`), on what, and which unit has to answer.
 * `organization` is the unit it concerns: itself, where the person belonged, whose target or document it is.
 */
export const FindingTable = entityOf({
  name: 'finding',
  columns: {
    id: serial,
    uid,
    version: { ...count, default: 1 },
    kind: text(30),
    state: text(20),
    inspecting: key,
    round: optional(key),
    about: text(20),
    organization: key,
    person: optional(key),
    target: optional(key),
    document: optional(key),
    dossier: optional(key),
    evidence: optional(key),
    words: longText,
    responsible: key,
    made_on: day,
    due_on: optional(day),
    mended,
    closed_on: optional(day),
    external_ref: optional(text(80)),
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_finding_uid: ['uid'], ux_finding_external_ref: ['external_ref'] },
  indices: {
    ix_finding_responsible: ['responsible', 'state', 'due_on'],
    ix_finding_organization: ['organization'],
    ix_finding_inspecting: ['inspecting'],
    ix_finding_round: ['round'],
    ix_finding_person: ['person'],
  },
})

/** A step of a finding, numbered as the version it made, with the state and due date from it on. Only ever added. */
export const FindingStepTable = entityOf({
  name: 'finding_step',
  columns: {
    id: serial,
    uid,
    finding: key,
    number: count,
    kind: text(20),
    on_day: day,
    state: text(20),
    due_on: optional(day),
    mended,
    words: optional(longText),
    account: key,
    actor_name: text(200),
    at: instant,
  },
  primary: ['id'],
  unique: { ux_finding_step_uid: ['uid'], ux_finding_step_number: ['finding', 'number'] },
})
