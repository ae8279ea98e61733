import { translate } from '../../app/i18n/i18n.js'
import { formatDay, type Language } from '../../lib/format.js'
import type { BalanceLine, BalanceSheet } from './balance-query.js'

/** A row as it stands on the page, in the copy and in the file. */
export interface SheetRow {
  id: string
  kind: 'stock' | 'group' | 'line' | 'remark'
  label: string
  note: string
  /** With its sign; stocks have none. */
  count: number
  /** Where the number leads. */
  line?: BalanceLine
  /** Members before and after the row, for the drawing; absent where nothing changes. */
  from?: number
  to?: number
}

function lineRow(line: BalanceLine, before: number, language: Language): SheetRow {
  const count = line.sign * line.count
  return {
    id: line.id,
    kind: 'line',
    label: language === 'vi' ? line.label : line.labelEn,
    note: language === 'vi' ? line.note : line.noteEn,
    count,
    line,
    from: before,
    to: before + count,
  }
}

function groupRows(sheet: BalanceSheet, sign: 1 | -1, before: number, language: Language): SheetRow[] {
  const rows: SheetRow[] = []
  let at = before
  for (const line of sheet.lines.filter((one) => one.sign === sign)) {
    rows.push(lineRow(line, at, language))
    at = rows.at(-1)?.to ?? at
  }
  const id = sign === 1 ? 'increase' : 'decrease'
  const head: SheetRow = {
    id,
    kind: 'group',
    label: translate(language, `sheet.${id}`),
    note: '',
    count: at - before,
  }
  return [head, ...rows]
}

/** What a declared closing says that differs or agrees; nothing where none was declared. */
function declaredRows(sheet: BalanceSheet, language: Language): SheetRow[] {
  const { declaredClosing, unexplained } = sheet
  if (declaredClosing === null || unexplained === null) return []
  const agrees = unexplained === 0
  const declared: SheetRow = {
    id: 'declared',
    kind: 'remark',
    label: translate(language, 'sheet.declared'),
    note: agrees ? translate(language, 'sheet.agrees') : '',
    count: declaredClosing,
  }
  if (agrees) return [declared]
  const label = translate(language, 'sheet.unexplained')
  const note = translate(language, 'sheet.unexplainedNote')
  return [declared, { id: 'unexplained', kind: 'remark', label, note, count: unexplained }]
}

/** The sheet from top to bottom: opening, what adds, what takes away, closing, what was declared. */
export function sheetRows(sheet: BalanceSheet, asOf: string, language: Language): SheetRow[] {
  const stock = (id: 'opening' | 'closing', day: string): SheetRow => ({
    id,
    kind: 'stock',
    label: translate(language, `balance.${id}`, { day: formatDay(day) }),
    note: '',
    count: sheet[id],
    from: sheet[id],
    to: sheet[id],
  })
  const increase = groupRows(sheet, 1, sheet.opening, language)
  const top = sheet.opening + (increase[0]?.count ?? 0)
  return [
    stock('opening', sheet.openingOn),
    ...increase,
    ...groupRows(sheet, -1, top, language),
    stock('closing', asOf),
    ...declaredRows(sheet, language),
  ]
}

/** Lowest and highest number of members that the rows pass through. */
export function scaleOf(rows: readonly SheetRow[]): { low: number; high: number } {
  const passed = rows.flatMap(({ from, to }) => [from, to]).filter((one) => one !== undefined)
  return { low: Math.min(...passed), high: Math.max(...passed) }
}
