import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { documentIdOf } from '../documents/document.service.js'
import { requirePerson } from '../people/person.service.js'
import { correctStep } from './correct.service.js'
import {
  AddDossierPapersInput,
  AnswerLetterInput,
  CorrectDossierStepInput,
  DossierStepInput,
  OpenDossierInput,
  SetRecommendersInput,
  SpecialApprovalInput,
} from './dossier.input.js'
import { Dossier } from './dossier.type.js'
import { introducerOf, papersOfInput, stepOfInput, toDossier } from './dossier.view.js'
import { openDossier } from './opening.service.js'
import { addPapers, answerLetter, recordApproval, setRecommenders } from './papers.service.js'
import { takeStep } from './step.service.js'

@Resolver()
export class DossierStepsResolver {
  @Mutation(() => Dossier, { description: 'Opens the dossier of a candidate with a certificate.' })
  async openDossier(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OpenDossierInput) input: OpenDossierInput,
  ): Promise<Dossier> {
    const facts = {
      person: (await requirePerson(ctx, input.personId)).id,
      on: input.on,
      papers: papersOfInput(input.papers),
      schooling: input.schooling ?? null,
      foreignMarriage: input.foreignMarriage ?? false,
      recordClearedOn: input.recordClearedOn ?? null,
      leftForHardship: input.leftForHardship ?? false,
      document: await documentIdOf(ctx, input.documentId),
      note: input.note ?? null,
    }
    return toDossier(await openDossier(ctx, facts))
  }

  @Mutation(() => Dossier, {
    description:
      'Takes a step. Refused (RULE_REFUSED with rule, regulation and article) by the rules in force on its day; of many who decide at once one does.',
  })
  async recordDossierStep(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DossierStepInput) input: DossierStepInput,
  ): Promise<Dossier> {
    const step = await stepOfInput(ctx, input)
    return toDossier(await takeStep(ctx, input.dossierId, input.version, step))
  }

  @Mutation(() => Dossier, { description: 'Takes back the last step; it stays on record, marked.' })
  async correctDossierStep(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CorrectDossierStepInput) input: CorrectDossierStepInput,
  ): Promise<Dossier> {
    const { dossierId, version, stepId, reason: words } = input
    return toDossier(await correctStep(ctx, dossierId, version, { step: stepId, reason: words }))
  }

  @Mutation(() => Dossier, { description: 'Puts papers into a dossier.' })
  async addDossierPapers(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AddDossierPapersInput) input: AddDossierPapersInput,
  ): Promise<Dossier> {
    return toDossier(await addPapers(ctx, input.dossierId, input.version, papersOfInput(input.papers)))
  }

  @Mutation(() => Dossier, {
    description: 'Says who introduces the applicant, in place of who was named before.',
  })
  async setRecommenders(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetRecommendersInput) input: SetRecommendersInput,
  ): Promise<Dossier> {
    const recommenders = await Promise.all(
      input.recommenders.map(async ({ personId, togetherSince, substitute = false }) => ({
        person: (await requirePerson(ctx, personId)).id,
        togetherSince,
        substitute,
      })),
    )
    const facts = { recommenders, introducer: introducerOf(input.introducer) }
    return toDossier(await setRecommenders(ctx, input.dossierId, input.version, facts))
  }

  @Mutation(() => Dossier, { description: 'Records the answer to a letter of the verification.' })
  async answerLetter(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AnswerLetterInput) input: AnswerLetterInput,
  ): Promise<Dossier> {
    const { dossierId, version, letterId, on, outcome, note = null } = input
    return toDossier(await answerLetter(ctx, dossierId, version, { letter: letterId, on, outcome, note }))
  }

  @Mutation(() => Dossier, { description: 'Records the consent that a special case needs.' })
  async recordSpecialApproval(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SpecialApprovalInput) input: SpecialApprovalInput,
  ): Promise<Dossier> {
    const { dossierId, version, specialCase, on, givenBy, documentId, note = null } = input
    const document = await documentIdOf(ctx, documentId)
    const facts = { specialCase, givenOn: on, givenBy, document, note }
    return toDossier(await recordApproval(ctx, dossierId, version, facts))
  }
}
