import type { ErrorCode } from '@seedbed/shared'
import type { RequestContext } from '../context.js'
import { inTransaction } from '../database/transaction.js'
import { codeOf } from '../errors/format-error.js'
import type { Actor } from './actor.js'
import { AuditDraft, type Change, type Operation } from './draft.js'

/**
 * Runs an operation and puts it on record: done, in the unit of work of its change; refused or failed, in one of its
 * own. An operation inside another is part of that one's record. Where the record cannot be written the operation
 * fails: nothing is done that is not on record.
 */
export async function audited<T>(
  ctx: RequestContext,
  operation: Operation,
  run: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  if (ctx.audit) return run(ctx)
  const draft = new AuditDraft(operation)
  const result = await attempt(ctx, draft, run)
  if (!draft.written) await inTransaction(ctx, (tx) => draft.write(tx, result))
  return result
}

async function attempt<T>(
  ctx: RequestContext,
  draft: AuditDraft,
  run: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await run({ ...ctx, audit: draft })
  } catch (error) {
    const code = codeOf(error)
    const ours = code === 'INTERNAL_ERROR' || code === 'UNAVAILABLE'
    draft.end(ours ? 'FAILED' : 'REFUSED', code)
    // Inside a unit of work of somebody else all of it is undone, this record too.
    if (!ctx.transaction) await record(ctx, draft, error, ours)
    throw error
  }
}

/** A failure of ours is told even where it cannot be put on record. */
async function record(ctx: RequestContext, draft: AuditDraft, error: unknown, ours: boolean): Promise<void> {
  try {
    await inTransaction(ctx, (tx) => draft.write(tx))
  } catch (second) {
    throw ours ? error : second
  }
}

/**
 * The context for a unit of work beside the running operation, which is not on record with it: what it counts or
 * notes is no part of the change.
 */
export function aside(ctx: RequestContext): RequestContext {
  const { audit: _audit, ...rest } = ctx
  return rest
}

/**
 * Tells the record of the running operation what was changed: the thing before and after, and whom else it concerns.
 * Without an operation on record it does nothing.
 */
export function noteChange(ctx: RequestContext, change: Change): void {
  ctx.audit?.note(change)
}

/** Tells the record that the operation is refused, where it answers with what is wrong instead of throwing. */
export function noteRefusal(ctx: RequestContext, code: ErrorCode): void {
  ctx.audit?.end('REFUSED', code)
}

/** Tells the record who acted, where that is known only in the course of it: a sign-in. */
export function noteActor(ctx: RequestContext, actor: Actor): void {
  ctx.audit?.actedBy(actor)
}
