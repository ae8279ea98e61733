import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { createAccessToken, revokeAccessToken } from './access-token.service.js'
import { ChangePasswordInput, CreateAccessTokenInput, SignInInput } from './account.input.js'
import { AccessToken, NewAccessToken } from './account.type.js'
import { toAccessToken } from './account.view.js'
import {
  changePassword,
  disableSecondFactor,
  enableSecondFactor,
  endOtherSessions,
  endSession,
  renewRecoveryCodes,
  startSecondFactor,
} from './own-account.service.js'
import { confirmSecondFactor, signIn, signOut } from './sign-in.service.js'
import { SecondFactorSetup, SignInResult } from './viewer.type.js'

@Resolver()
export class SignInResolver {
  @Mutation(() => SignInResult, {
    description: 'Gives the browser a session; alone in its request. The same answer whatever was wrong.',
  })
  async signIn(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<SignInResult> {
    return { stage: await signIn(ctx, input.userName, input.password) }
  }

  @Mutation(() => SignInResult, {
    description: 'A code of the authenticator or a recovery code; alone in its request.',
  })
  async confirmSecondFactor(
    @Ctx() ctx: RequestContext,
    @Arg('code', () => String) code: string,
  ): Promise<SignInResult> {
    return { stage: await confirmSecondFactor(ctx, code) }
  }

  @Mutation(() => Boolean, { description: 'Ends the session of the browser.' })
  async signOut(@Ctx() ctx: RequestContext): Promise<boolean> {
    await signOut(ctx)
    return true
  }

  @Mutation(() => SignInResult, { description: 'All other sessions of the account end.' })
  async changePassword(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<SignInResult> {
    await changePassword(ctx, input.currentPassword ?? null, input.newPassword)
    return { stage: 'OPEN' }
  }

  @Mutation(() => SecondFactorSetup, { description: 'Begins a second factor.' })
  startSecondFactor(
    @Ctx() ctx: RequestContext,
    @Arg('password', () => String) password: string,
  ): Promise<SecondFactorSetup> {
    return startSecondFactor(ctx, password)
  }

  @Mutation(() => [String], {
    description: 'The second factor holds from now on. Answers recovery codes, shown this once.',
  })
  enableSecondFactor(@Ctx() ctx: RequestContext, @Arg('code', () => String) code: string): Promise<string[]> {
    return enableSecondFactor(ctx, code)
  }

  @Mutation(() => Boolean)
  async disableSecondFactor(
    @Ctx() ctx: RequestContext,
    @Arg('password', () => String) password: string,
  ): Promise<boolean> {
    await disableSecondFactor(ctx, password)
    return true
  }

  @Mutation(() => [String], { description: 'Other recovery codes instead of the old ones, shown this once.' })
  renewRecoveryCodes(
    @Ctx() ctx: RequestContext,
    @Arg('password', () => String) password: string,
  ): Promise<string[]> {
    return renewRecoveryCodes(ctx, password)
  }

  @Mutation(() => Boolean, { description: 'Ends a session of one’s own.' })
  async endSession(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<boolean> {
    await endSession(ctx, id)
    return true
  }

  @Mutation(() => Boolean, { description: 'Ends all sessions of one’s own but this one.' })
  async endOtherSessions(@Ctx() ctx: RequestContext): Promise<boolean> {
    await endOtherSessions(ctx)
    return true
  }

  @Mutation(() => NewAccessToken, { description: 'A token for scripts, shown this once.' })
  async createAccessToken(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateAccessTokenInput) input: CreateAccessTokenInput,
  ): Promise<NewAccessToken> {
    const { password, anyOperation, ...asked } = input
    const made = await createAccessToken(ctx, { ...asked, anyOperation: anyOperation ?? false }, password)
    return { token: made.token, accessToken: toAccessToken(ctx, made.row) }
  }

  @Mutation(() => AccessToken, { description: 'Ends a token of one’s own.' })
  async revokeAccessToken(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<AccessToken> {
    return toAccessToken(ctx, await revokeAccessToken(ctx, id))
  }
}
