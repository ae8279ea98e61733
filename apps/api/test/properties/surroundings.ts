import { OPEN_END, type Day } from '@seedbed/shared'
import type { Database } from '../../src/database/database.js'
import { SeedbedError } from '../../src/errors/errors.js'
import { reclassifyOrganization } from '../../src/features/reorganization/reorganization.service.js'
import type { Surroundings } from './naive-crossings.js'
import { pick, type Step } from './steps.js'
import type { World } from './world.js'

/** The one set of groups of a random history, and its groups. */
export const groupSetId = 'set-of-random-groups'
const groups = ['first-group', 'second-group']

/** Leaves the set and its groups, with nobody in them. */
export async function wipeGroups({ writer }: Database): Promise<void> {
  for (const table of ['group_membership', 'organization_group', 'group_set'])
    await writer.query(`DELETE FROM ${table}`)
  await writer.query("INSERT INTO group_set (id, uid, name) VALUES (1, ?, 'Cụm')", [groupSetId])
  for (const [index, uid] of groups.entries())
    await writer.query('INSERT INTO organization_group (id, uid, group_set, name) VALUES (?, ?, 1, ?)', [
      ...[index + 1, uid, uid],
    ])
}

/** Classifies a cell anew from a day on, and lets a unit be in a group for some time. */
export async function sortUnits(world: World, step: Step): Promise<void> {
  const on = world.day(step.day + step.b, step.edge)
  const cell = pick(world.living(['CELL'], on), step.a)
  if (cell) {
    const kind = pick(['SCHOOL', 'ENTERPRISE', 'COMMUNE'], step.b) ?? 'COMMUNE'
    const sector = pick(['EDUCATION', 'HEALTH'], step.c) ?? ''
    const input = { id: cell.uid, version: cell.version, kind, sector, effectiveOn: on }
    try {
      cell.version = (await reclassifyOrganization(world.ctx(), input)).version
      world.log.push(`${on} cell ${cell.id} is ${kind}, ${sector}`)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
    }
  }
  const unit = pick(world.units, step.c)
  if (!unit) return
  const until = step.a % 3 === 0 ? world.day(step.a, true) : OPEN_END
  if (until <= on) return
  const { writer } = world.database
  await writer.query('DELETE FROM group_membership WHERE organization = ?', [unit.id])
  await writer.query(
    'INSERT INTO group_membership (organization, group_set, group_id, valid_from, valid_to) VALUES (?, 1, ?, ?, ?)',
    [unit.id, 1 + (step.a % 2), on, until],
  )
  world.log.push(`${on} unit ${unit.id} in group ${1 + (step.a % 2)} until ${until}`)
}

/** How units are classified and grouped, as stored. */
export async function surroundingsOf({ tree, database }: World): Promise<Surroundings> {
  const span = 'organization AS unit, valid_from AS starts, valid_to AS ends'
  const read = async (sql: string) => (await database.reader.query(sql)) as Record<string, unknown>[]
  const days = (row: Record<string, unknown>) => ({
    unit: Number(row.unit),
    from: row.starts as Day,
    to: row.ends as Day,
  })
  const versions = await read(`SELECT ${span}, kind, sector, tier FROM organization_version`)
  const memberships = await read(`SELECT ${span}, group_id FROM group_membership`)
  return {
    tree,
    classified: versions.map((row) => ({
      ...days(row),
      ...{ kind: String(row.kind), tier: String(row.tier), sector: row.sector as string | null },
    })),
    grouped: memberships.map((row) => ({ ...days(row), group: groups[Number(row.group_id) - 1] ?? '' })),
  }
}
