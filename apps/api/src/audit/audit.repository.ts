import type { RequestContext } from '../context.js'
import { execute, forUpdate, inChunks, insertRows, marks, select } from '../database/sql.js'
import { hashOf, type AuditFacts, type Head } from './chain.js'

/** Everything of a record but its place in the chain. */
export type Unchained = Omit<AuditFacts, 'sequence'>

async function internalIds(
  ctx: RequestContext,
  table: 'organization' | 'person',
  uids: readonly string[],
): Promise<number[]> {
  const rows = await inChunks([...uids], (chunk) =>
    select<{ id: number }>(ctx, `SELECT id FROM ${table} WHERE uid IN (${marks(chunk)})`, chunk),
  )
  return rows.map(({ id }) => Number(id))
}

/**
 * Which of the outer ids are those of units and persons, wherever these stand: the log of a unit tells also what was
 * tried there by those who may not see it.
 */
export async function subjectsAmong(
  ctx: RequestContext,
  uids: readonly string[],
): Promise<{ units: number[]; persons: number[] }> {
  return {
    units: await internalIds(ctx, 'organization', uids),
    persons: await internalIds(ctx, 'person', uids),
  }
}

/** The end of the chain; with `lock` nobody else adds a record until the unit of work ends. */
export async function findHead(ctx: RequestContext, lock = false): Promise<Head> {
  const statement = `SELECT sequence, hash FROM audit_head WHERE id = 1${lock ? forUpdate(ctx) : ''}`
  const [head] = await select<Head>(ctx, statement)
  if (!head) throw new Error('The audit log has no head')
  return { sequence: Number(head.sequence), hash: head.hash }
}

function rowOf(facts: AuditFacts, hash: string) {
  return {
    sequence: facts.sequence,
    recorded_at: facts.recordedAt,
    request: facts.request,
    actor_kind: facts.actorKind,
    actor_account: facts.actorAccount,
    actor_name: facts.actorName,
    origin: facts.origin,
    operation: facts.operation,
    outcome: facts.outcome,
    code: facts.code,
    object_kind: facts.objectKind,
    object: facts.object,
    units: facts.units.join(' '),
    persons: facts.persons.join(' '),
    input: facts.input,
    before_state: facts.before,
    after_state: facts.after,
    hash,
  }
}

/**
 * Adds a record at the end of the chain, in a unit of work and as the last thing in it: from here to its end nobody
 * else adds one, on any instance, so numbers have no gaps and every hash rests on the one before.
 */
export async function appendRecord(ctx: RequestContext, record: Unchained): Promise<void> {
  const head = await findHead(ctx, true)
  const facts = { sequence: head.sequence + 1, ...record }
  const hash = hashOf(head.hash, facts)
  const { sequence, units, persons } = facts
  await insertRows(ctx, 'audit_record', [rowOf(facts, hash)])
  await insertRows(ctx, 'audit_subject', [
    ...units.map((subject) => ({ kind: 'UNIT', subject, sequence })),
    ...persons.map((subject) => ({ kind: 'PERSON', subject, sequence })),
  ])
  await execute(ctx, 'UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1', [sequence, hash])
}
