import type { Clock } from '../src/context.js'

/** A clock that stands still at noon in Viet Nam on a day, until it is set to another. */
export class FixedClock implements Clock {
  private instant: Date

  constructor(day: string) {
    this.instant = new Date(`${day}T12:00:00+07:00`)
  }

  now(): Date {
    return this.instant
  }

  /** Noon of a day, or an instant. */
  set(to: string | Date): void {
    this.instant = to instanceof Date ? to : new Date(`${to}T12:00:00+07:00`)
  }
}
