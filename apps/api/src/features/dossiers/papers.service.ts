import {
  isDay,
  LETTER_OUTCOMES,
  LIMITS,
  reason,
  SPECIAL_CASES,
  type Day,
  type Introducer,
  type LetterOutcome,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { membersOn } from '../membership/standing-on.service.js'
import { listForms } from '../rules/dossier-form.service.js'
import { applicationFirst } from './paper-conditions.js'
import { bodiesOn } from './bodies.service.js'
import {
  hasEnded,
  type ApprovalFacts,
  type DossierFile,
  type PaperFacts,
  type Recommender,
} from './dossier-file.js'
import { filesOf, holdFile } from './dossier-file.service.js'
import {
  insertApprovals,
  insertPapers,
  rewriteRecommenders,
  writeAnswer,
} from './dossier-parts.repository.js'
import { touchDossiers, writeIntroducer } from './dossier.repository.js'
import { Judgement } from './judgement.js'
import { draftOfStep } from './taken-step.js'

/** Refuses papers of unknown forms, days that are none or ahead, received before they were made, and overlong texts. */
export async function refusePapers(ctx: RequestContext, papers: readonly PaperFacts[]): Promise<void> {
  if (papers.length === 0) return
  const known = new Set((await listForms(ctx, null)).map(({ code }) => code))
  for (const { form, dated, receivedOn, madeBy, note } of papers) {
    if (!known.has(form)) throw invalidInput('formCode', reason('UNKNOWN_CODE'))
    refuseDay(ctx, 'datedOn', dated)
    if (receivedOn !== null) refuseDay(ctx, 'receivedOn', receivedOn)
    if (receivedOn !== null && receivedOn < dated) throw invalidInput('receivedOn', reason('BEFORE_FROM'))
    refuseLonger('madeBy', madeBy, LIMITS.nameLength)
    refuseLonger('note', note, LIMITS.noteLength)
  }
}

/** Refuses a day that is none or lies ahead. */
export function refuseDay(ctx: RequestContext, field: string, day: Day): void {
  if (!isDay(day)) throw invalidInput(field, reason('NOT_A_DAY'))
  if (day > today(ctx)) throw invalidInput(field, reason('IN_FUTURE'))
}

/** Changes what lies in a dossier that has not ended, for whoever prepares dossiers at its cell. */
function change(
  ctx: RequestContext,
  uid: string,
  version: number,
  work: (tx: RequestContext, file: DossierFile) => Promise<Record<string, unknown>>,
): Promise<DossierFile> {
  return inTransaction(ctx, async (tx) => {
    const file = await holdFile(tx, uid, version)
    await refuseUnless(tx, 'dossiers.prepare', file.organization)
    if (hasEnded(file.state)) throw conflict(reason('DOSSIER_ENDED'))
    const after = await work(tx, file)
    await touchDossiers(tx, [file.id])
    noteChange(tx, {
      object: { kind: 'Dossier', id: uid },
      persons: [file.person.id],
      units: [file.organization],
      before: null,
      after,
    })
    return (await filesOf(tx, [file.id]))[0] ?? file
  })
}

/**
 * Puts papers into a dossier; of the same form the one recorded last counts. Refused (RULE_REFUSED): a background
 * that is older than the application.
 */
export function addPapers(
  ctx: RequestContext,
  uid: string,
  version: number,
  papers: readonly PaperFacts[],
): Promise<DossierFile> {
  return change(ctx, uid, version, async (tx, file) => {
    await refusePapers(tx, papers)
    const bodies = await bodiesOn(tx, file.organization, today(tx))
    if (!bodies) throw notFound('Organization')
    const step = draftOfStep('VERIFY', today(tx), { papers })
    const [refusal] = await applicationFirst(new Judgement(tx, file, step, bodies, true))
    if (refusal) throw refusal
    const recordedOn = today(tx)
    await insertPapers(
      tx,
      papers.map((paper) => ({ ...paper, uid: uuid(), dossier: file.id, recordedOn })),
    )
    return { papers: papers.map(({ form, dated }) => `${form} ${dated}`) }
  })
}

/**
 * Says who introduces the applicant, in place of who was named before. Refused: nobody, the same person twice, the
 * applicant, and (RULE_REFUSED, when the dossier is judged) who is no official member or not together long enough.
 */
export function setRecommenders(
  ctx: RequestContext,
  uid: string,
  version: number,
  facts: { recommenders: readonly Recommender[]; introducer: Introducer | null },
): Promise<DossierFile> {
  return change(ctx, uid, version, async (tx, file) => {
    await refuseRecommenders(tx, file.person.id, facts.recommenders, today(tx))
    await rewriteRecommenders(
      tx,
      [file.id],
      facts.recommenders.map((one) => ({ ...one, dossier: file.id })),
    )
    await writeIntroducer(tx, file.id, facts.introducer)
    return { recommenders: facts.recommenders.length, introducer: facts.introducer }
  })
}

/** Refuses recommenders that cannot be named at all: nobody, somebody twice, the applicant, who is no member on the day. */
export async function refuseRecommenders(
  ctx: RequestContext,
  applicant: number,
  recommenders: readonly Recommender[],
  on: Day,
): Promise<void> {
  const persons = recommenders.map(({ person }) => person)
  if (persons.length === 0 || persons.length > 10)
    throw invalidInput('recommenders', reason('ONE_TO', { limit: 10 }))
  if (new Set(persons).size !== persons.length)
    throw invalidInput('recommenders', reason('RECOMMENDER_TWICE'))
  if (persons.includes(applicant)) throw invalidInput('recommenders', reason('RECOMMENDS_SELF'))
  for (const { togetherSince } of recommenders) refuseDay(ctx, 'togetherSince', togetherSince)
  const members = await membersOn(ctx, persons, on)
  if (persons.some((person) => !members.has(person))) throw conflict(reason('RECOMMENDER_NO_MEMBER'))
}

/** Records the answer to a letter of the verification; refused a second time and before the letter was sent. */
export function answerLetter(
  ctx: RequestContext,
  uid: string,
  version: number,
  answer: { letter: string; on: Day; outcome: LetterOutcome; note: string | null },
): Promise<DossierFile> {
  return change(ctx, uid, version, async (tx, file) => {
    const letter = file.letters.find((one) => one.uid === answer.letter)
    if (!letter) throw notFound('Letter')
    refuseDay(tx, 'on', answer.on)
    if (answer.on < letter.sentOn) throw invalidInput('on', reason('BEFORE_FROM'))
    if (letter.answeredOn !== null) throw conflict(reason('LETTER_ANSWERED'))
    if (!Object.hasOwn(LETTER_OUTCOMES, answer.outcome)) throw invalidInput('outcome', reason('UNKNOWN_CODE'))
    refuseLonger('note', answer.note, LIMITS.noteLength)
    await writeAnswer(tx, letter.id, answer)
    return { letter: letter.addressee, outcome: answer.outcome }
  })
}

/** Refuses an approval of no case, without who gave it, or of a day that is none or lies ahead. */
export function refuseApproval(ctx: RequestContext, facts: ApprovalFacts): void {
  const { specialCase, givenBy, givenOn, note } = facts
  if (!Object.hasOwn(SPECIAL_CASES, specialCase)) throw invalidInput('specialCase', reason('UNKNOWN_CODE'))
  if (givenBy.trim() === '' || givenBy.length > LIMITS.nameLength)
    throw invalidInput('givenBy', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  refuseDay(ctx, 'on', givenOn)
  refuseLonger('note', note, LIMITS.noteLength)
}

/** Records the consent that a special case needs before the decision. */
export function recordApproval(
  ctx: RequestContext,
  uid: string,
  version: number,
  facts: ApprovalFacts,
): Promise<DossierFile> {
  return change(ctx, uid, version, async (tx, file) => {
    refuseApproval(tx, facts)
    await insertApprovals(tx, [{ ...facts, uid: uuid(), dossier: file.id }])
    return { approval: facts.specialCase, on: facts.givenOn }
  })
}
