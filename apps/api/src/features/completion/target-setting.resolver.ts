import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { findOrganization } from '../organizations/organization.service.js'
import { lockTargets, unlockTargets, type LockRow } from '../targets/target-lock.service.js'
import { registerTarget } from '../targets/target-registration.service.js'
import { Target, TargetLock } from '../targets/target.type.js'
import { toTarget } from '../targets/target.view.js'
import { TargetRegistration } from './completion.type.js'
import {
  RegisterTargetInput,
  RemoveTargetInput,
  SetTargetInput,
  TargetYearInput,
} from './target-setting.input.js'
import { stateTarget, withdrawTarget } from './target-setting.service.js'

const toLocks = (rows: readonly LockRow[]): TargetLock[] =>
  rows.map(({ uid, ...lock }) => ({ ...lock, id: uid }))

@Resolver()
export class TargetSettingResolver {
  @Mutation(() => Target, { description: 'Sets a target, or changes one with the version that was read.' })
  async setTarget(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetTargetInput) input: SetTargetInput,
  ): Promise<Target> {
    return toTarget(await stateTarget(ctx, input))
  }

  @Mutation(() => Target, { description: 'Takes a target away, with a reason; answers what it was.' })
  async removeTarget(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RemoveTargetInput) input: RemoveTargetInput,
  ): Promise<Target> {
    return toTarget(await withdrawTarget(ctx, input))
  }

  @Mutation(() => [TargetLock], {
    description: 'Closes a year: targets of the unit and of all below it can no longer be changed for it.',
  })
  async lockTargets(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => TargetYearInput) { organizationId, year, reason }: TargetYearInput,
  ): Promise<TargetLock[]> {
    const { id } = await findOrganization(ctx, organizationId)
    return toLocks(await lockTargets(ctx, id, year, reason))
  }

  @Mutation(() => [TargetLock], { description: 'Opens a closed year again, with a reason that is kept.' })
  async unlockTargets(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => TargetYearInput) { organizationId, year, reason }: TargetYearInput,
  ): Promise<TargetLock[]> {
    const { id } = await findOrganization(ctx, organizationId)
    return toLocks(await unlockTargets(ctx, id, year, reason))
  }

  @Mutation(() => TargetRegistration, {
    description:
      'Registers what a unit wants as its own number for a year, and how many it expects by its end.',
  })
  async registerTarget(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RegisterTargetInput) input: RegisterTargetInput,
  ): Promise<TargetRegistration> {
    const { organizationId, year, wanted = null, expected = null, note = null, version } = input
    const { id } = await findOrganization(ctx, organizationId)
    return registerTarget(ctx, { organization: id, year, wanted, expected, note }, version)
  }
}
