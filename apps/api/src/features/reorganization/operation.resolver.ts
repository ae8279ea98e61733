import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { loadByUid } from '../organizations/unit-lookup.service.js'
import { addOperations, changeOperation, removeOperations, replaceOperations } from './operation.service.js'
import { OperationInput, OperationsInput } from './plan.input.js'
import { OperationUnit, Reorganization } from './plan.type.js'
import { toReorganization } from './plan.view.js'

@Resolver(() => OperationUnit)
export class OperationResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      'The unit on the day before the reorganization; null for one that is founded, or out of scope.',
  })
  async organization(
    @Root() { unit, eve }: OperationUnit,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return 'id' in unit ? toOrganizationOrNull(await loadByUid(ctx, unit.id, eve)) : null
  }

  @Mutation(() => Reorganization, {
    description:
      'Appends operations to a draft, all of them or none. A fault names its operation: operations.3.units.',
  })
  async addOperations(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OperationsInput) { id, version, operations }: OperationsInput,
  ): Promise<Reorganization> {
    return toReorganization(await addOperations(ctx, id, version, operations))
  }

  @Mutation(() => Reorganization, { description: 'Puts other operations in place of all that a draft has.' })
  async replaceOperations(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OperationsInput) { id, version, operations }: OperationsInput,
  ): Promise<Reorganization> {
    return toReorganization(await replaceOperations(ctx, id, version, operations))
  }

  @Mutation(() => Reorganization, {
    description: 'States one operation of a draft anew; persons assigned by it are to be assigned again.',
  })
  async changeOperation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The reorganization.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the reorganization.' }) version: number,
    @Arg('operationId', () => ID) operationId: string,
    @Arg('operation', () => OperationInput) operation: OperationInput,
  ): Promise<Reorganization> {
    return toReorganization(await changeOperation(ctx, id, version, operationId, operation))
  }

  @Mutation(() => Reorganization, { description: 'Takes operations out of a draft.' })
  async removeOperations(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The reorganization.' }) id: string,
    @Arg('version', () => Int, { description: 'Of the reorganization.' }) version: number,
    @Arg('operationIds', () => [ID]) operationIds: string[],
  ): Promise<Reorganization> {
    return toReorganization(await removeOperations(ctx, id, version, operationIds))
  }
}
