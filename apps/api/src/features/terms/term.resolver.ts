import { addDays, OPEN_END } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { findOrganization } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { loadTerms, removeTerm, setTerm, type TermRow } from './term.service.js'
import { RemoveTermInput, SetTermInput, Term } from './term.type.js'

const toTerm = ({ uid, version, name, validFrom, validTo, document }: TermRow): Term => ({
  id: uid,
  version,
  name,
  from: validFrom,
  to: validTo === OPEN_END ? null : addDays(validTo, -1),
  documentKey: document,
})

@Resolver(() => Organization)
export class OrganizationTermsResolver {
  @FieldResolver(() => [Term], {
    description: 'Its own terms, oldest first. On a day without one, that of the nearest unit above holds.',
  })
  async terms(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Term[]> {
    return (await loadTerms(ctx, unit.id)).map(toTerm)
  }
}

@Resolver(() => Term)
export class TermResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'What the term rests on.' })
  document(@Root() term: Term, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, term.documentKey)
  }

  @Mutation(() => Term, {
    description: 'Sets a term of a unit, or changes one with the version that was read.',
  })
  async setTerm(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetTermInput) input: SetTermInput,
  ): Promise<Term> {
    const { id, version, organizationId, documentId, to, ...facts } = input
    if ((id ?? null) !== null && (version ?? null) === null)
      throw invalidInput('version', 'is needed to change a term')
    const organization = (await findOrganization(ctx, organizationId)).id
    const document = await documentIdOf(ctx, documentId)
    const existing = id === undefined || id === null ? null : { uid: id, version: version ?? 0 }
    return toTerm(await setTerm(ctx, { ...facts, organization, document, to: to ?? null }, existing))
  }

  @Mutation(() => Term, { description: 'Takes a term away; answers what it was.' })
  async removeTerm(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RemoveTermInput) { id, version }: RemoveTermInput,
  ): Promise<Term> {
    return toTerm(await removeTerm(ctx, { uid: id, version }))
  }
}
