import { graphql } from '../../gql/graphql.js'

/** The units directly below a unit, page by page. */
export const SplitChildrenQuery = graphql(`
  query SplitChildren($id: ID!, $at: Date!, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      children(first: 200, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            at
            name
            code
            cellCount
          }
        }
      }
    }
  }
`)
