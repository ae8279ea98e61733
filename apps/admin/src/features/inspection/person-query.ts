import { graphql, type ResultOf } from '../../gql/graphql.js'

/** A page of the persons who fulfil a question. */
export const FindPersonsQuery = graphql(`
  query AskPersons($query: PersonQueryInput!, $first: Int!, $after: String) {
    findPersons(query: $query, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          on
          recordedOn
          lag
          stage
          certifiedOn
          certificateExpiresOn
          person {
            id
            fullName
          }
          organization {
            id
            at
            name
          }
        }
      }
    }
  }
`)

export type FoundPersons = ResultOf<typeof FindPersonsQuery>['findPersons']
export type FoundPerson = FoundPersons['edges'][number]['node']
