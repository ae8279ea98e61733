import type { Day, TargetKind } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { loadGroup } from '../groups/group.service.js'
import { Group } from '../groups/group.type.js'
import { toGroup } from '../groups/group.view.js'
import { Organization } from '../organizations/organization.type.js'
import { loadLocks } from './target-lock.service.js'
import { loadRevisions, loadTargets, maySetTarget } from './target.service.js'
import { Target, TargetLock, TargetRevision, TargetStatement } from './target.type.js'
import { toRevisions, toTarget } from './target.view.js'

@Resolver(() => Organization)
export class OrganizationTargetsResolver {
  @FieldResolver(() => [Target], { description: 'Targets for the calendar years touched by the period.' })
  async targets(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('asOf', () => DateScalar) asOf: Day,
  ): Promise<Target[]> {
    return (await loadTargets(ctx, unit.id, from, asOf)).map(toTarget)
  }

  @FieldResolver(() => [TargetLock], {
    description: 'Years whose targets the unit has closed, the newest first; those opened again among them.',
  })
  async targetLocks(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<TargetLock[]> {
    return (await loadLocks(ctx, unit.id)).map(({ uid, ...lock }) => ({ ...lock, id: uid }))
  }
}

@Resolver(() => Target)
export class TargetResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'What the target rests on.' })
  document(@Root() target: Target, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, target.documentKey)
  }

  @FieldResolver(() => Group, { nullable: true, description: 'Only for the units of this group.' })
  async group(@Root() { groupKey, yearFrom }: Target, @Ctx() ctx: RequestContext): Promise<Group | null> {
    if (groupKey === null) return null
    return toGroup(await loadGroup(ctx, groupKey), `${yearFrom}-12-31`)
  }

  @FieldResolver(() => Boolean, {
    description: 'What is assigned is changed at the unit above, all else at the unit itself.',
  })
  viewerCanChange(@Root() target: Target, @Ctx() ctx: RequestContext): Promise<boolean> {
    return maySetTarget(ctx, { organization: target.organizationKey, kind: target.kind as TargetKind })
  }

  @FieldResolver(() => [TargetRevision], { description: 'Every change of it, oldest first.' })
  async revisions(@Root() target: Target, @Ctx() ctx: RequestContext): Promise<TargetRevision[]> {
    return toRevisions(await loadRevisions(ctx, target.key))
  }
}

@Resolver(() => TargetStatement)
export class TargetStatementResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'What it rested on.' })
  document(@Root() { documentKey }: TargetStatement, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, documentKey)
  }
}
