import { maxDay, minDay, type Day } from '@seedbed/shared'
import { dateOutOfRange, notFound } from '../../errors/errors.js'
import { lastDayOf } from '../organizations/life.js'
import type { UnitHistory } from '../organizations/tree-in-time.js'

interface Carrier {
  id: number
  from: Day
  to: Day
}

/** Which unit carried which code from when to when. */
export class UnitCodes {
  private readonly carriers = new Map<string, Carrier[]>()

  constructor(
    units: Iterable<UnitHistory>,
    private readonly real: ReadonlyMap<number, number> = new Map(),
  ) {
    for (const { id, opened, closed, versions } of units) {
      for (const { code, validFrom, validTo } of versions) {
        const span = {
          id: this.real.get(id) ?? id,
          from: maxDay(validFrom, opened),
          to: minDay(validTo, closed),
        }
        if (span.from >= span.to) continue
        const known = this.carriers.get(code)
        if (known) known.push(span)
        else this.carriers.set(code, [span])
      }
    }
  }

  /**
   * The unit that carries the code on that day: NOT_FOUND if none ever did, DATE_OUT_OF_RANGE with since and until
   * if its carrier did not exist on that day.
   */
  find(code: string, day: Day): number {
    const carriers = this.carriers.get(code) ?? []
    const carrier = carriers.find(({ from, to }) => from <= day && day < to)
    if (carrier) return carrier.id
    const sorted = [...carriers].sort((a, b) => (a.from < b.from ? -1 : 1))
    const nearest = sorted.filter(({ to }) => to <= day).at(-1) ?? sorted[0]
    if (!nearest) throw notFound(`Organization with code ${code}`)
    throw dateOutOfRange(
      `No unit has the code ${code} on ${day}`,
      nearest.from,
      lastDayOf({ closed: nearest.to }),
    )
  }
}
