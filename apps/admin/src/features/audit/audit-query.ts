import { graphql, type ResultOf } from '../../gql/graphql.js'

/** A page of the log as the viewer may read it. */
export const AuditQuery = graphql(`
  query Audit($filter: AuditFilterInput, $first: Int, $after: String) {
    audit(filter: $filter, first: $first, after: $after) {
      edges {
        cursor
        node {
          sequence
          recordedAt
          requestId
          actorKind
          actorName
          origin
          operation
          outcome
          code
          hash
          changes {
            field
            before
            after
          }
          organizations {
            id
            at
            name
          }
          persons {
            id
            fullName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export type AuditRecord = ResultOf<typeof AuditQuery>['audit']['edges'][number]['node']
