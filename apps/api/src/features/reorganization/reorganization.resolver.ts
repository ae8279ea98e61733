import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Document } from '../documents/document.type.js'
import { toDocument } from '../documents/document.view.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import {
  DocumentInput,
  EstablishOrganizationInput,
  RenameOrganizationInput,
  ReclassifyOrganizationInput,
  MoveOrganizationInput,
  DissolveOrganizationInput,
  SetRoundingInput,
} from './reorganization.input.js'
import {
  createDocument,
  establishOrganization,
  renameOrganization,
  reclassifyOrganization,
  moveOrganization,
  dissolveOrganization,
  setRounding,
} from './reorganization.service.js'

@Resolver()
export class ReorganizationResolver {
  @Mutation(() => Organization, { description: 'Founds a unit.' })
  async establishOrganization(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => EstablishOrganizationInput) input: EstablishOrganizationInput,
  ): Promise<Organization> {
    return toOrganization(await establishOrganization(ctx, input))
  }

  @Mutation(() => Organization, { description: 'Another name, perhaps another code, from a day on.' })
  async renameOrganization(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RenameOrganizationInput) input: RenameOrganizationInput,
  ): Promise<Organization> {
    return toOrganization(await renameOrganization(ctx, input))
  }

  @Mutation(() => Organization, { description: 'Another level, kind or sector from a day on.' })
  async reclassifyOrganization(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ReclassifyOrganizationInput) input: ReclassifyOrganizationInput,
  ): Promise<Organization> {
    return toOrganization(await reclassifyOrganization(ctx, input))
  }

  @Mutation(() => Organization, { description: 'Under another unit from a day on.' })
  async moveOrganization(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => MoveOrganizationInput) input: MoveOrganizationInput,
  ): Promise<Organization> {
    return toOrganization(await moveOrganization(ctx, input))
  }

  @Mutation(() => Organization, { description: 'Ends an empty unit.' })
  async dissolveOrganization(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DissolveOrganizationInput) input: DissolveOrganizationInput,
  ): Promise<Organization> {
    return toOrganization(await dissolveOrganization(ctx, input))
  }

  @Mutation(() => Organization, { description: 'How percentages here and below are rounded.' })
  async setRounding(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetRoundingInput) input: SetRoundingInput,
  ): Promise<Organization> {
    return toOrganization(await setRounding(ctx, input))
  }

  @Mutation(() => Document, { description: 'Files a document at a unit.' })
  async createDocument(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DocumentInput) input: DocumentInput,
  ): Promise<Document> {
    return toDocument(await createDocument(ctx, input))
  }
}
