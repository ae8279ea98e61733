import { expect } from 'vitest'

/** Any text, inside an expected object. */
export const anyText: unknown = expect.any(String)

/** A text that holds another, inside an expected object. */
export function textWith(part: string): unknown {
  return expect.stringContaining(part)
}
