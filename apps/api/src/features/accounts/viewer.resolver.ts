import type { Role } from '@seedbed/shared'
import { Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import { signInFirst } from '../../auth/signed-in.js'
import type { RequestContext } from '../../context.js'
import { RoleEnum } from '../../graphql/enums.js'
import { mayAnywhere } from '../../policy/may.js'
import { ownAccessTokens } from './access-token.service.js'
import { ownAccount } from './account.service.js'
import { AccessToken, Grant, Session } from './account.type.js'
import { toAccessToken, toGrant } from './account.view.js'
import { grantableRoles, loadGrants } from './grant.service.js'
import { ownSessions, recoveryCodesLeft } from './own-account.service.js'
import { Viewer } from './viewer.type.js'

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Whoever asks.' })
  async viewer(@Ctx() ctx: RequestContext): Promise<Viewer> {
    const account = await ownAccount(ctx)
    if (!account) throw signInFirst()
    const stage = ctx.viewer.kind === 'ACCOUNT' ? ctx.viewer.stage : 'OPEN'
    const { id, uid, userName, name, secondFactor } = account
    return { key: id, id: uid, userName, name, secondFactor, stage, byToken: ctx.viewer.kind === 'TOKEN' }
  }

  @FieldResolver(() => [Grant], { description: 'All grants of one’s own, ended ones included.' })
  async grants(@Root() viewer: Viewer, @Ctx() ctx: RequestContext): Promise<Grant[]> {
    return (await loadGrants(ctx, viewer.key)).map((row) => toGrant(ctx, row))
  }

  @FieldResolver(() => [Session], { description: 'Where one has signed in, the latest used first.' })
  async sessions(@Ctx() ctx: RequestContext): Promise<Session[]> {
    const current = ctx.viewer.kind === 'ACCOUNT' ? ctx.viewer.session : null
    return (await ownSessions(ctx)).map(({ id, uid, ...row }) => ({
      ...row,
      id: uid,
      current: id === current,
    }))
  }

  @FieldResolver(() => [AccessToken], { description: 'Tokens for scripts, the newest first.' })
  async accessTokens(@Ctx() ctx: RequestContext): Promise<AccessToken[]> {
    return (await ownAccessTokens(ctx)).map((row) => toAccessToken(ctx, row))
  }

  @FieldResolver(() => Int, { description: 'Recovery codes that have not been used.' })
  recoveryCodesLeft(@Root() viewer: Viewer, @Ctx() ctx: RequestContext): Promise<number> {
    return recoveryCodesLeft(ctx, viewer.key)
  }

  @FieldResolver(() => [RoleEnum], {
    description: 'Roles that the viewer can grant on the whole installation; at a unit, ask the unit.',
  })
  grantableRoles(@Ctx() ctx: RequestContext): Promise<Role[]> {
    return grantableRoles(ctx, null)
  }

  @FieldResolver(() => Boolean, { description: 'At some unit.' })
  viewerCanReadFigures(@Ctx() ctx: RequestContext): boolean {
    return mayAnywhere(ctx, 'figures.read')
  }

  @FieldResolver(() => Boolean, { description: 'At some unit.' })
  viewerCanReadPeople(@Ctx() ctx: RequestContext): boolean {
    return mayAnywhere(ctx, 'people.read')
  }

  @FieldResolver(() => Boolean, { description: 'At some unit.' })
  viewerCanAdministerAccounts(@Ctx() ctx: RequestContext): boolean {
    return mayAnywhere(ctx, 'accounts.administer')
  }

  @FieldResolver(() => Boolean, { description: 'Rules, forms and calendars, which belong to no unit.' })
  viewerCanEditRules(@Ctx() ctx: RequestContext): boolean {
    return mayAnywhere(ctx, 'rules.edit')
  }

  @FieldResolver(() => Boolean, { description: 'At some unit.' })
  viewerCanReadAudit(@Ctx() ctx: RequestContext): boolean {
    return mayAnywhere(ctx, 'audit.read')
  }

  @FieldResolver(() => Boolean, { description: 'Sets of groups and groups belong to no unit.' })
  viewerCanDefineGroups(@Ctx() ctx: RequestContext): boolean {
    return mayAnywhere(ctx, 'groups.define')
  }

  @FieldResolver(() => Boolean, { description: 'A unit that stands under nothing.' })
  viewerCanEstablishRoots(@Ctx() ctx: RequestContext): boolean {
    return ctx.access.get('organizations.manage')?.all === true
  }

  @FieldResolver(() => Boolean, { description: 'At some unit.' })
  viewerCanReorganize(@Ctx() ctx: RequestContext): boolean {
    return mayAnywhere(ctx, 'organizations.reorganize')
  }
}
