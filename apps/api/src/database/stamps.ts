import { randomBytes } from 'node:crypto'
import type { RequestContext } from '../context.js'
import { addOrReplaceRows, select } from './sql.js'

/** What is stamped as a whole: the tree, the opened years, and the ledger with all that lies beside it. */
export const STAMPED = { TREE: 1, YEARS: 2, LEDGER: 3 } as const

const firstBlock = 16
/** Units with consecutive internal ids share a stamp: 2 to the power of this many. */
export const BLOCK_BITS = 6

/** The block in which a unit lies. */
export const blockOf = (organization: number): number => organization >> BLOCK_BITS

/** The subject that stands for a block of units. */
export const blockSubject = (block: number): number => firstBlock + block

/**
 * Says that something was written: its stamp changes with the unit of work, and every instance that keeps a copy
 * reads it anew before the next answer. Whoever forgets it lets others answer from what was.
 */
export function touch(ctx: RequestContext, subject: number): void {
  if (!ctx.touched) throw new Error('A write needs a unit of work')
  ctx.touched.add(subject)
}

/** The same for what is recorded on units. */
export function touchUnits(ctx: RequestContext, organizations: Iterable<number>): void {
  for (const organization of organizations) touch(ctx, blockSubject(blockOf(organization)))
}

/** Gives everything touched a new stamp; the last statement of a unit of work, in one order for all. */
export async function writeStamps(ctx: RequestContext): Promise<void> {
  const subjects = [...(ctx.touched ?? [])].sort((a, b) => a - b)
  const rows = subjects.map((subject) => ({ subject, value: randomBytes(12).toString('base64url') }))
  await addOrReplaceRows(ctx, 'stamp', ['subject'], ['value'], rows)
}

/** The stamps of some subjects at one moment; what was never touched has none. */
export async function readStamps(
  ctx: RequestContext,
  subjects: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await select<{ subject: number; value: string }>(
    ctx,
    `SELECT subject, value FROM stamp WHERE subject IN (${subjects.join(', ')})`,
  )
  return new Map(rows.map(({ subject, value }) => [subject, value]))
}
