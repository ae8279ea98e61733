import { addDays, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { membersWithoutName } from '../ledger/ledger.service.js'
import { answerableOn, type CellLives } from '../ledger/succession.js'
import { cellsFor, loadCells } from '../organizations/cell.service.js'
import { concernedBy } from './collective-transfer.service.js'
import { cellsIn, eventsOf, standing } from './membership.service.js'
import type { HistoryEvent } from './person-history.js'
import { replay } from './replay.js'
import type { StageSpell } from './stage-spells.js'
import { cellAt } from './whereabouts.js'

/** Who is to be divided when a cell is split on a day: members, candidates, and whom something happens to there later. */
export interface Dividable {
  persons: number[]
  /** Members of whom only the number is known. */
  unnamed: number
}

/**
 * Persons who are members or candidates of a cell at the end of the day before a split, or to whom something is
 * recorded there for a day on or after it; and how many members have no name.
 */
export async function dividableOf(ctx: RequestContext, cell: number, on: Day): Promise<Dividable> {
  const { persons } = await concernedBy(ctx, [cell])
  const stored = groupBy(await eventsOf(ctx, persons), ({ person }) => person)
  const cells = await loadCells(ctx, cellsIn([], stored))
  const eve = addDays(on, -1)
  const found = [...stored].flatMap(([person, own]) => {
    const events = standing(own)
    const later = events.some(
      (event) => event.date >= on && (event.organization === cell || event.toOrganization === cell),
    )
    const lives = cellsFor(cells, person)
    const spells = spellsOf(events, lives)
    const spell = spells.find(({ validFrom, validTo }) => validFrom <= eve && eve < validTo)
    const isCandidate = spell !== undefined && answerableOn(lives, spell.organization, eve) === cell
    return isCandidate || later || cellAt(events, lives, eve) === cell ? [person] : []
  })
  return { persons: found, unnamed: await membersWithoutName(ctx, cell, on) }
}

function spellsOf(events: readonly HistoryEvent[], lives: CellLives): readonly StageSpell[] {
  const result = replay(events, lives)
  return result.fault ? [] : result.spells
}
