import { OPEN_END, type CandidateStage, type Day } from '@seedbed/shared'
import type { HistoryEvent } from './person-history.js'
import type { State } from './replay-state.js'

/** How long somebody was in a stage in a cell: [validFrom, validTo), OPEN_END while he is. */
export interface StageSpell {
  /** The event by which it began. */
  event: number
  /** The cell as it was called then; what became of it, the tree knows. */
  organization: number
  stage: CandidateStage
  validFrom: Day
  validTo: Day
  enteredOn: Day
  listedOn: Day | null
  /** When the course was completed last. */
  certifiedOn: Day | null
  /** Kind of source and introducing organization, as known then. */
  sourceKind: string | null
  introducer: string | null
}

/** Follows a person through the stages, event after event. */
export class StageTrack {
  readonly spells: StageSpell[] = []
  private current: StageSpell | null = null

  /** Notes what the event made of the person. */
  note({ candidacy, courseCompletedOn, counted: { profile } }: State, event: HistoryEvent): void {
    const next: StageSpell | null = candidacy && {
      event: event.id,
      organization: candidacy.cell,
      stage: candidacy.stage,
      validFrom: event.date,
      validTo: OPEN_END,
      enteredOn: candidacy.enteredOn,
      listedOn: candidacy.listedOn,
      certifiedOn: courseCompletedOn,
      sourceKind: profile.sourceKind,
      introducer: profile.introducer,
    }
    if (this.current && next && isSame(this.current, next)) return
    this.close(event.date)
    this.current = next
  }

  /** All spells; the last is open if the person is a candidate now. */
  done(): StageSpell[] {
    this.close(OPEN_END)
    return this.spells
  }

  /** What began and ended on one day was no spell. */
  private close(day: Day): void {
    if (this.current && this.current.validFrom < day) this.spells.push({ ...this.current, validTo: day })
    this.current = null
  }
}

function isSame(a: StageSpell, b: StageSpell): boolean {
  const textOf = ({ event: _event, validFrom: _from, ...rest }: StageSpell) => JSON.stringify(rest)
  return textOf(a) === textOf(b)
}
