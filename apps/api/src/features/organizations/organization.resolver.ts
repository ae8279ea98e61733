import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { encodeCursor, pageArgs } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { documentsOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { toDocument } from '../documents/document.view.js'
import { loader } from '../../graphql/loaders.js'
import { organizationKindsOf, sectorsOf, tiersOf } from './code-list.service.js'
import { lastDayOf } from './life.js'
import {
  childrenOf,
  findOrganization,
  findOrganizationByCode,
  lineageOf,
  loadAncestors,
  loadCellCount,
  loadChildCount,
  loadNamesAbove,
  loadNearest,
  loadRounding,
  organizationEventsOf,
  searchOrganizations,
  topsOf,
  versionsOf,
} from './organization.service.js'
import {
  CodeLabel,
  Organization,
  OrganizationConnection,
  OrganizationEvent,
  OrganizationVersion,
  Rounding,
  Tier,
} from './organization.type.js'
import { toOrganization } from './organization.view.js'

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description:
      'Exactly one of id and code. By code: who has it at `at` (today if absent). By id without `at`: today, or the last day of an ended unit.',
  })
  async organization(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true }) id?: string,
    @Arg('code', () => String, { nullable: true }) code?: string,
    @Arg('at', () => DateScalar, { nullable: true }) at?: Day,
  ): Promise<Organization> {
    if ((id ?? null) !== null && (code ?? null) === null)
      return toOrganization(await findOrganization(ctx, id as string, at))
    if ((code ?? null) !== null && (id ?? null) === null)
      return toOrganization(await findOrganizationByCode(ctx, code as string, at))
    throw invalidInput('id', 'give exactly one of id and code')
  }

  @Query(() => [Organization], {
    description:
      'The highest units that the viewer sees on a day (today if absent), by name; the first 200 of them. For who sees everything: those that stand under nothing.',
  })
  async rootOrganizations(
    @Ctx() ctx: RequestContext,
    @Arg('at', () => DateScalar, { nullable: true }) at?: Day,
  ): Promise<Organization[]> {
    return (await topsOf(ctx, at ?? today(ctx))).map(toOrganization)
  }

  @Query(() => [Organization], {
    description: 'Living units whose name holds the words, without accents, or whose code it is.',
  })
  async searchOrganizations(
    @Ctx() ctx: RequestContext,
    @Arg('text', () => String) text: string,
    @Arg('at', () => DateScalar, { nullable: true }) at?: Day,
    @Arg('first', () => Int, { nullable: true }) first?: number,
  ): Promise<Organization[]> {
    return (await searchOrganizations(ctx, text, at, pageArgs(first, null).limit)).map(toOrganization)
  }

  @Query(() => [Tier], { description: 'Levels of the hierarchy.' })
  tiers(@Ctx() ctx: RequestContext): Promise<Tier[]> {
    return tiersOf(ctx)
  }

  @Query(() => [CodeLabel], { description: 'What a unit can be, apart from its level.' })
  organizationKinds(@Ctx() ctx: RequestContext): Promise<CodeLabel[]> {
    return organizationKindsOf(ctx)
  }

  @Query(() => [CodeLabel], { description: 'The spheres in which units work.' })
  sectors(@Ctx() ctx: RequestContext): Promise<CodeLabel[]> {
    return sectorsOf(ctx)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The unit directly above, null for a root.',
  })
  async parent(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    const above = (await loadAncestors(ctx, unit)).at(-1)
    return above && above.id === unit.parent ? toOrganization(above) : null
  }

  @FieldResolver(() => [String], {
    description: 'Names of everything above, the highest first, also of units that the viewer cannot open.',
  })
  namesAbove(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<string[]> {
    return loadNamesAbove(ctx, unit)
  }

  @FieldResolver(() => [Organization], {
    description: 'Everything above that the viewer can open, the highest first.',
  })
  async ancestors(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Organization[]> {
    return (await loadAncestors(ctx, unit)).map(toOrganization)
  }

  @FieldResolver(() => [Organization], { description: 'Units it was formed from, each on its last day.' })
  async predecessors(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Organization[]> {
    return nearest(ctx, (await lineageOf(ctx, unit)).predecessors, unit.at)
  }

  @FieldResolver(() => [Organization], { description: 'Units that took over.' })
  async successors(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Organization[]> {
    return nearest(ctx, (await lineageOf(ctx, unit)).successors, unit.at)
  }

  @FieldResolver(() => [OrganizationVersion], { description: 'What it was from when to when, oldest first.' })
  async versions(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<OrganizationVersion[]> {
    return (await versionsOf(ctx, unit)).map((row) => ({
      ...row,
      parentKey: row.parent,
      parent: undefined,
      validTo: lastDayOf({ closed: row.validTo }) ?? null,
    }))
  }

  @FieldResolver(() => [OrganizationEvent], { description: 'What was done to it, in order of effect.' })
  async events(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<OrganizationEvent[]> {
    return (await organizationEventsOf(ctx, unit)).map((row) => ({
      id: row.uid,
      kind: row.kind,
      effectiveOn: row.effectiveOn,
      reason: row.reason,
      documentKey: row.document,
      note: row.note,
      backfilled: Number(row.backfilled) === 1,
    }))
  }

  @FieldResolver(() => [Document], { description: 'Documents filed at the unit, newest first.' })
  async documents(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Document[]> {
    return loader<number, Document[]>(ctx, 'documents of units', async (ids) => {
      const rows = await documentsOf(ctx, ids)
      return ids.map((id) => rows.filter(({ organization }) => organization === id).map(toDocument))
    }).load(unit.id)
  }

  @FieldResolver(() => Rounding, { description: 'How its percentages are rounded.' })
  async rounding(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Rounding> {
    const { unit: unitKey, ...rounding } = await loadRounding(ctx, unit.id, unit.at)
    return { ...rounding, unitKey, at: unit.at }
  }

  @FieldResolver(() => Int, { description: 'Living units directly below.' })
  childCount(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<number> {
    return loadChildCount(ctx, unit.id, unit.at, false)
  }

  @FieldResolver(() => Int, { description: 'Living cells anywhere below, itself included.' })
  cellCount(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<number> {
    return loadCellCount(ctx, unit.id, unit.at)
  }

  @FieldResolver(() => OrganizationConnection, { description: 'Units directly below, by name.' })
  async children(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('includeClosed', () => Boolean, { nullable: true }) includeClosed?: boolean,
  ): Promise<OrganizationConnection> {
    const page = pageArgs(first, after)
    const closed = includeClosed === true
    const rows = await childrenOf(ctx, unit.id, unit.at, { ...page, includeClosed: closed })
    const shown = rows.slice(0, page.limit)
    const edges = shown.map((row) => ({
      cursor: encodeCursor([row.sortKey, row.id]),
      node: toOrganization(row),
    }))
    return {
      edges,
      pageInfo: { hasNextPage: rows.length > shown.length, endCursor: edges.at(-1)?.cursor ?? null },
      totalCount: await loadChildCount(ctx, unit.id, unit.at, closed),
    }
  }
}

async function nearest(ctx: RequestContext, ids: readonly number[], at: Day): Promise<Organization[]> {
  const units = await Promise.all(ids.map((id) => loadNearest(ctx, id, at)))
  return units.flatMap((unit) => (unit ? [toOrganization(unit)] : []))
}
