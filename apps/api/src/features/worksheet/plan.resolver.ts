import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { findOrganization } from '../organizations/organization.service.js'
import { issuePlan, savePlanLines } from './plan-saving.service.js'
import { createPlan, discardPlan, renamePlan } from './plan.service.js'
import {
  CreateTargetPlanInput,
  DiscardTargetPlanInput,
  IssueTargetPlanInput,
  RenameTargetPlanInput,
  SaveTargetPlanInput,
} from './worksheet.input.js'
import { TargetPlan } from './worksheet.type.js'
import { toPlan } from './worksheet.view.js'

@Resolver(() => TargetPlan)
export class TargetPlanResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'What it was issued with.' })
  document(@Root() { documentKey }: TargetPlan, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, documentKey)
  }

  @Mutation(() => TargetPlan, { description: 'Makes a named draft; it has no effect until it is issued.' })
  async createTargetPlan(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateTargetPlanInput) input: CreateTargetPlanInput,
  ): Promise<TargetPlan> {
    const { organizationId, year, name, note = null, copyOf = null } = input
    const organization = (await findOrganization(ctx, organizationId)).id
    return toPlan(await createPlan(ctx, { organization, year, name, note, copyOf }))
  }

  @Mutation(() => TargetPlan, { description: 'Gives a draft another name or note.' })
  async renameTargetPlan(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RenameTargetPlanInput) input: RenameTargetPlanInput,
  ): Promise<TargetPlan> {
    return toPlan(await renamePlan(ctx, { ...input, note: input.note ?? null }))
  }

  @Mutation(() => TargetPlan, { description: 'Throws a draft away; answers what it was.' })
  async discardTargetPlan(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DiscardTargetPlanInput) input: DiscardTargetPlanInput,
  ): Promise<TargetPlan> {
    return toPlan(await discardPlan(ctx, input))
  }

  @Mutation(() => TargetPlan, {
    description: 'Saves lines of a draft, all or none; a refusal tells in `rows` what is wrong with each.',
  })
  async saveTargetPlan(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SaveTargetPlanInput) { id, asOf, lines }: SaveTargetPlanInput,
  ): Promise<TargetPlan> {
    const typed = lines.map((line) => ({
      organizationId: line.organizationId,
      amount: line.amount ?? null,
      note: line.note ?? null,
      amountBefore: line.amountBefore ?? null,
      noteBefore: line.noteBefore ?? null,
    }))
    return toPlan(await savePlanLines(ctx, { id, asOf, lines: typed }))
  }

  @Mutation(() => TargetPlan, {
    description:
      'Issues a draft with number, day and signatory: its numbers become the targets of the units.',
  })
  async issueTargetPlan(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => IssueTargetPlanInput) input: IssueTargetPlanInput,
  ): Promise<TargetPlan> {
    const { document, reason, backfilled = false, ...rest } = input
    const filed = { issuer: null, signedOn: null, ...document, note: null }
    return toPlan(
      await issuePlan(ctx, { ...rest, document: filed, reason: reason?.trim() || null, backfilled }),
    )
  }
}
