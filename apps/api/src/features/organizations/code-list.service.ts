import { today, type RequestContext } from '../../context.js'
import { listCodes, listTiers } from './code-list.repository.js'
import type { CodeLabel, Tier } from './organization.type.js'

/** Levels of the hierarchy with what each may stand under today. */
export function tiersOf(ctx: RequestContext): Promise<Tier[]> {
  return listTiers(ctx, today(ctx))
}

/** What a unit can be, apart from its level. */
export function organizationKindsOf(ctx: RequestContext): Promise<CodeLabel[]> {
  return listCodes(ctx, 'organization_kind')
}

/** The spheres in which units work. */
export function sectorsOf(ctx: RequestContext): Promise<CodeLabel[]> {
  return listCodes(ctx, 'sector')
}
