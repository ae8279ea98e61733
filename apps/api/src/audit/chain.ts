import type { ActorKind, AuditOutcome } from '@seedbed/shared'
import { createHash } from 'node:crypto'

/** A record of the audit log. States and the input are JSON; units and persons are internal ids, ascending. */
export interface AuditFacts {
  sequence: number
  recordedAt: string
  request: string
  actorKind: ActorKind
  actorAccount: number | null
  actorName: string
  origin: string | null
  operation: string
  outcome: AuditOutcome
  code: string | null
  objectKind: string | null
  object: string | null
  units: readonly number[]
  persons: readonly number[]
  input: string
  before: string | null
  after: string | null
}

/** The end of a chain: the number of its last record and that record's hash. */
export interface Head {
  sequence: number
  hash: string
}

/** What stands before the first record. */
export const BEGINNING: Head = { sequence: 0, hash: '0'.repeat(64) }

/** The one way to write a record down, of which its hash is made: its parts in this order, as JSON. */
function canonical(facts: AuditFacts): string {
  return JSON.stringify([
    facts.sequence,
    facts.recordedAt,
    facts.request,
    facts.actorKind,
    facts.actorAccount,
    facts.actorName,
    facts.origin,
    facts.operation,
    facts.outcome,
    facts.code,
    facts.objectKind,
    facts.object,
    facts.units,
    facts.persons,
    facts.input,
    facts.before,
    facts.after,
  ])
}

/** SHA-256 in hex of the hash of the record before and the record itself. */
export function hashOf(previous: string, facts: AuditFacts): string {
  return createHash('sha256').update(previous).update('\n').update(canonical(facts)).digest('hex')
}
