import {
  addDays,
  addMonths,
  addWorkingDays,
  DUE_RULES,
  holdingOn,
  MissingWorkYear,
  reason,
  type Day,
  type DueKind,
  type RuleCode,
  type WorkCalendar,
} from '@seedbed/shared'
import { conflict, type SeedbedError } from '../../errors/errors.js'
import type { RuleHistory, RuleRow } from '../rules/rule.service.js'

/** What is due when: null where it cannot be computed, which `problem` explains. */
export interface Reckoned {
  due: Day | null
  warnFrom: Day | null
  rule: RuleRow | null
  problem: SeedbedError | null
}

/** How the last day follows from a rule: working days from the day on, or whatever else. */
export type LastDay = (rule: RuleRow, days: Reckoning) => Day

/**
 * Computes what is due by the rules and the calendar on record, each day once however many wait for it. Pure; the
 * rule that holds on the day on which something begins decides, and a year without a calendar computes nothing.
 */
export class Reckoning {
  private readonly versions: ReadonlyMap<RuleCode, readonly RuleRow[]>
  private readonly answers = new Map<string, Reckoned>()
  private readonly days = new Map<string, Day>()

  constructor(
    rules: readonly RuleHistory[],
    private readonly calendar: WorkCalendar,
  ) {
    this.versions = new Map(rules.map(({ code, versions }) => [code, versions]))
  }

  /** The version that holds on a day. */
  rule(code: RuleCode, day: Day): RuleRow | undefined {
    return holdingOn(this.versions.get(code) ?? [], day)
  }

  /** The last of so many working days from a day on. */
  after(from: Day, count: number): Day {
    const key = `${from} ${count}`
    const known = this.days.get(key)
    if (known !== undefined) return known
    const day = addWorkingDays(this.calendar, from, count)
    this.days.set(key, day)
    return day
  }

  /** When something is due that begins on a day. `variant` tells apart what the same day and rule answer differently. */
  of(kind: DueKind, on: Day, last: LastDay, { code = DUE_RULES[kind].due, variant = '' } = {}): Reckoned {
    const key = `${kind} ${code} ${on} ${variant}`
    const known = this.answers.get(key)
    if (known) return known
    const answer = this.computed(kind, code, on, last)
    this.answers.set(key, answer)
    return answer
  }

  private computed(kind: DueKind, code: RuleCode, on: Day, last: LastDay): Reckoned {
    const rule = this.rule(code, on)
    const nothing = { due: null, warnFrom: null, rule: rule ?? null }
    if (!rule) return { ...nothing, problem: conflict(reason('NO_RULE', { rule: code, day: on })) }
    try {
      const due = last(rule, this)
      return { due, warnFrom: this.warnedFrom(DUE_RULES[kind].warning, on, due), rule, problem: null }
    } catch (error) {
      if (!(error instanceof MissingWorkYear)) throw error
      return { ...nothing, problem: conflict(reason('NO_WORK_YEAR', { year: error.year })) }
    }
  }

  private warnedFrom(code: RuleCode, on: Day, due: Day): Day | null {
    const rule = this.rule(code, on)
    if (!rule) return null
    return code.endsWith('_MONTHS') ? addMonths(due, -rule.value) : addDays(due, -rule.value)
  }
}

/** The rule counts working days from the day on. */
export const inWorkingDays =
  (from: Day, more = 0): LastDay =>
  ({ value }, days) =>
    days.after(from, value + more)

/** The rule counts months: the last day is the one before the first on which it no longer holds. */
export const inMonths =
  (from: Day): LastDay =>
  ({ value }) =>
    addDays(addMonths(from, value), -1)
