import type { Verb } from '@seedbed/shared'
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { RequestContext } from '../context.js'
import { rulesOf, type FieldRule } from './fields.js'
import { refuseUnless, refuseUnlessAnywhere } from './may.js'

type Resolve = GraphQLFieldResolver<unknown, RequestContext>

/** What `unit` and `somewhere` ask before the field is answered; the other rules need nothing here. */
function asked(rule: FieldRule): ((root: unknown, ctx: RequestContext) => Promise<void> | void) | undefined {
  const [kind, verb] = rule.split(' ') as [string, Verb | undefined]
  if (verb === undefined) return undefined
  if (kind === 'somewhere') return (_root, ctx) => refuseUnlessAnywhere(ctx, verb)
  return (root, ctx) => refuseUnless(ctx, verb, (root as { unit: { id: number } }).unit.id)
}

/** Puts the rules of policy/fields.ts before the resolvers of a schema; answers the same schema. */
export function enforceFieldRules(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const checks = rulesOf(type.name, field.name).flatMap((rule) => asked(rule) ?? [])
      const { resolve } = field
      if (checks.length === 0 || !resolve) continue
      const guarded: Resolve = async (root, args, ctx, info) => {
        for (const check of checks) await check(root, ctx)
        return resolve(root, args, ctx, info)
      }
      field.resolve = guarded
    }
  }
  return schema
}
