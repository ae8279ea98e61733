import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { addDays } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { toPerson } from '../people/person.view.js'
import { Reorganization, ReorganizationOperation } from './plan.type.js'
import { toReorganization } from './plan.view.js'
import { assignByRule, assignPersons, loadWork, splitPersonsOf } from './work-list.service.js'
import { ShareRuleInput, SplitPersonConnection, SplitWork } from './work-list.type.js'

@Resolver(() => ReorganizationOperation)
export class WorkListResolver {
  @FieldResolver(() => SplitWork, {
    nullable: true,
    description: 'SPLIT: what is to be divided by hand; null for other operations.',
  })
  async work(
    @Root() { key, body, eve }: ReorganizationOperation,
    @Ctx() ctx: RequestContext,
  ): Promise<SplitWork | null> {
    const work = await loadWork(ctx, { id: key, body }, addDays(eve, 1))
    return work && { persons: work.persons.length, assigned: work.assigned, unnamed: work.unnamed }
  }

  @Query(() => SplitPersonConnection, { description: 'Persons of a split cell, by name.' })
  async splitPersons(
    @Ctx() ctx: RequestContext,
    @Arg('operationId', () => ID) operationId: string,
    @Arg('unassigned', () => Boolean, { nullable: true, description: 'Only those that nobody assigned.' })
    unassigned?: boolean,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<SplitPersonConnection> {
    const page = pageArgs(first, after, ['string', 'number'])
    const found = await splitPersonsOf(ctx, operationId, unassigned === true, page)
    return {
      ...found,
      edges: found.edges.map(({ cursor, node }) => ({
        cursor,
        node: { ...node, person: toPerson(node.person) },
      })),
    }
  }

  @Mutation(() => Reorganization, {
    description: 'Assigns persons of a split cell by hand; null: to nobody.',
  })
  async assignPersons(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The reorganization.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the reorganization.' }) version: number,
    @Arg('operationId', () => ID) operationId: string,
    @Arg('personIds', () => [ID]) personIds: string[],
    @Arg('successor', () => Int, { nullable: true, description: 'Position of the successor.' })
    successor?: number,
  ): Promise<Reorganization> {
    const plan = { uid: id, version, operation: operationId }
    return toReorganization(await assignPersons(ctx, plan, personIds, successor ?? null))
  }

  @Mutation(() => Reorganization, {
    description:
      'Assigns persons of a split cell by rules, each by the first that fits. Who was assigned by hand stays; what earlier rules assigned is forgotten.',
  })
  async assignPersonsByRule(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The reorganization.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the reorganization.' }) version: number,
    @Arg('operationId', () => ID) operationId: string,
    @Arg('rules', () => [ShareRuleInput]) rules: ShareRuleInput[],
  ): Promise<Reorganization> {
    return toReorganization(await assignByRule(ctx, { uid: id, version, operation: operationId }, rules))
  }
}
