import type { RequestContext } from '../context.js'

/** A row as the driver gives it: dates are strings, counts may be strings of digits on MySQL. */
export type Row = Record<string, unknown>

/**
 * Runs one reading statement with `?` parameters: in the transaction if there is one, else on the reader.
 * Repositories are its only callers.
 */
export async function select<T>(ctx: RequestContext, sql: string, params: unknown[] = []): Promise<T[]> {
  const runner = ctx.transaction ?? ctx.database.reader
  return (await runner.query(sql, params)) as T[]
}

/** Runs one writing statement; only inside a unit of work. */
export async function execute(ctx: RequestContext, sql: string, params: unknown[] = []): Promise<void> {
  await transactionOf(ctx).query(sql, params)
}

/** Inserts rows (all with the same columns) in as few statements as the parameter limits allow. */
export async function insertRows(ctx: RequestContext, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const perStatement = Math.max(1, Math.floor(30_000 / columns.length))
  for (let start = 0; start < rows.length; start += perStatement) {
    const slice = rows.slice(start, start + perStatement)
    const marks = slice.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')
    const params = slice.flatMap((row) => columns.map((column) => row[column] ?? null))
    await execute(ctx, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${marks}`, params)
  }
}

/** `?, ?, ?` for an IN list. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}

/** The transaction of the unit of work; a write outside one is a fault of ours. */
export function transactionOf(ctx: RequestContext) {
  if (!ctx.transaction) throw new Error('A write needs a unit of work')
  return ctx.transaction
}

/** Appended to a SELECT in a unit of work: rows stay as they are until it ends. SQLite has one writer anyway. */
export function forUpdate(ctx: RequestContext): string {
  return ctx.database.dialect === 'mysql' ? ' FOR UPDATE' : ''
}

/** As forUpdate, but others may hold the same lock. */
export function forShare(ctx: RequestContext): string {
  return ctx.database.dialect === 'mysql' ? ' LOCK IN SHARE MODE' : ''
}
