import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import {
  AdmissionInput,
  AttributeChangeInput,
  CorrectionInput,
  CourseCompletionInput,
  IntroductionInput,
  OpeningMemberInput,
  PersonEventInput,
  RemovalInput,
  RestorationInput,
  TransferInInput,
  TransferInput,
  TransferOutInput,
} from './membership.input.js'
import { correctEvent, recordEvent } from './membership.service.js'
import { PersonEvent } from './membership.type.js'
import { toPersonEvent } from './membership.view.js'
import { newEventOf } from './new-event.js'

@Resolver()
export class RecordEventResolver {
  @Mutation(() => PersonEvent, {
    description: 'Names a person who is counted in the opening balance of the cell.',
  })
  async recordOpeningMember(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OpeningMemberInput) input: OpeningMemberInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'OPENING_MEMBER', input)))
  }

  @Mutation(() => PersonEvent, { description: 'A union or association introduces an outstanding person.' })
  async recordIntroduction(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => IntroductionInput) input: IntroductionInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'INTRODUCTION', input)))
  }

  @Mutation(() => PersonEvent, { description: 'The awareness course was completed.' })
  async recordCourseCompletion(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CourseCompletionInput) input: CourseCompletionInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'COURSE_COMPLETION', input)))
  }

  @Mutation(() => PersonEvent, { description: 'The admission was decided.' })
  async recordAdmission(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AdmissionInput) input: AdmissionInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'ADMISSION', input)))
  }

  @Mutation(() => PersonEvent, { description: 'The readmission of a former member was decided.' })
  async recordReadmission(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AdmissionInput) input: AdmissionInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'READMISSION', input)))
  }

  @Mutation(() => PersonEvent, { description: 'A former member is a member again, without a new admission.' })
  async recordRestoration(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RestorationInput) input: RestorationInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'RESTORATION', input)))
  }

  @Mutation(() => PersonEvent, {
    description: 'Degree, political theory, Youth Union or occupation are different from that day on.',
  })
  async recordAttributeChange(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AttributeChangeInput) input: AttributeChangeInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'ATTRIBUTE_CHANGE', input)))
  }

  @Mutation(() => PersonEvent, { description: 'The ceremony was held.' })
  async recordCeremony(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => PersonEventInput) input: PersonEventInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'CEREMONY', input)))
  }

  @Mutation(() => PersonEvent, { description: 'Recognized as an official member.' })
  async recordRecognition(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => PersonEventInput) input: PersonEventInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'RECOGNITION', input)))
  }

  @Mutation(() => PersonEvent, { description: 'To another cell within the system: out there, in here.' })
  async recordTransfer(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => TransferInput) input: TransferInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'TRANSFER', input)))
  }

  @Mutation(() => PersonEvent, { description: 'A member comes from outside the system.' })
  async recordTransferIn(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => TransferInInput) input: TransferInInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'TRANSFER_IN', input)))
  }

  @Mutation(() => PersonEvent, { description: 'A member leaves the system.' })
  async recordTransferOut(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => TransferOutInput) input: TransferOutInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'TRANSFER_OUT', input)))
  }

  @Mutation(() => PersonEvent, { description: 'The membership ended.' })
  async recordRemoval(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RemovalInput) input: RemovalInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'REMOVAL', input)))
  }

  @Mutation(() => PersonEvent, { description: 'The member died.' })
  async recordDeath(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => PersonEventInput) input: PersonEventInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await recordEvent(ctx, await newEventOf(ctx, 'DEATH', input)))
  }

  @Mutation(() => PersonEvent, {
    description:
      'Reverses an event that was recorded wrongly; it stays on record. Then record what is right.',
  })
  async correctEvent(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CorrectionInput) input: CorrectionInput,
  ): Promise<PersonEvent> {
    return toPersonEvent(await correctEvent(ctx, input.id, input.version, input.reason))
  }
}
