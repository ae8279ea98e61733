import type { Entry } from '../ledger/entry.js'
import { countedKey, NOBODY_KNOWN } from '../ledger/profile.js'
import { handovers } from '../ledger/succession.js'
import { cellsFor, type Cell } from '../organizations/cell.service.js'

type Cells = ReadonlyMap<number, Cell>

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
