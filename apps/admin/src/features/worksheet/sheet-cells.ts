import { readPersons, type Persons, type PersonsFault } from '@seedbed/shared'
import type { WorksheetRow } from './worksheet-query.js'

/** What stands in a row on the server, as it was read. */
export interface Base {
  targetId: string | null
  version: number | null
  amount: string
  note: string
}

/** What somebody has made of a row since; what is absent is as it was read. */
export interface Typed {
  amount?: string
  note?: string
  /** Fill rules leave the row alone. */
  pinned?: boolean
}

/** Rows that were touched, by id of their unit. */
export type TypedRows = Readonly<Record<string, Typed>>

export type Field = 'amount' | 'note'

/** "5", "5-6", "" as a cell shows an amount for typing. */
export function writtenPersons(min: number | null | undefined, max?: number | null): string {
  if (min === null || min === undefined) return ''
  return max === null || max === undefined ? String(min) : `${min}-${max}`
}

/** A row as it was read: of the targets themselves, or of the plan at that position. */
export function baseOf(row: WorksheetRow, plan: number | null): Base {
  if (plan !== null)
    return {
      ...{ targetId: null, version: null },
      amount: writtenPersons(row.drafts[plan]),
      note: row.draftNotes[plan] ?? '',
    }
  return baseOfTarget(row.target)
}

/** The same of a target by itself. */
export function baseOfTarget(
  target: Pick<
    NonNullable<WorksheetRow['target']>,
    'id' | 'version' | 'amountMin' | 'amountMax' | 'note'
  > | null,
): Base {
  return {
    targetId: target?.id ?? null,
    version: target?.version ?? null,
    amount: writtenPersons(target?.amountMin, target?.amountMax),
    note: target?.note ?? '',
  }
}

/** What a row shows now. */
export function shownOf(base: Base, typed: Typed | undefined): { amount: string; note: string } {
  return { amount: typed?.amount ?? base.amount, note: typed?.note ?? base.note }
}

/** Whether a row differs from what was read. */
export function isChanged(base: Base, typed: Typed | undefined): boolean {
  const shown = shownOf(base, typed)
  return shown.amount.trim() !== base.amount || shown.note.trim() !== base.note
}

/** What a text in the number column is worth: a range only where the kind is one. */
export function amountIn(
  text: string,
  isRange: boolean,
): Persons | PersonsFault | 'ONLY_RANGE' | 'NEEDS_RANGE' | null {
  const persons = readPersons(text)
  if (persons === null || typeof persons === 'string') return persons
  if (isRange) return persons.max === null ? 'NEEDS_RANGE' : persons
  return persons.max === null ? persons : 'ONLY_RANGE'
}

/** The number of a row as a sum counts it: the lower bound; nothing for what is no number. */
export function countOf(text: string): number | null {
  const persons = readPersons(text)
  return persons === null || typeof persons === 'string' ? null : persons.min
}

/** Writes texts down a column from a row on, as a paste does; what is beyond the last row is left out. */
export function pasteDown(
  typed: TypedRows,
  ids: readonly string[],
  from: number,
  field: Field,
  texts: ReadonlyArray<readonly string[]>,
): TypedRows {
  const next: Record<string, Typed> = { ...typed }
  texts.forEach(([first = '', second], index) => {
    const id = ids[from + index]
    if (id === undefined) return
    const both = field === 'amount' && second !== undefined ? { note: second.trim() } : {}
    next[id] = { ...next[id], [field]: first.trim(), ...both }
  })
  return next
}

/** Rows and cells of what a spreadsheet puts on the clipboard; quoted cells may hold line breaks. */
export function cellsOf(clipboard: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  const text = clipboard.replaceAll('\r\n', '\n').replace(/\n$/u, '')
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    const row = rows.at(-1)!
    const isStart = row.at(-1) === ''
    if (letter === '"' && (quoted || isStart)) {
      if (quoted && text.charAt(index + 1) === '"') {
        row[row.length - 1] += '"'
        index += 1
      } else quoted = !quoted
    } else if (letter === '\t' && !quoted) row.push('')
    else if (letter === '\n' && !quoted) rows.push([''])
    else row[row.length - 1] += letter
  }
  return rows
}

/** Typed rows with their past and future, for undo and redo. */
export interface Sheet {
  rows: TypedRows
  past: readonly TypedRows[]
  future: readonly TypedRows[]
}

export const EMPTY_SHEET: Sheet = { rows: {}, past: [], future: [] }

const MOST_STEPS = 200

/** One step further; what was undone is gone. */
export function step(sheet: Sheet, rows: TypedRows): Sheet {
  return { rows, past: [...sheet.past.slice(1 - MOST_STEPS), sheet.rows], future: [] }
}

export function undo(sheet: Sheet): Sheet {
  const before = sheet.past.at(-1)
  if (!before) return sheet
  return { rows: before, past: sheet.past.slice(0, -1), future: [sheet.rows, ...sheet.future] }
}

export function redo(sheet: Sheet): Sheet {
  const [after] = sheet.future
  if (!after) return sheet
  return { rows: after, past: [...sheet.past, sheet.rows], future: sheet.future.slice(1) }
}
