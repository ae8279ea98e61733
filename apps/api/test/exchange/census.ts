import type { RequestContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { figuresOf } from '../../src/features/figures/figures.service.js'
import { importLines, type ImportReport } from '../../src/features/exchange/import.service.js'
import { findOrganizationByCode } from '../../src/features/organizations/organization.service.js'

const tables = [
  'organization',
  'organization_version',
  'organization_path',
  'organization_event',
  'organization_lineage',
  'document',
  'group_set',
  'organization_group',
  'group_membership',
  'person',
  'person_event',
  'opening_balance',
  'target',
  'target_revision',
  'target_registration',
  'target_plan',
  'target_plan_line',
  'declared_figure',
  'statement_template',
  'term',
  'ledger_entry',
  'ledger_balance',
  'ledger_year',
  'admission_day',
  'installation_setting',
]

/** Number of rows in every table that an import writes to, its own list of batches apart. */
export async function census(ctx: RequestContext): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await select<{ count: number }>(ctx, `SELECT COUNT(*) AS count FROM ${table}`)
    counts[table] = Number(row?.count)
  }
  return counts
}

/** Admissions and members of a unit in 2024, and introductions that led to an admission. */
export async function numbersOf(ctx: RequestContext, code: string): Promise<Record<string, number | null>> {
  const indicators = ['admitted', 'members', 'introduced']
  const unit = await findOrganizationByCode(ctx, code, '2024-12-31')
  const input = { from: '2024-01-01', asOf: '2024-12-31', indicators }
  const figures = await figuresOf({ ...ctx, loaders: new Map() }, unit, input)
  return Object.fromEntries(figures.map(({ indicator, value }) => [indicator, value]))
}

/** Imports lines that must be accepted; answers the batch. */
export async function imported(ctx: RequestContext, lines: readonly unknown[]): Promise<string> {
  const report = await importLines(ctx, lines, { source: 'test' })
  if (report.batch === null)
    throw new Error(`Refused: ${JSON.stringify(report.errors.slice(0, 10), null, 1)}`)
  return report.batch
}

/** The mistakes of a report as "line CODE field". */
export function mistakes(report: ImportReport): string[] {
  return report.errors.map(({ line, code, field }) => [line, code, field].filter(Boolean).join(' '))
}
