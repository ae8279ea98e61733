import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { Organization } from '../organizations/organization.type.js'
import { refuseClosed } from '../people/look.service.js'
import { findDoubles } from '../people/person.service.js'
import { Person, PersonInput } from '../people/person.type.js'
import { factsOf, loadPerson, toPerson } from '../people/person.view.js'
import { loadSpells, spellOn } from './candidate-facts.service.js'
import { doublesOf } from './candidate.service.js'
import { loadHandovers, openHandovers } from './handover.service.js'
import { loadMentorships, loadReviews } from './mentor.service.js'
import { loadStatements, noSourceOn } from './no-source.service.js'
import {
  Candidate,
  CandidateDouble,
  CandidateHandover,
  CandidateSpell,
  MentorReview,
  Mentorship,
  NoSourceStatement,
} from './source.type.js'
import {
  toCandidate,
  toHandover,
  toMentorship,
  toReview,
  toSpell,
  toStatement,
  unitNear,
} from './source.view.js'

@Resolver(() => Person)
export class PersonSourcesResolver {
  @FieldResolver(() => Candidate, {
    nullable: true,
    description: 'As a candidate on a day; null for no candidate.',
  })
  async candidate(
    @Root() person: Person,
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar) on: Day,
  ): Promise<Candidate | null> {
    await refuseClosed(ctx, person.key)
    const spell = await spellOn(ctx, person.key, on)
    if (!spell) return null
    const { validFrom: since, validTo: _to, ...rest } = spell
    return toCandidate({ ...rest, since, birthDate: person.birthDate, sortKey: '' }, person.id, on)
  }

  @FieldResolver(() => [CandidateSpell], { description: 'Stages as a candidate, oldest first.' })
  async candidateSpells(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<CandidateSpell[]> {
    await refuseClosed(ctx, person.key)
    return (await loadSpells(ctx, person.key)).map(toSpell)
  }

  @FieldResolver(() => [Mentorship], { description: 'Those who helped and help, oldest first.' })
  async mentorships(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<Mentorship[]> {
    await refuseClosed(ctx, person.key)
    return (await loadMentorships(ctx, person.key)).map(toMentorship)
  }

  @FieldResolver(() => [MentorReview], { description: 'Reviews by mentors, oldest first.' })
  async mentorReviews(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<MentorReview[]> {
    await refuseClosed(ctx, person.key)
    return (await loadReviews(ctx, person.key)).map(toReview)
  }

  @FieldResolver(() => [CandidateHandover], { description: 'Offers to other units, oldest first.' })
  async candidateHandovers(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<CandidateHandover[]> {
    await refuseClosed(ctx, person.key)
    return (await loadHandovers(ctx, person.key)).map(toHandover)
  }
}

@Resolver(() => Organization)
export class OrganizationSourcesResolver {
  @FieldResolver(() => [CandidateHandover], {
    description: 'Candidates offered to the unit or one below it, that wait for its answer.',
  })
  async candidatesOffered(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<CandidateHandover[]> {
    return (await openHandovers(ctx, unit, 'to')).map(toHandover)
  }

  @FieldResolver(() => [CandidateHandover], {
    description: 'Candidates of the unit who wait for the answer of another.',
  })
  async candidatesInTransit(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<CandidateHandover[]> {
    return (await openHandovers(ctx, unit, 'from')).map(toHandover)
  }

  @FieldResolver(() => [NoSourceStatement], { description: 'That the unit has no source, the latest first.' })
  async noSourceStatements(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<NoSourceStatement[]> {
    return (await loadStatements(ctx, unit.id)).map(toStatement)
  }

  @FieldResolver(() => NoSourceStatement, {
    nullable: true,
    description: 'The statement that holds on its day.',
  })
  async noSource(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<NoSourceStatement | null> {
    const row = await noSourceOn(ctx, unit.id, unit.at)
    return row ? toStatement(row) : null
  }

  @FieldResolver(() => [CandidateDouble], {
    description: 'Candidates who share name and birth date with somebody else on record.',
  })
  async candidateDoubles(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<CandidateDouble[]> {
    const pairs = await doublesOf(ctx, unit)
    return Promise.all(
      pairs.map(async ({ person, other }) => ({
        person: await loadPerson(ctx, person),
        other: await loadPerson(ctx, other),
      })),
    )
  }
}

@Resolver(() => CandidateSpell)
export class CandidateSpellResolver {
  @FieldResolver(() => Organization, { description: 'The cell.' })
  organization(@Root() spell: CandidateSpell, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, spell.organizationKey, spell.from)
  }
}

@Resolver(() => Mentorship)
export class MentorshipResolver {
  @FieldResolver(() => Person)
  mentor(@Root() one: Mentorship, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, one.mentorKey)
  }
}

@Resolver(() => MentorReview)
export class MentorReviewResolver {
  @FieldResolver(() => Person)
  mentor(@Root() one: MentorReview, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, one.mentorKey)
  }
}

@Resolver(() => CandidateHandover)
export class CandidateHandoverResolver {
  @FieldResolver(() => Person)
  person(@Root() one: CandidateHandover, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, one.personKey)
  }

  @FieldResolver(() => Organization)
  from(@Root() one: CandidateHandover, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, one.fromKey, one.offeredOn)
  }

  @FieldResolver(() => Organization)
  to(@Root() one: CandidateHandover, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, one.toKey, one.offeredOn)
  }

  @Query(() => [Person], {
    description:
      'Persons on record who may be the one described: by identity number, or by name, birth date and residence.',
  })
  async possibleDoubles(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => PersonInput) input: PersonInput,
  ): Promise<Person[]> {
    return (await findDoubles(ctx, factsOf(input))).map(toPerson)
  }
}

@Resolver(() => NoSourceStatement)
export class NoSourceStatementResolver {
  @FieldResolver(() => Document, { nullable: true })
  document(@Root() one: NoSourceStatement, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, one.documentKey)
  }
}
