import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { lineageGraph, searchThroughTime, successionsOf, type SuccessionOf } from './lineage.service.js'
import { Lineage, Succession, UnitHit } from './lineage.type.js'
import { Organization } from './organization.type.js'
import { toOrganization } from './organization.view.js'

const extentOf = ({ parts }: { parts: number }) => (parts > 1 ? 'PART' : 'WHOLE')

const toSuccession = (row: SuccessionOf): Succession => ({
  reorganizationKey: row.reorganization,
  organization: toOrganization(row.unit),
  on: row.on,
  kind: row.kind,
  extent: extentOf(row),
  principal: row.principal,
})

@Resolver(() => Organization)
export class LineageResolver {
  @FieldResolver(() => [Succession], {
    description:
      'What became of an ended unit, the principal successor first, each as on its first day in that role.',
  })
  async becameOf(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Succession[]> {
    return (await successionsOf(ctx, unit, 'after')).map(toSuccession)
  }

  @FieldResolver(() => [Succession], { description: 'What it was formed from, each as on its last day.' })
  async formedFrom(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Succession[]> {
    return (await successionsOf(ctx, unit, 'before')).map(toSuccession)
  }

  @FieldResolver(() => Lineage, { description: 'The units around it by succession, as a graph.' })
  async lineage(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<Lineage> {
    const { nodes, edges, complete } = await lineageGraph(ctx, unit)
    const uids = new Map(nodes.map(({ id, uid }) => [id, uid]))
    return {
      nodes: nodes.map(toOrganization),
      edges: edges.map((row) => ({
        from: uids.get(row.predecessor) ?? '',
        to: uids.get(row.successor) ?? '',
        on: row.on,
        kind: row.kind,
        extent: extentOf(row),
        principal: row.principal,
      })),
      complete,
    }
  }

  @Query(() => [UnitHit], {
    description:
      'Units by a name or code that they have or once had, and where that leads: "Điện Phương → Phường Điện Bàn, từ 1/7/2025".',
  })
  async searchUnitHistory(
    @Ctx() ctx: RequestContext,
    @Arg('text', () => String) text: string,
    @Arg('at', () => DateScalar, { nullable: true }) at?: Day,
    @Arg('first', () => Int, { nullable: true }) first?: number,
  ): Promise<UnitHit[]> {
    const hits = await searchThroughTime(ctx, text, at, pageArgs(first, null).limit)
    return hits.map(({ unit, now, ...hit }) => ({
      ...hit,
      organization: toOrganization(unit),
      now: now.map(toOrganization),
    }))
  }
}
