import type { AuditOutcome } from '@seedbed/shared'
import type { RequestContext } from '../context.js'
import type { Actor } from './actor.js'
import { appendRecord, subjectsAmong } from './audit.repository.js'
import { coverUp, difference, short, toText, type Facts } from './told.js'

/** What is done, as known before it is done. */
export interface Operation {
  name: string
  /** Type of what it is done to, as the API calls it. */
  objectKind?: string | null
  /** What was asked for; secrets are left out when it is written down. */
  input?: Facts
  /** Outer ids in the input: those of units and persons are what the record concerns. */
  ids?: readonly string[]
}

/** What a feature knows of a change and the generic record cannot. */
export interface Change {
  /** What was changed, where it is not what the mutation answers with. */
  object?: { kind: string; id: string }
  /** The thing before; null or absent where there was none. Only what differs is written down. */
  before?: Facts | null
  after?: Facts | null
  /** Names of what is personal: told as changed, not from what to what. */
  covered?: readonly string[]
  /** Internal ids of units and persons that it concerns, besides those in input and answer. */
  units?: readonly number[]
  persons?: readonly number[]
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu

/** Most units or persons that one record is found by; a bulk act names those in its input and counts the rest. */
const mostSubjects = 500

const ascending = (ids: Iterable<number>) =>
  [...new Set(ids)]
    .filter((id) => Number.isInteger(id) && id > 0)
    .sort((a, b) => a - b)
    .slice(0, mostSubjects)

/** Internal ids that rows of this system carry under these names. */
function idsIn(result: Facts): Pick<Required<Change>, 'units' | 'persons'> {
  return {
    units: [result['organization'], result['toOrganization']].map(Number),
    persons: [Number(result['person'])],
  }
}

/** The record of one operation while it runs; written as the last thing of its unit of work. */
export class AuditDraft {
  private changes: Change[] = []
  private actor: Actor | undefined
  private ended: { outcome: AuditOutcome; code: string | null } = { outcome: 'DONE', code: null }
  /** Whether the operation is on record with what it wrote. */
  written = false

  constructor(private readonly operation: Operation) {}

  /** An attempt of the unit of work begins: what an attempt before noted was not stored. */
  begin(): void {
    this.changes = []
  }

  committed(): void {
    this.written = true
  }

  note(change: Change): void {
    this.changes.push(change)
  }

  actedBy(actor: Actor): void {
    this.actor = actor
  }

  end(outcome: AuditOutcome, code: string): void {
    this.ended = { outcome, code }
  }

  /** Adds the record; `result` is what the unit of work answers with, mostly the row that was changed. */
  async write(ctx: RequestContext, result?: unknown): Promise<void> {
    const row = (typeof result === 'object' && result !== null ? result : {}) as Facts
    const object = this.objectOf(row)
    const { units, persons } = await this.subjects(ctx, row, object.id)
    await appendRecord(ctx, {
      ...this.who(ctx),
      ...this.states(),
      operation: short(this.operation.name, 80),
      ...this.ended,
      objectKind: object.kind,
      object: object.id,
      units,
      persons,
      input: toText(this.operation.input ?? {}),
    })
  }

  private who(ctx: RequestContext) {
    const actor = this.actor ?? ctx.actor
    return {
      recordedAt: ctx.clock.now().toISOString(),
      request: ctx.requestId.slice(0, 36),
      actorKind: actor.kind,
      actorAccount: actor.account,
      actorName: short(actor.name, 200),
      origin: actor.origin === null ? null : short(actor.origin, 64),
    }
  }

  private objectOf(row: Facts): { kind: string | null; id: string | null } {
    const named = this.changes.findLast(({ object }) => object)?.object
    if (named) return { kind: short(named.kind, 80), id: short(named.id, 64) }
    const id = [row['uid'], this.operation.input?.['id']].find((one) => typeof one === 'string')
    return { kind: this.operation.objectKind ?? null, id: id === undefined ? null : short(id as string, 64) }
  }

  private async subjects(ctx: RequestContext, row: Facts, object: string | null) {
    const uids = [...(this.operation.ids ?? []), object ?? ''].filter((id) => uuid.test(id))
    const named = await subjectsAmong(ctx, [...new Set(uids)].slice(0, mostSubjects))
    const all = [idsIn(row), named, ...this.changes]
    return {
      units: ascending(all.flatMap(({ units }) => units ?? [])),
      persons: ascending(all.flatMap(({ persons }) => persons ?? [])),
    }
  }

  /** Several notes of one act are told together, the later over the earlier. */
  private states(): { before: string | null; after: string | null } {
    const merged = (side: 'before' | 'after') => {
      const told = this.changes.flatMap((change) => change[side] ?? [])
      return told.length === 0 ? null : (Object.assign({}, ...told) as Facts)
    }
    const covered = this.changes.flatMap((change) => change.covered ?? [])
    const { before, after } = coverUp(difference(merged('before'), merged('after')), covered)
    return { before: before && toText(before), after: after && toText(after) }
  }
}
