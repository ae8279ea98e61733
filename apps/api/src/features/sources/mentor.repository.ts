import { OPEN_END, type Day, type ReviewResult } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  marks,
  rowByUid,
  select,
} from '../../database/sql.js'

/** A member charged to help a candidate: [validFrom, validTo). */
export interface MentorshipFacts {
  person: number
  mentor: number
  validFrom: Day
  validTo: Day
  document: number | null
  note: string | null
}

export interface MentorshipRow extends MentorshipFacts {
  id: number
  uid: string
  version: number
}

/** How a mentor finds a candidate. */
export interface ReviewFacts {
  person: number
  mentor: number
  date: Day
  result: ReviewResult
  note: string | null
}

export interface ReviewRow extends ReviewFacts {
  id: number
  uid: string
}

const columns = `id, uid, person, mentor, valid_from AS validFrom, valid_to AS validTo, document, note, version`

/** Stores mentorships and answers their internal ids in the same order. */
export function insertMentorships(
  ctx: RequestContext,
  rows: ReadonlyArray<MentorshipFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'mentorship',
    rows.map(({ uid, person, mentor, validFrom, validTo, document, note }) => ({
      ...{ uid, person, mentor, document, note, version: 1, batch },
      ...{ valid_from: validFrom, valid_to: validTo },
    })),
  )
}

/** Mentorships of candidates, oldest first. */
export function listMentorships(ctx: RequestContext, persons: readonly number[]): Promise<MentorshipRow[]> {
  return inChunks([...persons], (chunk) =>
    select<MentorshipRow>(
      ctx,
      `SELECT ${columns} FROM mentorship WHERE person IN (${marks(chunk)}) AND valid_from < valid_to
       ORDER BY person, valid_from, id`,
      chunk,
    ),
  )
}

/** The mentorship of that outer id, locked inside a unit of work. */
export function findMentorship(ctx: RequestContext, uid: string): Promise<MentorshipRow | undefined> {
  return rowByUid<MentorshipRow>(ctx, 'mentorship', columns, uid, ctx.transaction ? forUpdate(ctx) : '')
}

/** Ends a mentorship: it no longer holds from that day on. */
export async function endMentorshipRow(ctx: RequestContext, id: number, on: Day): Promise<void> {
  await execute(ctx, 'UPDATE mentorship SET valid_to = ?, version = version + 1 WHERE id = ?', [on, id])
}

/** Ends whatever mentorships of the persons are open. */
export async function closeMentorships(
  ctx: RequestContext,
  persons: readonly number[],
  on: Day,
): Promise<void> {
  await inChunks([...persons], async (chunk) => {
    await execute(
      ctx,
      `UPDATE mentorship SET valid_to = CASE WHEN valid_from > ? THEN valid_from ELSE ? END, version = version + 1
       WHERE person IN (${marks(chunk)}) AND valid_to = '${OPEN_END}'`,
      [on, on, ...chunk],
    )
    return []
  })
}

/** Stores reviews and answers their internal ids in the same order. */
export function insertReviews(
  ctx: RequestContext,
  rows: ReadonlyArray<ReviewFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'mentor_review',
    rows.map((row) => ({ ...row, batch })),
  )
}

/** Reviews of candidates, oldest first. */
export function listReviews(ctx: RequestContext, persons: readonly number[]): Promise<ReviewRow[]> {
  return inChunks([...persons], (chunk) =>
    select<ReviewRow>(
      ctx,
      `SELECT id, uid, person, mentor, date, result, note FROM mentor_review WHERE person IN (${marks(chunk)})
       ORDER BY person, date, id`,
      chunk,
    ),
  )
}
