import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { DateScalar } from '../../graphql/scalars.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { findOrganization } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { loadTargets, setTarget, type TargetRow } from './target.service.js'
import { SetTargetInput, Target } from './target.type.js'

const toTarget = ({ id: _id, uid, document, organization: _organization, ...row }: TargetRow): Target => ({
  ...row,
  id: uid,
  documentKey: document,
})

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
}

@Resolver(() => Target)
export class TargetResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'What the target rests on.' })
  document(@Root() target: Target, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, target.documentKey)
  }

  @Mutation(() => Target, { description: 'Sets a target, or changes one with the version that was read.' })
  async setTarget(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetTargetInput) input: SetTargetInput,
  ): Promise<Target> {
    const { id, version, organizationId, amountMax, documentId, note, ...facts } = input
    if ((id ?? null) !== null && (version ?? null) === null)
      throw invalidInput('version', 'is needed to change a target')
    const organization = (await findOrganization(ctx, organizationId)).id
    const document = await documentIdOf(ctx, documentId)
    const existing = id === undefined || id === null ? null : { uid: id, version: version ?? 0 }
    const all = { ...facts, organization, document, amountMax: amountMax ?? null, note: note ?? null }
    return toTarget(await setTarget(ctx, all, existing))
  }
}
