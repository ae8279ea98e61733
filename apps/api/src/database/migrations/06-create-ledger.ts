import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, count, day, flag, key, small, type ColumnSpec, type TableSpec } from '../tables.js'

const measures = [
  'members',
  'probationary_members',
  'brought_forward',
  'newly_admitted',
  'readmitted',
  'admitted_female',
  'admitted_ethnic_minority',
  'admitted_religious',
  'admitted_youth_union',
  'admitted_enterprise',
  'admitted_age_18to_30',
  'admitted_university',
  'admitted_pupil',
  'admitted_student',
  'admitted_teacher',
  'admitted_worker',
  'admitted_farmer',
  'admitted_soldier',
  'admitted_business_owner',
  'recognized',
  'transferred_in',
  'transferred_out',
  'transferred_out_university',
  'transferred_out_college',
  'name_removed',
  'expelled',
  'resigned',
  'probation_removed',
  'decision_cancelled',
  'died',
  'introduced',
  'introduced_admitted',
  'introduced_by_youth_union',
  'introduced_by_youth_union_admitted',
  'introduced_by_trade_union',
  'introduced_by_trade_union_admitted',
  'course_completed',
  'course_completed_pupil',
  'course_completed_teacher',
  'course_admitted',
]
const stocks = ['members', 'probationary_members']
const columnsOf = (names: string[], spec: ColumnSpec) => Object.fromEntries(names.map((name) => [name, spec]))

const tables: TableSpec[] = [
  {
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
      ...columnsOf(measures, small),
    },
    primary: ['organization', 'year', 'date', 'source', 'event', 'line'],
    unique: { ux_ledger_entry_line: ['source', 'event', 'line'] },
    clustered: true,
  },
  {
    name: 'ledger_balance',
    columns: { year: small, organization: key, basis: small, ...columnsOf(stocks, count) },
    primary: ['year', 'organization', 'basis'],
    clustered: true,
  },
  { name: 'ledger_year', columns: { year: small }, primary: ['year'] },
  {
    name: 'admission_day',
    columns: { organization: key, basis: small, date: day, admissions: count },
    primary: ['organization', 'basis', 'date'],
    clustered: true,
  },
]

export class CreateLedger1763700000006 implements MigrationInterface {
  name = 'CreateLedger1763700000006'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
