import { LIMITS, type Day, type TargetKind } from '@seedbed/shared'
import { Arg, Ctx, Extensions, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { TargetKindEnum } from '../../graphql/enums.js'
import { DateScalar } from '../../graphql/scalars.js'
import { findOrganization } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { worksheetDays } from './worksheet-days.js'
import { saveWorksheet } from './worksheet-saving.service.js'
import { worksheetOf } from './worksheet.service.js'
import { SaveWorksheetInput } from './worksheet.input.js'
import { TargetWorksheet, WorksheetRow } from './worksheet.type.js'
import { toWorksheet } from './worksheet.view.js'

@Resolver(() => Organization)
export class OrganizationWorksheetResolver {
  @FieldResolver(() => TargetWorksheet, {
    description: 'The worksheet in which the unit allots the targets of a year to those directly below it.',
  })
  async targetWorksheet(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('year', () => Int) year: number,
    @Arg('asOf', () => DateScalar) asOf: Day,
    @Arg('kind', () => TargetKindEnum, { defaultValue: 'ASSIGNED' }) kind: TargetKind,
  ): Promise<TargetWorksheet> {
    return toWorksheet(await worksheetOf(ctx, unit, { year, asOf, kind }))
  }
}

@Resolver(() => TargetWorksheet)
export class WorksheetResolver {
  @Extensions({ listLength: LIMITS.worksheetRows })
  @FieldResolver(() => [WorksheetRow], { description: 'At most 2,000, by name.' })
  rows(@Root() { rows }: TargetWorksheet): WorksheetRow[] {
    return rows
  }

  @Mutation(() => TargetWorksheet, {
    description:
      'Saves rows of a worksheet with one document, all or none. A refusal tells in `rows` what is wrong with each, and of rows that someone else has changed what stands there now.',
  })
  async saveTargetWorksheet(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SaveWorksheetInput) input: SaveWorksheetInput,
  ): Promise<TargetWorksheet> {
    const { organizationId, year, yearTo = null, asOf, kind = 'ASSIGNED', document } = input
    const unit = await findOrganization(ctx, organizationId, worksheetDays(year, asOf).treeAt)
    await saveWorksheet(ctx, unit, {
      ...{ year, yearTo, kind, asOf },
      rows: input.rows.map((row) => ({
        organizationId: row.organizationId,
        amountMin: row.amountMin ?? null,
        amountMax: row.amountMax ?? null,
        note: row.note ?? null,
        targetId: row.targetId ?? null,
        version: row.version ?? null,
      })),
      documentId: input.documentId ?? null,
      document: document
        ? { ...document, issuer: document.issuer ?? null, signedOn: document.signedOn ?? null, note: null }
        : null,
      reason: input.reason?.trim() || null,
      backfilled: input.backfilled ?? false,
    })
    return toWorksheet(await worksheetOf(ctx, unit, { year, asOf, kind }))
  }
}
