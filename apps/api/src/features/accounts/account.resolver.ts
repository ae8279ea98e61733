import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import {
  AccountFilterInput,
  AccountInput,
  CreateAccountsInput,
  CreateGrantInput,
  EndGrantInput,
  RenameAccountInput,
  SetAccountDisabledInput,
  type GrantInput,
} from './account.input.js'
import {
  accountsOf,
  createAccounts,
  createGrant,
  issueSlip,
  mayAdminister,
  renameAccount,
  requireAccount,
  resetSecondFactor,
  setAccountDisabled,
} from './account.service.js'
import { AccessToken, Account, AccountConnection, Grant, PasswordSlip } from './account.type.js'
import { toAccount, toGrant, toSlip } from './account.view.js'
import { endGrant, loadGrants, mayEndGrant, ownGrant, type NewGrant } from './grant.service.js'

const grantOf = ({ role, organizationId, validFrom, validTo }: GrantInput): NewGrant => ({
  role,
  organizationId: organizationId ?? null,
  validFrom: validFrom ?? null,
  validTo: validTo ?? null,
})

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, { description: 'Accounts below the viewer, by name.' })
  async accounts(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AccountFilterInput, { nullable: true }) filter?: AccountFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<AccountConnection> {
    const page = await accountsOf(ctx, filter ?? {}, pageArgs(first, after))
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: toAccount(node) }))
    return { ...page, edges }
  }

  @Query(() => Account, { nullable: true, description: 'An account below the viewer.' })
  async account(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Account> {
    return toAccount(await requireAccount(ctx, id))
  }

  @FieldResolver(() => [Grant], { description: 'Those that the viewer administers, ended ones included.' })
  async grants(@Root() account: Account, @Ctx() ctx: RequestContext): Promise<Grant[]> {
    return (await loadGrants(ctx, account.key)).map((row) => toGrant(ctx, row))
  }

  @FieldResolver(() => Boolean, {
    description:
      'Rename, disable, new slip, take the second factor away: all its grants lie below the viewer, and it is not their own.',
  })
  viewerCanAdminister(@Root() account: Account, @Ctx() ctx: RequestContext): Promise<boolean> {
    return mayAdminister(ctx, account.key)
  }

  @Mutation(() => [PasswordSlip], {
    description: 'Makes accounts below the viewer, all or none, each with a one-time password for 14 days.',
  })
  async createAccounts(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateAccountsInput) input: CreateAccountsInput,
  ): Promise<PasswordSlip[]> {
    const asked = input.accounts.map((one) => ({ ...one, grant: grantOf(one) }))
    return (await createAccounts(ctx, asked)).map(toSlip)
  }

  @Mutation(() => Account)
  async renameAccount(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RenameAccountInput) { id, version, name }: RenameAccountInput,
  ): Promise<Account> {
    return toAccount(await renameAccount(ctx, id, version, name))
  }

  @Mutation(() => PasswordSlip, { description: 'A new one-time password; all sessions of the account end.' })
  async issuePasswordSlip(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AccountInput) { id, version }: AccountInput,
  ): Promise<PasswordSlip> {
    return toSlip(await issueSlip(ctx, id, version))
  }

  @Mutation(() => Account, { description: 'A disabled account is refused from its next request on.' })
  async setAccountDisabled(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetAccountDisabledInput) { id, version, disabled }: SetAccountDisabledInput,
  ): Promise<Account> {
    return toAccount(await setAccountDisabled(ctx, id, version, disabled))
  }

  @Mutation(() => Account, { description: 'Takes away a second factor that its owner has lost.' })
  async resetSecondFactor(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AccountInput) { id, version }: AccountInput,
  ): Promise<Account> {
    return toAccount(await resetSecondFactor(ctx, id, version))
  }

  @Mutation(() => Grant, { description: 'Gives an account a role at a unit below the viewer.' })
  async createGrant(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateGrantInput) input: CreateGrantInput,
  ): Promise<Grant> {
    return toGrant(ctx, await createGrant(ctx, input.accountId, grantOf(input)))
  }

  @Mutation(() => Grant, { description: 'Ends a grant after a day, or at once.' })
  async endGrant(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => EndGrantInput) { id, version, lastDay }: EndGrantInput,
  ): Promise<Grant> {
    return toGrant(ctx, await endGrant(ctx, id, version, lastDay ?? null))
  }
}

@Resolver(() => Grant)
export class GrantResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      'As it is today, or on its last day; null: the whole installation, or a unit one cannot see.',
  })
  async organization(@Root() grant: Grant, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    if (grant.organizationKey === 0) return null
    return toOrganizationOrNull(await loadNearest(ctx, grant.organizationKey, today(ctx)))
  }

  @FieldResolver(() => Boolean, { description: 'It stands on the whole installation.' })
  onInstallation(@Root() grant: Grant): boolean {
    return grant.organizationKey === 0
  }

  @FieldResolver(() => Boolean, {
    description: 'It has not ended, lies below the viewer and is not their own.',
  })
  viewerCanEnd(@Root() grant: Grant, @Ctx() ctx: RequestContext): Promise<boolean> {
    return mayEndGrant(ctx, grant.id)
  }
}

@Resolver(() => AccessToken)
export class AccessTokenResolver {
  @FieldResolver(() => Grant, { description: 'By which it may do what it may.' })
  async grant(@Root() token: AccessToken, @Ctx() ctx: RequestContext): Promise<Grant> {
    return toGrant(ctx, await ownGrant(ctx, token.grantKey))
  }
}
