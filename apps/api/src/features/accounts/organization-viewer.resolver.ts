import type { Role } from '@seedbed/shared'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { RoleEnum } from '../../graphql/enums.js'
import { may } from '../../policy/may.js'
import { Organization } from '../organizations/organization.type.js'
import { grantableRoles } from './grant.service.js'

/** What the viewer may do at a unit today. The application shows what these say and knows no roles. */
@Resolver(() => Organization)
export class OrganizationViewerResolver {
  @FieldResolver(() => Boolean)
  viewerCanReadFigures(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'figures.read', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanReadPeople(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'people.read', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Put persons on record and mend what is known of them.' })
  viewerCanRecordPeople(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'people.record', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Introductions and courses.' })
  viewerCanRecordSources(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'sources.record', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Admissions and all that happens to members.' })
  viewerCanRecordMembership(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'membership.record', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanCorrectMembership(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'membership.correct', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanFileDocuments(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'documents.file', unit.id)
  }

  @FieldResolver(() => Boolean, {
    description: 'Rename, reclassify, establish units below; move and dissolve also need the unit above.',
  })
  viewerCanManage(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'organizations.manage', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Merge, split, hand over below it.' })
  viewerCanReorganize(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'organizations.reorganize', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanAssignTargets(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'targets.assign', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanRegisterTargets(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'targets.register', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanUnlockTargets(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'targets.unlock', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanSetTerms(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'terms.set', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanDeclareFigures(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'figures.declare', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Rounding and statement templates.' })
  viewerCanChangeSettings(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'settings.change', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Plan courses, register in them, record their results.' })
  viewerCanRunCourses(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'courses.run', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanReadAudit(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'audit.read', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Open rounds of inspection and read their papers.' })
  viewerCanRunInspections(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'inspection.run', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Make findings and follow them.' })
  viewerCanRecordFindings(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'findings.record', unit.id)
  }

  @FieldResolver(() => Boolean, { description: 'Answer findings for the unit.' })
  viewerCanAnswerFindings(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'findings.answer', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanShareQueries(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'queries.share', unit.id)
  }

  @FieldResolver(() => [RoleEnum], {
    description: 'Roles that the viewer can grant here; none where they administer no accounts.',
  })
  grantableRoles(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Role[]> {
    return grantableRoles(ctx, unit)
  }
}
