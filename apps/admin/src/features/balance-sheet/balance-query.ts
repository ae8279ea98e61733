import { graphql, type ResultOf } from '../../gql/graphql.js'

export const BalanceQuery = graphql(`
  query Balance($id: ID!, $at: Date!, $input: BalanceSheetInput!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      balanceSheet(input: $input) {
        openingOn
        opening
        closing
        declaredClosing
        unexplained
        lines {
          id
          label
          labelEn
          note
          noteEn
          sign
          count
          indicator
          side
        }
      }
    }
  }
`)

/** The units behind one of the two lines of reorganization. */
export const BalanceUnitsQuery = graphql(`
  query BalanceUnits(
    $id: ID!
    $at: Date!
    $input: BalanceSheetInput!
    $side: UnitSide!
    $first: Int!
    $after: String
  ) {
    organization(id: $id, at: $at) {
      id
      at
      balanceUnits(input: $input, side: $side, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            on
            members
            organization {
              id
              at
              name
            }
            superior {
              id
              at
              name
            }
          }
        }
      }
    }
  }
`)

type Unit = NonNullable<ResultOf<typeof BalanceQuery>['organization']>
export type BalanceSheet = Unit['balanceSheet']
export type BalanceLine = BalanceSheet['lines'][number]
