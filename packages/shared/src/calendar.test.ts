import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  cutPeriod,
  dayInVietNam,
  daysBetween,
  fullYearsBetween,
  GRAINS,
  isDay,
  OPEN_END,
  sameDayLastYear,
  schoolYear,
  type Day,
} from './calendar.js'

const days = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1900-01-01', count))

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2024-11-15', OPEN_END])('%s is one', (day) => {
    expect(isDay(day)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-1-1',
    '15/11/2024',
    '1899-12-31',
    '',
  ])('"%s" is none', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('comes back after as many days forth and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, count) => {
        fc.pre(addDays(day, count) >= '1900-01-01')
        expect(isDay(addDays(day, count))).toBe(true)
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })

  it('leaves the open end open', () => {
    expect(addDays(OPEN_END, 1)).toBe(OPEN_END)
  })

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-03-31', -13, '2023-02-28'],
  ])('%s and %i months is %s', (day, count, later) => {
    expect(addMonths(day, count)).toBe(later)
  })

  it('a year earlier is the same day, and 28 February for 29 February', () => {
    expect(sameDayLastYear('2024-11-15')).toBe('2023-11-15')
    expect(sameDayLastYear('2024-02-29')).toBe('2023-02-28')
  })
})

describe('an age', () => {
  it.each([
    ['2006-11-15', '2024-11-14', 17],
    ['2006-11-15', '2024-11-15', 18],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
  ])('of one born on %s is on %s %i', (born, on, age) => {
    expect(fullYearsBetween(born, on)).toBe(age)
  })
})

describe('today', () => {
  it('is the day in Viet Nam, whatever the zone of the machine', () => {
    expect(dayInVietNam(new Date('2024-11-14T16:59:59.999Z'))).toBe('2024-11-14')
    expect(dayInVietNam(new Date('2024-11-14T17:00:00.000Z'))).toBe('2024-11-15')
    expect(dayInVietNam(new Date('2024-12-31T23:00:00.000Z'))).toBe('2025-01-01')
  })
})

describe('a period', () => {
  it('is cut into parts that follow each other and make it up', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom(...GRAINS),
        (from, length, grain) => {
          const to = addDays(from, length)
          const parts = cutPeriod({ from, to }, grain, 1_000)
          expect(parts[0]?.from).toBe(from)
          expect(parts.at(-1)?.to).toBe(to)
          for (const [index, part] of parts.entries()) {
            expect(part.from <= part.to).toBe(true)
            if (index > 0) expect(part.from).toBe(addDays(parts[index - 1]?.to as Day, 1))
          }
        },
      ),
    )
  })

  it('is cut at the quarters of the calendar', () => {
    expect(cutPeriod({ from: '2024-02-10', to: '2024-11-15' }, 'QUARTER')).toEqual([
      { from: '2024-02-10', to: '2024-03-31' },
      { from: '2024-04-01', to: '2024-06-30' },
      { from: '2024-07-01', to: '2024-09-30' },
      { from: '2024-10-01', to: '2024-11-15' },
    ])
  })

  it('stops one part after the most that is wanted', () => {
    expect(cutPeriod({ from: '2000-01-01', to: '2024-12-31' }, 'DAY', 10)).toHaveLength(11)
  })

  it('of a school year runs from September to August', () => {
    expect(schoolYear(2023)).toEqual({ from: '2023-09-01', to: '2024-08-31' })
  })
})
