import {
  count,
  day,
  entityOf,
  flag,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
} from '../../database/tables.js'

const dated = {
  regulation: text(80),
  confirmed: flag,
  valid_from: day,
  valid_to: day,
  note: optional(longText),
  version: { ...count, default: 1 },
  batch: optional(key),
}

/** The number of a rule from a day to the day before another, and what says so; empty where a later one covers it. */
export const RuleVersionTable = entityOf({
  name: 'rule_version',
  columns: {
    id: serial,
    uid,
    code: text(40),
    value: count,
    per: optional(small),
    article: optional(text(80)),
    ...dated,
  },
  primary: ['id'],
  unique: { ux_rule_version_uid: ['uid'] },
  indices: { ix_rule_version_code: ['code', 'valid_from'] },
})

/** A form of the dossier, in force on the same terms. */
export const DossierFormTable = entityOf({
  name: 'dossier_form',
  columns: { id: serial, uid, code: text(20), title: text(200), issuer: text(200), ...dated },
  primary: ['id'],
  unique: { ux_dossier_form_uid: ['uid'] },
  indices: { ix_dossier_form_code: ['code', 'valid_from'] },
})

/** What a unit and those below it ask for beyond the regulations, before a person reaches a stage. */
export const RequirementTable = entityOf({
  name: 'requirement',
  columns: {
    id: serial,
    uid,
    organization: key,
    title: text(200),
    stage: text(20),
    source_kind: optional(text(20)),
    valid_from: day,
    valid_to: day,
    document: optional(key),
    note: optional(longText),
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_requirement_uid: ['uid'] },
  indices: { ix_requirement_organization: ['organization', 'valid_from'] },
})
