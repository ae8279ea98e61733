import { addDays, OPEN_END } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { may } from '../../policy/may.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { ownStart, procedureFromOf, setProcedureFrom } from '../membership/one-door.service.js'
import { findOrganization } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { refuseClosed } from '../people/look.service.js'
import { Person } from '../people/person.type.js'
import { delegationsOf, setDelegation } from './delegation.service.js'
import { loadDossiersOf, loadFile } from './dossier-file.service.js'
import { dossiersOf } from './dossier-list.service.js'
import { DossierFilterInput, SetDelegationInput, SetProcedureFromInput } from './dossier.input.js'
import { Delegation, Dossier, DossierConnection, ProcedureStartType } from './dossier.type.js'
import { toDelegation, toDossier } from './dossier.view.js'

@Resolver(() => Person)
export class PersonDossiersResolver {
  @FieldResolver(() => [Dossier], { description: 'Oldest first.' })
  async dossiers(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<Dossier[]> {
    await refuseClosed(ctx, person.key)
    const ids = await loadDossiersOf(ctx, person.key)
    return Promise.all(ids.map(async (id) => toDossier(await loadFile(ctx, id))))
  }
}

@Resolver(() => Organization)
export class OrganizationDossiersResolver {
  @FieldResolver(() => DossierConnection, {
    description: 'Dossiers of the unit and all below it as they stood on its day, by name.',
  })
  async dossiers(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => DossierFilterInput, { nullable: true }) filter?: DossierFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<DossierConnection> {
    const page = await dossiersOf(ctx, unit, filter ?? {}, pageArgs(first, after))
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toDossier(node) })) }
  }

  @FieldResolver(() => [Delegation], { description: 'The power to admit given to the unit, oldest first.' })
  async delegations(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Delegation[]> {
    return (await delegationsOf(ctx, unit.id)).map(toDelegation)
  }

  @FieldResolver(() => ProcedureStartType, {
    description: 'From which day live admissions of the unit go through the procedure alone.',
  })
  async procedureStart(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<ProcedureStartType> {
    const own = await ownStart(ctx, unit.id)
    return {
      on: await procedureFromOf(ctx, unit.id, unit.at),
      ownOn: own?.validFrom ?? null,
      version: own?.version ?? 0,
    }
  }

  @FieldResolver(() => Boolean)
  viewerCanPrepareDossiers(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'dossiers.prepare', unit.id)
  }

  @FieldResolver(() => Boolean)
  viewerCanDecideAdmissions(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'dossiers.decide', unit.id)
  }

  @FieldResolver(() => Boolean, {
    description: 'Delegate the power to admit, and set the day of the procedure.',
  })
  viewerCanSetProcedure(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<boolean> {
    return may(ctx, 'procedure.set', unit.id)
  }

  @Mutation(() => Delegation, { description: 'Gives a grassroots committee the power to admit, or ends it.' })
  async setDelegation(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetDelegationInput) input: SetDelegationInput,
  ): Promise<Delegation> {
    const { id, version = 0, organizationId, from, to, documentId, note = null } = input
    const facts = {
      organization: (await findOrganization(ctx, organizationId)).id,
      validFrom: from,
      validTo: to ? addDays(to, 1) : OPEN_END,
      document: await documentIdOf(ctx, documentId),
      note,
    }
    return toDelegation(await setDelegation(ctx, facts, id ? { uid: id, version } : null))
  }

  @Mutation(() => Organization, {
    description:
      'From that day on, live admissions in the unit and all below it go through the procedure alone.',
  })
  async setProcedureFrom(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetProcedureFromInput) input: SetProcedureFromInput,
  ): Promise<Organization> {
    const { id } = await findOrganization(ctx, input.organizationId)
    const document = await documentIdOf(ctx, input.documentId)
    const { on = null, version } = input
    await setProcedureFrom(ctx, { organization: id, on, document, version })
    return toOrganization(await findOrganization(ctx, input.organizationId))
  }
}

@Resolver(() => Delegation)
export class DelegationResolver {
  @FieldResolver(() => Document, { nullable: true })
  document(@Root() one: Delegation, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, one.documentKey)
  }
}
