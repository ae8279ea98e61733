import { invalidInput, SeedbedError } from '../../errors/errors.js'
import { isPrintable } from '../../printable.js'
import { importLine, type ImportLine } from './import-format.js'
import type { Faults } from './import-report.js'

/** Lines of one or several types. */
export type LineOf<Type extends ImportLine['type']> = Extract<ImportLine, { type: Type }>

/** A line with its number in the file, from 1. */
export interface Numbered<Line = ImportLine> {
  line: number
  data: Line
}

/** Lines by their type, each in the order of the file. */
export class Lines {
  constructor(readonly all: readonly Numbered[]) {}

  of<Type extends ImportLine['type']>(...types: Type[]): Array<Numbered<LineOf<Type>>> {
    const wanted = new Set<string>(types)
    return this.all.filter(({ data }) => wanted.has(data.type)) as Array<Numbered<LineOf<Type>>>
  }

  counts(): Partial<Record<ImportLine['type'], number>> {
    const counts: Partial<Record<ImportLine['type'], number>> = {}
    for (const { data } of this.all) counts[data.type] = (counts[data.type] ?? 0) + 1
    return counts
  }
}

/**
 * Checks the shape of each line: text is read as JSON, empty text is passed over. Faults are collected with line
 * and field; the lines that are sound are answered.
 */
export function parseLines(lines: readonly unknown[], faults: Faults): Lines {
  const sound: Numbered[] = []
  lines.forEach((raw, index) => {
    const line = index + 1
    if (typeof raw === 'string' && raw.trim() === '') return
    try {
      const value = typeof raw === 'string' ? parseJson(raw) : raw
      refuseControlCharacters(value)
      const parsed = importLine.safeParse(value)
      if (parsed.success) sound.push({ line, data: parsed.data })
      else {
        faults.poison(value)
        for (const issue of parsed.error.issues) faults.add(line, shapeFault(issue, value))
      }
    } catch (error) {
      faults.addThrown(line, error)
    }
  })
  return new Lines(sound)
}

/** No name or note has them; some readers stop at them. */
function refuseControlCharacters(value: unknown): void {
  for (const [field, text] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    if (typeof text === 'string' && !isPrintable(text)) throw invalidInput(field, 'has a control character')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SeedbedError('INVALID_INPUT', 'not a JSON object on one line')
  }
}

function shapeFault(
  issue: { path: PropertyKey[]; message: string; code?: string },
  value: unknown,
): SeedbedError {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new SeedbedError('INVALID_INPUT', 'not a JSON object on one line')
  const unknown = (issue as { keys?: string[] }).keys
  const field = issue.path.join('.') || unknown?.join(', ') || 'type'
  const reason = issue.code === 'invalid_union' ? 'unknown type of line' : issue.message
  return new SeedbedError('INVALID_INPUT', `${field}: ${reason}`, { fields: { [field]: reason } })
}
