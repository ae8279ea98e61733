import type { Role } from '@seedbed/shared'
import type { ApiClient } from '../client.js'
import { Garden, type Unit } from '../grow.js'

/** The places at which each role is tried, seen from its own unit. */
export const PLACES = [
  'own',
  'descendant',
  'ancestor',
  'sibling',
  'cousin',
  'missing',
  'movedIn',
  'movedOut',
] as const
export type Place = (typeof PLACES)[number]

/** Of these the places at which a grant holds. */
export const WITHIN: ReadonlySet<Place> = new Set(['own', 'descendant', 'movedIn'])

const nowhere: Unit = { id: '0190a3f0-0000-7000-8000-000000000000', version: 1 }

/**
 * A province with districts A and B, and another province. A commune has come from B to A, and another has gone the
 * other way. Each role stands on A, a cell secretary on a cell of it, the system administrator on everything.
 */
export async function growWorld(client: ApiClient) {
  const garden = new Garden(client)
  const units = await garden.province()
  const other = await new Garden(client).province()
  const came = await garden.unit('Xã Mới Về', 'GRASSROOTS', units.b)
  const left = await garden.unit('Xã Đã Đi', 'GRASSROOTS', units.a)
  for (const [unit, parent] of [
    [came, units.a],
    [left, units.b],
  ] as const) {
    const { version } = await garden.now(unit)
    await garden.act('moveOrganization', {
      id: unit.id,
      version,
      parentId: parent.id,
      effectiveOn: '2024-01-01',
    })
  }
  const cellCame = await garden.unit('Chi bộ mới về', 'CELL', came)
  const atDistrict: Record<Place, Unit> = {
    own: units.a,
    descendant: units.k1,
    ancestor: units.root,
    sibling: units.b,
    cousin: other.a,
    missing: nowhere,
    movedIn: came,
    movedOut: left,
  }
  const atCell: Record<Place, Unit> = {
    ...atDistrict,
    own: units.k1,
    descendant: units.k1,
    ancestor: units.k,
    sibling: units.k2,
    cousin: other.k1,
    movedIn: units.k1,
  }
  return { garden, units, other, cellCame, atDistrict, atCell }
}

export type World = Awaited<ReturnType<typeof growWorld>>

/** The unit at which a role is granted; null for the whole installation. */
export function grantUnit(world: World, role: Role): Unit | null {
  if (role === 'SYSTEM_ADMIN') return null
  return role === 'CELL_SECRETARY' ? world.units.k1 : world.units.a
}

/** The unit that lies at a place for a role. */
export function unitAt(world: World, role: Role, place: Place): Unit {
  return (role === 'CELL_SECRETARY' ? world.atCell : world.atDistrict)[place]
}

/** The level of the unit at which a role is granted. */
export function tierOf(role: Role): string {
  if (role === 'SYSTEM_ADMIN') return 'INSTALLATION'
  return role === 'CELL_SECRETARY' ? 'CELL' : 'DISTRICT'
}
