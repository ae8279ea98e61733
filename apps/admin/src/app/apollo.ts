import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { failureOf } from '../lib/errors.js'

/** A unit is itself only together with the day on which it is shown: names and parents change over time. */
function cache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Organization: {
        keyFields: ({ id, at }) =>
          typeof id === 'string' && typeof at === 'string' ? `Organization:${id}:${at}` : false,
      },
      // The lists of one answer are read one by one.
      UnitShare: { merge: true },
      Query: { fields: { organization: { merge: true } } },
    },
  })
}

/** The event of the window that tells that the session has ended. */
export const SESSION_ENDED = 'seedbed-session-ended'

/** Operations that ask whether somebody has signed in, or do so: their refusals are answers. */
const atTheDoor = new Set(['Viewer', 'SignIn', 'ConfirmSecondFactor'])

/** Whoever is refused in the middle of work has to sign in again: the session ended, here or elsewhere. */
const endOfSession = new ErrorLink(({ error, operation }) => {
  if (atTheDoor.has(operation.operationName ?? '')) return
  const { code, reason } = failureOf(error)
  if (code === 'UNAUTHENTICATED' || reason?.key === 'NEW_PASSWORD_FIRST')
    window.dispatchEvent(new Event(SESSION_ENDED))
})

/** The client of the API. Pages show what is known at once and ask again, so that a written event is in the next answer. */
export function createClient(link: ApolloLink = new HttpLink({ uri: '/graphql' })): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([endOfSession, link]),
    cache: cache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })
}
