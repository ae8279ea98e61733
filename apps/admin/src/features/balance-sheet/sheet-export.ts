import { translate } from '../../app/i18n/i18n.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { formatCount, formatDay, formatSigned, type Language } from '../../lib/format.js'
import type { SheetRow } from './sheet-rows.js'

/** What the sheet is of. */
export interface SheetTitle {
  unit: string
  from: string
  asOf: string
  /** How it was counted: perimeter and count basis. */
  how: string
  language: Language
}

const indent = ({ kind }: SheetRow) => (kind === 'line' ? '   ' : '')

/** The sheet as plain text with tabs, as a word processor or a spreadsheet takes it. */
export function sheetText(title: SheetTitle, rows: readonly SheetRow[]): string {
  const { language } = title
  const count = (row: SheetRow) =>
    row.kind === 'stock' || row.id === 'declared'
      ? formatCount(row.count, language)
      : formatSigned(row.count, language)
  return [
    translate(language, 'balance.title'),
    `${title.unit}, ${formatDay(title.from)} – ${formatDay(title.asOf)} (${title.how})`,
    ...rows.map((row) => `${indent(row)}${row.label}\t${count(row)}`),
  ].join('\n')
}

/** Hands the sheet over as CSV: whole numbers with their sign, and what each line counts. */
export function downloadSheet(title: SheetTitle, rows: readonly SheetRow[]): void {
  const { language, unit, from, asOf, how } = title
  const text = toCsv([
    [unit, `${formatDay(from)} – ${formatDay(asOf)}`, how],
    [translate(language, 'sheet.line'), translate(language, 'sheet.members')],
    ...rows.map((row) => [`${indent(row)}${row.label}`, row.count, row.note]),
  ])
  void downloadCsv(`${translate(language, 'balance.title')} ${unit} ${asOf}.csv`, text)
}
