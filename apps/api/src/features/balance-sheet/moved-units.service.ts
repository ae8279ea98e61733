import { addDays, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { connection, type Connection, type CursorKey, type Page } from '../../graphql/pagination.js'
import { refuseOutOfScope } from '../../policy/may.js'
import { openedYears } from '../ledger/ledger.service.js'
import { loadOnOwnDay, type OrganizationOnDay } from '../organizations/organization.service.js'
import type { UnitSide } from './balance-lines.js'
import { balanceQuestion, type BalanceQuestion } from './balance-sheet.service.js'
import { listCarried, listHandovers, type CarriedCell } from './carried.repository.js'

/** A unit that was taken over or handed over, from which day on, and the members it had the day before. */
export interface CarriedUnit {
  on: Day
  members: number
  /** As it stood on the other side of the border. */
  organization: OrganizationOnDay
  /** Who led it there; null: nobody, or out of the viewer's scope. */
  superior: OrganizationOnDay | null
}

/** Key of a unit in the list: day, name, id. */
export const carriedCursor = ['string', 'string', 'number'] as const
type CarriedKey = CursorKey<typeof carriedCursor>

/**
 * A page of the units behind one of the two lines of reorganization, by day and name: the highest that moved as a
 * whole, with all members below it; their members add up to the line. Those out of the viewer's scope are counted in
 * the line and not named here. A fixed number of statements.
 */
export async function carriedUnitsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: BalanceQuestion,
  side: UnitSide,
  page: Page<typeof carriedCursor>,
): Promise<Connection<CarriedUnit>> {
  const question = balanceQuestion(unit, input)
  await refuseOutOfScope(ctx, 'figures.read', [unit.id])
  const opened = await openedYears(ctx)
  const border = { ...question, units: [unit.id] }
  const cells = [
    ...(question.perimeter === 'RECORDED' ? await listCarried(ctx, border, opened) : []),
    ...(await listHandovers(ctx, border, opened)),
  ].filter((cell) => cell.side === (side === 'TAKEN_OVER' ? 1 : -1))
  const rows = await named(ctx, unitsOf(cells))
  rows.sort((a, b) => (isAfter(keyOf(a), keyOf(b)) ? 1 : -1))
  const { after } = page
  const rest = after ? rows.filter((row) => isAfter(keyOf(row), after)) : rows
  return connection(rest.slice(0, page.limit + 1), page.limit, keyOf, rows.length)
}

/** The members of the cells under the farthest unit above each that moved along. */
function unitsOf(cells: readonly CarriedCell[]): CarriedCell[] {
  const farthest = new Map<string, CarriedCell>()
  for (const row of cells) {
    const key = `${row.cell}/${row.day}/${row.members}`
    const known = farthest.get(key)
    if (!known || row.height > known.height) farthest.set(key, row)
  }
  const units = new Map<string, CarriedCell>()
  for (const row of farthest.values()) {
    const key = `${row.moved}/${row.day}`
    const known = units.get(key)
    units.set(key, known ? { ...known, members: known.members + row.members } : row)
  }
  return [...units.values()]
}

async function named(ctx: RequestContext, units: readonly CarriedCell[]): Promise<CarriedUnit[]> {
  const rows = await Promise.all(
    units.map(async ({ moved, day, side, members }): Promise<CarriedUnit | null> => {
      const shownOn = side === 1 ? addDays(day, -1) : day
      const organization = await loadOnOwnDay(ctx, moved, shownOn)
      if (!organization) return null
      const superior = await loadOnOwnDay(ctx, organization.parent, shownOn)
      return { on: day, members, organization, superior }
    }),
  )
  return rows.filter((row) => row !== null)
}

const keyOf = ({ on, organization }: CarriedUnit): CarriedKey => [on, organization.sortKey, organization.id]

function isAfter(key: CarriedKey, other: CarriedKey): boolean {
  if (key[0] !== other[0]) return key[0] > other[0]
  if (key[1] !== other[1]) return key[1] > other[1]
  return key[2] > other[2]
}
