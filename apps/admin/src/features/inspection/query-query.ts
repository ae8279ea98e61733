import { graphql, type ResultOf } from '../../gql/graphql.js'
import { FigureFields } from '../figures/figure-fields.js'

/** How many units fulfil a question: told before any row is read. */
export const CountQuery = graphql(`
  query CountOrganizations($query: OrganizationQueryInput!) {
    findOrganizations(query: $query, first: 1) {
      totalCount
      asked
    }
  }
`)

/** A page of the answer with the totals of all of it. */
export const FindQuery = graphql(
  `
    query FindOrganizations(
      $query: OrganizationQueryInput!
      $first: Int!
      $after: String
      $totals: Boolean!
    ) {
      findOrganizations(query: $query, first: $first, after: $after) {
        totalCount
        asked
        pageInfo {
          hasNextPage
          endCursor
        }
        total @include(if: $totals) {
          indicator
          withheld
          figure {
            ...FigureFields
          }
        }
        edges {
          cursor
          node {
            organization {
              id
              at
              name
              code
              holdsMembers
              parent {
                id
                at
                name
              }
            }
            figures {
              ...FigureFields
            }
          }
        }
      }
    }
  `,
  [FigureFields],
)

/** What it would cost, told while the question is being made. */
export const EstimateQuery = graphql(`
  query EstimateQuery($query: OrganizationQueryInput!) {
    queryEstimate(query: $query) {
      asked
      cost
      limit
    }
  }
`)

/** Groups of units beside the hierarchy, to choose from. */
export const QueryGroupsQuery = graphql(`
  query QueryGroups($at: Date!) {
    groupSets(at: $at) {
      id
      name
      groups {
        id
        name
      }
    }
  }
`)

/** What a unit of a question is called. */
export const UnitNameQuery = graphql(`
  query QueryUnitName($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      name
    }
  }
`)

export type FoundUnits = ResultOf<typeof FindQuery>['findOrganizations']
export type FoundUnit = FoundUnits['edges'][number]['node']
