import type { ImportLine } from '../features/exchange/import-format.js'
import { DIEN_BAN, DIEN_PHUONG } from './cases/dien-ban-units.js'
import { DIEN_BAN_TABLE } from './cases/dien-ban-table.js'
import { DOCUMENTS } from './documents.js'
import { apportion, randomOf } from './random.js'
import { targetKindLines } from './target-kinds.js'
import { cellsOf, type Unit } from './units.js'

const YEARS = [2021, 2022, 2023, 2024] as const

/** What the province assigns to Điện Bàn: 345 in three years (B1), 150 in 2024 (B3). */
const DIEN_BAN_ASSIGNED: Readonly<Record<number, number>> = { 2021: 110, 2022: 115, 2023: 120, 2024: 150 }
/** What it announces for itself; what it assigns to the others does not add up to it. */
const QUANG_NAM_HEADLINE: Readonly<Record<number, number>> = {
  2021: 1_600,
  2022: 1_650,
  2023: 1_700,
  2024: 1_900,
}
const QUANG_NAM_OTHERS: Readonly<Record<number, number>> = {
  2021: 1_430,
  2022: 1_470,
  2023: 1_510,
  2024: 1_560,
}
/** Sum of the yearly targets of those directly under Bình Thuận; the province itself has its resolution (A5). */
const BINH_THUAN: Readonly<Record<number, number>> = { 2021: 1_900, 2022: 1_950, 2023: 1_780, 2024: 1_420 }

function assigned(organization: string, year: number, amountMin: number, document: string): ImportLine {
  const on = `${year}-04-01`
  return {
    type: 'target',
    organization,
    on,
    kind: 'ASSIGNED',
    yearFrom: year,
    yearTo: year,
    amountMin,
    document,
  }
}

function membersOf(unit: Unit): number {
  return cellsOf(unit).reduce((sum, cell) => sum + cell.opening, 0)
}

/** Divides a total among units in proportion to their members, more to some and less to others. */
function divide(units: readonly Unit[], total: number, year: number, document: string): ImportLine[] {
  const random = randomOf(`targets ${year} ${units[0]?.code ?? ''}`)
  const weights = units.map((unit) => membersOf(unit) * (0.75 + 0.5 * random.next()))
  const parts = apportion(total, weights, 1)
  return units.map((unit, index) => assigned(unit.code, year, parts[index] ?? 0, document))
}

/** The district passes its target of the last year on to the organizations below it. */
function passOn(district: Unit, targets: readonly ImportLine[], document: string): ImportLine[] {
  const own = targets.find((line) => line.type === 'target' && line.organization === district.code)
  const amount = own?.type === 'target' ? (own.amountMin ?? 0) : 0
  if (own?.type !== 'target' || district.children.length > amount) return []
  return divide(district.children, amount, 2024, document)
}

function dienBanTargets(): ImportLine[] {
  const rows = DIEN_BAN_TABLE.filter((row) => row.code !== DIEN_PHUONG)
  const members = rows.map((row) => row.members)
  const earlier = [2021, 2022, 2023].flatMap((year) => {
    const parts = apportion((DIEN_BAN_ASSIGNED[year] ?? 0) - 5, members, 2)
    return rows.map((row, index) => assigned(row.code, year, parts[index] ?? 0, DOCUMENTS.townPlan))
  })
  return [
    ...YEARS.map((year) => assigned(DIEN_BAN, year, DIEN_BAN_ASSIGNED[year] ?? 0, DOCUMENTS.provincePlan)),
    ...earlier,
    ...DIEN_BAN_TABLE.map((row) => assigned(row.code, 2024, row.target2024, DOCUMENTS.townPlan)),
    {
      type: 'target',
      organization: DIEN_PHUONG,
      on: '2021-04-01',
      kind: 'RANGE',
      yearFrom: 2021,
      yearTo: 2025,
      amountMin: 5,
      amountMax: 6,
      document: DOCUMENTS.range,
    },
  ]
}

/** Targets of both provinces: published ones on Bình Thuận, Điện Bàn and Điện Phương, invented ones elsewhere. */
export function targetLines(quangNam: Unit, binhThuan: Unit): ImportLine[] {
  const others = quangNam.children.filter((unit) => unit.code !== DIEN_BAN)
  const north = YEARS.flatMap((year) =>
    divide(others, QUANG_NAM_OTHERS[year] ?? 0, year, DOCUMENTS.provincePlan),
  )
  const south = YEARS.flatMap((year) =>
    divide(binhThuan.children, BINH_THUAN[year] ?? 0, year, DOCUMENTS.directive),
  )
  const last = (lines: readonly ImportLine[]) =>
    lines.filter((line) => line.type === 'target' && line.yearTo === 2024)
  return [
    {
      type: 'target',
      organization: binhThuan.code,
      on: '2021-04-01',
      kind: 'RESOLUTION_AVERAGE',
      yearFrom: 2021,
      yearTo: 2025,
      amountMin: 2_000,
      document: DOCUMENTS.congress,
    },
    ...south,
    ...binhThuan.children.flatMap((unit) => passOn(unit, last(south), DOCUMENTS.directive)),
    ...YEARS.map((year) =>
      assigned(quangNam.code, year, QUANG_NAM_HEADLINE[year] ?? 0, DOCUMENTS.provincePlan),
    ),
    ...north,
    ...others.flatMap((unit) => passOn(unit, last(north), DOCUMENTS.provincePlan)),
    ...dienBanTargets(),
    ...targetKindLines(),
  ]
}
