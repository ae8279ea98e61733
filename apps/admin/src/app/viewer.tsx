import { useApolloClient } from '@apollo/client/react'
import {
  createContext,
  lazy,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { ErrorState } from '../components/error-state.js'
import { graphql, type ResultOf } from '../gql/graphql.js'
import { failureOf } from '../lib/errors.js'
import { onSessionEnded } from '../lib/session-end.js'

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
      viewerCanReorganize
      viewerCanReadAudit
      viewerCanEditRules
    }
  }
`)

const SignInPage = lazy(async () => ({
  default: (await import('../features/sign-in/sign-in-page.js')).SignInPage,
}))
const SignInAgain = lazy(async () => ({
  default: (await import('../features/sign-in/sign-in-again.js')).SignInAgain,
}))

/** Whoever sits at this browser, and what they may do at some unit. */
export type Viewer = ResultOf<typeof ViewerQuery>['viewer']

interface Session {
  viewer: Viewer
  /** To be called after what changes who sits here, or what they are called. */
  ask: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

/** Who has signed in: not asked yet, nobody, somebody, or no answer. */
type Answer = { viewer: Viewer | null } | { error: unknown } | null

function useAnswer() {
  const client = useApolloClient()
  const [answer, setAnswer] = useState<Answer>(null)
  const [ended, setEnded] = useState(false)
  const before = useRef<Viewer>(undefined)
  const ask = useCallback(async () => {
    try {
      const { data } = await client.query({ query: ViewerQuery, fetchPolicy: 'network-only' })
      if (!data) throw new Error('no answer')
      const { viewer } = data
      const known = before.current
      if (known && known.id !== viewer.id) await client.clearStore()
      before.current = viewer
      setAnswer({ viewer })
      setEnded(viewer.stage !== 'OPEN')
      if (known?.id === viewer.id && viewer.stage === 'OPEN')
        await client.refetchQueries({ include: 'active' }).catch(() => undefined)
    } catch (error) {
      const isNobody = failureOf(error).code === 'UNAUTHENTICATED'
      if (!isNobody) setAnswer((known) => known ?? { error })
      else if (before.current) setEnded(true)
      else setAnswer({ viewer: null })
    }
  }, [client])
  useEffect(() => void ask(), [ask])
  useEffect(() => onSessionEnded(() => setEnded(true)), [])
  return { answer, ended, ask, retry: () => void (setAnswer(null), ask()) }
}

/**
 * Holds the pages back until somebody has signed in, at the address they came for. When the session ends under way
 * the pages stay as they were behind a closed door, and what was typed in them with them, for the same person alone.
 */
export function ViewerProvider({ children }: { children: ReactNode }) {
  const { answer, ended, ask, retry } = useAnswer()
  const viewer = answer && 'viewer' in answer ? answer.viewer : null
  const session = useMemo(() => (viewer ? { viewer, ask } : null), [viewer, ask])
  if (!answer) return <div className="sb-boot" aria-busy="true" />
  if ('error' in answer)
    return (
      <main className="sb-alone">
        <ErrorState error={answer.error} retry={retry} />
      </main>
    )
  if (!session || session.viewer.stage !== 'OPEN')
    return (
      <Suspense fallback={<div className="sb-boot" aria-busy="true" />}>
        <SignInPage stage={session?.viewer.stage} onDone={ask} />
      </Suspense>
    )
  return (
    <SessionContext value={session}>
      <div key={session.viewer.id} className="sb-session">
        {children}
      </div>
      {ended && (
        <Suspense fallback={<div className="sb-door" />}>
          <SignInAgain viewer={session.viewer} onDone={ask} />
        </Suspense>
      )}
    </SessionContext>
  )
}

/** Whoever has signed in. */
export function useViewer(): Viewer {
  return useSession().viewer
}

/** The session: who, and how to ask again. */
export function useSession(): Session {
  const value = use(SessionContext)
  if (!value) throw new Error('ViewerProvider is missing')
  return value
}
