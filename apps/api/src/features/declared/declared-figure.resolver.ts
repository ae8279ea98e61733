import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Float, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { Figure } from '../figures/figures.type.js'
import { CorrectionInput } from '../membership/membership.input.js'
import { findOrganization } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { correctDeclared, declaredOf, declareFigure, type DeclaredRow } from './declared-figure.service.js'
import { DeclaredFigure, DeclareFigureInput } from './declared-figure.type.js'
import { differenceOf, loadRecorded } from './recorded.service.js'

function toDeclaredFigure(row: DeclaredRow): DeclaredFigure {
  const { id: _id, uid, organization: _organization, document: _document, ...facts } = row
  return { ...facts, row, id: uid }
}

@Resolver(() => Organization)
export class OrganizationDeclaredResolver {
  @FieldResolver(() => [DeclaredFigure], {
    description:
      'Figures declared for a day (or the last day of a period) from `from` to `asOf`, the latest first.',
  })
  async declaredFigures(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('asOf', () => DateScalar) asOf: Day,
    @Arg('from', () => DateScalar, { nullable: true, description: 'Default: everything until asOf.' })
    from?: Day,
  ): Promise<DeclaredFigure[]> {
    return (await declaredOf(ctx, unit, { from: from ?? null, asOf })).map(toDeclaredFigure)
  }
}

@Resolver(() => DeclaredFigure)
export class DeclaredFigureResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'Where it is stated.' })
  document(@Root() { row }: DeclaredFigure, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, row.document)
  }

  @FieldResolver(() => Figure, {
    description:
      'What the ledger gives for the same unit, indicator and days, with as many decimals as printed.',
  })
  recorded(@Root() { row }: DeclaredFigure, @Ctx() ctx: RequestContext): Promise<Figure> {
    return loadRecorded(ctx, row)
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Declared less recorded, in persons or percentage points; null where nothing is recorded.',
  })
  async difference(@Root() { row }: DeclaredFigure, @Ctx() ctx: RequestContext): Promise<number | null> {
    return differenceOf(row, await loadRecorded(ctx, row))
  }

  @Mutation(() => DeclaredFigure, {
    description: 'States a figure without persons, beside what is recorded.',
  })
  async declareFigure(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DeclareFigureInput) input: DeclareFigureInput,
  ): Promise<DeclaredFigure> {
    const { organizationId, documentId, from, count, qualifier, printedPercentage, note, ...days } = input
    const facts = {
      ...days,
      organization: (await findOrganization(ctx, organizationId)).id,
      from: from ?? null,
      count: count ?? null,
      qualifier: qualifier ?? 'EXACTLY',
      printedPercentage: printedPercentage ?? null,
      document: await documentIdOf(ctx, documentId),
      note: note ?? null,
    }
    return toDeclaredFigure(await declareFigure(ctx, facts))
  }

  @Mutation(() => DeclaredFigure, { description: 'Takes back a figure that was declared wrongly.' })
  async correctDeclaredFigure(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CorrectionInput) input: CorrectionInput,
  ): Promise<DeclaredFigure> {
    return toDeclaredFigure(await correctDeclared(ctx, input.id, input.version, input.reason))
  }
}
