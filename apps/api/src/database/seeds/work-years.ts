import type { Day, SpecialDay } from '@seedbed/shared'
import { PROPOSED_HOLIDAYS } from './proposed-holidays.js'

/** The special days of a year with which an installation begins. */
export interface SeededYear {
  year: number
  days: ReadonlyArray<{ date: Day; kind: SpecialDay; name: string }>
}

const TET = 'Tết Nguyên Đán (theo thông báo)'
const LIEU = 'Nghỉ bù'
const SECOND = 'Quốc khánh (ngày thứ hai)'
const SWAPPED = 'Nghỉ hoán đổi'

/** Days off that are announced each year beside the public holidays: around Tết, in lieu, swapped. */
const off: Readonly<Record<number, ReadonlyArray<readonly [monthAndDay: string, name: string]>>> = {
  2016: [
    ['02-12', TET],
    ['04-18', LIEU],
    ['05-02', LIEU],
    ['05-03', LIEU],
  ],
  2017: [
    ['01-02', LIEU],
    ['01-26', TET],
    ['02-01', TET],
    ['05-02', LIEU],
    ['09-04', LIEU],
  ],
  2018: [
    ['02-14', TET],
    ['02-20', TET],
    ['09-03', LIEU],
    ['12-31', SWAPPED],
  ],
  2019: [
    ['04-15', LIEU],
    ['04-29', SWAPPED],
  ],
  2020: [
    ['01-23', TET],
    ['01-29', TET],
  ],
  2021: [
    ['02-10', TET],
    ['02-16', TET],
    ['05-03', LIEU],
    ['09-03', SECOND],
  ],
  2022: [
    ['01-03', LIEU],
    ['04-11', LIEU],
    ['05-02', LIEU],
    ['05-03', LIEU],
    ['09-01', SECOND],
  ],
  2023: [
    ['01-02', LIEU],
    ['01-20', TET],
    ['01-26', TET],
    ['05-02', LIEU],
    ['05-03', LIEU],
    ['09-01', SECOND],
    ['09-04', LIEU],
  ],
  2024: [
    ['02-08', TET],
    ['02-14', TET],
    ['04-29', SWAPPED],
    ['09-03', SECOND],
  ],
  2025: [
    ['01-27', TET],
    ['05-02', SWAPPED],
    ['09-01', SECOND],
  ],
  2026: [
    ['01-02', SWAPPED],
    ['04-27', LIEU],
    ['08-31', SWAPPED],
    ['09-01', SECOND],
  ],
}

/** Saturdays worked instead. */
const worked: Readonly<Record<number, readonly string[]>> = {
  2019: ['01-05', '05-04'],
  2024: ['05-04'],
  2025: ['04-26'],
  2026: ['01-10', '08-22'],
}

function daysOf(year: number): SeededYear['days'] {
  const holidays = (PROPOSED_HOLIDAYS[year] ?? []).map(([date, name]) => ({
    date,
    kind: 'HOLIDAY' as const,
    name,
  }))
  const announced = (off[year] ?? []).map(([day, name]) => ({
    date: `${year}-${day}`,
    kind: 'HOLIDAY' as const,
    name,
  }))
  const instead = (worked[year] ?? []).map((day) => ({
    date: `${year}-${day}`,
    kind: 'WORKDAY' as const,
    name: 'Làm bù',
  }))
  return [...holidays, ...announced, ...instead].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** 2016 to 2026: public holidays as the library has them, and what was announced beside them. */
export const SEEDED_YEARS: readonly SeededYear[] = Object.keys(off).map((year) => ({
  year: Number(year),
  days: daysOf(Number(year)),
}))

export const SEEDED_YEARS_SOURCE = 'date-holidays 3.37.0 và thông báo lịch nghỉ hằng năm'
