import { DIMENSION_CODES, dimension, findIndicator, type DimensionCode } from '@seedbed/shared'

/** Numbers of persons that are crossed: what happened in the period, then members on a day. */
export const COUNTED = [
  'admitted',
  'readmitted',
  'recognized',
  'introduced',
  'courseCompleted',
  'transferredIn',
  'transferredOut',
  'removed',
  'died',
  'members',
  'membersAtStart',
] as const
export type Counted = (typeof COUNTED)[number]

/** What the page crosses, as it stands in the address. */
export interface CompositionState {
  count: Counted
  rows: DimensionCode
  columns: DimensionCode | null
  groupSet: string | null
  chart: boolean
  /** The cell whose people are shown: its row and its column. */
  cell: { row: string | null; column: string | null } | null
}

/** Whether the number is one of members on a day. */
export function isStock(count: Counted): boolean {
  return findIndicator(count)?.numerator.terms.every(({ at }) => at !== 'PERIOD') ?? false
}

/** The attributes that such a number can be crossed by. */
export function dimensionsFor(count: Counted): DimensionCode[] {
  return DIMENSION_CODES.filter((code) => isStock(count) || !dimension(code).stocksOnly)
}

/** Reads the address; what is unknown or does not fit falls back. */
export function readState(params: URLSearchParams): CompositionState {
  const count = COUNTED.find((id) => id === params.get('count')) ?? 'admitted'
  const offered = dimensionsFor(count)
  const named = (key: string) => offered.find((code) => code === params.get(key))
  const rows = named('rows') ?? 'SEX'
  const columns = named('columns') ?? null
  const [row = '', column = ''] = params.get('cell')?.split('~') ?? []
  return {
    count,
    rows,
    columns: columns === rows ? null : columns,
    groupSet: params.get('groups'),
    chart: params.get('show') === 'chart',
    cell: params.has('cell') ? { row: row || null, column: column || null } : null,
  }
}

/** The parameter of a cell. */
export function cellParam({ row, column }: { row?: string | null; column?: string | null }): string {
  return `${row ?? ''}~${column ?? ''}`
}
