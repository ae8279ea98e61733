import type { Rounding } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { audited } from '../../audit/audited.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, notFound } from '../../errors/errors.js'
import { restoreMemberships } from '../groups/group.service.js'
import { installationOf, writeSettings, type Settings } from '../installation/installation.service.js'
import { recountLedger } from '../ledger/ledger-check.service.js'
import { lockLedger } from '../ledger/ledger.service.js'
import { settleAgain } from '../membership/membership.service.js'
import { restoreVersions } from '../rules/dated-import.service.js'
import { restoreWorkYears } from '../working-days/working-day.service.js'
import { holdTree, undoTreeBatch } from '../organizations/tree-undo.service.js'
import { findBatch, markUndone } from './import-batch.repository.js'
import type { BeforeState } from './import-state.js'
import { listOwnRoundings, writeOwnRounding } from './rounding.repository.js'
import { deleteBeside, deleteRecords, findObstacle, listPersonsConcerned } from './undo.repository.js'

/**
 * Takes an import back: what it brought is removed and what it changed is as it was, in one unit of work; the batch
 * stays, marked. Refused (CONFLICT, naming what) once anything recorded later rests on it, and the second time;
 * NOT_FOUND for an unknown batch. Settings that were changed since are left.
 */
export function undoImport(ctx: RequestContext, batchUid: string): Promise<void> {
  const operation = { name: 'undoImport', objectKind: 'Import', input: { id: batchUid } }
  return audited(ctx, operation, (inside) => undo(inside, batchUid))
}

function undo(ctx: RequestContext, batchUid: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const batch = await findBatch(tx, batchUid)
    if (!batch) throw notFound('Import')
    if (batch.undoneAt !== null) throw conflict(`the import was undone at ${batch.undoneAt}`)
    await holdTree(tx)
    await lockLedger(tx)
    const obstacle = await findObstacle(tx, batch.id)
    if (obstacle !== undefined) throw conflict(`the import cannot be undone: ${obstacle}`)
    const before = JSON.parse(batch.beforeState) as BeforeState
    const concerned = await listPersonsConcerned(tx, batch.id)
    if (before.memberships) await restoreMemberships(tx, before.memberships)
    await deleteRecords(tx, batch.id)
    await restoreRoundings(tx, before.roundings ?? [])
    for (const versions of [...(before.versions ?? [])].reverse())
      await restoreVersions(tx, versions, batch.id)
    await restoreWorkYears(tx, before.workYears ?? [])
    await undoTreeBatch(tx, batch.id)
    await deleteBeside(tx, batch.id)
    await settleAgain(tx, concerned)
    await recountLedger(tx)
    await restoreSettings(tx, before)
    await markUndone(tx, batch.id)
  })
}

const same = (a: Rounding | null, b: Rounding | null) =>
  a?.mode === b?.mode &&
  a?.decimals === b?.decimals &&
  (a?.trailingZeros ?? true) === (b?.trailingZeros ?? true)

async function restoreRoundings(
  ctx: RequestContext,
  changes: NonNullable<BeforeState['roundings']>,
): Promise<void> {
  const now = await listOwnRoundings(
    ctx,
    changes.map(({ organization }) => organization),
  )
  for (const { organization, before, after } of changes) {
    if (same(now.get(organization) ?? null, after)) await writeOwnRounding(ctx, organization, before)
  }
}

async function restoreSettings(ctx: RequestContext, { settings, settingsAfter }: BeforeState): Promise<void> {
  if (!settings) return
  const { defaultAsOf, demonstration } = await installationOf(ctx)
  const now: Settings = { defaultAsOf, demonstration: String(demonstration) }
  const names = Object.keys(settings) as Array<keyof Settings>
  const untouched = names.filter((name) => now[name] === settingsAfter?.[name])
  await writeSettings(ctx, Object.fromEntries(untouched.map((name) => [name, settings[name] ?? null])))
}
