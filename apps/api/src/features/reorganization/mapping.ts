import { reason, searchKey, type Extent, type Reason } from '@seedbed/shared'

/** A line of a mapping table; UNCHANGED is a whole unit that stays what it is. */
export interface MappingRow {
  /** Number of the line, from 1. */
  line: number
  oldCode: string
  newCode: string
  newName: string | null
  extent: Extent
}

/** What is wrong with a line. */
export interface MappingFault {
  line: number
  field: 'oldCode' | 'newCode' | 'newName' | 'extent'
  reason: Reason
}

export interface RawRow {
  oldCode: string
  newCode: string
  newName?: string | null
  extent?: string | null
}

const columns: Readonly<Record<string, keyof RawRow>> = {
  old_code: 'oldCode',
  oldcode: 'oldCode',
  'ma cu': 'oldCode',
  new_code: 'newCode',
  newcode: 'newCode',
  'ma moi': 'newCode',
  new_name: 'newName',
  newname: 'newName',
  'ten moi': 'newName',
  extent: 'extent',
  'hinh thuc': 'extent',
  'muc do': 'extent',
}

const extents: Readonly<Record<string, Extent>> = {
  '': 'WHOLE',
  whole: 'WHOLE',
  unchanged: 'WHOLE',
  'toan bo': 'WHOLE',
  'nhap toan bo': 'WHOLE',
  'giu nguyen': 'WHOLE',
  'doi loai hinh': 'WHOLE',
  'doi ten': 'WHOLE',
  part: 'PART',
  'mot phan': 'PART',
  'nhap mot phan': 'PART',
}

const separators = ['\t', ';', ','] as const

/** The cells of a line, quoted ones without their quotes. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  const pattern = new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'gu')
  for (const [, quoted, plain] of line.matchAll(pattern))
    cells.push((quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).trim())
  return cells
}

/**
 * A table as pasted or as a file has it: old code, new code, and perhaps new name and extent; headings, where there
 * are any, say which column is which. Empty lines count as lines and are passed over.
 */
export function readTable(text: string): Array<RawRow & { line: number }> {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const separator = separators.find((one) => first.includes(one)) ?? ','
  const headings = cellsOf(first, separator).map((cell) => columns[searchKey(cell)])
  const headed = headings.includes('oldCode') && headings.includes('newCode')
  const order = headed ? headings : (['oldCode', 'newCode', 'newName', 'extent'] as const)
  return lines.flatMap((line, index) => {
    if (line.trim() === '' || (headed && line === first)) return []
    const row: RawRow & { line: number } = { line: index + 1, oldCode: '', newCode: '' }
    cellsOf(line, separator).forEach((cell, column) => {
      const name = order[column]
      if (name) row[name] = cell
    })
    return [row]
  })
}

/** The lines in order, or what is wrong with them: a missing code, an unknown extent, a pair of codes twice. */
export function readRows(rows: ReadonlyArray<RawRow & { line: number }>): {
  rows: MappingRow[]
  faults: MappingFault[]
} {
  const faults: MappingFault[] = []
  const pairs = new Set<string>()
  const read = rows.map(({ line, oldCode, newCode, newName, extent }): MappingRow => {
    const known = extents[searchKey(extent ?? '')]
    if (oldCode === '') faults.push({ line, field: 'oldCode', reason: reason('NO_CODE') })
    if (newCode === '') faults.push({ line, field: 'newCode', reason: reason('NO_CODE') })
    if (known === undefined) faults.push({ line, field: 'extent', reason: reason('UNKNOWN_CODE') })
    const pair = `${oldCode}\n${newCode}`
    if (pairs.has(pair)) faults.push({ line, field: 'newCode', reason: reason('NAMED_TWICE') })
    pairs.add(pair)
    return { line, oldCode, newCode, newName: newName || null, extent: known ?? 'WHOLE' }
  })
  return { rows: read, faults: [...faults, ...wholeAndPart(read)] }
}

/** What goes somewhere as a whole goes nowhere else, and what goes in parts goes to two at least. */
function wholeAndPart(rows: readonly MappingRow[]): MappingFault[] {
  const counts = new Map<string, number>()
  for (const { oldCode } of rows) counts.set(oldCode, (counts.get(oldCode) ?? 0) + 1)
  return rows.flatMap(({ line, oldCode, extent }): MappingFault[] => {
    const count = counts.get(oldCode) ?? 0
    if (oldCode === '' || (extent === 'PART') === count > 1) return []
    const why = count > 1 ? reason('WHOLE_TWICE') : reason('PART_ALONE')
    return [{ line, field: 'extent', reason: why }]
  })
}

/** What becomes of the old codes: merged into new units, split between them, or the same unit in a new place. */
export interface Regrouping {
  newCode: string
  newName: string | null
  whole: string[]
  parts: string[]
}

/** The lines by new code, in the order in which the new codes come up. */
export function regroup(rows: readonly MappingRow[]): Regrouping[] {
  const groups = new Map<string, Regrouping>()
  for (const { oldCode, newCode, newName, extent } of rows) {
    const group = groups.get(newCode) ?? { newCode, newName: null, whole: [], parts: [] }
    groups.set(newCode, group)
    group.newName ??= newName
    group[extent === 'PART' ? 'parts' : 'whole'].push(oldCode)
  }
  return [...groups.values()]
}
