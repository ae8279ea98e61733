import type { ImportLine } from '../features/exchange/import-format.js'
import { OPENED_ON, UNITS_SINCE } from './days.js'
import { cellsOf, unitsOf, type Unit } from './units.js'

/** Day on which five communes of Điện Bàn became wards (B9). */
export const WARDS_SINCE = '2023-04-10'
export const WARDS_DOCUMENT = 'demo-nq-727'

/** Units as they were established, each after its parent. */
export function establishLines(root: Unit): ImportLine[] {
  return unitsOf(root).map((unit) => ({
    type: 'establish',
    code: unit.code,
    name: unit.before?.name ?? unit.name,
    tier: unit.tier,
    kind: unit.before?.kind ?? unit.kind,
    ...(unit.sector ? { sector: unit.sector } : {}),
    ...(unit.parent ? { parent: unit.parent.code } : {}),
    on: UNITS_SINCE,
  }))
}

/** Communes that became wards, with the resolution. */
export function reclassifyLines(root: Unit): ImportLine[] {
  return unitsOf(root)
    .filter((unit) => unit.before)
    .map((unit) => ({
      type: 'reclassify',
      organization: unit.code,
      on: WARDS_SINCE,
      kind: unit.kind,
      name: unit.name,
      document: WARDS_DOCUMENT,
    }))
}

/** Members with which each cell begins. */
export function openingLines(root: Unit): ImportLine[] {
  return cellsOf(root).map((cell) => ({
    type: 'openingBalance',
    organization: cell.code,
    on: OPENED_ON,
    members: cell.opening,
    probationaryMembers: 0,
  }))
}

/** How ratios are printed: Điện Bàn cuts, the provinces round half up. */
export function roundingLines(): ImportLine[] {
  return [
    { type: 'rounding', organization: '49', on: UNITS_SINCE, rounding: { mode: 'HALF_UP', decimals: 2 } },
    { type: 'rounding', organization: '507', on: UNITS_SINCE, rounding: { mode: 'TRUNCATE', decimals: 1 } },
    { type: 'rounding', organization: '60', on: UNITS_SINCE, rounding: { mode: 'HALF_UP', decimals: 2 } },
  ]
}
