import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { loadFile } from '../dossiers/dossier-file.service.js'
import { Dossier } from '../dossiers/dossier.type.js'
import { toDossier } from '../dossiers/dossier.view.js'
import { loadEvidence } from '../inspection/evidence.service.js'
import { Evidence } from '../inspection/evidence.type.js'
import { toEvidence } from '../inspection/evidence.view.js'
import { accessToPerson } from '../people/look.service.js'
import { findOrganization, loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { Person } from '../people/person.type.js'
import { loadPersonOrNull } from '../people/person.view.js'
import { loadRound, requireRound } from '../rounds/round.service.js'
import { InspectionRound } from '../rounds/round.type.js'
import { toRound } from '../rounds/round.view.js'
import { loadTarget } from '../targets/target.service.js'
import { Target } from '../targets/target.type.js'
import { toTarget } from '../targets/target.view.js'
import { loadFindingCounts } from './finding-counts.service.js'
import { findingsOf, requireFinding } from './finding.service.js'
import { Finding, FindingConnection, FindingCounts, FindingFilterInput } from './finding.type.js'
import { toFinding } from './finding.view.js'

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => Finding, {
    nullable: true,
    description: 'For whoever made or follows it, and for the account of the unit that has to answer.',
  })
  async finding(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Finding> {
    return toFinding(ctx, await requireFinding(ctx, id))
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The unit in whose name it was made.' })
  async inspecting(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, row.inspecting, today(ctx)))
  }

  @FieldResolver(() => InspectionRound, {
    nullable: true,
    description: 'Null outside rounds, and to who may not see the papers of the round.',
  })
  async round(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<InspectionRound | null> {
    const round = row.round === null ? null : await loadRound(ctx, row.round)
    return round && toRound(round)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The unit that it is on, where the person belonged, or whose target or document it is.',
  })
  async organization(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, row.organization, today(ctx)))
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'If it is on one and the viewer may see them.',
  })
  async person(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Person | null> {
    return row.person === null ? null : loadPersonOrNull(ctx, row.person)
  }

  @FieldResolver(() => Target, {
    nullable: true,
    description: 'If it is on one, where the viewer may read figures of its unit.',
  })
  async target(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Target | null> {
    const target = row.target === null ? null : await loadTarget(ctx, row.target)
    return target && toTarget(target)
  }

  @FieldResolver(() => Document, { nullable: true, description: 'If it is on one.' })
  document(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, row.document)
  }

  @FieldResolver(() => Dossier, {
    nullable: true,
    description: 'If it is on one; null until the viewer has opened the person, for who does not keep them.',
  })
  async dossier(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Dossier | null> {
    if (row.dossier === null || row.person === null) return null
    const access = await accessToPerson(ctx, row.person)
    if (access !== 'KEPT' && access !== 'OPENED') return null
    return toDossier(await loadFile(ctx, row.dossier))
  }

  @FieldResolver(() => Evidence, {
    nullable: true,
    description: 'What it rests on, where the viewer may read that.',
  })
  async evidence(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Evidence | null> {
    const head = row.evidence === null ? null : await loadEvidence(ctx, row.evidence)
    return head && toEvidence(head)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The unit that has to answer.' })
  async responsible(@Root() { row }: Finding, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, row.responsible, today(ctx)))
  }
}

@Resolver(() => Organization)
export class OrganizationFindingsResolver {
  @FieldResolver(() => FindingConnection, {
    description:
      'Findings for which the unit or one below it is responsible, the latest first: of papers that the viewer may see, or addressed to units for which the viewer answers.',
  })
  async findings(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => FindingFilterInput, { nullable: true }) filter?: FindingFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<FindingConnection> {
    const { kind, states, overdue, responsibleId, roundId } = filter ?? {}
    const responsible = responsibleId ? (await findOrganization(ctx, responsibleId)).id : null
    const round = roundId ? (await requireRound(ctx, roundId)).id : null
    const asked = { unit: unit.id, kind: kind ?? null, states: states ?? [], overdue: overdue ?? false }
    const page = await findingsOf(ctx, { ...asked, responsible, round }, pageArgs(first, after))
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toFinding(ctx, node) })),
    }
  }

  @FieldResolver(() => FindingCounts, {
    description: 'How they stand at the end of a day (today if absent), by the tree of that day.',
  })
  findingCounts(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<FindingCounts> {
    return loadFindingCounts(ctx, unit.id, on ?? today(ctx))
  }
}
