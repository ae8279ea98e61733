import { type Day } from '@seedbed/shared'
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { listForms, previewForm, setForm, type FormFacts } from './dossier-form.service.js'
import { loadRules, previewRule, setRule, type RuleFacts } from './rule.service.js'
import {
  DossierForm,
  DossierFormInput,
  DossierFormPreview,
  Rule,
  RuleInput,
  RulePreview,
  SetDossierFormInput,
  SetRuleInput,
} from './rule.type.js'
import { endAfter, toForm, toFormVersion, toRule, toRulePreview } from './rule.view.js'

const ruleOf = ({ code, value, per, regulation, article, confirmed, validFrom, validTo, note }: RuleInput) =>
  ({
    ...{ code, value, regulation, validFrom },
    per: per ?? null,
    article: article ?? null,
    confirmed: confirmed ?? false,
    validTo: endAfter(validTo),
    note: note ?? null,
  }) satisfies RuleFacts

const formOf = ({ code, title, issuer, regulation, confirmed, validFrom, validTo, note }: DossierFormInput) =>
  ({
    ...{ code, title, issuer, regulation, validFrom },
    confirmed: confirmed ?? false,
    validTo: endAfter(validTo),
    note: note ?? null,
  }) satisfies FormFacts

@Resolver()
export class RuleResolver {
  @Query(() => [Rule], { description: 'Every rule with all its versions.' })
  async rules(@Ctx() ctx: RequestContext): Promise<Rule[]> {
    return (await loadRules(ctx)).map(toRule)
  }

  @Query(() => RulePreview, { description: 'What setting this version would do; nothing is written.' })
  async previewRule(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RuleInput) input: RuleInput,
  ): Promise<RulePreview> {
    return toRulePreview(await previewRule(ctx, ruleOf(input)))
  }

  @Mutation(() => Rule, { description: 'Lays a version over the others of its rule.' })
  async setRule(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetRuleInput) input: SetRuleInput,
  ): Promise<Rule> {
    return toRule(await setRule(ctx, ruleOf(input), input.changes))
  }

  @Query(() => [DossierForm], { description: 'The catalogue of forms; with a day, those in force on it.' })
  async dossierForms(
    @Ctx() ctx: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: Day,
  ): Promise<DossierForm[]> {
    return (await listForms(ctx, on ?? null)).map(toForm)
  }

  @Query(() => DossierFormPreview, { description: 'What setting this version would do; nothing is written.' })
  async previewDossierForm(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DossierFormInput) input: DossierFormInput,
  ): Promise<DossierFormPreview> {
    const { before, after } = await previewForm(ctx, formOf(input))
    return { before: before.map(toFormVersion), after: after.map(toFormVersion) }
  }

  @Mutation(() => DossierForm, { description: 'Lays a version over the others of its form.' })
  async setDossierForm(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetDossierFormInput) input: SetDossierFormInput,
  ): Promise<DossierForm> {
    return toForm(await setForm(ctx, formOf(input), input.changes))
  }
}
