import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { PersonLook } from '../people/look.type.js'
import { toLook } from '../people/look.view.js'
import { Person } from '../people/person.type.js'
import { loadPersonOrNull } from '../people/person.view.js'
import { loadTheme } from './round.service.js'
import {
  AddInspectionSubjectsInput,
  InspectionRound,
  InspectionSubject,
  OpenPersonInRoundInput,
  SetInspectionSubjectInput,
} from './round.type.js'
import { toRound, toSubject } from './round.view.js'
import { openPersonInRound, setSubject, takeUpSubjects } from './subject.service.js'

@Resolver(() => InspectionSubject)
export class InspectionSubjectResolver {
  @Mutation(() => InspectionRound, { description: 'Takes up units and persons in an open round.' })
  async addInspectionSubjects(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AddInspectionSubjectsInput) input: AddInspectionSubjectsInput,
  ): Promise<InspectionRound> {
    const { roundId, organizationIds, personIds } = input
    return toRound(await takeUpSubjects(ctx, roundId, organizationIds ?? [], personIds ?? []))
  }

  @Mutation(() => InspectionSubject, { description: 'Writes how far the work on a subject has come.' })
  async setInspectionSubject(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetInspectionSubjectInput) input: SetInspectionSubjectInput,
  ): Promise<InspectionSubject> {
    const { id, version, state, result, on, words } = input
    const work = { state, result: result ?? null, on: on ?? null, words: words ?? null }
    return toSubject(await setSubject(ctx, { id, version }, work))
  }

  @Mutation(() => PersonLook, {
    description:
      'Opens a person whom an open round concerns, for an hour. The reason and the round go on record; whoever keeps the person sees them when the round allows it.',
  })
  async openPersonInRound(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OpenPersonInRoundInput) { roundId, personId, reason }: OpenPersonInRoundInput,
  ): Promise<PersonLook> {
    return toLook(await openPersonInRound(ctx, roundId, personId, reason))
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The unit that is inspected, or where the person belonged when the round took them up.',
  })
  async organization(
    @Root() { organizationKey }: InspectionSubject,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, organizationKey, today(ctx)))
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Null for a unit, and where the viewer may not see the person.',
  })
  async person(@Root() { personKey }: InspectionSubject, @Ctx() ctx: RequestContext): Promise<Person | null> {
    return personKey === 0 ? null : loadPersonOrNull(ctx, personKey)
  }
}

@Resolver(() => PersonLook)
export class LookRoundResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the round of inspection is about within which it was; null outside rounds.',
  })
  roundTheme(@Root() { roundKey }: PersonLook, @Ctx() ctx: RequestContext): Promise<string | null> {
    return roundKey === null ? Promise.resolve(null) : loadTheme(ctx, roundKey)
  }
}
