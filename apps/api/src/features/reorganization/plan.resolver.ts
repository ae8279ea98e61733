import type { ReorganizationStatus } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { ReorganizationStatusEnum } from '../../graphql/enums.js'
import { pageArgs } from '../../graphql/pagination.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { operationsOf } from './operation.service.js'
import { ReorganizationInput } from './plan.input.js'
import {
  createReorganization,
  deleteReorganization,
  loadOperationCount,
  reorganizationsOf,
  requirePlan,
  updateReorganization,
} from './plan.service.js'
import {
  Reorganization,
  ReorganizationConnection,
  ReorganizationOperationConnection,
  ReorganizationWork,
} from './plan.type.js'
import { toOperation, toReorganization } from './plan.view.js'
import { workOn } from './progress.js'

@Resolver(() => Reorganization)
export class PlanResolver {
  @Query(() => Reorganization)
  async reorganization(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Reorganization> {
    return toReorganization(await requirePlan(ctx, id))
  }

  @Query(() => ReorganizationConnection, { description: 'Reorganizations, the latest day of effect first.' })
  async reorganizations(
    @Ctx() ctx: RequestContext,
    @Arg('organizationId', () => ID, { nullable: true, description: 'Only those of this unit.' })
    organizationId?: string,
    @Arg('status', () => ReorganizationStatusEnum, { nullable: true }) status?: ReorganizationStatus,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<ReorganizationConnection> {
    const page = pageArgs(first, after, ['string', 'number'])
    const found = await reorganizationsOf(
      ctx,
      { organizationId: organizationId ?? null, status: status ?? null },
      page,
    )
    return {
      ...found,
      edges: found.edges.map(({ cursor, node }) => ({ cursor, node: toReorganization(node) })),
    }
  }

  @Mutation(() => Reorganization, { description: 'Begins a draft.' })
  async createReorganization(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ReorganizationInput) input: ReorganizationInput,
  ): Promise<Reorganization> {
    return toReorganization(await createReorganization(ctx, input))
  }

  @Mutation(() => Reorganization, {
    description:
      'States a draft anew: everything of the input, what is absent is taken away. Operations stay.',
  })
  async updateReorganization(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ReorganizationInput) input: ReorganizationInput,
  ): Promise<Reorganization> {
    return toReorganization(await updateReorganization(ctx, id, version, input))
  }

  @Mutation(() => ID, { description: 'Throws a draft away; what was applied once stays on record.' })
  deleteReorganization(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<string> {
    return deleteReorganization(ctx, id, version)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Whose reorganization it is.' })
  async organization(
    @Root() { row }: Reorganization,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, row.organization, row.effectiveOn))
  }

  @FieldResolver(() => Document, { nullable: true, description: 'The decision as a filed document.' })
  document(@Root() { row }: Reorganization, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, row.document)
  }

  @FieldResolver(() => ReorganizationWork, {
    nullable: true,
    description: 'Applying or undoing it: what runs, else what ran last, where this instance knows of it.',
  })
  work(@Root() { id }: Reorganization): ReorganizationWork | null {
    return workOn(id)
  }

  @FieldResolver(() => Int)
  operationCount(@Root() { row }: Reorganization, @Ctx() ctx: RequestContext): Promise<number> {
    return loadOperationCount(ctx, row.id)
  }

  @FieldResolver(() => ReorganizationOperationConnection, { description: 'Its operations, in order.' })
  async operations(
    @Root() { row }: Reorganization,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<ReorganizationOperationConnection> {
    const found = await operationsOf(ctx, row, pageArgs(first, after, ['number']))
    return {
      ...found,
      edges: found.edges.map(({ cursor, node }) => ({ cursor, node: toOperation(node, row) })),
    }
  }
}
