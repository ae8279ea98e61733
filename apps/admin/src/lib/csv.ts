/** Characters with which a spreadsheet begins a formula, and their full-width twins; tab and return count too. */
const dangerous = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

/** A cell that no spreadsheet runs as a formula. Numbers stay numbers; texts that look like formulas get an apostrophe. */
export function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = dangerous.test(value.trimStart()) || dangerous.test(value) ? `'${value}` : value
  return /[",;\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a CSV file that spreadsheets open as UTF-8. */
export function toCsv(rows: ReadonlyArray<ReadonlyArray<string | number | null | undefined>>): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** A file that is about to leave the system. */
export interface Export {
  name: string
  rows: number
}

type Gate = (file: Export) => Promise<boolean>

const open: Gate = () => Promise.resolve(true)
let gate = open

/** Has somebody asked before any file is handed over, so that it is on record first; answers how to take this back. */
export function askBeforeDownload(asked: Gate): () => void {
  gate = asked
  return () => {
    gate = open
  }
}

/** Whether the file may be handed over, as whoever is asked before says. */
export const passGate = (file: Export): Promise<boolean> => gate(file)

/** Gives a file to the browser to keep. */
export function saveFile(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

/** Hands the file to the browser, unless whoever is asked before says no. */
export async function downloadCsv(fileName: string, text: string): Promise<void> {
  if (!(await passGate({ name: fileName, rows: text.trimEnd().split('\r\n').length }))) return
  saveFile(fileName, new Blob([text], { type: 'text/csv;charset=utf-8' }))
}
