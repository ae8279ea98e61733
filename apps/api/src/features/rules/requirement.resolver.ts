import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { invalidInput, notFound } from '../../errors/errors.js'
import { DateScalar } from '../../graphql/scalars.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { findOrganization, loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { loadRequirements, setRequirement } from './requirement.service.js'
import { Requirement, SetRequirementInput } from './rule.type.js'
import { endAfter, toRequirement } from './rule.view.js'

@Resolver(() => Organization)
export class OrganizationRequirementsResolver {
  @FieldResolver(() => [Requirement], {
    description: 'What it and the units above it ask for on a day beyond the regulations, the nearest first.',
  })
  async requirements(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar) on: Day,
  ): Promise<Requirement[]> {
    return (await loadRequirements(ctx, unit.id, on)).map(toRequirement)
  }
}

@Resolver(() => Requirement)
export class RequirementResolver {
  @FieldResolver(() => Organization, { description: 'Who asks for it.' })
  async organization(@Root() row: Requirement, @Ctx() ctx: RequestContext): Promise<Organization> {
    const unit = await loadNearest(ctx, row.organizationKey, row.validFrom)
    if (!unit) throw notFound('Organization')
    return toOrganization(unit)
  }

  @FieldResolver(() => Document, { nullable: true })
  document(@Root() row: Requirement, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, row.documentKey)
  }

  @Mutation(() => Requirement, { description: 'Sets a requirement of a unit, or changes one.' })
  async setRequirement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetRequirementInput) input: SetRequirementInput,
  ): Promise<Requirement> {
    const { id, version, organizationId, documentId, validTo, sourceKind, note, ...facts } = input
    if ((id ?? null) !== null && (version ?? null) === null)
      throw invalidInput('version', 'is needed to change a requirement')
    const organization = (await findOrganization(ctx, organizationId)).id
    const document = await documentIdOf(ctx, documentId)
    const all = { ...facts, organization, document, sourceKind: sourceKind ?? null, note: note ?? null }
    const existing = id ? { uid: id, version: version ?? 0 } : null
    return toRequirement(await setRequirement(ctx, { ...all, validTo: endAfter(validTo) }, existing))
  }
}
