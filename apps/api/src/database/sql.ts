import type { RequestContext } from '../context.js'

/** A row as the driver gives it: dates are strings, counts may be strings of digits on MySQL. */
export type Row = Record<string, unknown>

/**
 * Runs one reading statement with `?` parameters: in the transaction or snapshot if there is one, else on the reader.
 * Repositories are its only callers.
 */
export async function select<T>(ctx: RequestContext, sql: string, params: unknown[] = []): Promise<T[]> {
  const runner = ctx.transaction ?? ctx.snapshot ?? ctx.database.reader
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

/**
 * Adds numbers to rows that may not exist yet: inserts, or adds each value to the one that stands. Counters are
 * never read, computed and saved.
 */
export function addToRows(
  ctx: RequestContext,
  table: string,
  keys: readonly string[],
  values: readonly string[],
  rows: Row[],
): Promise<void> {
  const add =
    ctx.database.dialect === 'mysql'
      ? (name: string) => `${name} = ${name} + VALUES(${name})`
      : (name: string) => `${name} = ${table}.${name} + excluded.${name}`
  return upsert(ctx, table, keys, values, rows, add)
}

/** Inserts rows, or puts the values in place of those that stand under the same key. */
export function addOrReplaceRows(
  ctx: RequestContext,
  table: string,
  keys: readonly string[],
  values: readonly string[],
  rows: Row[],
): Promise<void> {
  const replace =
    ctx.database.dialect === 'mysql'
      ? (name: string) => `${name} = VALUES(${name})`
      : (name: string) => `${name} = excluded.${name}`
  return upsert(ctx, table, keys, values, rows, replace)
}

async function upsert(
  ctx: RequestContext,
  table: string,
  keys: readonly string[],
  values: readonly string[],
  rows: Row[],
  change: (name: string) => string,
): Promise<void> {
  const columns = [...keys, ...values]
  const changes = values.map(change).join(', ')
  const otherwise =
    ctx.database.dialect === 'mysql'
      ? `ON DUPLICATE KEY UPDATE ${changes}`
      : `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changes}`
  const perStatement = Math.floor(30_000 / columns.length)
  for (let start = 0; start < rows.length; start += perStatement) {
    const slice = rows.slice(start, start + perStatement)
    const tuples = slice.map(() => `(${marks(columns)})`).join(', ')
    const params = slice.flatMap((row) => columns.map((column) => row[column] ?? 0))
    await execute(ctx, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${tuples} ${otherwise}`, params)
  }
}

const keysPerStatement = 5_000

/** Runs a statement over many keys in chunks that both engines accept. */
export async function inChunks<Key, T>(
  keys: readonly Key[],
  run: (chunk: Key[]) => Promise<T[]>,
): Promise<T[]> {
  const rows: T[] = []
  for (let start = 0; start < keys.length; start += keysPerStatement) {
    rows.push(...(await run(keys.slice(start, start + keysPerStatement))))
  }
  return rows
}

/** Internal ids of rows by a column of unique texts. Whoever asks the map by the exact text is answered exactly. */
export async function idsBy(
  ctx: RequestContext,
  table: string,
  column: string,
  texts: readonly string[],
): Promise<Map<string, number>> {
  const rows = await inChunks(texts, (chunk) =>
    select<{ id: number; found: string }>(
      ctx,
      `SELECT id, ${column} AS found FROM ${table} WHERE ${column} IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(rows.map(({ id, found }) => [found, id]))
}

/**
 * The row of that outer id; `columns` include `uid`, `lock` is what forUpdate answers. Compared once more here:
 * MySQL takes blanks at the end for nothing.
 */
export async function rowByUid<T extends { uid: unknown }>(
  ctx: RequestContext,
  table: string,
  columns: string,
  uid: string,
  lock = '',
): Promise<T | undefined> {
  const rows = await select<T>(ctx, `SELECT ${columns} FROM ${table} WHERE uid = ?${lock}`, [uid])
  return rows.find((row) => row.uid === uid)
}

/** Inserts rows that carry a `uid` and answers the internal ids they were given, in the same order. */
export async function insertIdentified(
  ctx: RequestContext,
  table: string,
  rows: ReadonlyArray<Row & { uid: string }>,
): Promise<number[]> {
  await insertRows(ctx, table, [...rows])
  const uids = rows.map(({ uid }) => uid)
  const ids = await idsBy(ctx, table, 'uid', uids)
  return uids.map((uid) => ids.get(uid) ?? 0)
}
