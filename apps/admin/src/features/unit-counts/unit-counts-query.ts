import { graphql } from '../../gql/graphql.js'
import { FigureFields } from '../figures/figure-fields.js'

/** How many units of each tier stand below, and what changed that within the period. */
export const UnitCountsQuery = graphql(`
  query UnitCounts($id: ID!, $at: Date!, $from: Date!) {
    tiers {
      code
      labelVi
      labelEn
      rank
    }
    organization(id: $id, at: $at) {
      id
      at
      unitCounts(at: $at, by: [TIER]) {
        tier
        count
      }
      unitMovements(from: $from, asOf: $at, by: [TIER]) {
        act
        tier
        count
      }
    }
  }
`)

const ShareFields = graphql(
  `
    fragment ShareFields on UnitShare @_unmask {
      condition
      all
      fulfilling
      notFulfilling
      notCounted
      notCountedWhy
      denominatorName
      denominatorNameEn
      share {
        ...FigureFields
      }
    }
  `,
  [FigureFields],
)

/** The shares that the overview shows. */
export const UnitSharesQuery = graphql(
  `
    query UnitShares(
      $id: ID!
      $at: Date!
      $admitted: UnitConditionInput!
      $reached: UnitConditionInput!
      $nobody: UnitConditionInput!
    ) {
      organization(id: $id, at: $at) {
        id
        at
        admitted: unitShare(input: $admitted) {
          ...ShareFields
        }
        reached: unitShare(input: $reached) {
          ...ShareFields
        }
        nobody: unitShare(input: $nobody) {
          ...ShareFields
        }
      }
    }
  `,
  [ShareFields],
)

/** One condition with the units of one part of the answer. */
export const UnitShareQuery = graphql(
  `
    query UnitShare($id: ID!, $at: Date!, $input: UnitConditionInput!, $part: UnitPart!, $after: String) {
      organization(id: $id, at: $at) {
        id
        at
        unitShare(input: $input) {
          ...ShareFields
          units(part: $part, first: 50, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                organization {
                  id
                  at
                  name
                }
                figures {
                  ...FigureFields
                }
                before {
                  indicator
                  numerator
                }
              }
            }
          }
        }
      }
    }
  `,
  [ShareFields, FigureFields],
)

/** What changed the number of units, with the units. */
export const UnitMovementsQuery = graphql(`
  query UnitMovements($id: ID!, $at: Date!, $from: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      unitMovements(from: $from, asOf: $at) {
        act
        tier
        reason
        count
        units(first: 50) {
          totalCount
          edges {
            node {
              on
              organization {
                id
                at
                name
              }
            }
          }
        }
      }
    }
  }
`)
