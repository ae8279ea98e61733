import { graphql, type ResultOf } from '../../gql/graphql.js'

/** The persons of a split cell with the successor that each of them was assigned to. */
export const SplitPersonsQuery = graphql(`
  query SplitPersons($operationId: ID!, $unassigned: Boolean, $after: String) {
    splitPersons(operationId: $operationId, unassigned: $unassigned, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          successor
          byRule
          person {
            id
            fullName
            birthDate
            female
            ethnicity
          }
        }
      }
    }
  }
`)

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

export const AssignPersonsMutation = graphql(`
  mutation AssignPersons($id: ID!, $version: Int!, $operationId: ID!, $personIds: [ID!]!, $successor: Int) {
    assignPersons(
      id: $id
      version: $version
      operationId: $operationId
      personIds: $personIds
      successor: $successor
    ) {
      id
      version
    }
  }
`)

export const AssignByRuleMutation = graphql(`
  mutation AssignPersonsByRule($id: ID!, $version: Int!, $operationId: ID!, $rules: [ShareRuleInput!]!) {
    assignPersonsByRule(id: $id, version: $version, operationId: $operationId, rules: $rules) {
      id
      version
    }
  }
`)

export type SplitPerson = ResultOf<typeof SplitPersonsQuery>['splitPersons']['edges'][number]['node']
