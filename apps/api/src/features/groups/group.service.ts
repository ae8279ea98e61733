import { LIMITS, normalizeName, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, SeedbedError } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless, refuseUnlessAnywhere } from '../../policy/may.js'
import { loadCells } from '../organizations/cell.service.js'
import { findOrganization, refuseOutsideLife } from '../organizations/organization.service.js'
import {
  findGroup,
  findGroups,
  findGroupSet,
  insertGroups,
  insertGroupSets,
  listGroups,
  listGroupSets,
  listMembers,
  listMembershipsOf,
  lockGroupSets,
  replaceMemberships,
  type GroupRow,
  type GroupSetRow,
  type MembershipRow,
} from './group.repository.js'
import { changed, type MembershipChange } from './memberships.js'

export type { GroupRow, GroupSetRow, MembershipRow } from './group.repository.js'
export type { MembershipChange } from './memberships.js'

interface Stored {
  ids: number[]
  refused: Map<number, SeedbedError>
}

function nameOf(text: string): string {
  const name = normalizeName(text)
  if (name === '' || name.length > LIMITS.nameLength)
    throw invalidInput('name', `must have 1 to ${LIMITS.nameLength} characters`)
  return name
}

/** Calls `check` on each item; answers why some were refused, by position. */
function refusals<T>(items: readonly T[], check: (item: T) => void): Map<number, SeedbedError> {
  const refused = new Map<number, SeedbedError>()
  items.forEach((item, index) => {
    try {
      check(item)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  return refused
}

/** Sets of groups, many at once, in a unit of work: a name that is taken is a CONFLICT; then nothing is stored. */
export async function addGroupSets(
  ctx: RequestContext,
  names: readonly string[],
  batch: number | null,
): Promise<Stored> {
  const taken = new Set((await listGroupSets(ctx)).map(({ name }) => name))
  const refused = refusals(names, (text) => {
    const name = nameOf(text)
    if (taken.has(name)) throw conflict(`a set of groups named ${name} exists already`)
    taken.add(name)
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = names.map((name) => ({ uid: uuid(), name: nameOf(name) }))
  return { ids: await insertGroupSets(ctx, rows, batch), refused }
}

/** Groups, many at once, in a unit of work: a name is taken once in its set (CONFLICT); then nothing is stored. */
export async function addGroups(
  ctx: RequestContext,
  groups: ReadonlyArray<{ groupSet: number; name: string }>,
  batch: number | null,
): Promise<Stored> {
  const sets = groups.map(({ groupSet }) => groupSet)
  await lockGroupSets(ctx, sets)
  const keyOf = (group: { groupSet: number; name: string }) => `${group.groupSet}/${nameOf(group.name)}`
  const taken = new Set((await listGroups(ctx, [...new Set(sets)])).map(keyOf))
  const refused = refusals(groups, (group) => {
    const key = keyOf(group)
    if (taken.has(key)) throw conflict(`the set has a group named ${nameOf(group.name)} already`)
    taken.add(key)
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = groups.map(({ groupSet, name }) => ({ uid: uuid(), groupSet, name: nameOf(name) }))
  return { ids: await insertGroups(ctx, rows, batch), refused }
}

/** Memberships of the units that were touched: as they stood, and as they stand now. */
export interface MembershipsChanged {
  before: MembershipRow[]
  after: MembershipRow[]
  refused: Map<number, SeedbedError>
}

const inSet = ({ organization, groupSet }: { organization: number; groupSet: number }) =>
  `${organization}/${groupSet}`

/**
 * Lets units join and leave groups, in the given order, in a unit of work. The unit must live on the day
 * (DATE_OUT_OF_RANGE); see `changed` for the rest. When one is refused nothing is stored.
 */
export async function changeMemberships(
  ctx: RequestContext,
  changes: readonly MembershipChange[],
  batch: number | null,
): Promise<MembershipsChanged> {
  await lockGroupSets(
    ctx,
    changes.map(({ groupSet }) => groupSet),
  )
  const organizations = [...new Set(changes.map(({ organization }) => organization))]
  const lives = await loadCells(ctx, organizations)
  const touched = new Set(changes.map(inSet))
  const before = (await listMembershipsOf(ctx, organizations)).filter((row) => touched.has(inSet(row)))
  const now = groupBy(before, inSet)
  const refused = refusals(changes, (change) => {
    const life = lives.get(change.organization)
    if (!life) throw notFound('Organization')
    refuseOutsideLife(life, change.on)
    now.set(inSet(change), changed(now.get(inSet(change)) ?? [], change, batch))
  })
  const after = [...now.values()].flat()
  if (refused.size > 0) return { before, after: before, refused }
  const stood = new Set(before)
  const stands = new Set(after)
  await replaceMemberships(
    ctx,
    before.filter((row) => !stands.has(row)),
    after.filter((row) => !stood.has(row)),
  )
  return { before, after, refused }
}

/** Puts memberships back as they stood before; refused (CONFLICT) when they were changed since. In a unit of work. */
export async function restoreMemberships(
  ctx: RequestContext,
  { before, after }: Pick<MembershipsChanged, 'before' | 'after'>,
): Promise<void> {
  const all = [...before, ...after]
  await lockGroupSets(
    ctx,
    all.map(({ groupSet }) => groupSet),
  )
  const touched = new Set(all.map(inSet))
  const organizations = [...new Set(all.map(({ organization }) => organization))]
  const current = (await listMembershipsOf(ctx, organizations)).filter((row) => touched.has(inSet(row)))
  const text = (rows: readonly MembershipRow[]) =>
    rows
      .map(({ organization, groupSet, group, from, to }) =>
        [organization, groupSet, group, from, to].join('/'),
      )
      .sort()
      .join(' ')
  if (text(current) !== text(after)) throw conflict('a unit of it has joined or left a group since')
  await replaceMemberships(ctx, current, before)
}

/** Makes a set of groups; a name that is taken is a CONFLICT. */
export function createGroupSet(ctx: RequestContext, name: string): Promise<GroupSetRow> {
  return inTransaction(ctx, async (tx) => {
    refuseUnlessAnywhere(tx, 'groups.define')
    const { ids, refused } = await addGroupSets(tx, [name], null)
    for (const error of refused.values()) throw error
    const [row] = await listGroupSets(tx, ids)
    if (!row) throw notFound('Set of groups')
    return row
  })
}

/** Makes a group in a set; a name that is taken there is a CONFLICT. */
export function createGroup(
  ctx: RequestContext,
  input: { groupSetId: string; name: string },
): Promise<GroupRow> {
  return inTransaction(ctx, async (tx) => {
    refuseUnlessAnywhere(tx, 'groups.define')
    const set = await findGroupSet(tx, input.groupSetId)
    if (!set) throw notFound('Set of groups')
    const { ids, refused } = await addGroups(tx, [{ groupSet: set.id, name: input.name }], null)
    for (const error of refused.values()) throw error
    const [row] = await findGroups(tx, ids)
    if (!row) throw notFound('Group')
    return row
  })
}

/** A unit joins or leaves a group at the beginning of a day; see changeMemberships. */
export function changeMembership(
  ctx: RequestContext,
  kind: MembershipChange['kind'],
  input: { groupId: string; organizationId: string; on: Day },
): Promise<GroupRow> {
  return inTransaction(ctx, async (tx) => {
    const group = await findGroup(tx, input.groupId)
    if (!group) throw notFound('Group')
    const { id } = await findOrganization(tx, input.organizationId, input.on)
    await refuseUnless(tx, 'organizations.manage', id)
    const change = { kind, organization: id, groupSet: group.groupSet, group: group.id, on: input.on }
    const { refused } = await changeMemberships(tx, [change], null)
    for (const error of refused.values()) throw error
    return group
  })
}

/** All sets of groups, by name. */
export function groupSetsOf(ctx: RequestContext): Promise<GroupSetRow[]> {
  return listGroupSets(ctx)
}

/** Groups of the sets, by name. */
export function groupsOfSets(ctx: RequestContext, sets: readonly number[]): Promise<GroupRow[]> {
  return listGroups(ctx, sets)
}

/** The set of an internal id. */
export function loadGroupSet(ctx: RequestContext, id: number): Promise<GroupSetRow> {
  return loader<number, GroupSetRow>(ctx, 'group sets', async (ids) => {
    const rows = new Map((await listGroupSets(ctx, ids)).map((row) => [row.id, row]))
    return ids.map((one) => rows.get(one) ?? notFound('Set of groups'))
  }).load(id)
}

/** The group of an internal id; many of one request cost one statement. */
export function loadGroup(ctx: RequestContext, id: number): Promise<GroupRow> {
  return loader<number, GroupRow>(ctx, 'groups', async (ids) => {
    const rows = new Map((await findGroups(ctx, ids)).map((row) => [row.id, row]))
    return ids.map((one) => rows.get(one) ?? notFound('Group'))
  }).load(id)
}

/** The internal id behind an outer one: null for none, NOT_FOUND for an unknown one. */
export async function groupIdOf(ctx: RequestContext, uid: string | null | undefined): Promise<number | null> {
  if (uid === null || uid === undefined) return null
  const group = await findGroup(ctx, uid)
  if (!group) throw notFound('Group')
  return group.id
}

/** Groups of a set, by name. */
export function loadGroupsOfSet(ctx: RequestContext, set: number): Promise<GroupRow[]> {
  return loader<number, GroupRow[]>(ctx, 'groups of sets', async (ids) => {
    const rows = groupBy(await listGroups(ctx, ids), ({ groupSet }) => groupSet)
    return ids.map((id) => rows.get(id) ?? [])
  }).load(set)
}

/** Internal ids of the units in a group on a day. */
export function loadMembers(ctx: RequestContext, group: number, at: Day): Promise<number[]> {
  return loader<number, number[]>(ctx, `members of groups on ${at}`, async (ids) => {
    const rows = groupBy(await listMembers(ctx, ids, at), (row) => row.group)
    return ids.map((id) => (rows.get(id) ?? []).map(({ organization }) => organization))
  }).load(group)
}

/** The groups of a unit on a day. */
export function loadGroupsOf(ctx: RequestContext, organization: number, at: Day): Promise<GroupRow[]> {
  return loader<number, GroupRow[]>(ctx, `groups of units on ${at}`, async (ids) => {
    const rows = (await listMembershipsOf(ctx, ids)).filter(({ from, to }) => from <= at && at < to)
    const groups = await findGroups(ctx, [...new Set(rows.map(({ group }) => group))])
    const byId = new Map(groups.map((group) => [group.id, group]))
    return ids.map((id) =>
      rows.flatMap((row) => (row.organization === id ? (byId.get(row.group) ?? []) : [])),
    )
  }).load(organization)
}
