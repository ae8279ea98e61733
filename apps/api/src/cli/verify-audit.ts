import type { Head } from '../audit/chain.js'
import { checkAudit } from '../features/audit/audit-check.service.js'
import { UsageError, type CommandIo } from './command.js'
import { reading } from './with-context.js'

/** A head as it is printed and kept: `<number>:<hash>`. */
function headOf(text: string): Head {
  const match = /^(\d{1,10}):([\da-f]{64})$/u.exec(text.trim())
  if (!match) throw new UsageError('--head is what verify --audit printed before: <number>:<hash>')
  return { sequence: Number(match[1]), hash: match[2] ?? '' }
}

/** Recomputes the chain of the audit log; prints its head, to be kept apart, or the first record that does not fit. */
export async function verifyAudit(io: CommandIo, kept: string | undefined): Promise<number> {
  const before = kept === undefined ? undefined : headOf(kept)
  const { records, head, fault, guarded } = await reading((ctx) => checkAudit(ctx, before))
  if (!guarded)
    io.error('The database does not guard the audit log by itself: its account may not make triggers')
  if (fault) {
    io.error(`AUDIT: record ${fault.sequence} ${fault.message}; the ${records} before it fit`)
    return 1
  }
  io.out(`The audit log is whole: ${records} records. Keep this head apart, and check with --head next time:`)
  io.out(`${head.sequence}:${head.hash}`)
  return 0
}
