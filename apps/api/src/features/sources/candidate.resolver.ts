import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Organization } from '../organizations/organization.type.js'
import { refuseClosed } from '../people/look.service.js'
import { Person } from '../people/person.type.js'
import { loadPerson } from '../people/person.view.js'
import { mentorsOn, reviewedOn, wordsOf } from './candidate-facts.service.js'
import { candidatesOf } from './candidate.service.js'
import { certificateExpiry } from './certificate.service.js'
import { loadHandovers } from './handover.service.js'
import { requirementsOf } from './requirement-met.service.js'
import {
  Candidate,
  CandidateConnection,
  CandidateFilterInput,
  CandidateHandover,
  CandidateRequirement,
  Mentorship,
} from './source.type.js'
import { onDay, toCandidate, toHandover, toMentorship, toRequirementState, unitNear } from './source.view.js'

@Resolver(() => Organization)
export class OrganizationCandidatesResolver {
  @FieldResolver(() => CandidateConnection, {
    description: 'Candidates of the unit and all below it on its day, by name.',
  })
  async candidates(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => CandidateFilterInput, { nullable: true }) filter?: CandidateFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<CandidateConnection> {
    const page = await candidatesOf(ctx, unit, filter ?? {}, pageArgs(first, after))
    const edges = await Promise.all(
      page.edges.map(async ({ cursor, node }) => {
        const { id } = await loadPerson(ctx, node.person)
        return { cursor, node: toCandidate(node, id, unit.at) }
      }),
    )
    return { ...page, edges }
  }
}

@Resolver(() => Candidate)
export class CandidateResolver {
  @FieldResolver(() => Person)
  person(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, one.personKey)
  }

  @FieldResolver(() => Organization, { description: 'The cell.' })
  organization(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, one.organizationKey, one.asOf)
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'First day on which the certificate is no longer valid, by the rule of the day of the course.',
  })
  certificateExpiresOn(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<Day | null> {
    return certificateExpiry(ctx, one.certifiedOn ?? null)
  }

  @FieldResolver(() => String, { nullable: true })
  async certificateNumber(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<string | null> {
    await refuseClosed(ctx, one.personKey)
    return (await wordsOf(ctx, one.personKey, one.asOf)).certificateNumber
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the person does well.' })
  async note(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<string | null> {
    await refuseClosed(ctx, one.personKey)
    return (await wordsOf(ctx, one.personKey, one.asOf)).note
  }

  @FieldResolver(() => [Mentorship], { description: 'Those who help on the day.' })
  async mentors(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<Mentorship[]> {
    return (await mentorsOn(ctx, onDay(one))).map(toMentorship)
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'The latest review by a mentor.' })
  reviewedOn(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<Day | null> {
    return reviewedOn(ctx, onDay(one))
  }

  @FieldResolver(() => CandidateHandover, {
    nullable: true,
    description: 'An offer that waits for its answer.',
  })
  async handover(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<CandidateHandover | null> {
    const open = (await loadHandovers(ctx, one.personKey)).find(({ outcome }) => outcome === null)
    return open ? toHandover(open) : null
  }

  @FieldResolver(() => [CandidateRequirement], {
    description: 'What the units ask for beyond the regulations.',
  })
  async requirements(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<CandidateRequirement[]> {
    const candidate = {
      person: one.personKey,
      organization: one.organizationKey,
      sourceKind: one.sourceKind ?? null,
    }
    return (await requirementsOf(ctx, candidate, one.asOf)).map(toRequirementState)
  }
}
