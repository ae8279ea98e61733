import { OPEN_END, type Day, type DossierState } from '@seedbed/shared'
import type { HistoryEvent } from './person-history.js'
import type { State } from './replay-state.js'

/** How long a dossier was in a state, of a person of which cell: [validFrom, validTo), OPEN_END while it is. */
export interface DossierSpell {
  /** The event by which it began. */
  event: number
  /** The event that opened the dossier. */
  opening: number
  /** The cell as it was called then; what became of it, the tree knows. */
  organization: number
  state: DossierState
  validFrom: Day
  validTo: Day
}

/** Follows the dossiers of a person through their states, event after event. */
export class DossierTrack {
  readonly spells: DossierSpell[] = []
  private current: DossierSpell | null = null

  /** Notes what the event made of the dossier. The last spell of one that has ended goes on for ever. */
  note({ dossier, cell, candidacy }: State, event: HistoryEvent): void {
    if (!dossier) return
    const { opening, state } = dossier
    const before = this.current?.opening === opening ? this.current : null
    const organization = cell ?? candidacy?.cell ?? before?.organization ?? event.organization
    if (before?.state === state && before.organization === organization) return
    if (before) this.close(event.date)
    else if (this.current) this.spells.push(this.current)
    this.current = {
      ...{ event: event.id, opening, organization, state },
      ...{ validFrom: event.date, validTo: OPEN_END },
    }
  }

  /** All spells, in order. */
  done(): DossierSpell[] {
    return this.current ? [...this.spells, this.current] : this.spells
  }

  /** What began and ended on one day was no spell. */
  private close(day: Day): void {
    if (this.current && this.current.validFrom < day) this.spells.push({ ...this.current, validTo: day })
  }
}
