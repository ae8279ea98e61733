import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from './calendar.js'
import {
  addWorkingDays,
  isWorkingDay,
  MissingWorkYear,
  workingDaysBetween,
  type SpecialDay,
  type WorkCalendar,
} from './working-days.js'

/** Around Tết and 30 April 2024, as announced. */
const calendar: WorkCalendar = new Map([
  [2023, new Map<Day, SpecialDay>()],
  [
    2024,
    new Map<Day, SpecialDay>([
      ...['2024-01-01', '2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'].map(
        (day) => [day, 'HOLIDAY'] as const,
      ),
      ['2024-04-29', 'HOLIDAY'],
      ['2024-04-30', 'HOLIDAY'],
      ['2024-05-01', 'HOLIDAY'],
      ['2024-05-04', 'WORKDAY'],
    ]),
  ],
])

const day = fc.integer({ min: 0, max: 600 }).map((number) => addDays('2023-01-02', number))

describe('working days', () => {
  it('leave out weekends and holidays, and count a Saturday that is worked instead', () => {
    expect(addWorkingDays(calendar, '2024-02-07', 1)).toBe('2024-02-15')
    expect(addWorkingDays(calendar, '2024-04-26', 1)).toBe('2024-05-02')
    expect(addWorkingDays(calendar, '2024-05-03', 1)).toBe('2024-05-04')
    expect(addWorkingDays(calendar, '2024-05-03', 2)).toBe('2024-05-06')
    expect(addWorkingDays(calendar, '2024-02-10', 0)).toBe('2024-02-10')
    expect(workingDaysBetween(calendar, '2024-02-07', '2024-02-15')).toBe(1)
    expect(workingDaysBetween(calendar, '2024-02-15', '2024-02-07')).toBe(0)
  })

  it('refuse to guess: a year without a calendar is named', () => {
    expect(() => addWorkingDays(calendar, '2024-12-30', 2)).toThrow(new MissingWorkYear(2025))
    expect(() => workingDaysBetween(calendar, '2022-12-30', '2023-01-03')).toThrow(new MissingWorkYear(2022))
    expect(addWorkingDays(calendar, '2024-12-30', 1)).toBe('2024-12-31')
  })

  it('are as many between as were added, and end on a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(calendar, from, count)
        expect(isWorkingDay(calendar, to)).toBe(true)
        expect(workingDaysBetween(calendar, from, to)).toBe(count)
        expect(workingDaysBetween(calendar, from, addDays(to, -1))).toBe(count - 1)
      }),
    )
  })

  it('add up over any day between, and grow with the count', () => {
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [a = '', b = '', c = ''] = days.sort()
        const parts = workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c)
        expect(parts).toBe(workingDaysBetween(calendar, a, c))
      }),
    )
    fc.assert(
      fc.property(day, fc.nat({ max: 40 }), fc.nat({ max: 20 }), (from, count, more) => {
        const twice = addWorkingDays(calendar, addWorkingDays(calendar, from, count), more)
        expect(twice).toBe(addWorkingDays(calendar, from, count + more))
      }),
    )
  })

  it('agree with counting by hand, day by day', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from = '', to = ''] = [a, b].sort()
        let naive = 0
        for (let one = addDays(from, 1); one <= to; one = addDays(one, 1)) {
          const special = calendar.get(Number(one.slice(0, 4)))?.get(one)
          const weekend = [0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay())
          if (special === 'WORKDAY' || (special !== 'HOLIDAY' && !weekend)) naive += 1
        }
        expect(workingDaysBetween(calendar, from, to)).toBe(naive)
      }),
    )
  })
})
