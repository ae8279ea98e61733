import type { Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  insertRows,
  marks,
  rowByUid,
  select,
} from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

export interface GroupSetRow {
  id: number
  uid: string
  name: string
}

export interface GroupRow {
  id: number
  uid: string
  groupSet: number
  name: string
}

/** A unit in a group during [from, to). */
export interface MembershipRow {
  organization: number
  groupSet: number
  group: number
  from: Day
  to: Day
  batch: number | null
}

const groupColumns = 'id, uid, group_set AS groupSet, name'

/** All sets by name, or those of the given ids. */
export async function listGroupSets(ctx: RequestContext, ids?: readonly number[]): Promise<GroupSetRow[]> {
  if (ids === undefined) return select(ctx, 'SELECT id, uid, name FROM group_set ORDER BY name')
  return inChunks([...ids], (chunk) =>
    select<GroupSetRow>(ctx, `SELECT id, uid, name FROM group_set WHERE id IN (${marks(chunk)})`, chunk),
  )
}

/** The set of that outer id. */
export function findGroupSet(ctx: RequestContext, uid: string): Promise<GroupSetRow | undefined> {
  return rowByUid<GroupSetRow>(ctx, 'group_set', 'id, uid, name', uid)
}

/** The group of that outer id. */
export function findGroup(ctx: RequestContext, uid: string): Promise<GroupRow | undefined> {
  return rowByUid<GroupRow>(ctx, 'organization_group', groupColumns, uid)
}

/** Groups of the sets, by name. */
export function listGroups(ctx: RequestContext, groupSets: readonly number[]): Promise<GroupRow[]> {
  return inChunks([...groupSets], (chunk) =>
    select<GroupRow>(
      ctx,
      `SELECT ${groupColumns} FROM organization_group WHERE group_set IN (${marks(chunk)}) ORDER BY name`,
      chunk,
    ),
  )
}

/** Groups by internal ids. */
export function findGroups(ctx: RequestContext, ids: readonly number[]): Promise<GroupRow[]> {
  return inChunks([...ids], (chunk) =>
    select<GroupRow>(
      ctx,
      `SELECT ${groupColumns} FROM organization_group WHERE id IN (${marks(chunk)})`,
      chunk,
    ),
  )
}

/** Keeps the sets, their groups and memberships from changing until the unit of work ends. */
export async function lockGroupSets(ctx: RequestContext, ids: readonly number[]): Promise<void> {
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  await inChunks(sorted, (chunk) =>
    select(ctx, `SELECT id FROM group_set WHERE id IN (${marks(chunk)}) ORDER BY id${forUpdate(ctx)}`, chunk),
  )
}

/** Stores sets; answers their internal ids in order. */
export function insertGroupSets(
  ctx: RequestContext,
  rows: ReadonlyArray<{ uid: string; name: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'group_set',
    rows.map(({ uid, name }) => ({ uid, name, batch })),
  )
}

/** Stores groups; answers their internal ids in order. */
export function insertGroups(
  ctx: RequestContext,
  rows: ReadonlyArray<{ uid: string; groupSet: number; name: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'organization_group',
    rows.map(({ uid, groupSet, name }) => ({ uid, group_set: groupSet, name, batch })),
  )
}

const membershipColumns =
  'm.organization, m.group_set AS groupSet, m.group_id AS groupId, m.valid_from AS since, m.valid_to AS until, m.batch'

type StoredMembership = Omit<MembershipRow, 'group' | 'from' | 'to'> & {
  groupId: number
  since: Day
  until: Day
}

const toMembership = ({ groupId, since, until, ...row }: StoredMembership): MembershipRow => ({
  ...row,
  group: groupId,
  from: since,
  to: until,
})

/** All memberships of the units, in order of their days. */
export async function listMembershipsOf(
  ctx: RequestContext,
  organizations: readonly number[],
): Promise<MembershipRow[]> {
  const scope = inScope(ctx.scope, 'm.organization', today(ctx))
  const rows = await inChunks([...organizations], (chunk) =>
    select<StoredMembership>(
      ctx,
      `SELECT ${membershipColumns} FROM group_membership m
       WHERE m.organization IN (${marks(chunk)}) AND ${scope.sql} ORDER BY m.organization, m.group_set, m.valid_from`,
      [...chunk, ...scope.params],
    ),
  )
  return rows.map(toMembership)
}

/** Who is in the groups on a day; units that have ended by then are left out. */
export async function listMembers(
  ctx: RequestContext,
  groups: readonly number[],
  at: Day,
): Promise<MembershipRow[]> {
  const scope = inScope(ctx.scope, 'm.organization', today(ctx))
  const rows = await inChunks([...groups], (chunk) =>
    select<StoredMembership>(
      ctx,
      `SELECT ${membershipColumns} FROM group_membership m JOIN organization o ON o.id = m.organization
       WHERE m.group_id IN (${marks(chunk)}) AND m.valid_from <= ? AND m.valid_to > ?
         AND o.opened <= ? AND o.closed > ? AND ${scope.sql}`,
      [...chunk, at, at, at, at, ...scope.params],
    ),
  )
  return rows.map(toMembership)
}

/** Removes and adds memberships. */
export async function replaceMemberships(
  ctx: RequestContext,
  removed: readonly MembershipRow[],
  added: readonly MembershipRow[],
): Promise<void> {
  for (const { organization, groupSet, from } of removed) {
    await execute(
      ctx,
      'DELETE FROM group_membership WHERE organization = ? AND group_set = ? AND valid_from = ?',
      [organization, groupSet, from],
    )
  }
  await insertRows(
    ctx,
    'group_membership',
    added.map(({ organization, groupSet, group, from, to, batch }) => ({
      organization,
      group_set: groupSet,
      valid_from: from,
      valid_to: to,
      group_id: group,
      batch,
    })),
  )
}

/** Units that are in two groups of one set at once, and from when on. */
export async function listOverlaps(ctx: RequestContext): Promise<Array<{ organization: number; from: Day }>> {
  const rows = await select<{ organization: number; since: Day }>(
    ctx,
    `SELECT a.organization, b.valid_from AS since FROM group_membership a JOIN group_membership b
       ON b.organization = a.organization AND b.group_set = a.group_set
      AND b.valid_from > a.valid_from AND b.valid_from < a.valid_to`,
  )
  return rows.map(({ organization, since }) => ({ organization, from: since }))
}
