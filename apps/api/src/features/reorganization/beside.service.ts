import { addDays, type Day, type TargetRule } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import {
  planPassedGrants,
  takeBackGrants,
  writePassedGrants,
  type PassedGrants,
} from '../accounts/passed-on-grants.service.js'
import {
  changeMemberships,
  loadMembershipsOf,
  type MembershipChange,
  type MembershipRow,
} from '../groups/group.service.js'
import {
  planCarriedTargets,
  takeBackTargets,
  writeCarriedTargets,
  type CarriedTargets,
} from '../targets/carried-targets.service.js'
import type { TargetFacts } from '../targets/target.service.js'
import type { EndedUnit } from './carry-out.js'
import { insertEffects, listEffects, type Effect } from './effect.repository.js'
import type { PlanRow } from './plan.repository.js'

/** A unit that ended, by internal ids, with the operation's rule for its targets. */
export interface Ended extends EndedUnit {
  rule: TargetRule
}

/** What becomes of the targets of units that end; nothing is written. */
export function planTargets(
  ctx: RequestContext,
  plan: PlanRow,
  ended: readonly Ended[],
): Promise<CarriedTargets> {
  const endings = ended.map(({ unit, successors, rule }) => ({
    unit,
    successor: successors[0] ?? null,
    rule,
  }))
  return planCarriedTargets(ctx, endings, plan.effectiveOn)
}

/** What becomes of the grants at units that end; nothing is written. `tierOf`: the level of a successor on the day. */
export function planGrants(
  ctx: RequestContext,
  ended: readonly Ended[],
  on: Day,
  tierOf: (unit: number) => string,
): Promise<PassedGrants> {
  const endings = ended.map(({ unit, successors: [first] }) => ({
    unit,
    successor: first === undefined ? null : { id: first, tier: tierOf(first) },
  }))
  return planPassedGrants(ctx, endings, on)
}

/**
 * Writes targets of successors, lets successors join the groups of the units that end, and hands their grants on. In
 * a unit of work.
 */
export async function passOnBeside(
  ctx: RequestContext,
  plan: PlanRow,
  ended: readonly Ended[],
  { targets, grants: passed }: { targets: CarriedTargets; grants: PassedGrants },
): Promise<void> {
  const { added, changed } = await writeCarriedTargets(ctx, targets, null)
  const { changes } = await planGroups(ctx, ended, plan.effectiveOn)
  const groups = await changeMemberships(ctx, changes, null)
  for (const error of groups.refused.values()) throw error
  const grants = await writePassedGrants(ctx, passed)
  const effects: Effect[] = [
    ...added.map((ref) => ({ kind: 'TARGET_ADDED' as const, ref, body: null })),
    ...changed.map((one) => ({ kind: 'TARGET_CHANGED' as const, ref: 0, body: JSON.stringify(one) })),
    ...changes.map((change) => ({
      kind: 'GROUPS' as const,
      ref: change.organization,
      body: JSON.stringify(change),
    })),
    ...grants.added.map((ref) => ({ kind: 'GRANT_ADDED' as const, ref, body: null })),
    ...grants.ended.map((one) => ({
      kind: 'GRANT_ENDED' as const,
      ref: one.id,
      body: JSON.stringify(one),
    })),
  ]
  await insertEffects(ctx, plan.id, effects)
}

/** A unit that stands in another group of the set than one of the units it takes over from. */
export interface GroupCollision {
  successor: number
  ended: number
}

/**
 * Groups that successors join: those of the units that end, unless the successor is in another group of the set on
 * that day, or comes into one later.
 */
export async function planGroups(
  ctx: RequestContext,
  ended: readonly Ended[],
  on: Day,
): Promise<{ changes: MembershipChange[]; collisions: GroupCollision[] }> {
  const units = new Set(ended.flatMap(({ unit, successors }) => [unit, ...successors]))
  const rows = await loadMembershipsOf(ctx, [...units])
  const of = (unit: number) => rows.filter(({ organization, to }) => organization === unit && to > on)
  const eve = addDays(on, -1)
  const changes: MembershipChange[] = []
  const collisions: GroupCollision[] = []
  const joined = new Map<string, number>()
  for (const { unit, successors } of ended) {
    for (const successor of successors) {
      for (const { groupSet, group } of of(unit).filter(({ from }: MembershipRow) => from <= eve)) {
        const present = of(successor).find((row) => row.groupSet === groupSet)?.group
        const other = present ?? joined.get(`${successor}/${groupSet}`)
        if (other === group) continue
        if (other !== undefined) collisions.push({ successor, ended: unit })
        else {
          joined.set(`${successor}/${groupSet}`, group)
          changes.push({ kind: 'JOIN', organization: successor, groupSet, group, on })
        }
      }
    }
  }
  return { changes, collisions }
}

/**
 * Takes back targets, groups and grants, in a unit of work in which the units still stand: CONFLICT for what was changed
 * since.
 */
export async function takeBackBeside(ctx: RequestContext, plan: PlanRow): Promise<void> {
  const effects = await listEffects(ctx, plan.id)
  const parsed = <T>(kind: Effect['kind']) =>
    effects.flatMap((effect) => (effect.kind === kind ? [JSON.parse(effect.body ?? 'null') as T] : []))
  const refs = (wanted: Effect['kind']) => effects.flatMap(({ kind, ref }) => (kind === wanted ? [ref] : []))
  await takeBackGrants(ctx, { added: refs('GRANT_ADDED'), ended: parsed('GRANT_ENDED') })
  await takeBackTargets(ctx, {
    added: refs('TARGET_ADDED'),
    changed: parsed<{ uid: string; version: number; before: TargetFacts }>('TARGET_CHANGED'),
  })
  const left = parsed<MembershipChange>('GROUPS').map((change) => ({ ...change, kind: 'LEAVE' as const }))
  const { refused } = await changeMemberships(ctx, left, null)
  for (const error of refused.values()) throw error
}
