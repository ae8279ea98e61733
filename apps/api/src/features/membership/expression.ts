import { maxDay, type Day } from '@seedbed/shared'
import type { Entry } from '../ledger/entry.js'
import { countedKey, NOBODY_KNOWN } from '../ledger/profile.js'
import { handovers } from '../ledger/succession.js'
import { cellsFor, type Cell } from '../organizations/cell.service.js'

type Cells = ReadonlyMap<number, Cell>

/** What lasts for some time in a cell. */
interface Lasting {
  organization: number
  validFrom: Day
  validTo: Day
}

/**
 * Stages of a candidate, or states of a dossier, where they are read: from the end of a split cell on at the successor to which the person
 * went, if that is not the principal one, to which the tree leads. Pure.
 */
export function spellsOfShares<Spell extends Lasting>(
  spells: readonly Spell[],
  cells: Cells,
  person: number,
): Spell[] {
  return spells.flatMap((spell): Spell[] => {
    const cell = cells.get(spell.organization)
    const heir = cell?.shares.get(person)
    if (!cell || heir === undefined || spell.validTo <= cell.closed) return [spell]
    const later = { ...spell, organization: heir, validFrom: maxDay(spell.validFrom, cell.closed) }
    const rest = spellsOfShares([later], cells, person)
    return spell.validFrom < cell.closed ? [{ ...spell, validTo: cell.closed }, ...rest] : rest
  })
}

const nobody = countedKey(NOBODY_KNOWN)

/**
 * All that the entries of one person amount to: themselves, and what ended cells hand on of them. A person goes to
 * the successor that was assigned; members of an opening balance without a name, to the principal one. Pure.
 */
export function withHandovers(own: readonly Entry[], cells: Cells, person: number): Entry[] {
  const isNamed = ({ counted }: Entry) => countedKey(counted) !== nobody
  return [
    ...own,
    ...handovers(own.filter(isNamed), cellsFor(cells, person)),
    ...handovers(
      own.filter((entry) => !isNamed(entry)),
      cells,
    ),
  ]
}
