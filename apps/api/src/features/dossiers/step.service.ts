import { LIMITS, procedureStep, reason, type Day, type StepBody } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger, type SeedbedError } from '../../errors/errors.js'
import { may, refuseUnless } from '../../policy/may.js'
import { recordEvents, refuseFuture, type Origin } from '../membership/membership.service.js'
import { bodiesOn, officialOn, unitOfBody, type Bodies } from './bodies.service.js'
import type { DossierFile, StepDraft } from './dossier-file.js'
import { filesOf, holdFile } from './dossier-file.service.js'
import { insertLetters, insertPapers } from './dossier-parts.repository.js'
import { insertStepRules, insertSteps, touchDossiers, type StepRuleRow } from './dossier.repository.js'
import { judge, type Judged } from './judge.service.js'
import { implementing, refusedBy } from './judgement.js'
import { refusePapers } from './papers.service.js'
import { cellOn, eventOfStep, papersOf, type Taken } from './taken-step.js'

const LIVE: Origin = { backfilled: false, batch: null }

/** The bodies of the cell in which the person of a dossier is on a day. */
export async function bodiesOf(ctx: RequestContext, file: DossierFile, day: Day): Promise<Bodies> {
  const bodies = await bodiesOn(ctx, await cellOn(ctx, file, day), day)
  if (!bodies) throw notFound('Organization')
  return bodies
}

const verbOf = (body: StepBody) =>
  body === 'GRASSROOTS' || body === 'DECIDING' ? 'dossiers.decide' : 'dossiers.prepare'

/** Refuses whoever may not take the step of that body there; a level without the power is told who has it. */
export async function refuseStep(
  ctx: RequestContext,
  step: Pick<StepDraft, 'kind' | 'on' | 'decidedBy'>,
  bodies: Bodies,
): Promise<void> {
  const { body } = procedureStep(step.kind)
  const unit = unitOfBody(bodies, body)
  if (!unit || (step.decidedBy !== null && step.decidedBy !== unit.id))
    return refuseUnless(ctx, verbOf(body), bodies.cell.id)
  const isBelow =
    body === 'DECIDING' &&
    !(await may(ctx, 'dossiers.decide', unit.id)) &&
    (await may(ctx, 'dossiers.decide', bodies.cell.id))
  if (isBelow)
    throw refusedBy(
      'DECIDING_BODY',
      await implementing(ctx, step.on),
      '4.3.2',
      reason('NO_POWER', { name: unit.name }),
    )
  await refuseUnless(ctx, verbOf(body), unit.id)
}

/** Refuses what no step may be: a day that is none or ahead, overlong texts, papers that are none. */
export async function refuseDraft(ctx: RequestContext, step: StepDraft): Promise<void> {
  refuseFuture(ctx, step.on)
  refuseLonger('note', step.note, LIMITS.noteLength)
  if (procedureStep(step.kind).follows) throw invalidInput('kind', reason('STEP_FOLLOWS'))
  for (const { subject, addressee } of step.letters)
    for (const [name, text] of Object.entries({ subject, addressee }))
      if (text.trim() === '' || text.length > LIMITS.nameLength)
        throw invalidInput(`letters.${name}`, reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  if (step.kind === 'VERIFY' && step.letters.length === 0)
    throw invalidInput('letters', reason('NEEDS_LETTERS'))
  await refusePapers(ctx, step.papers)
}

/** Judges a step and says by which event of the person it counts. */
export async function take(
  ctx: RequestContext,
  file: DossierFile,
  step: StepDraft,
  bodies: Bodies,
): Promise<Taken> {
  const judged = await judge(ctx, file, step, bodies)
  return { file, step, judged, event: await eventOfStep(ctx, file, step, judged) }
}

/** The rules by which a step was judged, as they are remembered. */
export const rulesOf = (step: number, { judgement }: Judged): StepRuleRow[] =>
  [...judgement.rules.values()].map(({ code, value, per, regulation, article }) => ({
    ...{ step, code, value, per, regulation, article },
  }))

/**
 * Records the events of steps and stores the steps, in a unit of work: by position why some were refused; then nothing
 * is stored. `ids` are the internal ids of their dossiers where these are stored in between (see openings).
 */
export async function storeSteps(
  ctx: RequestContext,
  taken: readonly Taken[],
  origin: Origin,
  dossierOf: (events: ReadonlyMap<Taken, number>) => Promise<(one: Taken) => number>,
): Promise<Map<number, SeedbedError>> {
  const counted = taken.filter(({ event }) => event !== null)
  const events = counted.flatMap(({ event }) => event ?? [])
  const { ids, refused } = await recordEvents(ctx, events, origin)
  if (refused.size > 0)
    return new Map([...refused].map(([index, error]) => [taken.indexOf(counted[index] as Taken), error]))
  const eventOf = new Map(counted.map((one, index) => [one, ids[index] ?? 0]))
  const dossier = await dossierOf(eventOf)
  const recordedOn = today(ctx)
  const rows = await Promise.all(
    taken.map(async (one) => {
      const { step, judged } = one
      const { cell } = judged.judgement.bodies
      const unit = unitOfBody(judged.judgement.bodies, procedureStep(step.kind).body)
      return {
        ...{ uid: uuid(), dossier: dossier(one), kind: step.kind, date: step.on, recordedOn },
        ...{ outcome: judged.outcome, event: eventOf.get(one) ?? null, decidedBy: unit?.id ?? cell.id },
        ...{ votes: step.votes, document: step.document, note: step.note },
        onRecord: step.votes ? await officialOn(ctx, cell.id, step.on) : null,
      }
    }),
  )
  const steps = await insertSteps(ctx, rows)
  await insertStepRules(
    ctx,
    taken.flatMap(({ judged }, index) => rulesOf(steps[index] ?? 0, judged)),
  )
  await insertPapers(
    ctx,
    taken.flatMap((one) =>
      papersOf(one).map((paper) => ({ ...paper, uid: uuid(), dossier: dossier(one), recordedOn })),
    ),
  )
  await insertLetters(
    ctx,
    taken.flatMap((one) =>
      one.step.letters.map((letter) => ({
        ...{ ...letter, uid: uuid(), dossier: dossier(one), sentOn: one.step.on },
        ...{ answeredOn: null, outcome: null, note: null },
      })),
    ),
  )
  return new Map()
}

/**
 * Takes a step of a dossier, for whoever may at the body to which it belongs. `version` is the one that was read: of
 * many who decide at once one does, the others are told (CONFLICT). A step recorded after its day is accepted with its
 * true day; a deadline that has passed refuses nothing.
 */
export function takeStep(
  ctx: RequestContext,
  uid: string,
  version: number,
  step: StepDraft,
): Promise<DossierFile> {
  return inTransaction(ctx, async (tx) => {
    const file = await holdFile(tx, uid, version)
    await refuseDraft(tx, step)
    if (step.kind === 'OPEN') throw conflict(reason('DOSSIER_OPEN_ALREADY'))
    const bodies = await bodiesOf(tx, file, step.on)
    await refuseStep(tx, step, bodies)
    await storeTaken(tx, [await take(tx, file, step, bodies)], LIVE)
    noteChange(tx, {
      object: { kind: 'Dossier', id: uid },
      persons: [file.person.id],
      units: [bodies.cell.id],
      before: { state: file.state },
      after: { state: (await filesOf(tx, [file.id]))[0]?.state, step: step.kind, on: step.on },
    })
    return (await filesOf(tx, [file.id]))[0] ?? file
  })
}

/** Stores steps of dossiers on record; the first that is refused is thrown. */
export async function storeTaken(
  ctx: RequestContext,
  taken: readonly Taken[],
  origin: Origin,
): Promise<void> {
  const refused = await storeSteps(ctx, taken, origin, () => Promise.resolve(({ file }: Taken) => file.id))
  for (const error of refused.values()) throw error
  await touchDossiers(ctx, [...new Set(taken.map(({ file }) => file.id))])
}
