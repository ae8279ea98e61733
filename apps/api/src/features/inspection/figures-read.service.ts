import { findIndicator, type Day, type Indicator } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { pause } from '../../database/stoppable.js'
import { rawValueOf } from '../figures/figure.js'
import { sumsOf, sumsOfEach, targetsFor, type Sums } from '../figures/figures.service.js'
import { noSumsYet } from './no-sums.js'
import type { Reading } from './readings.js'

/** Units whose figures are read: some below the roots of the question, and parents of the highest, which are not. */
export interface UnitsRead {
  roots: readonly number[]
  below: readonly number[]
  above: readonly number[]
}

/** What was read of a period: sums and targets by unit, and columns of values in the order of the units. */
export class PeriodRead {
  private readonly columns = new Map<string, Float64Array>()

  constructor(
    readonly reading: Reading,
    private readonly units: readonly number[],
    private readonly sums: ReadonlyMap<number, Sums>,
    private readonly targets: ReadonlyMap<number, number>,
  ) {}

  sumsOf(unit: number): Sums {
    return this.sums.get(unit) ?? noSumsYet
  }

  targetOf(unit: number): number | null {
    return this.targets.get(unit) ?? null
  }

  /** Values of an indicator in the order of the units, before rounding; NaN where there is none. */
  column(id: string): Float64Array {
    const known = this.columns.get(id)
    if (known) return known
    const { indicators, asOf } = this.reading.question
    const indicator = (indicators.find((one) => one.id === id) ?? findIndicator(id)) as Indicator
    const values = Float64Array.from(
      this.units,
      (unit) => rawValueOf(indicator, this.sumsOf(unit), this.targetOf(unit), asOf) ?? Number.NaN,
    )
    this.columns.set(id, values)
    return values
  }
}

/** Reads one period of all units: those below the roots in one go, those above for themselves. */
export async function readPeriod(
  ctx: RequestContext,
  { roots, below, above }: UnitsRead,
  reading: Reading,
  knownOn: Day | null,
): Promise<PeriodRead> {
  await pause(ctx)
  const { question } = reading
  const sums = new Map(await sumsOfEach(ctx, roots, below, question, knownOn))
  if (above.length > 0) {
    const higher =
      knownOn === null && question.base === null
        ? (await sumsOf(ctx, above, question, { byChild: false })).map((row) => [row.unit, row] as const)
        : await sumsOfEach(ctx, above, above, question, knownOn)
    for (const [unit, own] of higher) sums.set(unit, own)
  }
  const units = [...below, ...above]
  return new PeriodRead(reading, units, sums, await targetsFor(ctx, units, question))
}
