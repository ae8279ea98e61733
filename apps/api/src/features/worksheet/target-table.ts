import { LIMITS, readPersons } from '@seedbed/shared'

/** A row of a file of targets; `amountMax` makes it a range. */
export interface TableRow {
  line: number
  code: string
  amountMin: number
  amountMax: number | null
  note: string | null
}

/** A row that cannot be read, and why, in both languages' common terms: for the command line. */
export interface TableFault {
  line: number
  message: string
}

/** Splits a line at commas or semicolons outside quotes; doubled quotes are quotes. */
export function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let index = 0; index < line.length; index += 1) {
    const letter = line.charAt(index)
    if (letter === '"' && quoted && line.charAt(index + 1) === '"') {
      cell += '"'
      index += 1
    } else if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell].map((text) => text.trim())
}

const columns = ['code', 'target', 'note'] as const

const words = {
  NOT_WHOLE: 'is not a whole number of persons',
  TOO_MANY: `is more than ${LIMITS.target} persons`,
  REVERSED: 'is a range upside down',
}

/** A number of persons or a range; what is wrong with it otherwise. */
function readAmount(text: string): Pick<TableRow, 'amountMin' | 'amountMax'> | string {
  const persons = readPersons(text) ?? 'NOT_WHOLE'
  if (typeof persons === 'string') return `"${text.slice(0, 40)}" ${words[persons]}`
  return { amountMin: persons.min, amountMax: persons.max }
}

/**
 * Reads a file of targets: a heading with code and target (and note), then a line for each unit, separated by commas
 * or semicolons. Answers the sound rows and every fault by line.
 */
export function readTargetTable(text: string): { rows: TableRow[]; faults: TableFault[] } {
  const [heading = '', ...lines] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const separator = heading.includes(';') ? ';' : ','
  const names = cellsOf(heading.toLowerCase(), separator)
  const [code, target, note] = columns.map((name) => names.indexOf(name)) as [number, number, number]
  if (code < 0 || target < 0)
    return { rows: [], faults: [{ line: 1, message: 'the heading must name code and target' }] }
  const rows: TableRow[] = []
  const faults: TableFault[] = []
  lines.forEach((content, index) => {
    if (content.trim() === '') return
    const [line, cells] = [index + 2, cellsOf(content, separator)]
    const amount = readAmount(cells[target] ?? '')
    if (!cells[code]) faults.push({ line, message: 'the code is missing' })
    else if (typeof amount === 'string') faults.push({ line, message: amount })
    else rows.push({ line, code: cells[code], ...amount, note: (note < 0 ? '' : cells[note]) || null })
  })
  return { rows, faults }
}
