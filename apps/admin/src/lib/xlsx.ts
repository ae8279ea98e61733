import { passGate, saveFile } from './csv.js'

type Cell = string | number | null | undefined

/** A sheet of a workbook: its name, rows of cells, widths of columns in characters. */
export interface Sheet {
  name: string
  rows: ReadonlyArray<readonly Cell[]>
  /** Rows at the top that are drawn bold. */
  heads?: number
  widths?: readonly number[]
}

/** Signs that no spreadsheet allows in the name of a sheet. */
const forbidden = /[\\/?*:[\]]/gu

/** A cell of its own type: a text is a text even where it begins like a formula, and no apostrophe is needed. */
function cellOf(value: Cell, bold: boolean) {
  if (value === null || value === undefined || value === '') return null
  const style = bold ? { fontWeight: 'bold' as const } : {}
  return typeof value === 'number'
    ? { value, type: Number, ...style }
    : { value: value.slice(0, 32_767), type: String, ...style }
}

/** Rows as the cells of a workbook. */
export function cellsOf({ rows, heads = 0 }: Sheet) {
  return rows.map((row, index) => row.map((value) => cellOf(value, index < heads)))
}

/** A workbook (.xlsx) of these sheets. The library that writes it is fetched when it is first needed. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser')
  return write(
    sheets.map((sheet) => ({
      sheet: sheet.name.replace(forbidden, ' ').slice(0, 31),
      data: cellsOf(sheet),
      columns: sheet.widths?.map((width) => ({ width })),
    })),
  ).toBlob()
}

/** Hands a workbook to the browser, unless whoever is asked before says no. */
export async function downloadXlsx(fileName: string, sheets: readonly Sheet[]): Promise<void> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  if (!(await passGate({ name: fileName, rows }))) return
  saveFile(fileName, await workbookOf(sheets))
}
