import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
  createTable,
  day,
  flag,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const version = { ...count, default: 1 }

const tables: TableSpec[] = [
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
    name: 'dossier_recommender',
    columns: { id: serial, dossier: key, person: key, together_since: day, substitute: flag },
    primary: ['id'],
    unique: { ux_dossier_recommender: ['dossier', 'person'] },
  },
  {
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
  },
  {
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
  },

  {
    name: 'procedure_start',
    columns: {
      id: serial,
      organization: key,
      valid_from: day,
      document: optional(key),
      version,
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_procedure_start_organization: ['organization'] },
  },
]

/** Dossiers with their steps and papers, who has the power to admit, and from which day units go by the procedure. */
export class CreateDossiers1763700000061 implements MigrationInterface {
  name = 'CreateDossiers1763700000061'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
