import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { loadNearest, loadOnDay } from './organization.service.js'
import { Organization, OrganizationEvent, OrganizationVersion, Rounding } from './organization.type.js'
import { toOrganizationOrNull } from './organization.view.js'

@Resolver(() => OrganizationVersion)
export class OrganizationVersionResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The unit above on the first day of the version.',
  })
  async parent(
    @Root() version: OrganizationVersion,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    if (version.parentKey === 0) return null
    return toOrganizationOrNull(await loadNearest(ctx, version.parentKey, version.validFrom))
  }
}

@Resolver(() => OrganizationEvent)
export class OrganizationEventResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'What the act rests on.' })
  document(@Root() event: OrganizationEvent, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, event.documentKey)
  }
}

@Resolver(() => Rounding)
export class RoundingResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The unit whose setting holds here; null for the default of the installation.',
  })
  async inheritedFrom(@Root() rounding: Rounding, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    if (rounding.unitKey === null) return null
    return toOrganizationOrNull(await loadOnDay(ctx, rounding.unitKey, rounding.at))
  }
}
