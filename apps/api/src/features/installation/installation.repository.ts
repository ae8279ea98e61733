import type { RequestContext } from '../../context.js'
import { execute, select } from '../../database/sql.js'

/** Every setting by name. */
export async function listSettings(ctx: RequestContext): Promise<Map<string, string>> {
  const rows = await select<{ name: string; value: string }>(
    ctx,
    'SELECT name, value FROM installation_setting',
  )
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** Writes one setting, or removes it (null). */
export async function writeSetting(ctx: RequestContext, name: string, value: string | null): Promise<void> {
  await execute(ctx, 'DELETE FROM installation_setting WHERE name = ?', [name])
  if (value !== null)
    await execute(ctx, 'INSERT INTO installation_setting (name, value) VALUES (?, ?)', [name, value])
}
