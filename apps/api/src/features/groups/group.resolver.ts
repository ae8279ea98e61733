import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { loadOnDay } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import {
  changeMembership,
  createGroup,
  createGroupSet,
  groupSetsOf,
  loadGroupSet,
  loadGroupsOf,
  loadGroupsOfSet,
  loadMembers,
} from './group.service.js'
import { CreateGroupInput, CreateGroupSetInput, Group, GroupMembershipInput, GroupSet } from './group.type.js'
import { toGroup, toGroupSet } from './group.view.js'

@Resolver(() => GroupSet)
export class GroupSetResolver {
  @Query(() => [GroupSet], { description: 'All sets of groups; their units as of a day (today if absent).' })
  async groupSets(
    @Ctx() ctx: RequestContext,
    @Arg('at', () => DateScalar, { nullable: true }) at?: Day,
  ): Promise<GroupSet[]> {
    return (await groupSetsOf(ctx)).map((row) => toGroupSet(row, at ?? today(ctx)))
  }

  @Mutation(() => GroupSet, { description: 'Makes a set of groups.' })
  async createGroupSet(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateGroupSetInput) input: CreateGroupSetInput,
  ): Promise<GroupSet> {
    return toGroupSet(await createGroupSet(ctx, input.name), today(ctx))
  }

  @FieldResolver(() => [Group], { description: 'By name.' })
  async groups(@Root() set: GroupSet, @Ctx() ctx: RequestContext): Promise<Group[]> {
    return (await loadGroupsOfSet(ctx, set.key)).map((row) => toGroup(row, set.at))
  }
}

@Resolver(() => Group)
export class GroupResolver {
  @Mutation(() => Group, { description: 'Makes a group in a set.' })
  async createGroup(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateGroupInput) input: CreateGroupInput,
  ): Promise<Group> {
    return toGroup(await createGroup(ctx, input), today(ctx))
  }

  @Mutation(() => Group, {
    description:
      'Puts a unit into a group from a day on; it leaves its other group of the same set on that day.',
  })
  async joinGroup(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => GroupMembershipInput) input: GroupMembershipInput,
  ): Promise<Group> {
    return toGroup(await changeMembership(ctx, 'JOIN', input), input.on)
  }

  @Mutation(() => Group, { description: 'Takes a unit out of a group from a day on.' })
  async leaveGroup(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => GroupMembershipInput) input: GroupMembershipInput,
  ): Promise<Group> {
    return toGroup(await changeMembership(ctx, 'LEAVE', input), input.on)
  }

  @FieldResolver(() => GroupSet, { description: 'The set it belongs to.' })
  async groupSet(@Root() group: Group, @Ctx() ctx: RequestContext): Promise<GroupSet> {
    return toGroupSet(await loadGroupSet(ctx, group.setKey), group.at)
  }

  @FieldResolver(() => [Organization], { description: 'Living units in it on a day, by name.' })
  async organizations(
    @Root() group: Group,
    @Ctx() ctx: RequestContext,
    @Arg('at', () => DateScalar, { nullable: true }) at?: Day,
  ): Promise<Organization[]> {
    const day = at ?? group.at
    const ids = await loadMembers(ctx, group.key, day)
    const units = await Promise.all(ids.map((id) => loadOnDay(ctx, id, day)))
    const shown = units.flatMap((unit) => unit ?? [])
    shown.sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id))
    return shown.map(toOrganization)
  }
}

@Resolver(() => Organization)
export class OrganizationGroupsResolver {
  @FieldResolver(() => [Group], { description: 'Groups it is in on the day shown.' })
  async groups(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Group[]> {
    return (await loadGroupsOf(ctx, unit.id, unit.at)).map((row) => toGroup(row, unit.at))
  }
}
