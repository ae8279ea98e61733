import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { LookInput } from '../people/look.type.js'
import { Person } from '../people/person.type.js'
import { loadPerson } from '../people/person.view.js'
import { requestsOf, restrictedSince } from './data-request.service.js'
import { drawUpDataSheet } from './data-sheet.service.js'
import { DataRequest, DataSheet, ProcessingPurpose, SetProcessingPurposeInput } from './personal-data.type.js'
import { toDataRequest, toPurpose } from './personal-data.view.js'
import { purposesOn, setPurpose } from './purpose.service.js'

@Resolver(() => ProcessingPurpose)
export class ProcessingPurposeResolver {
  @Query(() => [ProcessingPurpose], {
    description: 'What personal data is processed for on a day (today if absent), and on what legal basis.',
  })
  async processingPurposes(
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<ProcessingPurpose[]> {
    return (await purposesOn(ctx, on ?? today(ctx))).map(toPurpose)
  }

  @Mutation(() => ProcessingPurpose, { description: 'For whoever administers the installation.' })
  async setProcessingPurpose(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetProcessingPurposeInput) input: SetProcessingPurposeInput,
  ): Promise<ProcessingPurpose> {
    return toPurpose(await setPurpose(ctx, { ...input }))
  }
}

@Resolver(() => DataSheet)
export class DataSheetResolver {
  @Mutation(() => DataSheet, {
    description:
      'Draws up all that is kept of a person, for whoever keeps the person. The reason goes on record.',
  })
  async drawUpDataSheet(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => LookInput) { personId, reason }: LookInput,
  ): Promise<DataSheet> {
    const { person, purposes, requests, ...facts } = await drawUpDataSheet(ctx, personId, reason)
    return {
      ...facts,
      personKey: person,
      purposes: purposes.map(toPurpose),
      requests: requests.map((row) => toDataRequest(ctx, row)),
    }
  }

  @FieldResolver(() => Person, { description: 'With all events and all looks.' })
  person(@Root() { personKey }: DataSheet, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, personKey)
  }
}

@Resolver(() => Person)
export class PersonDataResolver {
  @FieldResolver(() => [DataRequest], {
    description: 'What the person asked for, the latest first; for a keeper.',
  })
  async dataRequests(@Root() { key }: Person, @Ctx() ctx: RequestContext): Promise<DataRequest[]> {
    return (await requestsOf(ctx, key)).map((row) => toDataRequest(ctx, row))
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Since when the person is not shown in lists beyond those who keep them.',
  })
  restrictedSince(@Root() { key }: Person, @Ctx() ctx: RequestContext): Promise<Day | null> {
    return restrictedSince(ctx, key)
  }
}
