/** Columns of text, each as wide as its widest cell; the first row is the heading. */
export function table(rows: ReadonlyArray<readonly string[]>): string {
  const width = (column: number) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length))
  const widths = (rows[0] ?? []).map((_, column) => width(column))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((count) => '-'.repeat(count)).join('  ')
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n')
}
