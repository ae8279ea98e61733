import type { Day } from '@seedbed/shared'

/** How big an installation is that is measured. */
export interface Size {
  name: 'province' | 'merged'
  label: string
  districts: number
  /** Grassroots organizations; in a reform they end and their cells go to the communes. */
  grassroots: number
  /** Grassroots organizations directly below the root, which no reform touches. */
  agencies: number
  cells: number
  members: number
  admissions: number
  /** The day on which districts end and communes begin, and how many communes. */
  reform: { on: Day; communes: number } | null
}

/** Ten years up to today; everything stands since `founded`. */
export const TIMES = {
  founded: '2010-01-01',
  opening: '2016-06-30',
  first: '2016-07-01',
  today: '2026-06-30',
} as const

export const SIZES: readonly Size[] = [
  {
    name: 'province',
    label: 'province: 14 districts, 700 grassroots organizations, 3,000 cells, 42,000 members',
    districts: 14,
    grassroots: 700,
    agencies: 0,
    cells: 3_000,
    members: 42_000,
    admissions: 20_000,
    reform: null,
  },
  {
    name: 'merged',
    label: 'merged province: 160 units below the root since 1/7/2025, 5,700 cells, 150,000 members',
    districts: 30,
    grassroots: 1_400,
    agencies: 20,
    cells: 5_700,
    members: 150_000,
    admissions: 50_000,
    reform: { on: '2025-07-01', communes: 140 },
  },
]
