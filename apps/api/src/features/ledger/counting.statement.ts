import { MEASURE_IDS, measureColumn } from '@seedbed/shared'

/**
 * Unit and day of the entries `e` that count where the condition holds, those with the same key (see entry.ts) as
 * one: an entry that was taken back by reversing ones sums to nothing and is left out.
 */
export function countingEntries(where: string): string {
  const sums = MEASURE_IDS.map((id) => `SUM(e.${measureColumn(id)}) <> 0`)
  return `SELECT e.organization, e.date FROM ledger_entry e WHERE ${where}
    GROUP BY e.organization, e.date, e.source, e.event, e.basis, e.counterpart, e.reorganization,
             e.profile, e.age, e.birth_month, e.joined_month
    HAVING ${sums.join(' OR ')}`
}
