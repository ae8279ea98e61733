import { LIMITS } from '@seedbed/shared'
import { Arg, Ctx, Extensions, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { loadRegistration } from '../targets/target-registration.service.js'
import { toTarget } from '../targets/target.view.js'
import { boardOf } from './board.service.js'
import { completionsOf } from './completion.service.js'
import { BoardRow, CompletionInput, TargetCompletion, TargetRegistration } from './completion.type.js'

@Resolver(() => Organization)
export class OrganizationCompletionResolver {
  @FieldResolver(() => [TargetCompletion], {
    description: 'Every target that the unit has for the year of the as-of date, and how far it has come.',
  })
  async targetCompletions(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CompletionInput) input: CompletionInput,
  ): Promise<TargetCompletion[]> {
    const { asOf, countBasis = null, rounding = null } = input
    const completions = await completionsOf(ctx, unit, { asOf, countBasis, rounding })
    return completions.map((one) => ({ ...one, target: toTarget(one.target) }))
  }

  @Extensions({ listLength: LIMITS.worksheetRows })
  @FieldResolver(() => [BoardRow], {
    description: 'The units directly below: who is ahead, on pace, behind, without target. At most 2,000.',
  })
  async targetBoard(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CompletionInput) { asOf, countBasis }: CompletionInput,
  ): Promise<BoardRow[]> {
    const rows = await boardOf(ctx, unit, { asOf, countBasis: countBasis ?? null })
    return rows.map((row) => ({ ...row, organization: toOrganization(row.organization) }))
  }

  @FieldResolver(() => TargetRegistration, {
    nullable: true,
    description: 'What the unit has registered for itself for a year.',
  })
  targetRegistration(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('year', () => Int) year: number,
  ): Promise<TargetRegistration | null> {
    return loadRegistration(ctx, unit.id, year)
  }
}
