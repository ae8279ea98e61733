import { addDays, OPEN_END, type Day } from '@seedbed/shared'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pathKey, pathsOf, WORLD } from './paths.js'
import type { UnitHistory, Units, Version } from './tree-in-time.js'

const opened = '2020-01-01'
const dayAt = (days: number) => addDays(opened, days)

/** A unit that stood under each parent from a day on; gapless. */
function unitOf(id: number, moves: ReadonlyArray<{ day: number; parent: number }>): UnitHistory {
  const versions = moves.map(({ day, parent }, index): Version => ({
    parent,
    name: `U${id}`,
    code: `${id}`,
    tier: 'CELL',
    kind: 'SCHOOL',
    sector: null,
    validFrom: dayAt(day),
    validTo: moves[index + 1] ? dayAt(moves[index + 1]?.day ?? 0) : OPEN_END,
    sets: ['parent'],
  }))
  return { id, uid: `u${id}`, opened, closed: OPEN_END, heir: null, version: 1, versions }
}

/** Six units; each stands under a unit with a smaller number or under nothing, and moves up to three times. */
const trees = fc
  .tuple(
    ...[1, 2, 3, 4, 5, 6].map((id) =>
      fc.uniqueArray(
        fc.record({ day: fc.integer({ min: 1, max: 8 }), parent: fc.integer({ min: 0, max: id - 1 }) }),
        { selector: ({ day }) => day, maxLength: 3 },
      ),
    ),
  )
  .map((moves): Units => {
    const units = moves.map((list, index) => {
      const sorted = [...list].sort((a, b) => a.day - b.day)
      return unitOf(index + 1, [{ day: 0, parent: index }, ...sorted])
    })
    return new Map(units.map((unit) => [unit.id, unit]))
  })

/** Ancestors on one day by walking from parent to parent: "ancestor/via/depth". */
function walk(units: Units, unit: UnitHistory, day: Day): string[] {
  const found = [`${unit.id}/0/0`]
  let below = unit.id
  for (let depth = 1; below !== WORLD; depth += 1) {
    const versions = units.get(below)?.versions ?? []
    const parent =
      versions.find(({ validFrom, validTo }) => validFrom <= day && day < validTo)?.parent ?? WORLD
    found.push(`${parent}/${below}/${depth}`)
    below = parent
  }
  return found.sort()
}

it('are the closure of the parents on every day', () => {
  fc.assert(
    fc.property(trees, (units) => {
      for (const unit of units.values()) {
        const paths = pathsOf(units, unit)
        for (let day = 0; day < 10; day += 1) {
          const at = dayAt(day)
          const rows = paths.filter(({ validFrom, validTo }) => validFrom <= at && at < validTo)
          const keys = rows.map(({ ancestor, via, depth }) => `${ancestor}/${via}/${depth}`)
          expect(keys.sort()).toEqual(walk(units, unit, at))
        }
      }
    }),
  )
})

it('are joined where they touch, and equal rows have equal keys only', () => {
  const units: Units = new Map([
    [1, unitOf(1, [{ day: 0, parent: WORLD }])],
    [
      2,
      unitOf(2, [
        { day: 0, parent: 1 },
        { day: 3, parent: 1 },
      ]),
    ],
  ])
  const paths = pathsOf(units, units.get(2) as UnitHistory)
  expect(paths.map(({ ancestor, depth, validTo }) => [ancestor, depth, validTo])).toEqual([
    [WORLD, 2, OPEN_END],
    [1, 1, OPEN_END],
    [2, 0, OPEN_END],
  ])
  expect(new Set(paths.map(pathKey)).size).toBe(3)
})

it('may turn over: one above the other first, below it later', () => {
  const units: Units = new Map([
    [
      1,
      unitOf(1, [
        { day: 0, parent: WORLD },
        { day: 5, parent: 2 },
      ]),
    ],
    [
      2,
      unitOf(2, [
        { day: 0, parent: 1 },
        { day: 5, parent: WORLD },
      ]),
    ],
  ])
  for (const unit of units.values())
    for (const day of [0, 4, 5, 9]) {
      const at = dayAt(day)
      const rows = pathsOf(units, unit).filter(({ validFrom, validTo }) => validFrom <= at && at < validTo)
      expect(rows.map(({ ancestor, via, depth }) => `${ancestor}/${via}/${depth}`).sort()).toEqual(
        walk(units, unit, at),
      )
    }
})
