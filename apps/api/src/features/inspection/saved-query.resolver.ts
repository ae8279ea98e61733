import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import {
  accountOf,
  changeQuery,
  deleteQuery,
  duplicateQuery,
  isLeft,
  savedQueries,
  savedQuery,
  saveQuery,
  shareQuery,
  type SavedRow,
} from './saved-query.service.js'
import {
  ChangeQueryInput,
  DeleteQueryInput,
  DuplicateQueryInput,
  SavedQuery,
  SaveQueryInput,
  ShareQueryInput,
} from './saved-query.type.js'

function toSaved(ctx: RequestContext, row: SavedRow): SavedQuery {
  const { uid, version, name, about, body, ownerName, sharedOrganization, sharedRole, updatedAt } = row
  const left = isLeft(ctx, row)
  return {
    ...{ row, id: uid, version, name, about, ownerName, sharedRole, updatedAt },
    ...{ own: row.account === accountOf(ctx), ownerLeft: Number(row.ownerLeft) === 1 },
    sharedEverywhere: sharedOrganization === 0,
    body: left ? null : body,
  }
}

@Resolver(() => SavedQuery)
export class SavedQueryResolver {
  @Query(() => [SavedQuery], {
    description: 'One’s own questions, then those that are shared with one, by name.',
  })
  async savedQueries(@Ctx() ctx: RequestContext): Promise<SavedQuery[]> {
    return (await savedQueries(ctx)).map((row) => toSaved(ctx, row))
  }

  @Query(() => SavedQuery, { description: 'One of them, to be asked.' })
  async savedQuery(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<SavedQuery> {
    return toSaved(ctx, await savedQuery(ctx, id))
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Shared with accounts that have a grant at this unit or below.',
  })
  async sharedOrganization(
    @Root() { row }: SavedQuery,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return toOrganizationOrNull(
      row.sharedOrganization ? await loadNearest(ctx, row.sharedOrganization, today(ctx)) : null,
    )
  }

  @Mutation(() => SavedQuery, { description: 'Keeps a question under a name of one’s own.' })
  async saveQuery(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SaveQueryInput) input: SaveQueryInput,
  ): Promise<SavedQuery> {
    return toSaved(ctx, await saveQuery(ctx, input))
  }

  @Mutation(() => SavedQuery, { description: 'Puts another question or name in its place.' })
  async changeQuery(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ChangeQueryInput) input: ChangeQueryInput,
  ): Promise<SavedQuery> {
    return toSaved(ctx, await changeQuery(ctx, input))
  }

  @Mutation(() => SavedQuery, { description: 'Shares a question of one’s own, or takes that back.' })
  async shareQuery(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ShareQueryInput) input: ShareQueryInput,
  ): Promise<SavedQuery> {
    return toSaved(ctx, await shareQuery(ctx, input))
  }

  @Mutation(() => SavedQuery, { description: 'Makes a question that one sees one’s own.' })
  async duplicateQuery(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DuplicateQueryInput) { id, name }: DuplicateQueryInput,
  ): Promise<SavedQuery> {
    return toSaved(ctx, await duplicateQuery(ctx, id, name))
  }

  @Mutation(() => Boolean, {
    description: 'Gives up a question of one’s own; evidence frozen from it stays.',
  })
  deleteQuery(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DeleteQueryInput) { id, version }: DeleteQueryInput,
  ): Promise<boolean> {
    return deleteQuery(ctx, id, version)
  }
}
