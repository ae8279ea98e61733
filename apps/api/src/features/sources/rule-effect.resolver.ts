import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { RulePreview } from '../rules/rule.type.js'
import { candidatesAffected } from './rule-effect.service.js'

@Resolver(() => RulePreview)
export class RuleEffectResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Candidates of today for whom a day would change; null for a rule that sets no day of theirs.',
  })
  candidatesAffected(@Root() preview: RulePreview, @Ctx() ctx: RequestContext): Promise<number | null> {
    return candidatesAffected(ctx, preview)
  }
}
