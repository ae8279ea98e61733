import { overlay, type Dated } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import {
  cutVersion,
  insertVersions,
  type DatedFacts,
  type DatedRow,
  type DatedTable,
} from './dated.repository.js'

/** What changing versions left of those that stood: by these an import can be taken back. */
export interface DatedBefore {
  table: DatedTable
  /** Versions that were cut, as they were. */
  rows: Array<Pick<DatedRow, 'id' | 'validFrom' | 'validTo' | 'version'>>
  /** Changes of each code afterwards: if there are more, something was changed since. */
  changes: Record<string, number>
}

/** Whether a version holds on any day; one that others cover entirely holds on none. */
export const holds = ({ validFrom, validTo }: Dated): boolean => validFrom < validTo

/** How often the versions of a code were changed: what a reader saw, to tell that nobody changed them meanwhile. */
export function changesOf(versions: readonly DatedRow[]): number {
  return versions.reduce((sum, { version }) => sum + version, 0)
}

/**
 * Lays a version over those of its code, in a unit of work: they are cut where it holds, split where it lies inside,
 * and kept without days where it covers them. Answers the internal id of the new one.
 */
export async function layOver<Facts extends DatedFacts>(
  ctx: RequestContext,
  table: DatedTable,
  standing: ReadonlyArray<Facts & DatedRow>,
  added: Facts,
  batch: number | null,
): Promise<number> {
  const { kept } = overlay<Facts>(standing.filter(holds), added)
  for (const { of, spans } of kept) {
    const row = of as Facts & DatedRow
    const [first, second] = spans
    await cutVersion(ctx, table, row.id, first ?? { validFrom: row.validFrom, validTo: row.validFrom })
    if (second) await insertVersions(ctx, table, [{ ...row, ...second, uid: uuid() }], batch)
  }
  const [id = 0] = await insertVersions(ctx, table, [{ ...added, uid: uuid() }], batch)
  return id
}
