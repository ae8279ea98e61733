import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { Person } from '../people/person.type.js'
import { loadPersonOrNull } from '../people/person.view.js'
import {
  answerDataRequest,
  carryOutDataRequest,
  dataRequests,
  extendDataRequest,
  liftRestriction,
  recordDataRequest,
} from './data-request.service.js'
import {
  AnswerDataRequestInput,
  DataRequest,
  DataRequestConnection,
  DataRequestInput,
  RecordDataRequestInput,
} from './personal-data.type.js'
import { toDataRequest } from './personal-data.view.js'

@Resolver(() => DataRequest)
export class DataRequestResolver {
  @Query(() => DataRequestConnection, {
    description: 'What persons of the units where the viewer keeps persons asked for, the latest first.',
  })
  async dataRequests(
    @Ctx() ctx: RequestContext,
    @Arg('openOnly', () => Boolean, { nullable: true }) openOnly?: boolean,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<DataRequestConnection> {
    const page = await dataRequests(ctx, openOnly ?? false, pageArgs(first, after, ['number']))
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toDataRequest(ctx, node) })),
    }
  }

  @Mutation(() => DataRequest, { description: 'Puts on record what a person asks for; for a keeper.' })
  async recordDataRequest(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecordDataRequestInput) input: RecordDataRequestInput,
  ): Promise<DataRequest> {
    const { receivedOn, ...asked } = input
    return toDataRequest(
      ctx,
      await recordDataRequest(ctx, { ...asked, receivedOn: receivedOn ?? today(ctx) }),
    )
  }

  @Mutation(() => DataRequest, { description: 'Answers a request; one that is refused is closed.' })
  async answerDataRequest(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AnswerDataRequestInput) { answer, accepted, ...seen }: AnswerDataRequestInput,
  ): Promise<DataRequest> {
    return toDataRequest(ctx, await answerDataRequest(ctx, seen, answer, accepted))
  }

  @Mutation(() => DataRequest, { description: 'Gives a request more time, once.' })
  async extendDataRequest(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DataRequestInput) input: DataRequestInput,
  ): Promise<DataRequest> {
    return toDataRequest(ctx, await extendDataRequest(ctx, input))
  }

  @Mutation(() => DataRequest, {
    description: 'Says that an answered request is carried out. A restriction holds from then on.',
  })
  async carryOutDataRequest(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DataRequestInput) input: DataRequestInput,
  ): Promise<DataRequest> {
    return toDataRequest(ctx, await carryOutDataRequest(ctx, input))
  }

  @Mutation(() => DataRequest, { description: 'Ends a restriction that holds.' })
  async liftRestriction(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DataRequestInput) input: DataRequestInput,
  ): Promise<DataRequest> {
    return toDataRequest(ctx, await liftRestriction(ctx, input))
  }

  @FieldResolver(() => Person, { nullable: true })
  person(@Root() { personKey }: DataRequest, @Ctx() ctx: RequestContext): Promise<Person | null> {
    return loadPersonOrNull(ctx, personKey)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Where the person belonged when it came in.',
  })
  async organization(
    @Root() { organizationKey }: DataRequest,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, organizationKey, today(ctx)))
  }
}
