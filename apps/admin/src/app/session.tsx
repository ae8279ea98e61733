import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { createContext, lazy, Suspense, use, useEffect, useMemo, type ReactNode } from 'react'
import { ErrorState } from '../components/error-state.js'
import { graphql } from '../gql/graphql.js'
import { failureOf } from '../lib/errors.js'
import { SESSION_ENDED } from './apollo.js'

const SignIn = lazy(async () => ({ default: (await import('../features/accounts/sign-in.js')).SignIn }))
const NewPassword = lazy(async () => ({
  default: (await import('../features/accounts/new-password.js')).NewPassword,
}))

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      id
      userName
      name
      stage
      viewerCanReadFigures
      viewerCanReadPeople
      viewerCanAdministerAccounts
      viewerCanReadAudit
    }
  }
`)

const SignOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`)

/** Who has signed in, and what they may do somewhere at all. */
export interface Viewer {
  name: string
  userName: string
  viewerCanReadFigures: boolean
  viewerCanReadPeople: boolean
  viewerCanAdministerAccounts: boolean
  viewerCanReadAudit: boolean
}

interface Session {
  viewer: Viewer
  signOut: () => void
}

const boot = <div className="sb-boot" aria-busy="true" />

const SessionContext = createContext<Session | null>(null)

/**
 * Asks who has signed in and holds back the application until somebody has: nothing of it is asked or shown before.
 * When a session ends, the next refusal leads back here; the address stays.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useApolloClient()
  const { data, error, refetch } = useQuery(ViewerQuery, { fetchPolicy: 'network-only' })
  const [signOut] = useMutation(SignOutMutation)
  const viewer = error ? undefined : data?.viewer
  useEffect(() => {
    const again = () => void client.clearStore().then(() => refetch().catch(() => undefined))
    window.addEventListener(SESSION_ENDED, again)
    return () => window.removeEventListener(SESSION_ENDED, again)
  }, [client, refetch])
  const session = useMemo<Session | null>(
    () =>
      viewer
        ? {
            viewer,
            signOut: () => void signOut().finally(() => window.dispatchEvent(new Event(SESSION_ENDED))),
          }
        : null,
    [viewer, signOut],
  )
  const entered = () => void refetch().catch(() => undefined)
  if (error && failureOf(error).code === 'UNAUTHENTICATED') {
    return (
      <Suspense fallback={boot}>
        <SignIn onDone={entered} />
      </Suspense>
    )
  }
  if (error) {
    return (
      <main className="sb-alone">
        <ErrorState error={error} retry={entered} />
      </main>
    )
  }
  if (!viewer || !session) return boot
  if (viewer.stage === 'NEW_PASSWORD') {
    return (
      <Suspense fallback={boot}>
        <NewPassword userName={viewer.userName} onDone={entered} />
      </Suspense>
    )
  }
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who has signed in. */
export function useSession(): Session {
  const value = use(SessionContext)
  if (!value) throw new Error('SessionProvider is missing')
  return value
}
