import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inChunks, insertRows, marks, select } from '../../database/sql.js'
import type { TargetFacts } from './target.repository.js'

/** What a target was from one of its versions on: when it was recorded (null: before revisions were kept), why. */
export interface RevisionRow {
  target: number
  number: number
  recordedAt: string | null
  /** Internal id of the account; null for the system and commands. */
  actor: number | null
  actorName: string | null
  reason: string | null
  backfilled: number
  removed: number
  yearFrom: number
  yearTo: number
  amountMin: number
  amountMax: number | null
  rate: number | null
  rateMax: number | null
  base: number | null
  baseOn: Day | null
  document: number | null
  note: string | null
}

export interface NewRevision extends Pick<
  RevisionRow,
  'target' | 'number' | 'recordedAt' | 'actor' | 'actorName' | 'reason'
> {
  backfilled: boolean
  removed: boolean
  facts: TargetFacts
}

const columns = `target, number, recorded_at AS recordedAt, actor, actor_name AS actorName, reason, backfilled, removed, year_from AS yearFrom,
  year_to AS yearTo, amount_min AS amountMin, amount_max AS amountMax, rate, rate_max AS rateMax, base,
  base_on AS baseOn, document, note`

/** Stores revisions; they are never changed. */
export function insertRevisions(ctx: RequestContext, revisions: readonly NewRevision[]): Promise<void> {
  return insertRows(
    ctx,
    'target_revision',
    revisions.map(({ facts, ...revision }) => ({
      target: revision.target,
      number: revision.number,
      recorded_at: revision.recordedAt,
      actor: revision.actor,
      actor_name: revision.actorName,
      reason: revision.reason,
      backfilled: Number(revision.backfilled),
      removed: Number(revision.removed),
      year_from: facts.yearFrom,
      year_to: facts.yearTo,
      amount_min: facts.amountMin,
      amount_max: facts.amountMax,
      rate: facts.rate,
      rate_max: facts.rateMax,
      base: facts.base,
      base_on: facts.baseOn,
      document: facts.document,
      note: facts.note,
    })),
  )
}

/** Revisions of targets, each target's in order. */
export function listRevisions(ctx: RequestContext, targets: readonly number[]): Promise<RevisionRow[]> {
  return inChunks([...targets], (chunk) =>
    select<RevisionRow>(
      ctx,
      `SELECT ${columns} FROM target_revision WHERE target IN (${marks(chunk)}) ORDER BY target, number`,
      chunk,
    ),
  )
}
