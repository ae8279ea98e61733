import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { pageArgs } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { notFound } from '../../errors/errors.js'
import { findOrganization, loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization, toOrganizationOrNull } from '../organizations/organization.view.js'
import { refuseClosed } from '../people/look.service.js'
import { Person } from '../people/person.type.js'
import { loadPerson } from '../people/person.view.js'
import { admissionsOf, loadAdmissionDays, loadEvents } from './admission.service.js'
import { AdmissionFilterInput, CorrectionInput, OpeningBalanceInput } from './membership.input.js'
import { Admission, AdmissionConnection, OpeningBalance, PersonEvent } from './membership.type.js'
import { toAdmission, toOpeningBalance, toPersonEvent } from './membership.view.js'
import { correctOpeningBalance, openingBalancesOf, recordOpeningBalance } from './opening-balance.service.js'

async function unitOf(ctx: RequestContext, id: number, on: Day): Promise<Organization> {
  const unit = await loadNearest(ctx, id, on)
  if (!unit) throw notFound('Organization')
  return toOrganization(unit)
}

@Resolver(() => Organization)
export class OrganizationMembershipResolver {
  @FieldResolver(() => AdmissionConnection, {
    description: 'The people behind the number, the latest first.',
  })
  async admissions(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AdmissionFilterInput, { nullable: true }) filter?: AdmissionFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<AdmissionConnection> {
    const page = await admissionsOf(ctx, unit, filter ?? {}, pageArgs(first, after))
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toAdmission(node) })) }
  }

  @FieldResolver(() => [OpeningBalance], { description: 'With how many members the cell began.' })
  async openingBalances(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<OpeningBalance[]> {
    return loader<number, OpeningBalance[]>(ctx, 'opening balances', async (ids) => {
      const rows = await openingBalancesOf(ctx, ids)
      return ids.map((id) => rows.filter(({ organization }) => organization === id).map(toOpeningBalance))
    }).load(unit.id)
  }
}

@Resolver(() => Person)
export class PersonEventsResolver {
  @FieldResolver(() => [PersonEvent], {
    description: 'Everything on record, corrected events included, as recorded.',
  })
  async events(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<PersonEvent[]> {
    await refuseClosed(ctx, person.key)
    return (await loadEvents(ctx, person.key)).map(toPersonEvent)
  }
}

@Resolver(() => PersonEvent)
export class PersonEventResolver {
  @FieldResolver(() => Person)
  person(@Root() event: PersonEvent, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, event.personKey)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The cell; null where a transfer comes from one that the viewer cannot see.',
  })
  async organization(@Root() event: PersonEvent, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, event.organizationKey, event.on))
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The cell to which a transfer leads, if the viewer can see it.',
  })
  async toOrganization(@Root() event: PersonEvent, @Ctx() ctx: RequestContext): Promise<Organization | null> {
    if (event.toOrganizationKey === null) return null
    return toOrganizationOrNull(await loadNearest(ctx, event.toOrganizationKey, event.on))
  }

  @FieldResolver(() => Document, { nullable: true })
  document(@Root() event: PersonEvent, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, event.documentKey)
  }
}

@Resolver(() => Admission)
export class AdmissionResolver {
  @FieldResolver(() => Person)
  person(@Root() admission: Admission, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, admission.personKey)
  }

  @FieldResolver(() => Organization, { description: 'The cell.' })
  organization(@Root() admission: Admission, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitOf(ctx, admission.organizationKey, admission.on)
  }

  @FieldResolver(() => DateScalar)
  async decidedOn(@Root() admission: Admission, @Ctx() ctx: RequestContext): Promise<Day> {
    return (await loadAdmissionDays(ctx, admission)).decidedOn
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async ceremonyOn(@Root() admission: Admission, @Ctx() ctx: RequestContext): Promise<Day | null> {
    return (await loadAdmissionDays(ctx, admission)).ceremonyOn
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async recognizedOn(@Root() admission: Admission, @Ctx() ctx: RequestContext): Promise<Day | null> {
    return (await loadAdmissionDays(ctx, admission)).recognizedOn
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The day on which the probation ends: official from then, once recognized.',
  })
  async officialFrom(@Root() admission: Admission, @Ctx() ctx: RequestContext): Promise<Day | null> {
    return (await loadAdmissionDays(ctx, admission)).officialFrom
  }
}

@Resolver(() => OpeningBalance)
export class OpeningBalanceResolver {
  @FieldResolver(() => Organization)
  organization(@Root() balance: OpeningBalance, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitOf(ctx, balance.organizationKey, balance.on)
  }

  @FieldResolver(() => Document, { nullable: true })
  document(@Root() balance: OpeningBalance, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, balance.documentKey)
  }

  @Mutation(() => OpeningBalance, { description: 'Members with which a cell begins.' })
  async recordOpeningBalance(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OpeningBalanceInput) input: OpeningBalanceInput,
  ): Promise<OpeningBalance> {
    const { organizationId, documentId, note, ...counts } = input
    const organization = (await findOrganization(ctx, organizationId)).id
    const document = await documentIdOf(ctx, documentId)
    return toOpeningBalance(
      await recordOpeningBalance(ctx, { ...counts, organization, document, note: note ?? null }),
    )
  }

  @Mutation(() => OpeningBalance, { description: 'Reverses an opening balance that was recorded wrongly.' })
  async correctOpeningBalance(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CorrectionInput) input: CorrectionInput,
  ): Promise<OpeningBalance> {
    return toOpeningBalance(await correctOpeningBalance(ctx, input.id, input.version, input.reason))
  }
}
