import { daysBetween, type Introducer } from '@seedbed/shared'
import { INTRODUCERS, reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { refusalOf } from '../../graphql/refusal.js'
import { documentIdOf } from '../documents/document.service.js'
import { attributesOf } from '../membership/new-event.js'
import { findOrganization } from '../organizations/organization.service.js'
import type { Deadline } from './deadline.service.js'
import { lastDay, type DelegationRow } from './delegation.service.js'
import {
  baseOf,
  lastStep,
  type ApprovalRow,
  type DossierFile,
  type LetterRow,
  type PaperFacts,
  type StepDraft,
  type StepRow,
  type Votes,
} from './dossier-file.js'
import type { DossierPaperInput, DossierStepInput, VotesInput } from './dossier.input.js'
import type {
  Delegation,
  Dossier,
  DossierDeadline,
  DossierStep,
  SpecialApproval,
  VerificationLetter,
} from './dossier.type.js'

/** A dossier as the API shows it. */
export function toDossier(file: DossierFile): Dossier {
  const { uid, version, state, since, openedOn, backfilled } = file
  return {
    ...{ file, id: uid, version, state, since, openedOn, backfilled },
    decidedOn: lastStep(file, 'DECISION', 'YES')?.date ?? null,
    ceremonyOn: lastStep(file, 'CEREMONY')?.date ?? null,
    recognizedOn: lastStep(file, 'RECOGNITION')?.date ?? null,
  }
}

/** A step as the API shows it. */
export function toStep(row: StepRow): DossierStep {
  const { uid, kind, date, recordedOn, outcome, votes, onRecord, note, correctedOn, correctionReason } = row
  const daysLate = Math.max(0, daysBetween(date, recordedOn))
  return {
    ...{ row, id: uid, kind, on: date, recordedOn, late: daysLate > 0, daysLate, outcome, note },
    ...{ correctedOn, correctionReason },
    votes: votes && { ...votes, base: baseOf(votes), onRecord },
  }
}

/** A letter as the API shows it. */
export function toLetter({ uid, dossier: _dossier, id: _id, ...rest }: LetterRow): VerificationLetter {
  return { ...rest, id: uid }
}

/** An approval as the API shows it. */
export function toApproval({
  uid,
  givenOn,
  document,
  specialCase,
  givenBy,
  note,
}: ApprovalRow): SpecialApproval {
  return { id: uid, on: givenOn, documentKey: document, specialCase, givenBy, note }
}

/** A deadline as the API shows it. */
export function toDeadline({ due, rule, problem, ...rest }: Deadline): DossierDeadline {
  return {
    ...rest,
    dueOn: due,
    rule: rule?.code ?? null,
    regulation: rule?.regulation ?? null,
    article: rule?.article ?? null,
    problem: problem && refusalOf(problem),
  }
}

/** A delegation as the API shows it. */
export function toDelegation({
  uid,
  version,
  validFrom,
  validTo,
  document,
  note,
}: DelegationRow): Delegation {
  return { id: uid, version, from: validFrom, to: lastDay(validTo), documentKey: document, note }
}

/** Papers of an input. */
export const papersOfInput = (papers: readonly DossierPaperInput[] | undefined): PaperFacts[] =>
  (papers ?? []).map(({ formCode, datedOn, receivedOn = null, madeBy = null, note = null }) => ({
    ...{ form: formCode, dated: datedOn, receivedOn, madeBy, note },
  }))

const votesOf = (votes: VotesInput | undefined): Votes | null =>
  votes
    ? { ...votes, temporarilyAway: votes.temporarilyAway ?? 0, exemptedAbsent: votes.exemptedAbsent ?? 0 }
    : null

/** The introducing organization of an input, or INVALID_INPUT. */
export function introducerOf(value: string | undefined): Introducer | null {
  if (value === undefined) return null
  if (!Object.hasOwn(INTRODUCERS, value)) throw invalidInput('introducer', reason('UNKNOWN_CODE'))
  return value as Introducer
}

/** A step of an input: outer ids become inner ones (NOT_FOUND), codes are checked (INVALID_INPUT). */
export async function stepOfInput(ctx: RequestContext, input: DossierStepInput): Promise<StepDraft> {
  const { kind, on, outcome = null, note = null } = input
  return {
    ...{ kind, on, outcome, note, votes: votesOf(input.votes) },
    decidedBy: input.decidedById ? (await findOrganization(ctx, input.decidedById, on)).id : null,
    document: await documentIdOf(ctx, input.documentId),
    stated: input.stated ? attributesOf(input.stated) : null,
    papers: papersOfInput(input.papers),
    letters: (input.letters ?? []).map(({ subject, addressee, abroad = false }) => ({
      ...{ subject, addressee, abroad },
    })),
  }
}
