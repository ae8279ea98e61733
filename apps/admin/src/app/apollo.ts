import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { ErrorLink } from '@apollo/client/link/error'
import { failureOf } from '../lib/errors.js'
import { tellSessionEnded } from '../lib/session-end.js'

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

const sessionEnds = new Set(['SIGN_IN_FIRST', 'NEW_PASSWORD_FIRST'])

/** A refusal because nobody is signed in (any more) is told to whoever shows the way in. */
function watchSession(): ApolloLink {
  return new ErrorLink(({ error }) => {
    if (sessionEnds.has(failureOf(error).reason?.key ?? '')) tellSessionEnded()
  })
}

/** The client of the API. Pages show what is known at once and ask again, so that a written event is in the next answer. */
export function createClient(link: ApolloLink = new HttpLink({ uri: '/graphql' })): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([watchSession(), link]),
    cache: cache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })
}
