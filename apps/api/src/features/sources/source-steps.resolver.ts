import { INTRODUCERS, reason, type Introducer } from '@seedbed/shared'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { documentIdOf } from '../documents/document.service.js'
import { attributesOf } from '../membership/new-event.js'
import { findOrganization } from '../organizations/organization.service.js'
import { requirePerson } from '../people/person.service.js'
import { Person } from '../people/person.type.js'
import { factsOf, toPerson } from '../people/person.view.js'
import { listSympathisers, strikeCandidates, type StepForMany } from './candidate-steps.service.js'
import {
  acceptHandover,
  declineHandover,
  offerHandover,
  withdrawHandover,
  type Answer,
} from './handover.service.js'
import { IdentifyCandidateInput } from './identify.input.js'
import { identifyCandidate } from './identify.service.js'
import { assignMentors, endMentorship, recordReview } from './mentor.service.js'
import { declareNoSource, endNoSource } from './no-source.service.js'
import { markRequirement } from './requirement-met.service.js'
import {
  AcceptHandoverInput,
  AnswerHandoverInput,
  AssignMentorsInput,
  CandidateHandover,
  CandidateStepInput,
  DeclareNoSourceInput,
  EndMentorshipInput,
  EndNoSourceInput,
  MarkRequirementInput,
  Mentorship,
  NoSourceStatement,
  OfferHandoverInput,
  RecordReviewInput,
  StrikeCandidatesInput,
} from './source.type.js'
import { personsOf } from './persons-input.js'
import { toHandover, toMentorship, toStatement } from './source.view.js'

async function stepOf(ctx: RequestContext, input: CandidateStepInput): Promise<StepForMany> {
  return {
    persons: await personsOf(ctx, input.personIds),
    on: input.on,
    document: await documentIdOf(ctx, input.documentId),
    note: input.note ?? null,
  }
}

const people = (ctx: RequestContext, ids: readonly string[]): Promise<Person[]> =>
  Promise.all(ids.map(async (id) => toPerson(await requirePerson(ctx, id))))

const answerOf = ({ id, version, on, note }: AnswerHandoverInput): Answer => ({
  uid: id,
  version,
  on,
  note: note ?? null,
})

@Resolver()
export class SourceStepsResolver {
  @Mutation(() => Person, { description: 'Puts somebody on record as a candidate of a cell.' })
  async identifyCandidate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => IdentifyCandidateInput) input: IdentifyCandidateInput,
  ): Promise<Person> {
    if ((input.personId ?? null) === null ? !input.person : input.person)
      throw invalidInput('personId', reason('ONE_PERSON'))
    const { introducer } = input
    if (introducer && !Object.hasOwn(INTRODUCERS, introducer))
      throw invalidInput('introducer', reason('UNKNOWN_CODE'))
    const known = input.personId ? await requirePerson(ctx, input.personId) : null
    const person = await identifyCandidate(ctx, {
      organization: (await findOrganization(ctx, input.organizationId)).id,
      person: known?.id ?? factsOf(input.person!),
      on: input.on,
      listed: input.listed ?? false,
      stated: attributesOf(input),
      introducer: (introducer ?? null) as Introducer | null,
      document: await documentIdOf(ctx, input.documentId),
      note: input.note ?? null,
      isSomebodyElse: input.isSomebodyElse ?? false,
    })
    return toPerson(person)
  }

  @Mutation(() => [Person], { description: 'The cells put them on their lists of sympathisers.' })
  async listSympathisers(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CandidateStepInput) input: CandidateStepInput,
  ): Promise<Person[]> {
    await listSympathisers(ctx, await stepOf(ctx, input))
    return people(ctx, input.personIds)
  }

  @Mutation(() => [Person], { description: 'They are no longer candidates.' })
  async strikeCandidates(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => StrikeCandidatesInput) input: StrikeCandidatesInput,
  ): Promise<Person[]> {
    await strikeCandidates(ctx, await stepOf(ctx, input), input.reason)
    return people(ctx, input.personIds)
  }

  @Mutation(() => [Person], { description: 'Each of the mentors is charged to help each of the candidates.' })
  async assignMentors(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AssignMentorsInput) input: AssignMentorsInput,
  ): Promise<Person[]> {
    const mentors = await Promise.all(input.mentorIds.map(async (id) => (await requirePerson(ctx, id)).id))
    await assignMentors(ctx, { ...(await stepOf(ctx, input)), mentors, instead: input.instead ?? false })
    return people(ctx, input.personIds)
  }

  @Mutation(() => Mentorship)
  async endMentorship(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => EndMentorshipInput) { id, version, on }: EndMentorshipInput,
  ): Promise<Mentorship> {
    return toMentorship(await endMentorship(ctx, id, version, on))
  }

  @Mutation(() => Person, { description: 'How a mentor finds a candidate.' })
  async recordReview(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecordReviewInput) input: RecordReviewInput,
  ): Promise<Person> {
    const { personId, mentorId, on, result, note } = input
    const person = await requirePerson(ctx, personId)
    const mentor = (await requirePerson(ctx, mentorId)).id
    await recordReview(ctx, { person: person.id, mentor, on, result, note: note ?? null })
    return toPerson(person)
  }

  @Mutation(() => CandidateHandover, { description: 'Offers a candidate to another unit.' })
  async offerHandover(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OfferHandoverInput) input: OfferHandoverInput,
  ): Promise<CandidateHandover> {
    const person = (await requirePerson(ctx, input.personId)).id
    const to = (await findOrganization(ctx, input.toOrganizationId)).id
    return toHandover(await offerHandover(ctx, { person, to, on: input.on, note: input.note ?? null }))
  }

  @Mutation(() => CandidateHandover, { description: 'Takes an offered candidate into a cell.' })
  async acceptHandover(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AcceptHandoverInput) input: AcceptHandoverInput,
  ): Promise<CandidateHandover> {
    const cell = (await findOrganization(ctx, input.organizationId)).id
    return toHandover(await acceptHandover(ctx, answerOf(input), cell))
  }

  @Mutation(() => CandidateHandover, { description: 'Does not take the candidate; the note says why.' })
  async declineHandover(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AnswerHandoverInput) input: AnswerHandoverInput,
  ): Promise<CandidateHandover> {
    return toHandover(await declineHandover(ctx, answerOf(input)))
  }

  @Mutation(() => CandidateHandover, { description: 'Takes an offer back before it is answered.' })
  async withdrawHandover(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AnswerHandoverInput) input: AnswerHandoverInput,
  ): Promise<CandidateHandover> {
    return toHandover(await withdrawHandover(ctx, answerOf(input)))
  }

  @Mutation(() => NoSourceStatement, { description: 'A unit states that it has no source, and why.' })
  async declareNoSource(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DeclareNoSourceInput) input: DeclareNoSourceInput,
  ): Promise<NoSourceStatement> {
    const { organizationId, documentId, note, ...facts } = input
    const organization = (await findOrganization(ctx, organizationId)).id
    const document = await documentIdOf(ctx, documentId)
    return toStatement(await declareNoSource(ctx, { ...facts, organization, document, note: note ?? null }))
  }

  @Mutation(() => NoSourceStatement, { description: 'The statement no longer holds.' })
  async endNoSource(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => EndNoSourceInput) { id, version, on }: EndNoSourceInput,
  ): Promise<NoSourceStatement> {
    return toStatement(await endNoSource(ctx, id, version, on))
  }

  @Mutation(() => Person, {
    description: 'A candidate has met a requirement of the unit, or has not after all.',
  })
  async markRequirement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => MarkRequirementInput) input: MarkRequirementInput,
  ): Promise<Person> {
    const person = await requirePerson(ctx, input.personId)
    await markRequirement(ctx, {
      person: person.id,
      requirement: input.requirementId,
      metOn: input.metOn ?? null,
      note: input.note ?? null,
    })
    return toPerson(person)
  }
}
