import { ApolloClient, HttpLink, InMemoryCache, type ApolloLink } from '@apollo/client'

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

/** The client of the API. Pages show what is known at once and ask again, so that a written event is in the next answer. */
export function createClient(link: ApolloLink = new HttpLink({ uri: '/graphql' })): ApolloClient {
  return new ApolloClient({
    link,
    cache: cache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })
}
