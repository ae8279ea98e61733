import { reason, type Day, type OrganizationQuery } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { forbidden, invalidInput, notFound } from '../../errors/errors.js'
import { mayAnywhere, refuseUnlessAll, unitsWhere } from '../../policy/may.js'
import { scopeOf } from '../../policy/scope.js'
import { groupIdOf } from '../groups/group.service.js'
import { lineageGraph } from '../organizations/lineage.service.js'
import { loadNearest } from '../organizations/organization.service.js'
import { organizationKindsOf, sectorsOf, tiersOf } from '../organizations/code-list.service.js'
import { unitsByUid } from '../organizations/unit-lookup.service.js'
import { listAsked, listRoots, type AskedUnit } from './asked.repository.js'

/** The units of a question: the highest, and all to which its conditions are put. */
export interface Asked {
  roots: readonly number[]
  units: readonly AskedUnit[]
}

async function internalIds(
  ctx: RequestContext,
  field: string,
  uids: readonly string[] | null | undefined,
): Promise<number[]> {
  const found = await unitsByUid(ctx, uids ?? [])
  return (uids ?? []).map((uid) => {
    const id = found.get(uid)
    if (id === undefined) throw notFound(field === 'scope' ? 'Organization' : 'Organization of lineageOf')
    return id
  })
}

/**
 * The highest units that a question asks below: those named, at each of which figures must be readable (NOT_FOUND or
 * FORBIDDEN), or those of the viewer's grants.
 */
export async function rootsOf(
  ctx: RequestContext,
  scope: readonly string[] | null | undefined,
  verb: 'figures.read' | 'people.read',
  day: Day,
): Promise<readonly number[]> {
  if (!mayAnywhere(ctx, verb)) throw forbidden(reason('NOT_ALLOWED'))
  if (scope && scope.length > 0) {
    const ids = [...new Set(await internalIds(ctx, 'scope', scope))]
    await refuseUnlessAll(ctx, verb, ids)
    return ids
  }
  const own = scopeOf(ctx, verb)
  return own.all ? listRoots(ctx, day) : unitsWhere(ctx, verb, own.organizations)
}

async function refuseUnknownCodes(ctx: RequestContext, query: OrganizationQuery): Promise<void> {
  const lists = { tiers: tiersOf, kinds: organizationKindsOf, sectors: sectorsOf }
  for (const [field, read] of Object.entries(lists)) {
    const asked = query[field as keyof typeof lists] ?? []
    if (asked.length === 0) continue
    const known = new Set((await read(ctx)).map(({ code }) => code))
    if (asked.some((code) => !known.has(code))) throw invalidInput(field, reason('UNKNOWN_CODE'))
  }
}

/** A unit with everything that it was formed from and that it became. */
async function lineageUnits(ctx: RequestContext, uid: string, day: Day): Promise<number[]> {
  const [id] = await internalIds(ctx, 'lineageOf', [uid])
  const unit = await loadNearest(ctx, id as number, day)
  if (!unit) throw notFound('Organization of lineageOf')
  const { nodes } = await lineageGraph(ctx, unit)
  return [...new Set([unit.id, ...nodes.map((node) => node.id)])]
}

/** The units of a question by the tree of its day. Refuses unknown codes and groups, and a scope outside one's own. */
export async function unitsAsked(ctx: RequestContext, query: OrganizationQuery, day: Day): Promise<Asked> {
  await refuseUnknownCodes(ctx, query)
  const roots = await rootsOf(ctx, query.scope, 'figures.read', day)
  const found = await Promise.all((query.groups ?? []).map((uid) => groupIdOf(ctx, uid)))
  const groups = found.flatMap((id) => id ?? [])
  const units = query.lineageOf ? await lineageUnits(ctx, query.lineageOf, day) : null
  const asked = await listAsked(ctx, {
    ...{ roots, day, ended: query.ended ?? false, groups, units },
    ...{ tiers: query.tiers ?? [], kinds: query.kinds ?? [], sectors: query.sectors ?? [] },
  })
  return { roots, units: asked }
}
