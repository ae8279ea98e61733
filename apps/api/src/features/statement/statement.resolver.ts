import { addDays, OPEN_END, reason, type StatementPart } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { lastDayOf } from '../organizations/life.js'
import { findOrganization, loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { saveTemplate, templatesFor, type TemplateRow } from './statement-template.service.js'
import { statementOf } from './statement.service.js'
import { SaveStatementTemplateInput, Statement, StatementInput, StatementTemplate } from './statement.type.js'
import { readParts } from './template-body.js'

function toTemplate({ id: _id, uid, organization, validTo, parts, ...row }: TemplateRow): StatementTemplate {
  return {
    ...row,
    id: uid,
    organizationKey: organization,
    validTo: lastDayOf({ closed: validTo }) ?? null,
    parts: JSON.stringify(parts),
  }
}

function partsOf(body: string): StatementPart[] {
  const parts = readParts(body)
  if (parts === null) throw invalidInput('parts', reason('TEMPLATE_FORM'))
  return parts
}

@Resolver(() => Organization)
export class OrganizationStatementResolver {
  @FieldResolver(() => [StatementTemplate], {
    description: 'Templates that hold for the unit on its day: its own, and inherited ones.',
  })
  async statementTemplates(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<StatementTemplate[]> {
    return (await templatesFor(ctx, unit)).map(toTemplate)
  }

  @FieldResolver(() => Statement, {
    description: 'One paragraph about the unit at a date; every number is told.',
  })
  async statement(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => StatementInput) input: StatementInput,
  ): Promise<Statement> {
    const { from, asOf, template = null, countBasis = null, perimeter = null, treeAt = null } = input
    const parts = (input.parts ?? null) === null ? null : partsOf(input.parts ?? '')
    const answer = await statementOf(ctx, unit, {
      from,
      asOf,
      template,
      parts,
      countBasis,
      perimeter,
      treeAt,
    })
    return { template: toTemplate(answer.template), text: answer.text, parts: answer.pieces }
  }
}

@Resolver(() => StatementTemplate)
export class StatementTemplateResolver {
  @FieldResolver(() => Organization, { nullable: true, description: 'Whose it is; null: everybody’s.' })
  async organization(
    @Root() { organizationKey, validFrom }: StatementTemplate,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    if (organizationKey === null) return null
    return toOrganizationOrNull(await loadNearest(ctx, organizationKey, validFrom))
  }

  @Mutation(() => StatementTemplate, { description: 'Saves how a unit and those below it word a paragraph.' })
  async saveStatementTemplate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SaveStatementTemplateInput) input: SaveStatementTemplateInput,
  ): Promise<StatementTemplate> {
    const { id, version, organizationId, validTo, parts: body, ...facts } = input
    if ((id ?? null) !== null && (version ?? null) === null)
      throw invalidInput('version', 'is needed to change a template')
    const parts = partsOf(body)
    const organization = organizationId ? (await findOrganization(ctx, organizationId)).id : null
    const until = validTo ? addDays(validTo, 1) : OPEN_END
    const existing = id === undefined || id === null ? null : { uid: id, version: version ?? 0 }
    return toTemplate(await saveTemplate(ctx, { ...facts, organization, parts, validTo: until }, existing))
  }
}
