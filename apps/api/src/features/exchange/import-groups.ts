import { normalizeName } from '@seedbed/shared'
import { SeedbedError } from '../../errors/errors.js'
import {
  addGroups,
  addGroupSets,
  changeMemberships,
  groupSetsOf,
  groupsOfSets,
  type MembershipChange,
  type MembershipRow,
} from '../groups/group.service.js'
import { storeLines, unitOf, type BeforeState, type ImportRun } from './import-state.js'

function unknown(field: string, name: string): SeedbedError {
  const reason = `no group named ${name}`
  return new SeedbedError('NOT_FOUND', `${field}: ${reason}`, { fields: { [field]: reason } })
}

/** Stores the sets, groups and memberships of the file, in the order of the file. */
export async function importGroups(run: ImportRun): Promise<void> {
  const { ctx, lines, batch } = run
  if (lines.of('groupSet', 'group', 'joinGroup', 'leaveGroup').length === 0) return
  await storeLines(
    run,
    lines.of('groupSet'),
    ({ name }) => name,
    (names) => addGroupSets(ctx, names, batch),
  )
  const sets = new Map((await groupSetsOf(ctx)).map(({ name, id }) => [name, id]))
  const setOf = (name: string): number => {
    const id = sets.get(normalizeName(name))
    if (id === undefined) throw unknown('groupSet', name)
    return id
  }
  await storeLines(
    run,
    lines.of('group'),
    ({ groupSet, name }) => ({ groupSet: setOf(groupSet), name }),
    (groups) => addGroups(ctx, groups, batch),
  )
  await importMemberships(run, setOf)
}

async function importMemberships(run: ImportRun, setOf: (name: string) => number): Promise<void> {
  const { ctx, lines, batch } = run
  const all = await groupsOfSets(
    ctx,
    (await groupSetsOf(ctx)).map(({ id }) => id),
  )
  const groups = new Map(all.map(({ groupSet, name, id }) => [`${groupSet}/${name}`, id]))
  await storeLines(
    run,
    lines.of('joinGroup', 'leaveGroup'),
    (line): MembershipChange | undefined => {
      const organization = unitOf(run, line)
      const groupSet = setOf(line.groupSet)
      const group = groups.get(`${groupSet}/${normalizeName(line.group)}`)
      if (group === undefined) throw unknown('group', line.group)
      if (organization === undefined) return undefined
      return {
        kind: line.type === 'joinGroup' ? 'JOIN' : 'LEAVE',
        organization,
        groupSet,
        group,
        on: line.on,
      }
    },
    async (changes) => {
      const { before, after, refused } = await changeMemberships(ctx, changes, batch)
      if (refused.size === 0) run.before.memberships = together(run.before.memberships, { before, after })
      return { ids: [], refused }
    },
  )
}

type Memberships = NonNullable<BeforeState['memberships']>

/** Two parts of a file: as the units stood before the first, and as they stand after the second. */
function together(first: Memberships | undefined, second: Memberships): Memberships {
  if (!first) return second
  const keyOf = ({ organization, groupSet }: MembershipRow) => `${organization}/${groupSet}`
  const earlier = new Set([...first.before, ...first.after].map(keyOf))
  const later = new Set([...second.before, ...second.after].map(keyOf))
  return {
    before: [...first.before, ...second.before.filter((row) => !earlier.has(keyOf(row)))],
    after: [...first.after.filter((row) => !later.has(keyOf(row))), ...second.after],
  }
}
