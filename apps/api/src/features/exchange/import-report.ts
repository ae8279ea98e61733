import type { ErrorCode } from '@seedbed/shared'
import { SeedbedError } from '../../errors/errors.js'
import type { ImportLine } from './import-format.js'

/** One thing that is wrong with a line. */
export interface ImportFault {
  /** Number of the line in the file, from 1; 0: the file as a whole. */
  line: number
  code: ErrorCode
  message: string
  field?: string
  /** DATE_OUT_OF_RANGE: first and last day of the unit. */
  since?: string
  until?: string
}

/** What an import did, or would do (dry run), or why it did nothing. */
export interface ImportReport {
  /** By this the import can be undone; null if nothing was written. */
  batch: string | null
  dryRun: boolean
  lines: number
  counts: Partial<Record<ImportLine['type'], number>>
  errors: ImportFault[]
}

/** The services speak of ids where a line has codes and references. */
const fieldOfLine: Readonly<Record<string, string>> = {
  organizationId: 'organization',
  toOrganizationId: 'toOrganization',
  personId: 'person',
}

/**
 * Collects what is wrong, line by line. What a faulty line would have brought is remembered, so that the lines
 * that build on it are passed over: each mistake is told once.
 */
export class Faults {
  readonly all: ImportFault[] = []
  readonly codes = new Set<string>()
  readonly refs = new Set<string>()

  /** The same, to go on with: a unit of work may run more than once. */
  copy(): Faults {
    const copy = new Faults()
    copy.all.push(...this.all)
    for (const code of this.codes) copy.codes.add(code)
    for (const ref of this.refs) copy.refs.add(ref)
    return copy
  }

  add(line: number, error: SeedbedError): void {
    const { fields, since, until } = error.details
    const named = Object.keys(fields ?? {})[0]
    const field = named === undefined ? undefined : (fieldOfLine[named] ?? named)
    this.all.push({
      line,
      code: error.code,
      message: named && field ? error.message.replace(`${named}:`, `${field}:`) : error.message,
      ...(field === undefined ? {} : { field }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    })
  }

  /** Takes a refusal; any other error is a fault of ours and goes on. */
  addThrown(line: number, error: unknown): void {
    if (!(error instanceof SeedbedError)) throw error
    this.add(line, error)
  }

  /** Runs one line's work; a refusal is collected, with what the line would have brought. */
  attempt<T>(line: number, data: unknown, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.poison(data)
      this.addThrown(line, error)
      return undefined
    }
  }

  poison(data: unknown): void {
    const { code, ref } = (data ?? {}) as { code?: unknown; ref?: unknown }
    if (typeof code === 'string') this.codes.add(code)
    if (typeof ref === 'string') this.refs.add(ref)
  }

  inOrder(): ImportFault[] {
    return [...this.all].sort((a, b) => a.line - b.line)
  }
}
