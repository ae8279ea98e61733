import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { findOrganization, loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { inspectionCounts, tallyOfSubjects } from './round-counts.service.js'
import {
  closeRound,
  createRound,
  mayChangeRound,
  ownRounds,
  requireRound,
  roundsOf,
  updateRound,
} from './round.service.js'
import {
  CreateInspectionRoundInput,
  InspectionCount,
  InspectionRound,
  InspectionRoundConnection,
  InspectionRoundFactsInput,
  InspectionRoundInput,
  InspectionSubject,
  InspectionTally,
  InspectionWorker,
  SetInspectionWorkersInput,
  UpdateInspectionRoundInput,
} from './round.type.js'
import { toRound, toSubject } from './round.view.js'
import { loadSubjects } from './subject.service.js'
import { loadWorkers, setWorkers } from './worker.service.js'

async function factsOf(ctx: RequestContext, input: InspectionRoundFactsInput) {
  const { body, kind, theme, documentId, fromDay, toDay, looksFrom } = input
  const document = await documentIdOf(ctx, documentId)
  return { body, kind, theme, document, fromDay, toDay, looksFrom: looksFrom ?? null }
}

@Resolver(() => InspectionRound)
export class InspectionRoundResolver {
  @Query(() => InspectionRound, { nullable: true, description: 'For whoever runs it or works on it.' })
  async inspectionRound(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID) id: string,
  ): Promise<InspectionRound> {
    return toRound(await requireRound(ctx, id))
  }

  @Query(() => [InspectionRound], { description: 'Rounds that the viewer works on, the latest first.' })
  async ownInspectionRounds(@Ctx() ctx: RequestContext): Promise<InspectionRound[]> {
    return (await ownRounds(ctx)).map(toRound)
  }

  @Mutation(() => InspectionRound)
  async createInspectionRound(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CreateInspectionRoundInput) input: CreateInspectionRoundInput,
  ): Promise<InspectionRound> {
    const { id } = await findOrganization(ctx, input.organizationId)
    return toRound(await createRound(ctx, { ...(await factsOf(ctx, input)), organization: id }))
  }

  @Mutation(() => InspectionRound, { description: 'Writes anew what an open round is about.' })
  async updateInspectionRound(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => UpdateInspectionRoundInput) input: UpdateInspectionRoundInput,
  ): Promise<InspectionRound> {
    return toRound(await updateRound(ctx, input, await factsOf(ctx, input)))
  }

  @Mutation(() => InspectionRound, { description: 'Says who works on an open round.' })
  async setInspectionWorkers(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetInspectionWorkersInput) { userNames, ...read }: SetInspectionWorkersInput,
  ): Promise<InspectionRound> {
    return toRound(await setWorkers(ctx, read, userNames))
  }

  @Mutation(() => InspectionRound, {
    description: 'Closes a round for good, once every subject is concluded or dropped.',
  })
  async closeInspectionRound(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => InspectionRoundInput) input: InspectionRoundInput,
  ): Promise<InspectionRound> {
    return toRound(await closeRound(ctx, input))
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The inspecting unit.' })
  async organization(
    @Root() { row }: InspectionRound,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, row.organization, today(ctx)))
  }

  @FieldResolver(() => Document, { nullable: true, description: 'The plan or decision that it rests on.' })
  document(@Root() { row }: InspectionRound, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, row.document)
  }

  @FieldResolver(() => [InspectionSubject], { description: 'Units first.' })
  async subjects(@Root() { row }: InspectionRound, @Ctx() ctx: RequestContext): Promise<InspectionSubject[]> {
    return (await loadSubjects(ctx, row.id)).map(toSubject)
  }

  @FieldResolver(() => InspectionTally, { description: 'Of the units among its subjects.' })
  async organizations(
    @Root() { row }: InspectionRound,
    @Ctx() ctx: RequestContext,
  ): Promise<InspectionTally> {
    return tallyOfSubjects(await loadSubjects(ctx, row.id), false)
  }

  @FieldResolver(() => InspectionTally, { description: 'Of the persons among its subjects.' })
  async members(@Root() { row }: InspectionRound, @Ctx() ctx: RequestContext): Promise<InspectionTally> {
    return tallyOfSubjects(await loadSubjects(ctx, row.id), true)
  }

  @FieldResolver(() => [InspectionWorker])
  workers(@Root() { row }: InspectionRound, @Ctx() ctx: RequestContext): Promise<InspectionWorker[]> {
    return loadWorkers(ctx, row.id)
  }

  @FieldResolver(() => Boolean, {
    description:
      'Change what it is about, say who works on it, close it. Subjects: whoever sees it, while it is open.',
  })
  viewerCanChange(@Root() { row }: InspectionRound, @Ctx() ctx: RequestContext): Promise<boolean> {
    return mayChangeRound(ctx, row)
  }
}

@Resolver(() => Organization)
export class OrganizationRoundsResolver {
  @FieldResolver(() => InspectionRoundConnection, {
    description: 'Rounds of the unit and, if asked, of all below it today, the latest first.',
  })
  async inspectionRounds(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('below', () => Boolean, { nullable: true }) below?: boolean,
    @Arg('openOnly', () => Boolean, { nullable: true }) openOnly?: boolean,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<InspectionRoundConnection> {
    const page = pageArgs(first, after)
    const filter = { unit: unit.id, below: below ?? false, openOnly: openOnly ?? false }
    const { edges, ...rest } = await roundsOf(ctx, filter, page)
    return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: toRound(node) })) }
  }

  @FieldResolver(() => [InspectionCount], {
    description:
      'What rounds of the unit and all below it today concluded in a period, as reports count it; only what there is.',
  })
  inspectionCounts(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('to', () => DateScalar) to: Day,
  ): Promise<InspectionCount[]> {
    return inspectionCounts(ctx, unit.id, { from, to })
  }
}
