import { isDay } from '@seedbed/shared'
import { formatDay } from '../../lib/format.js'
import type { AuditRecord } from './audit-query.js'

/** The words of a value: known things by name, days as they are written here, lists by their length. */
export interface Words {
  yes: string
  no: string
  rows: (count: number) => string
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Names of the units and persons that a record concerns, by their ids. */
export function namesOf({ organizations, persons }: AuditRecord): ReadonlyMap<string, string> {
  return new Map([
    ...organizations.map(({ id, name }) => [id, name] as const),
    ...persons.map(({ id, fullName }) => [id, fullName] as const),
  ])
}

function tell(value: unknown, names: ReadonlyMap<string, string>, words: Words): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return names.get(value) ?? (isDay(value) ? formatDay(value) : value)
  if (Array.isArray(value)) return value.map((one) => tell(one, names, words)).join('; ')
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only?.[0] === 'count' && typeof only[1] === 'number') return words.rows(only[1])
  return entries.map(([name, inner]) => `${name}: ${tell(inner, names, words)}`).join(', ')
}

/** What stands in a field of a record, for people; a dash for nothing. */
export function toldValue(text: string | null, names: ReadonlyMap<string, string>, words: Words): string {
  return text === null ? '–' : tell(parsed(text), names, words)
}
