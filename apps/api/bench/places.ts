import type { Day, Perimeter } from '@seedbed/shared'
import type { FiguresInput } from '../src/features/figures/question.js'
import type { UnitHistory } from '../src/features/organizations/tree-in-time.js'
import type { Size } from './sizes.js'
import type { Forest } from './tree.js'

/** A unit on a day: where questions are asked. `goal`: how many times a row by key its page may cost. */
export interface Place {
  name: string
  unit: UnitHistory
  asOf: Day
  goal: number
}

export const PERIMETERS: readonly Perimeter[] = ['RECORDED', 'RESTATED']

/** Columns of the drill-down. */
export const indicators = ['members', 'target', 'admitted', 'completion', 'femaleShare', 'universityShare']

const goals = { root: 60, district: 6, commune: 3 } as const

function middleOf(units: readonly UnitHistory[]): UnitHistory {
  const unit = units[units.length >> 1]
  if (!unit) throw new Error('The bench has no such unit')
  return unit
}

/** Root, district and commune in the middle of a year; in a reform also before it and in its year. */
export function placesOf(size: Size, forest: Forest): Place[] {
  const { root, districts, grassroots, communes } = forest
  const district = middleOf(districts)
  if (!size.reform)
    return [
      { name: 'root', unit: root, asOf: '2026-06-15', goal: goals.root },
      { name: 'district', unit: district, asOf: '2026-06-15', goal: goals.district },
      { name: 'commune', unit: middleOf(grassroots), asOf: '2026-06-15', goal: goals.commune },
    ]
  return [
    { name: 'root', unit: root, asOf: '2026-06-15', goal: goals.root },
    { name: 'root, year of the reform', unit: root, asOf: '2025-11-15', goal: goals.root },
    { name: 'root, before the reform', unit: root, asOf: '2024-06-15', goal: goals.root },
    { name: 'district, before the reform', unit: district, asOf: '2024-06-15', goal: goals.district },
    { name: 'commune', unit: middleOf(communes), asOf: '2026-06-15', goal: goals.commune },
  ]
}

/** What is asked of a place: from 1 January to its day. */
export function inputOf(place: Place, perimeter: Perimeter): FiguresInput {
  return { from: `${place.asOf.slice(0, 4)}-01-01`, asOf: place.asOf, indicators, perimeter }
}
