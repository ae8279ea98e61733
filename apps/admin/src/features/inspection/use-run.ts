import { useApolloClient } from '@apollo/client/react'
import type { OrganizationQuery } from '@seedbed/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CountQuery, FindQuery, type FoundUnits } from './query-query.js'

/** Rows that are read at once. */
export const PAGE = 100

/** Where the asking of a question stands. */
export type Run =
  | { phase: 'idle' }
  | { phase: 'counting'; query: OrganizationQuery }
  | { phase: 'reading'; query: OrganizationQuery; found: number }
  | { phase: 'done'; query: OrganizationQuery; answer: FoundUnits; milliseconds: number }
  | { phase: 'cancelled'; query: OrganizationQuery }
  | { phase: 'failed'; query: OrganizationQuery; error: unknown }

/** A request that ends when the signal says so, for the caller and, by the closed connection, in the database too. */
const stoppable = (signal: AbortSignal) => ({
  fetchPolicy: 'no-cache' as const,
  context: { fetchOptions: { signal }, queryDeduplication: false },
})

/** Rejects as soon as the signal comes, whatever the request does. */
async function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true })
  })
  return Promise.race([work, stopped])
}

function useAsking() {
  const client = useApolloClient()
  const count = useCallback(
    async (query: OrganizationQuery, signal: AbortSignal) => {
      const asked = client.query({ query: CountQuery, variables: { query }, ...stoppable(signal) })
      return (await orStopped(asked, signal)).data!.findOrganizations.totalCount
    },
    [client],
  )
  const page = useCallback(
    async (query: OrganizationQuery, after: string | null, signal: AbortSignal, first = PAGE) => {
      const variables = { query, first, after, totals: after === null }
      const asked = client.query({ query: FindQuery, variables, ...stoppable(signal) })
      return (await orStopped(asked, signal)).data!.findOrganizations
    },
    [client],
  )
  return { count, page }
}

/** Asks a question on demand: first how many there are, then the rows; it can be stopped at any time. */
export function useRun() {
  const { count, page } = useAsking()
  const [run, setRun] = useState<Run>({ phase: 'idle' })
  const current = useRef<AbortController>(undefined)
  useEffect(() => () => current.current?.abort(), [])

  const start = useCallback(
    async (query: OrganizationQuery) => {
      current.current?.abort()
      const controller = new AbortController()
      current.current = controller
      const began = performance.now()
      const set = (next: Run) => {
        if (current.current === controller) setRun(next)
      }
      set({ phase: 'counting', query })
      try {
        const found = await count(query, controller.signal)
        set({ phase: 'reading', query, found })
        const answer = await page(query, null, controller.signal)
        set({ phase: 'done', query, answer, milliseconds: performance.now() - began })
      } catch (error) {
        set(controller.signal.aborted ? { phase: 'cancelled', query } : { phase: 'failed', query, error })
      }
    },
    [count, page],
  )
  const more = useCallback(async () => {
    if (run.phase !== 'done') return
    const { signal } = (current.current ??= new AbortController())
    const next = await page(run.query, run.answer.pageInfo.endCursor, signal)
    const edges = [...run.answer.edges, ...next.edges]
    setRun({ ...run, answer: { ...run.answer, pageInfo: next.pageInfo, edges } })
  }, [run, page])
  const stop = useCallback(() => current.current?.abort(), [])
  return { run, start, stop, more }
}

/** The whole answer, page by page: for files. */
export function useWholeAnswer() {
  const { page } = useAsking()
  return useCallback(
    async (query: OrganizationQuery): Promise<FoundUnits> => {
      const { signal } = new AbortController()
      const answer = await page(query, null, signal, 200)
      const edges = [...answer.edges]
      for (let { pageInfo } = answer; pageInfo.hasNextPage;) {
        const next = await page(query, pageInfo.endCursor, signal, 200)
        edges.push(...next.edges)
        pageInfo = next.pageInfo
      }
      return { ...answer, edges }
    },
    [page],
  )
}
