import { AsyncLocalStorage } from 'node:async_hooks'

/** The id of the request in whose course this code runs; it is in the answer, in the log and in internal errors. */
const current = new AsyncLocalStorage<string>()

export function runWithRequestId<T>(requestId: string, work: () => T): T {
  return current.run(requestId, work)
}

export function currentRequestId(): string {
  return current.getStore() ?? 'local'
}
