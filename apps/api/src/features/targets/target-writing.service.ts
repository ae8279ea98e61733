import { dayInVietNam, reason, yearOf } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { conflict, invalidInput, notFound, SeedbedError, staleVersion } from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import { refuseUnknownCodes } from './target-codes.service.js'
import { listClosedYears, type ClosedYear } from './target-lock.repository.js'
import { insertRevisions, type NewRevision } from './target-revision.repository.js'
import { clashes, factsOf, faultOfLife, refuseFacts, type TargetChange } from './target-rules.js'
import {
  insertTargets,
  listTargets,
  lockLives,
  markRemoved,
  updateTargetRow,
  type TargetFacts,
  type TargetRow,
} from './target.repository.js'

/** What is kept with a revision. `backfilled`: recorded after the fact; absent: where the year has ended. */
export interface Recording {
  reason: string | null
  backfilled?: boolean
  batch?: number | null
}

/** A change that may be made. */
interface Sound {
  index: number
  facts: TargetFacts | null
  row: TargetRow | null
}

interface Surroundings {
  lives: Map<number, { opened: string; closed: string }>
  standing: Map<number, TargetRow[]>
  closed: readonly ClosedYear[]
}

const unitOf = (change: TargetChange) =>
  change.facts === null ? change.organization : change.facts.organization

const sameFacts = (a: TargetFacts, b: TargetFacts) =>
  (Object.keys(a) as Array<keyof TargetFacts>).every((name) => a[name] === b[name])

function refuseClosed(closed: readonly ClosedYear[], { organization, yearFrom, yearTo }: TargetFacts): void {
  const found = closed.find(
    (one) => one.organization === organization && one.year >= yearFrom && one.year <= yearTo,
  )
  if (found) throw conflict(reason('TARGET_LOCKED', { year: found.year }))
}

function soundChange(change: TargetChange, index: number, around: Surroundings): Sound {
  const own = around.standing.get(unitOf(change)) ?? []
  const { existing } = change
  const row = existing === null ? null : (own.find(({ uid }) => uid === existing.uid) ?? null)
  if (existing !== null) {
    if (!row) throw notFound('Target')
    if (row.version !== existing.version) throw staleVersion('The target', existing.version, row.version)
    refuseClosed(around.closed, row)
  }
  if (change.facts === null) return { index, facts: null, row }
  const facts = factsOf(change.facts)
  refuseFacts(facts)
  const life = around.lives.get(facts.organization)
  if (!life) throw notFound('Organization')
  const fault = faultOfLife(facts, life)
  if (fault) throw fault
  refuseClosed(around.closed, facts)
  if (own.some((other) => other !== row && clashes(other, facts))) throw conflict(reason('TARGET_EXISTS'))
  return { index, facts, row }
}

/** As the unit's targets will be after the change, for those that follow. */
function apply({ facts, row }: Sound, around: Surroundings): void {
  const unit = facts?.organization ?? row?.organization ?? 0
  const others = (around.standing.get(unit) ?? []).filter((one) => one !== row)
  const changed = facts ? [{ id: 0, uid: '', version: 0, backfilled: 0, ...row, ...facts }] : []
  around.standing.set(unit, [...others, ...changed])
}

/**
 * Sets, changes and removes targets, many at once, in a unit of work, and keeps a revision of each; what stays as it
 * is gets none. Units are held first, so that of two who change the same target at once the second is told. Answers
 * internal ids by position (0 for what was removed), or by position why some were refused: then nothing is stored.
 * Refused: see refuseFacts; a second target of a kind for a year (CONFLICT), an outdated version (CONFLICT), a
 * locked year (CONFLICT), a unit that does not live in these years (DATE_OUT_OF_RANGE), unknown codes.
 */
export async function writeTargets(
  ctx: RequestContext,
  changes: readonly TargetChange[],
  recording: Recording,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const around = await surroundingsOf(ctx, changes)
  const codes = await refuseUnknownCodes(ctx, changes)
  const sound: Sound[] = []
  changes.forEach((change, index) => {
    try {
      if (change.facts) codes(change.facts)
      const one = soundChange(change, index, around)
      apply(one, around)
      sound.push(one)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  if (sound.length === 1) noteTarget(ctx, sound[0] as Sound)
  return { ids: await store(ctx, sound, recording), refused }
}

/** For the audit log, where one target is set alone; of many it has the count, and the revisions have each. */
function noteTarget(ctx: RequestContext, { facts, row }: Sound): void {
  noteChange(ctx, {
    ...(row ? { before: { ...row } } : {}),
    ...(facts ? { after: { ...row, ...facts } } : {}),
  })
}

async function surroundingsOf(ctx: RequestContext, changes: readonly TargetChange[]): Promise<Surroundings> {
  const units = [...new Set(changes.map(unitOf))]
  const lives = await lockLives(ctx, units)
  const standing = await listTargets(ctx, units, { from: 0, to: 9_999 })
  return {
    lives: new Map(lives.map((life) => [life.id, life])),
    standing: groupBy(standing, ({ organization }) => organization),
    closed: await listClosedYears(ctx, units, today(ctx)),
  }
}

async function store(ctx: RequestContext, sound: readonly Sound[], recording: Recording): Promise<number[]> {
  const { reason: why, batch = null } = recording
  const year = yearOf(dayInVietNam(ctx.clock.now()))
  const isLate = (facts: TargetFacts) => recording.backfilled ?? facts.yearTo < year
  const ids = sound.map(({ facts, row }) => (facts ? (row?.id ?? 0) : 0))
  const revisions: NewRevision[] = []
  const revise = (target: number, number: number, facts: TargetFacts, removed: boolean) =>
    revisions.push({
      ...{ target, number, facts, removed, reason: why, backfilled: isLate(facts) },
      ...{ recordedAt: ctx.clock.now().toISOString() },
      ...{ actor: ctx.actor.account, actorName: actorName(ctx) },
    })
  const fresh = sound.flatMap(({ facts, row, index }) => (facts && !row ? [{ facts, index }] : []))
  const added = await insertTargets(
    ctx,
    fresh.map(({ facts }) => ({ ...facts, uid: uuid(), backfilled: isLate(facts) })),
    batch,
  )
  fresh.forEach(({ facts, index }, position) => {
    ids[index] = added[position] ?? 0
    revise(ids[index], 1, facts, false)
  })
  const gone = sound.flatMap(({ facts, row }) => (row && !facts ? [row] : []))
  await markRemoved(
    ctx,
    gone.map(({ id }) => id),
  )
  for (const row of gone) revise(row.id, row.version + 1, row, true)
  for (const { facts, row } of sound) {
    if (!facts || !row || sameFacts(facts, row)) continue
    await updateTargetRow(ctx, row.id, facts)
    revise(row.id, row.version + 1, facts, false)
  }
  await insertRevisions(ctx, revisions)
  return ids
}

/** Who acts, by name; null while nobody has signed in. */
export function actorName(ctx: RequestContext): string | null {
  return ctx.actor.name.slice(0, 200) || null
}

/** Refuses a reason that is missing, for acts that need one. */
export function requireReason(why: string | null | undefined): string {
  const words = why?.trim() ?? ''
  if (words === '') throw invalidInput('reason', reason('NEEDS_REASON'))
  return words
}
