import type { RequestContext } from '../../context.js'
import { conflict, notFound } from '../../errors/errors.js'
import { listSavedByName, type SavedRow } from './saved-query.repository.js'

/**
 * The question of a name, for the command line, which sees everything. Where several accounts keep one of that name
 * the user name of its owner has to be said. Refuses that of a disabled account (CONFLICT), as the application does.
 */
export async function savedByName(
  ctx: RequestContext,
  name: string,
  owner: string | null,
): Promise<SavedRow> {
  const named = await listSavedByName(ctx, name)
  const rows = owner === null ? named : named.filter(({ ownerUserName }) => ownerUserName === owner)
  const [row, second] = rows
  if (!row) throw notFound(`Saved query ${name}`)
  if (second)
    throw conflict(`Several accounts keep it: ${rows.map(({ ownerUserName }) => ownerUserName).join(', ')}`)
  if (Number(row.ownerLeft) === 1) throw conflict('The account that keeps it is disabled')
  return row
}
