import type { Rounding } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { SeedbedError } from '../../errors/errors.js'
import type { MembershipRow } from '../groups/group.service.js'
import type { DatedBefore } from '../rules/dated-import.service.js'
import type { WorkYearsBefore } from '../working-days/working-day.service.js'
import type { Settings } from '../installation/installation.service.js'
import type { Lines, Numbered } from './import-lines.js'
import type { Faults } from './import-report.js'
import type { UnitCodes } from './unit-codes.js'

/** What an import changed of things that stood before, so that undoing can put it back. */
export interface BeforeState {
  settings?: Settings
  settingsAfter?: Settings
  /** As each unit had it before and has it since. */
  roundings?: Array<{ organization: number; before: Rounding | null; after: Rounding | null }>
  memberships?: { before: MembershipRow[]; after: MembershipRow[] }
  /** Rules and forms over which versions were laid. */
  versions?: DatedBefore[]
  workYears?: WorkYearsBefore
}

/** An import on its way, inside its unit of work. */
export interface ImportRun {
  ctx: RequestContext
  lines: Lines
  faults: Faults
  batch: number
  units: UnitCodes
  documents: ReadonlyMap<string, number>
  before: BeforeState
}

type Stored = { ids: number[]; refused: Map<number, SeedbedError> }

/**
 * Turns lines into items and stores them all; refusals are collected by line, and the rest is tried again without
 * them, so that all of them are told at once. Lines that build on a faulty one give undefined and are passed over;
 * so are all lines of one key once one of them is. Answers the internal id of each stored line.
 */
export async function storeLines<Line, Item>(
  run: Pick<ImportRun, 'faults'>,
  lines: ReadonlyArray<Numbered<Line>>,
  toItem: (line: Line) => Item | undefined,
  store: (items: Item[]) => Promise<Stored>,
  keyOf?: (line: Line) => string,
): Promise<Map<Numbered<Line>, number>> {
  const fallen = new Set<string>()
  const stands = ({ data }: Numbered<Line>) => !keyOf || !fallen.has(keyOf(data))
  let pending = lines.flatMap((line) => {
    if (!stands(line)) return []
    const item = run.faults.attempt(line.line, line.data, () => toItem(line.data))
    if (item === undefined && keyOf) fallen.add(keyOf(line.data))
    return item === undefined ? [] : [{ line, item }]
  })
  pending = pending.filter(({ line }) => stands(line))
  while (pending.length > 0) {
    const { ids, refused } = await store(pending.map(({ item }) => item))
    if (refused.size === 0) return new Map(pending.map(({ line }, index) => [line, ids[index] ?? 0]))
    for (const [index, error] of refused) {
      const line = pending[index]?.line
      if (!line || !stands(line)) continue
      run.faults.poison(line.data)
      run.faults.add(line.line, error)
      if (keyOf) fallen.add(keyOf(line.data))
    }
    pending = pending.filter(({ line }, index) => !refused.has(index) && stands(line))
  }
  return new Map()
}

/** The unit of a line; undefined when its code should have come with a faulty line. */
export function unitOf(
  run: Pick<ImportRun, 'units' | 'faults'>,
  line: { organization: string; on: string },
  code = line.organization,
): number | undefined {
  try {
    return run.units.find(code, line.on)
  } catch (error) {
    if (run.faults.codes.has(code)) return undefined
    throw error
  }
}

/** The document a line rests on: null for none, undefined when it should have come with a faulty line. */
export function documentOf(
  run: Pick<ImportRun, 'documents' | 'faults'>,
  ref: string | undefined,
): number | null | undefined {
  if (ref === undefined) return null
  const id = run.documents.get(ref)
  if (id !== undefined || run.faults.refs.has(ref)) return id
  throw new SeedbedError('NOT_FOUND', `document: no document ${ref}`, {
    fields: { document: `no document ${ref}` },
  })
}
