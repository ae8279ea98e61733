import { Mutex } from 'async-mutex'
import type { Database } from '../../database/database.js'
import { ProfileColumns } from './profile-columns.js'

/** A copy with the stamp under which it was read. */
interface Kept {
  label: string
  value: object
  bytes: number
}

/**
 * Copies of parts of the ledger and the tree in the memory of one process, each with the stamp under which it was
 * read. A copy serves only as long as its stamp is the one that stands in the database.
 */
export class ColumnStore {
  /** The least recently used first. */
  private readonly parts = new Map<string, Map<number, Kept>>()
  private partBytes = 0
  /** One after the other reads what is missing, so that many who ask the same cost it once. */
  readonly loading = new Mutex()
  years: { label: string; list: readonly number[] } | undefined
  profiles = new ProfileColumns('')
  /** Questions that need more than may be kept. */
  readonly tooBig = new Set<string>()

  constructor(private readonly limit: number) {}

  /** The copy, if it was read under that stamp. */
  get<Value extends object>(part: string, key: number, label: string): Value | undefined {
    const kept = this.parts.get(part)?.get(key)
    return kept?.label === label ? (kept.value as Value) : undefined
  }

  /** The copy last read, whether it still holds or not. */
  latest<Value extends object>(part: string): Value | undefined {
    return this.parts.get(part)?.get(0)?.value as Value | undefined
  }

  has(part: string): boolean {
    return this.parts.has(part)
  }

  put(part: string, key: number, kept: Kept): void {
    const rows = this.parts.get(part) ?? new Map<number, Kept>()
    this.partBytes += kept.bytes - (rows.get(key)?.bytes ?? 0)
    rows.set(key, kept)
    this.parts.set(part, rows)
  }

  /** Says that parts were used just now. */
  use(parts: readonly string[]): void {
    for (const part of parts) {
      const rows = this.parts.get(part)
      if (!rows) continue
      this.parts.delete(part)
      this.parts.set(part, rows)
    }
  }

  get bytes(): number {
    return this.partBytes + this.profiles.bytes
  }

  /** Forgets the least recently used until what is kept fits; what is needed just now goes last, and then no longer fits. */
  fit(needed: ReadonlySet<string>): boolean {
    for (const part of [...this.parts.keys()]) {
      if (this.bytes <= this.limit) return true
      if (!needed.has(part)) this.forget(part)
    }
    if (this.bytes <= this.limit) return true
    for (const part of needed) this.forget(part)
    return false
  }

  private forget(part: string): void {
    for (const { bytes } of this.parts.get(part)?.values() ?? []) this.partBytes -= bytes
    this.parts.delete(part)
  }
}

const stores = new WeakMap<Database, ColumnStore>()

/** The store of an open database; undefined where nothing may be kept. */
export function storeOf(database: Database): ColumnStore | undefined {
  if (database.columnBytes === 0) return undefined
  const store = stores.get(database) ?? new ColumnStore(database.columnBytes)
  stores.set(database, store)
  return store
}
