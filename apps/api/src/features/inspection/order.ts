import type { OrganizationQuery } from '@seedbed/shared'
import type { KeyPart } from '../../graphql/pagination.js'
import type { AskedUnit } from './asked.repository.js'

/** Sort key of a row: what each order says (null: no value), then name and id. */
export type RowKey = ReadonlyArray<string | number | null>

type Orders = NonNullable<OrganizationQuery['orderBy']>

/** What a cursor of the question must be made of. */
export function keyShape(orders: Orders): KeyPart[] {
  return [...orders.map(({ indicator }): KeyPart => (indicator ? 'number?' : 'string')), 'string', 'number']
}

/** The key of the unit at a position. */
export function rowKeyOf(
  orders: Orders,
  columns: ReadonlyArray<Float64Array | null>,
  { sortKey, id }: AskedUnit,
  index: number,
): RowKey {
  const parts = orders.map((_, order) => {
    const value = columns[order]?.[index]
    if (value === undefined) return sortKey
    return Number.isNaN(value) ? null : value
  })
  return [...parts, sortKey, id]
}

/** Which comes first; missing values last either way, then by name and id. */
export function compareKeys(orders: Orders, a: RowKey, b: RowKey): number {
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = [a[at] as string | number | null, b[at] as string | number | null]
    if (one === other) continue
    if (one === null) return 1
    if (other === null) return -1
    const down = orders[at]?.direction === 'DESC' ? -1 : 1
    return one < other ? -down : down
  }
  return 0
}
