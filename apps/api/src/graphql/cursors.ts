import { LIMITS } from '@seedbed/shared'
import { invalidInput } from '../errors/errors.js'

/** What one part of a cursor's key must be; with a question mark it may also be null. */
export type KeyPart = 'string' | 'number' | 'string?' | 'number?'

type PartValue<Part extends KeyPart> = {
  string: string
  number: number
  'string?': string | null
  'number?': number | null
}[Part]

/** The sort key of the last row of a page: what the next page begins after. */
export type CursorKey<Shape extends readonly KeyPart[] = readonly KeyPart[]> = {
  -readonly [Index in keyof Shape]: PartValue<Shape[Index]>
}

/** One page as a repository wants it: read `limit + 1` rows after the key. */
export interface Page<Shape extends readonly KeyPart[] = readonly KeyPart[]> {
  limit: number
  after?: CursorKey<Shape>
}

const longestCursor = 2_000

/** An opaque cursor over the sort key of a row. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

function isPart(value: unknown, part: KeyPart): boolean {
  if (value === null) return part.endsWith('?')
  if (part.startsWith('number')) return typeof value === 'number' && Number.isFinite(value)
  return typeof value === 'string' && !value.includes('\0')
}

function parse(cursor: string): unknown {
  if (cursor.length > longestCursor || !/^[\w-]+$/u.test(cursor)) return undefined
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** The sort key in a cursor; one that this list did not hand out is INVALID_INPUT, field `after`. */
export function decodeCursor<const Shape extends readonly KeyPart[]>(
  cursor: string,
  shape: Shape,
): CursorKey<Shape> {
  const key = parse(cursor)
  if (Array.isArray(key) && key.length === shape.length && shape.every((part, i) => isPart(key[i], part)))
    return key as unknown as CursorKey<Shape>
  throw invalidInput('after', 'is not a cursor of this list')
}

/**
 * Checks `first` (1 to LIMITS.pageSize, default LIMITS.defaultPageSize) and `after` (a cursor whose key has the
 * given shape, by default text and number); refuses with INVALID_INPUT on the field.
 */
export function pageArgs<const Shape extends readonly KeyPart[] = ['string', 'number']>(
  first?: number | null,
  after?: string | null,
  shape: Shape = ['string', 'number'] as unknown as Shape,
): Page<Shape> {
  const limit = first ?? LIMITS.defaultPageSize
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMITS.pageSize)
    throw invalidInput('first', `must be between 1 and ${LIMITS.pageSize}`)
  if (after === undefined || after === null) return { limit }
  return { limit, after: decodeCursor(after, shape) }
}
