import type { DueItem } from './due-query.js'

/** Heaps in which the list is read: what is late first, then by how soon. */
export const DUE_GROUPS = ['OVERDUE', 'UNKNOWN', 'WEEK', 'MONTH', 'LATER'] as const
export type DueGroup = (typeof DUE_GROUPS)[number]

/** The heap of an item; weeks and months are counted in days from the day on screen. */
export function groupOf({ state, daysLeft }: Pick<DueItem, 'state' | 'daysLeft'>): DueGroup {
  if (state === 'OVERDUE' || state === 'UNKNOWN') return state
  if (daysLeft === null || daysLeft > 31) return 'LATER'
  return daysLeft <= 7 ? 'WEEK' : 'MONTH'
}

/** The items in their heaps, in the order in which they came; empty heaps are left out. */
export function grouped<One extends Pick<DueItem, 'state' | 'daysLeft'>>(
  items: readonly One[],
): Array<{ group: DueGroup; items: One[] }> {
  return DUE_GROUPS.map((group) => ({ group, items: items.filter((one) => groupOf(one) === group) })).filter(
    (heap) => heap.items.length > 0,
  )
}
