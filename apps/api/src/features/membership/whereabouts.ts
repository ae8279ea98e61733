import type { Day } from '@seedbed/shared'
import { answerableOn, type CellLives } from '../ledger/succession.js'
import { inOrder, type HistoryEvent } from './person-history.js'

const entering: ReadonlySet<string> = new Set([
  'OPENING_MEMBER',
  'TRANSFER_IN',
  'ADMISSION',
  'READMISSION',
  'RESTORATION',
])
const leaving: ReadonlySet<string> = new Set(['TRANSFER_OUT', 'REMOVAL', 'DEATH'])

/** The cell of which somebody with this history (that holds) is a member at the end of a day; null: of none. Pure. */
export function cellAt(events: readonly HistoryEvent[], lives: CellLives, day: Day): number | null {
  let cell: number | null = null
  for (const { kind, date, organization, toOrganization } of inOrder(events)) {
    if (date > day) break
    if (entering.has(kind)) cell = organization
    else if (kind === 'TRANSFER') cell = toOrganization
    else if (leaving.has(kind)) cell = null
  }
  return cell === null ? null : answerableOn(lives, cell, day)
}
