import type { Day, LetterOutcome } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertRows, marks, select, type Row } from '../../database/sql.js'
import type { ApprovalRow, LetterRow, PaperRow, Recommender } from './dossier-file.js'

type Of<T> = T & { dossier: number }

/** Papers of dossiers in the order in which they were recorded. */
export function listPapers(ctx: RequestContext, dossiers: readonly number[]): Promise<PaperRow[]> {
  return inChunks([...dossiers], (chunk) =>
    select<PaperRow>(
      ctx,
      `SELECT uid, dossier, form, dated, received_on AS receivedOn, made_by AS madeBy, recorded_on AS recordedOn, note
       FROM dossier_paper WHERE dossier IN (${marks(chunk)}) ORDER BY dossier, id`,
      chunk,
    ),
  )
}

/** Letters of dossiers in the order in which they were sent. */
export async function listLetters(ctx: RequestContext, dossiers: readonly number[]): Promise<LetterRow[]> {
  const rows = await inChunks([...dossiers], (chunk) =>
    select<Row>(
      ctx,
      `SELECT id, uid, dossier, subject, addressee, abroad, sent_on AS sentOn, answered_on AS answeredOn, outcome, note
       FROM verification_letter WHERE dossier IN (${marks(chunk)}) ORDER BY dossier, sent_on, id`,
      chunk,
    ),
  )
  return rows.map((row) => ({ ...(row as unknown as LetterRow), abroad: Number(row.abroad) === 1 }))
}

/** Members who introduce applicants. */
export async function listRecommenders(
  ctx: RequestContext,
  dossiers: readonly number[],
): Promise<Array<Of<Recommender>>> {
  const rows = await inChunks([...dossiers], (chunk) =>
    select<Row>(
      ctx,
      `SELECT dossier, person, together_since AS togetherSince, substitute FROM dossier_recommender
       WHERE dossier IN (${marks(chunk)}) ORDER BY dossier, id`,
      chunk,
    ),
  )
  return rows.map((row) => ({
    ...(row as unknown as Of<Recommender>),
    substitute: Number(row.substitute) === 1,
  }))
}

/** Approvals of special cases, oldest first. */
export function listApprovals(ctx: RequestContext, dossiers: readonly number[]): Promise<ApprovalRow[]> {
  return inChunks([...dossiers], (chunk) =>
    select<ApprovalRow>(
      ctx,
      `SELECT uid, dossier, special_case AS specialCase, given_by AS givenBy, given_on AS givenOn, document, note
       FROM special_approval WHERE dossier IN (${marks(chunk)}) ORDER BY dossier, given_on, id`,
      chunk,
    ),
  )
}

/** Stores papers. */
export function insertPapers(ctx: RequestContext, papers: readonly PaperRow[]): Promise<void> {
  return insertRows(
    ctx,
    'dossier_paper',
    papers.map(({ uid, dossier, form, dated, receivedOn, madeBy, recordedOn, note }) => ({
      ...{ uid, dossier, form, dated, note },
      ...{ received_on: receivedOn, made_by: madeBy, recorded_on: recordedOn },
    })),
  )
}

/** Stores letters, with their answers where there are any. */
export function insertLetters(
  ctx: RequestContext,
  letters: ReadonlyArray<Omit<LetterRow, 'id'>>,
): Promise<void> {
  return insertRows(
    ctx,
    'verification_letter',
    letters.map(({ uid, dossier, subject, addressee, abroad, sentOn, answeredOn, outcome, note }) => ({
      ...{ uid, dossier, subject, addressee, abroad: abroad ? 1 : 0, outcome, note },
      ...{ sent_on: sentOn, answered_on: answeredOn },
    })),
  )
}

/** Writes the answer to a letter. */
export function writeAnswer(
  ctx: RequestContext,
  id: number,
  answer: { on: Day; outcome: LetterOutcome; note: string | null },
): Promise<void> {
  return execute(ctx, 'UPDATE verification_letter SET answered_on = ?, outcome = ?, note = ? WHERE id = ?', [
    answer.on,
    answer.outcome,
    answer.note,
    id,
  ])
}

/** Stores members who introduce applicants, in place of those of these dossiers. */
export async function rewriteRecommenders(
  ctx: RequestContext,
  dossiers: readonly number[],
  rows: ReadonlyArray<Of<Recommender>>,
): Promise<void> {
  await inChunks([...dossiers], async (chunk) => {
    await execute(ctx, `DELETE FROM dossier_recommender WHERE dossier IN (${marks(chunk)})`, chunk)
    return []
  })
  await insertRows(
    ctx,
    'dossier_recommender',
    rows.map(({ dossier, person, togetherSince, substitute }) => ({
      ...{ dossier, person, together_since: togetherSince, substitute: substitute ? 1 : 0 },
    })),
  )
}

/** Stores approvals. */
export function insertApprovals(ctx: RequestContext, approvals: readonly ApprovalRow[]): Promise<void> {
  return insertRows(
    ctx,
    'special_approval',
    approvals.map(({ uid, dossier, specialCase, givenBy, givenOn, document, note }) => ({
      ...{ uid, dossier, document, note },
      ...{ special_case: specialCase, given_by: givenBy, given_on: givenOn },
    })),
  )
}
