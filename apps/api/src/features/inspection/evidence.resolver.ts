import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { Person } from '../people/person.type.js'
import { loadPersonOrNull } from '../people/person.view.js'
import type { FrozenRow } from './evidence-content.js'
import {
  drawSample,
  evidenceList,
  evidenceRows,
  freezeEvidence,
  isUnaltered,
  requireEvidence,
  rerunEvidence,
  rowsOfSample,
  samplesOf,
  type EvidenceHead,
  type EvidenceRowKept,
  type SampleRow,
} from './evidence.service.js'
import {
  DrawSampleInput,
  Evidence,
  EvidenceConnection,
  EvidenceDifference,
  EvidenceRerun,
  EvidenceRow,
  EvidenceRowConnection,
  EvidenceSample,
  FreezeEvidenceInput,
  type EvidenceContent,
} from './evidence.type.js'
import { toEvidence } from './evidence.view.js'

const cursor = ['number'] as const

function toContent({ code, name, figures, days }: FrozenRow): EvidenceContent {
  const facts = Object.entries(days ?? {}).map(([fact, value]) => ({ name: fact, value }))
  return { code, name, figures, facts }
}

function toRow({ position, organization, person, content }: EvidenceRowKept, on: Day): EvidenceRow {
  return {
    position,
    keys: { organization, person, on },
    content: toContent(JSON.parse(content) as FrozenRow),
  }
}

function toSample(head: EvidenceHead, sample: SampleRow): EvidenceSample {
  const { uid, seed, size, percent, positions, recordedAt, actorName, checksum } = sample
  return {
    ...{ kept: { head, sample }, id: uid, seed, size, recordedAt, actorName, checksum },
    ...{
      percent: percent === null ? null : Number(percent),
      drawn: (JSON.parse(positions) as number[]).length,
    },
  }
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  @Query(() => Evidence, { description: 'An answer as it was frozen.' })
  async evidence(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Evidence> {
    return toEvidence(await requireEvidence(ctx, id))
  }

  @Query(() => EvidenceConnection, { description: 'Evidence that may be read, the newest first.' })
  async evidenceList(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<EvidenceConnection> {
    const page = await evidenceList(ctx, pageArgs(first, after, cursor))
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, node: toEvidence(edge.node) })) }
  }

  @Query(() => EvidenceRerun, {
    description: 'The question of evidence asked anew, row by row against what was frozen.',
  })
  async rerunEvidence(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<EvidenceRerun> {
    const { asOf } = await requireEvidence(ctx, id)
    const rerun = await rerunEvidence(ctx, id)
    const differences = rerun.differences.map(({ kind, organization, person, before, now }) => ({
      ...{ kind, keys: { organization, person, on: asOf } },
      ...{ before: before && toContent(before), now: now && toContent(now) },
    }))
    return { ...rerun, differences }
  }

  @Mutation(() => Evidence, { description: 'Freezes an answer as it is now.' })
  async freezeEvidence(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FreezeEvidenceInput) input: FreezeEvidenceInput,
  ): Promise<Evidence> {
    return toEvidence(await freezeEvidence(ctx, input))
  }

  @Mutation(() => EvidenceSample, {
    description: 'Draws a sample of the rows, stratified by unit, and keeps it.',
  })
  async drawSample(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DrawSampleInput) input: DrawSampleInput,
  ): Promise<EvidenceSample> {
    const sample = await drawSample(ctx, input)
    return toSample(await requireEvidence(ctx, input.evidenceId), sample)
  }

  @FieldResolver(() => Boolean, { description: 'Whether the checksum over what is kept is still that one.' })
  unaltered(@Root() { head }: Evidence, @Ctx() ctx: RequestContext): Promise<boolean> {
    return isUnaltered(ctx, head)
  }

  @FieldResolver(() => EvidenceRowConnection)
  async rows(
    @Root() { head }: Evidence,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<EvidenceRowConnection> {
    const page = await evidenceRows(ctx, head, pageArgs(first, after, cursor))
    return { ...page, edges: page.edges.map((edge) => ({ ...edge, node: toRow(edge.node, head.asOf) })) }
  }

  @FieldResolver(() => [EvidenceSample])
  async samples(@Root() { head }: Evidence, @Ctx() ctx: RequestContext): Promise<EvidenceSample[]> {
    return (await samplesOf(ctx, head)).map((sample) => toSample(head, sample))
  }
}

@Resolver(() => EvidenceSample)
export class EvidenceSampleResolver {
  @FieldResolver(() => [EvidenceRow], { description: 'Those that the viewer may read.' })
  async rows(@Root() { kept }: EvidenceSample, @Ctx() ctx: RequestContext): Promise<EvidenceRow[]> {
    const rows = await rowsOfSample(ctx, kept.head, kept.sample)
    return rows.map((row) => toRow(row, kept.head.asOf))
  }
}

const unitOf = async (ctx: RequestContext, { organization, on }: EvidenceRow['keys']) =>
  toOrganizationOrNull(await loadNearest(ctx, organization, on))

@Resolver(() => EvidenceRow)
export class EvidenceRowResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'The unit as on the as-of date.' })
  organization(@Root() { keys }: EvidenceRow, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    return unitOf(ctx, keys)
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Null for units, and where the person may not be known.',
  })
  async person(@Root() { keys }: EvidenceRow, @Ctx() ctx: RequestContext): Promise<Person | null> {
    return keys.person === null ? null : loadPersonOrNull(ctx, keys.person)
  }
}

@Resolver(() => EvidenceDifference)
export class EvidenceDifferenceResolver {
  @FieldResolver(() => Organization, { nullable: true })
  organization(
    @Root() { keys }: EvidenceDifference,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return unitOf(ctx, keys)
  }
}
