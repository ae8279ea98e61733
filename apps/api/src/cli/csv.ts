/** What a spreadsheet would take for a formula, its full-width twins too; blanks before it do not help. */
const formula = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/** Plain numbers stay numbers. */
const plain = /^-?\d+(?:\.\d+)?$/u

function cell(text: string): string {
  const safe = formula.test(text) && !plain.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe
}

/** Rows as CSV that no spreadsheet takes for formulas; the first row is the heading. */
export function csv(rows: ReadonlyArray<readonly string[]>): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n')
}
