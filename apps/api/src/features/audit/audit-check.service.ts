import { BEGINNING, hashOf, type Head } from '../../audit/chain.js'
import type { RequestContext } from '../../context.js'
import { inSnapshot } from '../../database/snapshot.js'
import { isGuarded, readChain, readHead, readSubjects, type AuditRow } from './audit-log.repository.js'

/** What is wrong with the log, and the number of the first record that it is wrong with. */
export interface AuditFault {
  sequence: number
  message: string
}

export interface AuditReport {
  /** How many records fit, one after the other from the first. */
  records: number
  /** The last of them: what an operator keeps apart. */
  head: Head
  fault: AuditFault | null
  /** The database refuses changes by itself (triggers). */
  guarded: boolean
}

const atOnce = 5_000

/**
 * Recomputes the chain of the audit log from its first record and names the first one that does not fit: changed,
 * taken out, put in, put elsewhere, or cut off at the end. `kept` is a head that was noted down before: who can write
 * everywhere in the database could else make a whole new chain, or cut the log and its head alike. A million records
 * take well under a minute; the system may go on working meanwhile.
 */
export function checkAudit(ctx: RequestContext, kept?: Head): Promise<AuditReport> {
  return inSnapshot(ctx, async (reading) => {
    const { head, fault } = await follow(reading, await readHead(reading), kept)
    return { records: head.sequence, head, fault, guarded: await isGuarded(reading) }
  })
}

interface Followed {
  head: Head
  fault: AuditFault | null
}

async function follow(ctx: RequestContext, stored: Head, kept: Head | undefined): Promise<Followed> {
  let head = BEGINNING
  for (;;) {
    const rows = await readChain(ctx, head.sequence, atOnce)
    const last = rows.at(-1)
    if (!last) return { head, fault: await faultAtEnd(ctx, head, stored, kept) }
    const subjects = await readSubjects(ctx, head.sequence, last.sequence)
    for (const row of rows) {
      const message = faultOf(row, head, subjects.get(row.sequence), { stored, kept })
      if (message !== undefined)
        return { head, fault: { sequence: Math.min(row.sequence, head.sequence + 1), message } }
      head = { sequence: row.sequence, hash: row.hash }
    }
  }
}

type Subjects = Pick<AuditRow, 'units' | 'persons'>

const nobody: Subjects = { units: [], persons: [] }

const sameSubjects = (row: AuditRow, found: Subjects = nobody): boolean =>
  row.units.join() === found.units.join() && row.persons.join() === found.persons.join()

function faultOf(
  row: AuditRow,
  previous: Head,
  found: Subjects | undefined,
  heads: { stored: Head; kept: Head | undefined },
): string | undefined {
  if (row.sequence !== previous.sequence + 1) return 'is missing'
  if (row.sequence > heads.stored.sequence) return 'was added past the head of the log'
  if (hashOf(previous.hash, row) !== row.hash) return 'does not fit the record before it'
  if (heads.kept?.sequence === row.sequence && heads.kept.hash !== row.hash)
    return 'is another than the one whose hash was kept'
  return sameSubjects(row, found) ? undefined : 'is found by other units or persons than it names'
}

async function faultAtEnd(
  ctx: RequestContext,
  head: Head,
  stored: Head,
  kept: Head | undefined,
): Promise<AuditFault | null> {
  const next = head.sequence + 1
  if (stored.sequence > head.sequence || (kept?.sequence ?? 0) > head.sequence)
    return { sequence: next, message: 'is missing, and all after it: the log was cut off' }
  if (stored.hash !== head.hash)
    return { sequence: head.sequence, message: 'is not the one that the head of the log names' }
  const beyond = await readSubjects(ctx, head.sequence, 2 ** 31 - 1)
  return beyond.size === 0 ? null : { sequence: next, message: 'is missing: only its index is there' }
}
