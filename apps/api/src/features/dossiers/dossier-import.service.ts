import {
  LETTER_OUTCOMES,
  LIMITS,
  reason,
  type Day,
  type Introducer,
  type LetterOutcome,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { invalidInput, notFound, SeedbedError } from '../../errors/errors.js'
import { loadPersons } from '../people/person.service.js'
import { bodiesOn } from './bodies.service.js'
import type {
  ApprovalFacts,
  DossierFile,
  LetterFacts,
  Recommender,
  StepDraft,
  Votes,
} from './dossier-file.js'
import { insertApprovals, insertLetters, rewriteRecommenders } from './dossier-parts.repository.js'
import { writeIntroducer } from './dossier.repository.js'
import { emptyFile, openingCell, refuseOpening, storeOpenings, type OpeningFacts } from './opening.service.js'
import { refuseApproval, refuseDay, refuseRecommenders } from './papers.service.js'
import { bodiesOf, refuseDraft, take } from './step.service.js'
import { afterStep, draftOfStep, type Taken } from './taken-step.js'

/** A letter of an import, with its answer if there is one. */
export interface ImportedLetter extends LetterFacts {
  sentOn: Day
  answeredOn: Day | null
  outcome: LetterOutcome | null
}

/** A dossier as an import brings it: everything that lies in it, and its steps in order. */
export interface ImportedDossier {
  ref: string | null
  opening: OpeningFacts
  recommenders: readonly Recommender[]
  introducer: Introducer | null
  letters: readonly ImportedLetter[]
  approvals: readonly ApprovalFacts[]
  steps: readonly StepDraft[]
}

/** A step of an import, as it is judged. */
export function draftOfImport(step: {
  kind: StepDraft['kind']
  on: Day
  outcome?: 'YES' | 'NO' | undefined
  votes?:
    | (Omit<Votes, 'temporarilyAway' | 'exemptedAbsent'> & {
        [Name in keyof Votes]?: Votes[Name] | undefined
      })
    | undefined
  note?: string | undefined
}): StepDraft {
  const { kind, on, outcome = null, votes, note = null } = step
  const numbers = votes && {
    ...votes,
    temporarilyAway: votes.temporarilyAway ?? 0,
    exemptedAbsent: votes.exemptedAbsent ?? 0,
  }
  return draftOfStep(kind, on, { outcome, note, votes: numbers ?? null })
}

function refuseLetter(ctx: RequestContext, letter: ImportedLetter): void {
  const { subject, addressee, sentOn, answeredOn, outcome } = letter
  for (const [name, text] of Object.entries({ subject, addressee }))
    if (text.trim() === '' || text.length > LIMITS.nameLength)
      throw invalidInput(`letters.${name}`, reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  refuseDay(ctx, 'letters.sentOn', sentOn)
  if (answeredOn === null) return
  refuseDay(ctx, 'letters.answeredOn', answeredOn)
  if (answeredOn < sentOn) throw invalidInput('letters.answeredOn', reason('BEFORE_FROM'))
  if (outcome === null || !Object.hasOwn(LETTER_OUTCOMES, outcome))
    throw invalidInput('letters.outcome', reason('UNKNOWN_CODE'))
}

/** Judges a dossier step after step as if it were taken live, each by the rules of its day; the first refusal is thrown. */
async function judged(ctx: RequestContext, item: ImportedDossier): Promise<Taken[]> {
  const { opening, recommenders, introducer, letters, approvals, steps } = item
  const [person] = await loadPersons(ctx, [opening.person])
  if (!person) throw notFound('Person')
  if (recommenders.length > 0) await refuseRecommenders(ctx, person.id, recommenders, opening.on)
  for (const letter of letters) refuseLetter(ctx, letter)
  for (const approval of approvals) refuseApproval(ctx, approval)
  const first = await refuseOpening(ctx, opening)
  const cell = await openingCell(ctx, person, opening.on)
  let file: DossierFile = {
    ...emptyFile(person, cell, opening),
    recommenders: [...recommenders],
    introducer,
    letters: letters.map((letter) => ({ ...letter, id: 0, uid: '', dossier: 0, note: null })),
    approvals: approvals.map((approval) => ({ ...approval, uid: '', dossier: 0 })),
  }
  const taken: Taken[] = []
  for (const step of [first, ...steps]) {
    if (step.kind !== 'OPEN')
      await refuseDraft(ctx, { ...step, letters: step.kind === 'VERIFY' ? letters : [] })
    const bodies =
      step.kind === 'OPEN' ? await bodiesOn(ctx, cell, step.on) : await bodiesOf(ctx, file, step.on)
    if (!bodies) throw notFound('Organization')
    const one = await take(ctx, file, step, bodies)
    taken.push(one)
    file = afterStep(one, today(ctx))
  }
  return taken
}

/**
 * Stores dossiers of an import with all that lies in them, many at once, in a unit of work: each is judged as if it had
 * been taken step by step. Answers internal ids, or by position why some were refused; then nothing is stored.
 */
export async function addDossiers(
  ctx: RequestContext,
  items: readonly ImportedDossier[],
  batch: number,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const all: Taken[] = []
  const of: number[] = []
  const uids: string[] = []
  for (const [index, item] of items.entries()) {
    try {
      const taken = await judged(ctx, item)
      uids.push(taken[0]?.file.uid ?? '')
      all.push(...taken)
      of.push(...taken.map(() => index))
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  }
  if (refused.size > 0) return { ids: [], refused }
  const refs = new Map(
    items.flatMap(({ ref }, index) => (ref === null ? [] : [[uids[index] ?? '', ref] as const])),
  )
  const stored = await storeOpenings(ctx, all, { backfilled: true, batch }, refs)
  for (const [position, error] of stored.refused) refused.set(of[position] ?? 0, error)
  if (refused.size > 0) return { ids: [], refused }
  const ids = uids.map((uid) => stored.ids.get(uid) ?? 0)
  await storeParts(ctx, items, ids)
  return { ids, refused }
}

async function storeParts(
  ctx: RequestContext,
  items: readonly ImportedDossier[],
  ids: readonly number[],
): Promise<void> {
  const each = <T>(of: (item: ImportedDossier) => readonly T[]) =>
    items.flatMap((item, index) => of(item).map((one) => ({ ...one, uid: uuid(), dossier: ids[index] ?? 0 })))
  await insertLetters(
    ctx,
    each(({ letters }) => letters.map((letter) => ({ ...letter, note: null }))),
  )
  await insertApprovals(
    ctx,
    each(({ approvals }) => approvals),
  )
  await rewriteRecommenders(
    ctx,
    ids,
    each(({ recommenders }) => recommenders),
  )
  for (const [index, { introducer }] of items.entries())
    if (introducer) await writeIntroducer(ctx, ids[index] ?? 0, introducer)
}
