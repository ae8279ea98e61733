import { LIMITS, QUERY_LIMITS, reason, type OrganizationQuery, type PersonQuery } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { invalidInput, notFound, refuseLonger } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { loadOnDay } from '../organizations/organization.service.js'
import { checksumOf, draw, sampleChecksum, type FrozenRow } from './evidence-content.js'
import {
  countEvidence,
  findEvidence,
  findEvidenceOf,
  insertEvidence,
  insertSample,
  listEvidence,
  listRows,
  listSamples,
  type EvidenceHead,
  type EvidenceRowKept,
  type SampleRow,
} from './evidence.repository.js'
import { frozenPersons, frozenUnits, type Frozen } from './freeze.service.js'
import { bodyOf } from './saved-query.service.js'

export type { EvidenceHead, EvidenceRowKept, SampleRow } from './evidence.repository.js'

/** What is frozen: a question about units or about persons, and why. */
export interface ToFreeze {
  note: string
  organizations?: OrganizationQuery | null
  persons?: PersonQuery | null
}

/** The answer to a question as it is kept of it. */
export function frozenAnswer(ctx: RequestContext, about: string, body: string): Promise<Frozen> {
  return about === 'UNITS'
    ? frozenUnits(ctx, JSON.parse(body) as OrganizationQuery)
    : frozenPersons(ctx, JSON.parse(body) as PersonQuery)
}

/**
 * Freezes an answer as it is now: question, day, rows, totals, when and by whom, with a checksum over all of it. It
 * is read as any answer is, in the viewer's scope, and never changes after. Refuses what the question is refused for,
 * and more rows than are kept.
 */
export async function freezeEvidence(ctx: RequestContext, input: ToFreeze): Promise<EvidenceHead> {
  const note = input.note.trim()
  refuseLonger('note', note, LIMITS.noteLength)
  const kept = bodyOf(ctx, input)
  const { roots, rows, totals } = await frozenAnswer(ctx, kept.about, kept.body)
  const { asOf } = JSON.parse(kept.body) as { asOf: string }
  return inTransaction(ctx, async (tx) => {
    const head = {
      ...{ ...kept, note, asOf, uid: uuid(), recordedAt: tx.clock.now().toISOString() },
      ...{ account: tx.actor.account, actorName: tx.actor.name.slice(0, 200) || null },
      ...{ rowCount: rows.length, totals: JSON.stringify(totals) },
    }
    const outer = rows.map(({ organizationUid, personUid, content }) => ({
      ...{ organization: organizationUid, person: personUid, content },
    }))
    const checksum = checksumOf({ ...whole(head), rows: outer })
    const inner = rows.map(({ organization, person, content }) => ({ organization, person, content }))
    await insertEvidence(tx, { ...head, checksum }, roots, inner)
    noteChange(tx, { after: { rows: rows.length, checksum, note }, units: [...roots] })
    return requireEvidence(tx, head.uid)
  })
}

type Whole = Pick<EvidenceHead, 'about' | 'note' | 'body' | 'asOf' | 'recordedAt' | 'actorName' | 'totals'>

/** What the checksum is taken over besides the rows. */
function whole({ about, note, body, asOf, recordedAt, actorName, totals }: Whole): Whole {
  return { about, note, body, asOf, recordedAt, actorName, totals }
}

/** Evidence by its outer id. NOT_FOUND unless the viewer may read at every highest unit that it is about. */
export async function requireEvidence(ctx: RequestContext, uid: string): Promise<EvidenceHead> {
  const found = await findEvidence(ctx, uid)
  if (!found) throw notFound('Evidence')
  return found
}

/** The evidence of an internal id, null where it may not be read; many cost one statement. */
export function loadEvidence(ctx: RequestContext, id: number): Promise<EvidenceHead | null> {
  return loader<number, EvidenceHead | null>(ctx, 'evidence', async (ids) => {
    const rows = new Map((await findEvidenceOf(ctx, ids)).map((row) => [Number(row.id), row]))
    return ids.map((one) => rows.get(one) ?? null)
  }).load(id)
}

/** A page of the evidence that the viewer may read, the newest first. */
export async function evidenceList(
  ctx: RequestContext,
  page: Page<['number']>,
): Promise<Connection<EvidenceHead>> {
  const rows = await listEvidence(ctx, page)
  return connection(rows, page.limit, ({ id }) => [id], await countEvidence(ctx))
}

/** Whether everything is as it was frozen: the checksum over what is kept is the one that was written down. */
export async function isUnaltered(ctx: RequestContext, head: EvidenceHead): Promise<boolean> {
  const rows = await listRows(ctx, head)
  const outer = rows.map(({ organizationUid, personUid, content }) => ({
    ...{ organization: organizationUid, person: personUid, content },
  }))
  return rows.length === head.rowCount && checksumOf({ ...whole(head), rows: outer }) === head.checksum
}

/** A page of the rows that the viewer may read, as they were frozen, with their positions. */
export async function evidenceRows(
  ctx: RequestContext,
  head: EvidenceHead,
  { limit, after }: Page<['number']>,
): Promise<Connection<EvidenceRowKept>> {
  const rows = await listRows(ctx, head, { limit, after: after?.[0] ?? -1 })
  const { edges, pageInfo } = connection(rows, limit, ({ position }) => [position], head.rowCount)
  const shown = edges.filter(({ node }) => Number(node.visible) === 1)
  return { edges: shown, pageInfo, totalCount: head.rowCount }
}

/** How a row of evidence differs from the same question asked now. */
export interface RowDifference {
  kind: 'GONE' | 'NEW' | 'CHANGED'
  organization: number
  person: number | null
  before: FrozenRow | null
  now: FrozenRow | null
}

/** The question of evidence asked anew, against what was frozen. */
export interface Rerun {
  unchanged: number
  gone: number
  added: number
  changed: number
  differences: RowDifference[]
}

/** Most differences that are listed; the counts are of all. */
const mostDifferences = 500

/** Asks the question of evidence again, as whoever asks now may, and tells row by row what differs. */
export async function rerunEvidence(ctx: RequestContext, uid: string): Promise<Rerun> {
  const head = await requireEvidence(ctx, uid)
  const now = await frozenAnswer(ctx, head.about, head.body)
  const visible = (await listRows(ctx, head)).filter((row) => Number(row.visible) === 1)
  const keyOf = (row: { organization: number; person: number | null }) =>
    `${row.organization} ${row.person ?? 0}`
  const current = new Map(now.rows.map((row) => [keyOf(row), row]))
  const known = new Set(visible.map(keyOf))
  const parse = (content: string) => JSON.parse(content) as FrozenRow
  const differences = [
    ...visible.flatMap((row): RowDifference[] => {
      const { organization, person, content } = row
      const same = current.get(keyOf(row))
      if (same?.content === content) return []
      const before = parse(content)
      if (!same) return [{ kind: 'GONE', organization, person, before, now: null }]
      return [{ kind: 'CHANGED', organization, person, before, now: parse(same.content) }]
    }),
    ...now.rows.flatMap((row): RowDifference[] => {
      if (known.has(keyOf(row))) return []
      const { organization, person, content } = row
      return [{ kind: 'NEW', organization, person, before: null, now: parse(content) }]
    }),
  ]
  const count = (kind: RowDifference['kind']) => differences.filter((one) => one.kind === kind).length
  const [gone, changed, added] = [count('GONE'), count('CHANGED'), count('NEW')]
  return {
    ...{ gone, changed, added, unchanged: visible.length - gone - changed },
    differences: differences.slice(0, mostDifferences),
  }
}

/** How many are drawn, or what part of all, and the seed. */
export interface SampleWish {
  evidenceId: string
  size?: number | null
  percent?: number | null
  seed: string
}

function sizeOf({ size, percent }: SampleWish, rows: number): number {
  const wrong = () => invalidInput('size', reason('SAMPLE_SIZE', { limit: QUERY_LIMITS.sample }))
  const [n, part] = [size ?? null, percent ?? null]
  if ((n === null) === (part === null)) throw wrong()
  if (n !== null) {
    if (!Number.isInteger(n) || n < 1 || n > QUERY_LIMITS.sample) throw wrong()
    return n
  }
  if (part === null || !(part > 0) || part > 100) throw wrong()
  const wanted = Math.ceil((rows * part) / 100)
  if (wanted > QUERY_LIMITS.sample) throw wrong()
  return wanted
}

/** The unit by which rows are stratified: that above a unit, or the cell of a person. */
async function strataOf(ctx: RequestContext, head: EvidenceHead, rows: readonly EvidenceRowKept[]) {
  const units = await Promise.all(rows.map(({ organization }) => loadOnDay(ctx, organization, head.asOf)))
  return rows.map(({ position, organization }, index) => ({
    position,
    stratum: String(head.about === 'UNITS' ? (units[index]?.parent ?? 0) : organization),
  }))
}

/**
 * Draws a sample of the rows, stratified by unit, the same for the same seed, and keeps it with the evidence. Refuses
 * a size that is none, and no seed.
 */
export async function drawSample(ctx: RequestContext, wish: SampleWish): Promise<SampleRow> {
  const seed = wish.seed.trim()
  if (seed === '' || seed.length > 60) throw invalidInput('seed', reason('BAD_LENGTH', { limit: 60 }))
  return inTransaction(ctx, async (tx) => {
    const head = await requireEvidence(tx, wish.evidenceId)
    const rows = (await listRows(tx, head)).filter((row) => Number(row.visible) === 1)
    const positions = draw(await strataOf(tx, head, rows), sizeOf(wish, rows.length), seed)
    const facts = {
      seed,
      size: wish.size ?? null,
      percent: wish.percent === null || wish.percent === undefined ? null : String(wish.percent),
    }
    const sample = {
      ...facts,
      ...{ uid: uuid(), evidence: head.id, positions: JSON.stringify(positions) },
      ...{ recordedAt: tx.clock.now().toISOString(), actorName: tx.actor.name.slice(0, 200) || null },
      checksum: sampleChecksum(head.checksum, { ...facts, positions }),
    }
    await insertSample(tx, sample)
    noteChange(tx, { after: { seed, drawn: positions.length, checksum: sample.checksum } })
    return sample
  })
}

/** Samples drawn from evidence. */
export function samplesOf(ctx: RequestContext, head: EvidenceHead): Promise<SampleRow[]> {
  return listSamples(ctx, head.id)
}

/** The rows of a sample that the viewer may read. */
export async function rowsOfSample(
  ctx: RequestContext,
  head: EvidenceHead,
  sample: SampleRow,
): Promise<EvidenceRowKept[]> {
  const drawn = new Set(JSON.parse(sample.positions) as number[])
  return (await listRows(ctx, head)).filter(
    ({ position, visible }) => drawn.has(position) && Number(visible) === 1,
  )
}
