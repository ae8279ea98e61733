/** What the two drivers say of a value that another row has already. */
const taken = new Set<unknown>([1062, 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

/**
 * Whether an error means that someone else stored the same code, number or name first: two creations at once that
 * both found it free. Whoever asks again is told what it is.
 */
export function isTaken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { driverError, errno, code } = error as { driverError?: unknown; errno?: unknown; code?: unknown }
  return isTaken(driverError) || taken.has(errno) || taken.has(code)
}
