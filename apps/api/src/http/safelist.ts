import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SeedbedError } from '../errors/errors.js'

/** Hashes of the documents that run; null: all do. */
export type Safelist = ReadonlySet<string> | null

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Reads what the build of the web application wrote; without it nothing could run, so the start fails. */
export function readSafelist(file: string): ReadonlySet<string> {
  const { operations } = JSON.parse(readFileSync(file, 'utf8')) as { operations: { hash: string }[] }
  return new Set(operations.map(({ hash }) => hash))
}

/** Whether a document runs: one of the web application's, to the letter. */
export function isSafelisted(list: Safelist, query: unknown): boolean {
  return list === null || (typeof query === 'string' && list.has(hashOf(query)))
}

/** The refusal of every other one. */
export function notSafelisted(): SeedbedError {
  return new SeedbedError('FORBIDDEN', 'Only operations of the web application run here')
}
