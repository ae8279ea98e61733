import { useApolloClient } from '@apollo/client/react'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'

const DataVersionContext = createContext<{ version: number; bump: () => void }>({
  version: 0,
  bump: () => {},
})

/** Counts the writes of this browser, so that what is not held by a query (the tree) asks again. */
export function DataVersionProvider({ children }: { children: ReactNode }) {
  const [version, setVersion] = useState(0)
  const value = useMemo(() => ({ version, bump: () => setVersion((n) => n + 1) }), [version])
  return <DataVersionContext value={value}>{children}</DataVersionContext>
}

/** Changes after every write. */
export function useDataVersion(): number {
  return use(DataVersionContext).version
}

/** To be called after a write: every figure in sight asks again. */
export function useAfterWrite(): () => Promise<void> {
  const client = useApolloClient()
  const { bump } = use(DataVersionContext)
  return useCallback(async () => {
    bump()
    await client.refetchQueries({ include: 'active' }).catch(() => undefined)
  }, [client, bump])
}
