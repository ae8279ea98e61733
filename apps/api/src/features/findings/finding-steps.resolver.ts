import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import {
  actsOn,
  answerFinding,
  closeFinding,
  loadSteps,
  recheckFinding,
  reopenFinding,
  withdrawFinding,
} from './finding-steps.service.js'
import { recordFinding } from './finding.service.js'
import {
  Finding,
  FindingStep,
  FindingStepInput,
  RecheckFindingInput,
  RecordFindingInput,
  ReopenFindingInput,
} from './finding.type.js'
import { toFinding, toStep } from './finding.view.js'

@Resolver(() => Finding)
export class FindingStepsResolver {
  @Mutation(() => Finding, { description: 'Makes a finding; praise is closed as soon as it is made.' })
  async recordFinding(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecordFindingInput) input: RecordFindingInput,
  ): Promise<Finding> {
    const { kind, words, organizationId, personId, targetId, documentId, dossierId } = input
    const about = {
      organizationId: organizationId ?? null,
      personId: personId ?? null,
      targetId: targetId ?? null,
      documentId: documentId ?? null,
      dossierId: dossierId ?? null,
    }
    const { roundId, inspectingId, responsibleId, evidenceId, dueOn } = input
    const row = await recordFinding(ctx, {
      ...{ kind, words, ...about },
      roundId: roundId ?? null,
      inspectingId: inspectingId ?? null,
      responsibleId: responsibleId ?? null,
      evidenceId: evidenceId ?? null,
      dueOn: dueOn ?? null,
    })
    return toFinding(ctx, row)
  }

  @Mutation(() => Finding, { description: 'Answers a finding for the unit that is responsible.' })
  async answerFinding(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FindingStepInput) input: FindingStepInput,
  ): Promise<Finding> {
    return toFinding(ctx, await answerFinding(ctx, input))
  }

  @Mutation(() => Finding, { description: 'Says after an answer whether what was found is mended.' })
  async recheckFinding(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecheckFindingInput) { mended, ...input }: RecheckFindingInput,
  ): Promise<Finding> {
    return toFinding(ctx, await recheckFinding(ctx, input, mended))
  }

  @Mutation(() => Finding, { description: 'Closes a finding that a re-check found mended.' })
  async closeFinding(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FindingStepInput) input: FindingStepInput,
  ): Promise<Finding> {
    return toFinding(ctx, await closeFinding(ctx, input))
  }

  @Mutation(() => Finding, { description: 'Asks the unit anew, with another due date.' })
  async reopenFinding(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ReopenFindingInput) { dueOn, ...input }: ReopenFindingInput,
  ): Promise<Finding> {
    return toFinding(ctx, await reopenFinding(ctx, input, dueOn))
  }

  @Mutation(() => Finding, { description: 'Takes a finding back; it and its steps stay on record.' })
  async withdrawFinding(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FindingStepInput) input: FindingStepInput,
  ): Promise<Finding> {
    return toFinding(ctx, await withdrawFinding(ctx, input))
  }

  @FieldResolver(() => [FindingStep], { description: 'Every step, in order.' })
  async steps(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<FindingStep[]> {
    return (await loadSteps(ctx, row.id)).map(toStep)
  }

  @FieldResolver(() => Boolean, { description: 'Answer for the responsible unit, now.' })
  async viewerCanAnswer(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await actsOn(ctx, row)).answer
  }

  @FieldResolver(() => Boolean)
  async viewerCanRecheck(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await actsOn(ctx, row)).recheck
  }

  @FieldResolver(() => Boolean)
  async viewerCanClose(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await actsOn(ctx, row)).close
  }

  @FieldResolver(() => Boolean)
  async viewerCanReopen(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await actsOn(ctx, row)).reopen
  }

  @FieldResolver(() => Boolean)
  async viewerCanWithdraw(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await actsOn(ctx, row)).withdraw
  }
}
