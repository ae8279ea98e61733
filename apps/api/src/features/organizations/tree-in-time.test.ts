import { addDays, OPEN_END, type Day } from '@seedbed/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeFrom,
  copyOf,
  isOpen,
  overlap,
  versionAt,
  type UnitHistory,
  type VersionFacts,
} from './tree-in-time.js'

const opened = '2020-01-01'
const first: VersionFacts = { parent: 0, name: 'A', code: '1', tier: 'CELL', kind: 'SCHOOL', sector: null }

function unitOf(): UnitHistory {
  const sets = Object.keys(first) as Array<keyof VersionFacts>
  const versions = [{ ...first, validFrom: opened, validTo: OPEN_END, sets }]
  return { id: 1, uid: 'u', opened, closed: OPEN_END, heir: null, version: 1, versions }
}

const changes = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 12 }).map((days) => addDays(opened, days)),
    field: fc.constantFrom('name' as const, 'code' as const, 'kind' as const),
    value: fc.constantFrom('A', 'B', 'C', 'D'),
  }),
  { maxLength: 12 },
)

type Change = typeof changes extends fc.Arbitrary<Array<infer One>> ? One : never

/** Does the changes in order; answers those that were not refused for changing nothing. */
function tryAll(unit: UnitHistory, list: readonly Change[]): Change[] {
  return list.filter(({ day, field, value }) => {
    if (versionAt(unit, day)?.[field] === value) {
      expect(() => changeFrom(unit, day, { [field]: value })).toThrow('already so')
      return false
    }
    changeFrom(unit, day, { [field]: value })
    return true
  })
}

const days = Array.from({ length: 15 }, (_, index) => addDays(opened, index))

describe('versions of a unit', () => {
  it('refuse a change before the unit was opened, and leave it as it was', () => {
    const unit = unitOf()
    expect(() => changeFrom(unit, '2019-12-31', { name: 'B' })).toThrow('does not exist')
    expect(unit).toEqual(unitOf())
  })

  it('stay gapless from the first day to the open end, whatever changes in whatever order', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const unit = unitOf()
        tryAll(unit, list)
        expect(unit.versions[0]?.validFrom).toBe(opened)
        expect(unit.versions.at(-1)?.validTo).toBe(OPEN_END)
        for (const [index, { validFrom, validTo }] of unit.versions.entries()) {
          expect(validFrom < validTo).toBe(true)
          expect(unit.versions[index + 1]?.validFrom ?? OPEN_END).toBe(validTo)
        }
      }),
    )
  })

  it('hold each field from the day on which it was last decided before', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const unit = unitOf()
        const done = tryAll(unit, list)
        for (const day of days) {
          for (const field of ['name', 'code', 'kind'] as const) {
            const decided = done.filter((one) => one.field === field && one.day <= day)
            const latest = decided.reduce<Change | undefined>(
              (a, b) => (a && a.day > b.day ? a : b),
              undefined,
            )
            expect(versionAt(unit, day)?.[field]).toBe(latest?.value ?? first[field])
          }
        }
      }),
    )
  })

  it('answer the span in which the change holds, and change no copy', () => {
    const unit = unitOf()
    changeFrom(unit, '2020-03-01', { name: 'B' })
    const copy = copyOf(unit)
    expect(changeFrom(unit, '2020-02-01', { name: 'C' })).toEqual({ from: '2020-02-01', to: '2020-03-01' })
    expect(copy.versions).toHaveLength(2)
    expect(unit.versions.map(({ name }) => name)).toEqual(['A', 'C', 'B'])
  })

  it('hold from their first day to the day before the next', () => {
    const unit = { ...unitOf(), closed: '2020-06-01' as Day }
    expect([opened, '2020-05-31', '2020-06-01', '2019-12-31'].map((day) => isOpen(unit, day))).toEqual([
      true,
      true,
      false,
      false,
    ])
    const [version] = unit.versions
    expect(version && overlap(version, { from: '2019-01-01', to: opened })).toBeUndefined()
    expect(version && overlap(version, { from: '2019-01-01', to: '2020-01-02' })).toEqual({
      from: opened,
      to: '2020-01-02',
    })
  })
})
