import type { MigrationInterface, QueryRunner } from 'typeorm'
import { v7 as uuid } from 'uuid'
import { SEEDED_FORMS } from '../seeds/dossier-forms.js'
import { SEEDED_RULES } from '../seeds/rule-versions.js'
import { SEEDED_YEARS, SEEDED_YEARS_SOURCE } from '../seeds/work-years.js'

type Row = Record<string, string | number | null>

async function insertAll(runner: QueryRunner, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const marks = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')
  await runner.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${marks}`,
    rows.flatMap((row) => columns.map((column) => row[column])),
  )
}

/** The rules, forms and calendars with which an installation begins. */
export class SeedRules1763700000046 implements MigrationInterface {
  name = 'SeedRules1763700000046'

  async up(runner: QueryRunner): Promise<void> {
    await insertAll(
      runner,
      'rule_version',
      SEEDED_RULES.map(({ code, value, per, regulation, article, confirmed, validFrom, validTo }) => ({
        ...{ uid: uuid(), code, value, per, regulation, article, confirmed: Number(confirmed) },
        ...{ valid_from: validFrom, valid_to: validTo },
      })),
    )
    await insertAll(
      runner,
      'dossier_form',
      SEEDED_FORMS.map(({ code, title, issuer, regulation, confirmed, validFrom, validTo }) => ({
        ...{ uid: uuid(), code, title, issuer, regulation, confirmed: Number(confirmed) },
        ...{ valid_from: validFrom, valid_to: validTo },
      })),
    )
    await insertAll(
      runner,
      'work_year',
      SEEDED_YEARS.map(({ year }) => ({ year, source: SEEDED_YEARS_SOURCE })),
    )
    await insertAll(
      runner,
      'special_day',
      SEEDED_YEARS.flatMap(({ year, days }) => days.map((one) => ({ ...one, year }))),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['special_day', 'work_year', 'dossier_form', 'rule_version'])
      await runner.query(`DELETE FROM ${table}`)
  }
}
