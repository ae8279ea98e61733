import { isPrintable } from '../printable.js'

/** What is written into a record: values by name. */
export type Facts = Record<string, unknown>

/** Never written down, whatever it is a field of. */
const secret = /password|passphrase|secret|token|otp|recovery|credential/iu

export function isSecret(name: string): boolean {
  return secret.test(name)
}

/** Written in place of what is personal and not needed to know what was done. */
export const COVERED = '•••'

const longest = { text: 500, list: 20, all: 12_000 }

/** A value as it is written down: long texts cut, long lists counted, secrets left out. */
export function told(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.length > longest.text ? `${value.slice(0, longest.text)}…` : value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value.toISOString()
  if (depth > 6) return COVERED
  if (Array.isArray(value))
    return value.length > longest.list ? { count: value.length } : value.map((one) => told(one, depth + 1))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      isSecret(name) || inner === undefined ? [] : [[name, told(inner, depth + 1)]],
    ),
  )
}

/** JSON of what is told; of too much only how long it would be. */
export function toText(facts: Facts): string {
  const text = JSON.stringify(told(facts))
  return text.length > longest.all ? JSON.stringify({ length: text.length }) : text
}

/** Names of a row that say nothing of what was changed. */
const aside = new Set(['id', 'uid', 'version', 'batch'])

function withoutAside(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !aside.has(name)))
}

/** What differs between two states of a thing; all of it where there is only one. */
export function difference(
  before: Facts | null | undefined,
  after: Facts | null | undefined,
): { before: Facts | null; after: Facts | null } {
  const [old, young] = [before && withoutAside(before), after && withoutAside(after)]
  if (!old || !young) return { before: old ?? null, after: young ?? null }
  const names = [...new Set([...Object.keys(old), ...Object.keys(young)])]
  const changed = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(young[name]))
  const only = (facts: Facts) => Object.fromEntries(changed.map((name) => [name, facts[name] ?? null]))
  return { before: only(old), after: only(young) }
}

/** Both states with the values of those names covered. */
export function coverUp(
  states: { before: Facts | null; after: Facts | null },
  names: readonly string[],
): { before: Facts | null; after: Facts | null } {
  const cover = (facts: Facts | null) =>
    facts &&
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        names.includes(name) && value !== null ? COVERED : value,
      ]),
    )
  return { before: cover(states.before), after: cover(states.after) }
}

/** A short text of a column; what cannot be stored as it is becomes a question mark. */
export function short(text: string, length: number): string {
  return (isPrintable(text) ? text : text.replace(/[\p{Cc}\p{Cs}]/gu, '?')).slice(0, length)
}
