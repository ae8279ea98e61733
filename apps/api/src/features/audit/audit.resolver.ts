import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { Person } from '../people/person.type.js'
import { toPerson } from '../people/person.view.js'
import {
  auditOf,
  auditOfPerson,
  auditOfUnit,
  loadPersonsConcerned,
  mayReadValues,
  recordExport,
} from './audit.service.js'
import { AuditChange, AuditConnection, AuditFilterInput, AuditRecord } from './audit.type.js'
import { RecordExportInput } from './export.input.js'
import { changesOf, toAuditConnection } from './audit.view.js'

const pageOf = (first?: number, after?: string) => pageArgs(first, after, ['number'])

/** Units shown of one record; a bulk act concerns more than anybody reads. */
const mostShown = 20

@Resolver(() => AuditRecord)
export class AuditRecordResolver {
  @Query(() => AuditConnection, {
    description: 'The audit log of the units whose log the viewer may read, the latest first.',
  })
  async audit(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AuditFilterInput, { nullable: true }) filter?: AuditFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<AuditConnection> {
    return toAuditConnection(await auditOf(ctx, filter ?? {}, pageOf(first, after)))
  }

  @Mutation(() => Boolean, {
    description: 'Puts on record that a file was taken out of the system; asked before the browser gets it.',
  })
  async recordExport(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecordExportInput) input: RecordExportInput,
  ): Promise<boolean> {
    await recordExport(ctx, input)
    return true
  }

  @FieldResolver(() => [AuditChange], {
    description:
      'Before and after; where nothing stood before, what was asked for. Covered for who may not see it.',
  })
  async changes(@Root() { row }: AuditRecord, @Ctx() ctx: RequestContext): Promise<AuditChange[]> {
    return changesOf(row, await mayReadValues(ctx, row))
  }

  @FieldResolver(() => [Organization], {
    description: 'Units it concerns that the viewer may see, as they are today; the first 20 of them.',
  })
  async organizations(@Root() { row }: AuditRecord, @Ctx() ctx: RequestContext): Promise<Organization[]> {
    const units = row.units.slice(0, mostShown).map((unit) => loadNearest(ctx, unit, today(ctx)))
    return (await Promise.all(units)).flatMap((unit) => (unit ? [toOrganization(unit)] : []))
  }

  @FieldResolver(() => [Person], {
    description: 'Persons it concerns that the viewer may see; the first 20 of them.',
  })
  async persons(@Root() { row }: AuditRecord, @Ctx() ctx: RequestContext): Promise<Person[]> {
    return (await loadPersonsConcerned(ctx, row)).map(toPerson)
  }
}

@Resolver(() => Organization)
export class OrganizationAuditResolver {
  @FieldResolver(() => AuditConnection, {
    description: 'What is on record of the unit itself, latest first.',
  })
  async audit(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<AuditConnection> {
    return toAuditConnection(await auditOfUnit(ctx, unit.id, pageOf(first, after)))
  }
}

@Resolver(() => Person)
export class PersonAuditResolver {
  @FieldResolver(() => AuditConnection, { description: 'What is on record of the person, latest first.' })
  async audit(
    @Root() { key }: Person,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<AuditConnection> {
    return toAuditConnection(await auditOfPerson(ctx, key, pageOf(first, after)))
  }
}
