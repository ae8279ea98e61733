import { reason, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { dateOutOfRange, invalidInput, notFound } from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import {
  listCellVersions,
  listShares,
  lockCell,
  lockCells,
  type CellRow,
  type CellVersionRow,
} from './cell.repository.js'
import { lastDayOf } from './life.js'

/** A unit as the ledger sees it: its life, its heir, and when it was a cell of which sector. */
export interface Cell extends CellRow {
  versions: CellVersionRow[]
  /** Persons of a cell that was split, who went to another successor than the principal one. */
  shares: ReadonlyMap<number, number>
}

/** The units and all their heirs; inside a unit of work none of them can be ended until it is over. */
export async function loadCells(ctx: RequestContext, ids: Iterable<number>): Promise<Map<number, Cell>> {
  const cells = new Map<number, Cell>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0;) {
    const rows = await lockCells(ctx, wanted)
    const ended = rows.flatMap(({ id, heir }) => (heir === null ? [] : [id]))
    const shares = groupBy(await listShares(ctx, ended), ({ organization }) => organization)
    const heirs = new Set<number>()
    for (const row of rows) {
      const own = shares.get(row.id) ?? []
      cells.set(row.id, {
        ...row,
        versions: [],
        shares: new Map(own.map(({ person, heir }) => [person, heir])),
      })
      for (const heir of [row.heir, ...own.map((share) => share.heir)]) if (heir !== null) heirs.add(heir)
    }
    wanted = [...heirs].filter((heir) => !cells.has(heir))
  }
  for (const version of await listCellVersions(ctx, [...cells.keys()])) {
    cells.get(version.organization)?.versions.push(version)
  }
  return cells
}

/** The cells as one person knows them: of a split cell the heir is the successor to which that person went. */
export function cellsFor(
  cells: ReadonlyMap<number, Cell>,
  person: number,
): { get: (id: number) => CellRow | undefined } {
  return {
    get: (id) => {
      const cell = cells.get(id)
      const heir = cell?.shares.get(person)
      return cell && heir !== undefined ? { ...cell, heir } : cell
    },
  }
}

/** Keeps others from recording anything on the unit until the unit of work ends. */
export function holdCell(ctx: RequestContext, id: number): Promise<void> {
  return lockCell(ctx, id)
}

/**
 * The sector in which the unit works on that day. Refuses a day outside its life (DATE_OUT_OF_RANGE with since and
 * until) and a unit that is not a cell on that day (INVALID_INPUT).
 */
export function sectorOfCell(
  cells: ReadonlyMap<number, Cell>,
  id: number,
  day: Day,
  field: string,
): string | null {
  const cell = cells.get(id)
  if (!cell) throw notFound('Organization')
  if (day < cell.opened || day >= cell.closed)
    throw dateOutOfRange('The unit does not exist on that day', cell.opened, lastDayOf(cell))
  const version = cell.versions.find(({ valid_from, valid_to }) => valid_from <= day && day < valid_to)
  if (!version || Number(version.holds_members) !== 1) throw invalidInput(field, reason('NOT_A_CELL'))
  return version.sector
}
