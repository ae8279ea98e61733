import fc from 'fast-check'
import { addDays, daysBetween, type Day } from '@seedbed/shared'

const weights = {
  establish: 3,
  move: 9,
  rename: 1,
  dissolve: 4,
  clear: 3,
  opening: 3,
  admission: 6,
  lateOnEnded: 4,
  ceremony: 3,
  recognition: 2,
  transfer: 5,
  leave: 3,
  transferIn: 2,
  prepare: 2,
  source: 4,
  stage: 5,
  change: 3,
  restoration: 2,
  correction: 5,
  merge: 5,
  split: 4,
  end: 3,
  handOver: 3,
  undo: 3,
  time: 2,
}

export type StepKind = keyof typeof weights

/** One operation: its kind, and numbers from which the world picks units, persons and days that exist then. */
export interface Step {
  kind: StepKind
  a: number
  b: number
  c: number
  day: number
  edge: boolean
}

const number = fc.nat({ max: 999_999 })

function historiesOf(shares: Partial<Record<StepKind, number>>): fc.Arbitrary<Step[]> {
  const kinds = (Object.keys(shares) as StepKind[]).flatMap((kind) =>
    Array<StepKind>(shares[kind] ?? 0).fill(kind),
  )
  const step = fc.record({
    kind: fc.constantFrom(...kinds),
    a: number,
    b: number,
    c: number,
    day: number,
    edge: fc.boolean(),
  })
  return fc.array(step, { minLength: 10, maxLength: 30 })
}

/** A random history of 10 to 30 operations. */
export const histories: fc.Arbitrary<Step[]> = historiesOf(weights)

/** The same, with people in cells that are merged, split, ended and put back. */
export const reorganizations: fc.Arbitrary<Step[]> = historiesOf({
  ...{ opening: 4, admission: 12, ceremony: 4, transfer: 4, lateOnEnded: 3, move: 2 },
  ...{ merge: 6, split: 8, end: 4, undo: 4 },
})

/** Trees of several levels whose middle ends with all that stands below it. */
export const endings: fc.Arbitrary<Step[]> = historiesOf({
  ...{ establish: 10, opening: 3, admission: 4, move: 2 },
  ...{ merge: 8, split: 4, end: 4, undo: 2 },
})

export const FIRST_DAY: Day = '2023-01-01'
export const LAST_DAY: Day = '2025-12-31'
const yearEdges = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-12-31', '2025-01-01']

/** A day of the three years: on an edge, T−1, T or T+1 of something that happened or the turn of a month or year. */
export function pickDay(number: number, edge: boolean, known: readonly Day[]): Day {
  const length = daysBetween(FIRST_DAY, LAST_DAY) + 1
  const any = addDays(FIRST_DAY, number % length)
  if (!edge) return any
  const edges = [...known, ...known, ...yearEdges, `${any.slice(0, 8)}01`]
  const day = addDays(edges[number % edges.length] ?? any, (Math.floor(number / 997) % 3) - 1)
  return day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day
}

/** The element a number picks. */
export function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)]
}
