import { MEASURE_IDS, measureColumn, STOCK_IDS, type MeasureId } from '@seedbed/shared'
import {
  count,
  day,
  entityOf,
  flag,
  key,
  optional,
  serial,
  small,
  text,
  type ColumnSpec,
} from '../../database/tables.js'

const columnsOf = (ids: readonly MeasureId[], spec: ColumnSpec) =>
  Object.fromEntries(ids.map((id) => [measureColumn(id), spec]))

/**
 * Dated vectors of whole persons on a cell. `source` and `event` name the act it expresses (0 person event,
 * 1 opening balance), `basis` the count basis it belongs to (0 both, 1 decision, 2 ceremony), `counterpart` the
 * other end of a transfer or of what is handed on, `reorganization` a stock handed to an heir; profile, age at the event, months of birth and
 * of joining (year × 12 + month − 1, 0 unknown) tell whom it counts. Corrected by lines with the opposite sign.
 */
export const LedgerEntryTable = entityOf({
  name: 'ledger_entry',
  columns: {
    organization: key,
    year: small,
    date: day,
    source: small,
    event: key,
    line: small,
    basis: small,
    counterpart: { ...key, default: 0 },
    reorganization: flag,
    recorded_on: day,
    profile: { ...key, default: 0 },
    age: optional(small),
    birth_month: small,
    joined_month: small,
    ...columnsOf(MEASURE_IDS, small),
  },
  primary: ['organization', 'year', 'date', 'source', 'event', 'line'],
  unique: { ux_ledger_entry_line: ['source', 'event', 'line'] },
  clustered: true,
})

/** Sum of the stock of all entries before 1 January of an opened year. */
export const LedgerBalanceTable = entityOf({
  name: 'ledger_balance',
  columns: { year: small, organization: key, basis: small, ...columnsOf(STOCK_IDS, count) },
  primary: ['year', 'organization', 'basis'],
  clustered: true,
})

/** The same by whom it counts, where anything is left. */
export const LedgerProfileBalanceTable = entityOf({
  name: 'ledger_profile_balance',
  columns: {
    year: small,
    organization: key,
    basis: small,
    profile: key,
    birth_month: small,
    joined_month: small,
    ...columnsOf(STOCK_IDS, count),
  },
  primary: ['year', 'organization', 'basis', 'profile', 'birth_month', 'joined_month'],
  clustered: true,
})

/** Attributes with which persons are counted, each combination once; null: not known, a religion of '': none. */
export const ProfileTable = entityOf({
  name: 'profile',
  columns: {
    id: serial,
    fingerprint: text(200),
    female: optional(flag),
    ethnicity: optional(text(2)),
    religion: optional(text(2)),
    youth_union: optional(flag),
    schooling: optional(text(20)),
    degree: optional(text(20)),
    political_theory: optional(text(20)),
    occupation: optional(text(20)),
    source_kind: optional(text(20)),
    introducer: optional(text(20)),
  },
  primary: ['id'],
  unique: { ux_profile_fingerprint: ['fingerprint'] },
})

/** Years that have entries; each has its opening balances. */
export const LedgerYearTable = entityOf({ name: 'ledger_year', columns: { year: small }, primary: ['year'] })

/** Days on which a cell has admissions: the state "last admission" is read here. */
export const AdmissionDayTable = entityOf({
  name: 'admission_day',
  columns: { organization: key, basis: small, date: day, admissions: count },
  primary: ['organization', 'basis', 'date'],
  clustered: true,
})
