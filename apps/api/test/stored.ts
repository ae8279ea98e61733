import type { Database } from '../src/database/database.js'

/** How many rows each table but the audit log has, and the sum of the versions of the units: what a refusal must leave as it was. */
export async function stored(database: Database): Promise<Record<string, number>> {
  const all = database.reader.entityMetadatas.map(({ tableName }) => tableName)
  const tables = [...new Set(all)].filter((table) => !table.startsWith('audit_')).sort()
  const counts = tables.map((table) => `SELECT '${table}' AS name, COUNT(*) AS amount FROM ${table}`)
  const sums = [
    `SELECT 'changes of the tree' AS name, SUM(changes) AS amount FROM write_lock`,
    `SELECT 'versions of units' AS name, COALESCE(SUM(version), 0) AS amount FROM organization`,
  ]
  const rows = (await database.reader.query([...counts, ...sums].join(' UNION ALL '))) as Array<{
    name: string
    amount: number | string
  }>
  return Object.fromEntries(rows.map(({ name, amount }) => [name, Number(amount)]))
}
