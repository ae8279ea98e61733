/**
 * What was typed and not yet recorded, kept in this browser for one account and one unit, so that it outlives a lost
 * network, a closed browser and an idle timeout. A draft holds days, numbers and ids, never a name or another personal
 * value (docs/adr/0054). Signing out removes every draft of the account.
 */
const PREFIX = 'seedbed-draft'

/** The place of a draft. */
export const draftKey = (account: string, unit: string, what: string): string =>
  [PREFIX, account, unit, what].join(' ')

/** A draft with the instant of its last change (ISO 8601). */
export interface Kept<T> {
  at: string
  value: T
}

/** The draft at a place; null for none, and for one that cannot be read. */
export function readDraft<T>(key: string): Kept<T> | null {
  try {
    const text = window.localStorage.getItem(key)
    const kept = text === null ? null : (JSON.parse(text) as Partial<Kept<T>> | null)
    return kept?.at && kept.value ? { at: kept.at, value: kept.value } : null
  } catch {
    return null
  }
}

/** Keeps a draft; a browser without room or storage keeps none, and typing goes on. */
export function keepDraft<T>(key: string, value: T, at = new Date().toISOString()): void {
  try {
    window.localStorage.setItem(key, JSON.stringify({ at, value }))
  } catch {
    /* private browsing or a full disk: the form itself still holds what was typed */
  }
}

/** Removes a draft that has been recorded or thrown away. */
export function dropDraft(key: string): void {
  try {
    window.localStorage.removeItem(key)
  } catch {
    /* nothing was kept */
  }
}

/** Removes every draft of an account. */
export function dropDraftsOf(account: string): void {
  try {
    const own = `${PREFIX} ${account} `
    const keys = Array.from({ length: window.localStorage.length }, (_, at) => window.localStorage.key(at))
    for (const key of keys) if (key?.startsWith(own)) window.localStorage.removeItem(key)
  } catch {
    /* nothing was kept */
  }
}
