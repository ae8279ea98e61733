import { LIMITS, reason, SCHOOLINGS, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger, type SeedbedError } from '../../errors/errors.js'
import { membersOn, candidaciesOn } from '../membership/standing-on.service.js'
import type { Origin } from '../membership/membership.service.js'
import { loadPersons, type PersonRow } from '../people/person.service.js'
import { bodiesOn, type Bodies } from './bodies.service.js'
import type { DossierFile, PaperFacts, StepDraft } from './dossier-file.js'
import { filesOf } from './dossier-file.service.js'
import { insertDossiers } from './dossier.repository.js'
import { implementing, refusedBy } from './judgement.js'
import { refuseDay } from './papers.service.js'
import { refuseDraft, refuseStep, storeSteps, take } from './step.service.js'
import { draftOfStep, type Taken } from './taken-step.js'

/** What is stated when a dossier is opened. */
export interface OpeningFacts {
  person: number
  on: Day
  foreignMarriage: boolean
  schooling: string | null
  /** A former member whose criminal record was cleared on that day. */
  recordClearedOn: Day | null
  /** A former member who had asked to leave because of very hard family circumstances. */
  leftForHardship: boolean
  document: number | null
  note: string | null
  papers: readonly PaperFacts[]
}

/** A dossier that is being opened: empty, before its first step. */
export function emptyFile(person: PersonRow, organization: number, facts: OpeningFacts): DossierFile {
  const { on, foreignMarriage, schooling, recordClearedOn, leftForHardship, note } = facts
  return {
    ...{ id: 0, uid: uuid(), person, openingEvent: 0, openedOn: on, foreignMarriage, schooling },
    ...{ recordClearedOn, leftForHardship, introducer: null, note, backfilled: false, version: 1 },
    ...{ organization, state: 'VOID', since: on },
    ...{ steps: [], papers: [], letters: [], recommenders: [], approvals: [] },
  }
}

/** Refuses what is stated of an opening and cannot be. */
export async function refuseOpening(ctx: RequestContext, facts: OpeningFacts): Promise<StepDraft> {
  const { schooling, recordClearedOn, note, document, papers, on } = facts
  if (schooling !== null && !Object.hasOwn(SCHOOLINGS, schooling))
    throw invalidInput('schooling', reason('UNKNOWN_CODE'))
  if (recordClearedOn !== null) refuseDay(ctx, 'recordClearedOn', recordClearedOn)
  refuseLonger('note', note, LIMITS.noteLength)
  const step = draftOfStep('OPEN', on, { papers, document, note })
  await refuseDraft(ctx, step)
  return step
}

/** The cell in which somebody may begin a dossier on a day: that of a candidate with a certificate, of no member. */
export async function openingCell(ctx: RequestContext, person: PersonRow, on: Day): Promise<number> {
  const candidacy = (await candidaciesOn(ctx, [person.id], on)).get(person.id)
  if (!candidacy) {
    const member = (await membersOn(ctx, [person.id], on)).get(person.id)
    if (member) throw refusedBy('MEMBER', await implementing(ctx, on), '3.5', reason('MEMBER_ALREADY'))
    throw conflict(reason('NOT_CANDIDATE'))
  }
  return candidacy.organization
}

/** Stores a dossier with its first steps: the event of the opening first, for it names the dossier. */
export function storeOpenings(
  ctx: RequestContext,
  taken: readonly Taken[],
  origin: Origin,
  externalRefs: ReadonlyMap<string, string>,
): Promise<{ refused: Map<number, SeedbedError>; ids: Map<string, number> }> {
  const ids = new Map<string, number>()
  return storeSteps(ctx, taken, origin, async (events) => {
    const openings = taken.filter(({ step }) => step.kind === 'OPEN')
    const stored = await insertDossiers(
      ctx,
      openings.map((one) => ({
        ...one.file,
        person: one.file.person.id,
        openingEvent: events.get(one) ?? 0,
        backfilled: origin.backfilled,
        externalRef: externalRefs.get(one.file.uid) ?? null,
      })),
      origin.batch,
    )
    openings.forEach(({ file }, index) => ids.set(file.uid, stored[index] ?? 0))
    return ({ file }) => ids.get(file.uid) ?? 0
  }).then((refused) => ({ refused, ids }))
}

/**
 * Opens the dossier of a candidate with a certificate, with the application and perhaps other papers. Refused: who is
 * no candidate of a cell of the viewer, a member (RULE_REFUSED), a former member too early or for the second time, a
 * background older than the application, and a second dossier at a time.
 */
export function openDossier(ctx: RequestContext, facts: OpeningFacts): Promise<DossierFile> {
  return inTransaction(ctx, async (tx) => {
    const [person] = await loadPersons(tx, [facts.person])
    if (!person) throw notFound('Person')
    const step = await refuseOpening(tx, facts)
    const bodies = await requireBodies(tx, await openingCell(tx, person, facts.on), facts.on)
    await refuseStep(tx, step, bodies)
    const taken = await take(tx, emptyFile(person, bodies.cell.id, facts), step, bodies)
    const { refused, ids } = await storeOpenings(tx, [taken], { backfilled: false, batch: null }, new Map())
    for (const error of refused.values()) throw error
    const { uid } = taken.file
    noteChange(tx, {
      object: { kind: 'Dossier', id: uid },
      persons: [person.id],
      units: [bodies.cell.id],
      before: null,
      after: { openedOn: facts.on, recordedOn: today(tx) },
    })
    const [file] = await filesOf(tx, [...ids.values()])
    if (!file) throw notFound('Dossier')
    return file
  })
}

/** The bodies of a cell on a day on which it stands. */
export async function requireBodies(ctx: RequestContext, cell: number, on: Day): Promise<Bodies> {
  const bodies = await bodiesOn(ctx, cell, on)
  if (!bodies) throw notFound('Organization')
  return bodies
}
