import { graphql, type ResultOf } from '../../gql/graphql.js'
import { FigureFields } from './figure-fields.js'

/** The children with their figures, their totals, and the unit's own figures to hold against them. */
export const UnitsQuery = graphql(
  `
    query Units(
      $id: ID!
      $at: Date!
      $input: FiguresInput!
      $orderBy: FigureOrderInput
      $first: Int!
      $after: String
    ) {
      organization(id: $id, at: $at) {
        id
        at
        name
        rounding {
          mode
          decimals
        }
        figures(input: $input) {
          ...FigureFields
        }
        childFigures(input: $input, orderBy: $orderBy, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          total {
            ...FigureFields
          }
          edges {
            cursor
            node {
              row
              until
              organization {
                id
                at
                name
                holdsMembers
              }
              figures {
                ...FigureFields
              }
            }
          }
        }
      }
    }
  `,
  [FigureFields],
)

/** Admissions of the children a year ago; apart, because young units have none. */
export const UnitsLastYearQuery = graphql(`
  query UnitsLastYear($id: ID!, $at: Date!, $input: FiguresInput!) {
    organization(id: $id, at: $at) {
      id
      at
      lastYear: childFigures(input: $input, first: 200) {
        total {
          indicator
          numerator
        }
        edges {
          node {
            row
            organization {
              id
              at
            }
            figures {
              indicator
              numerator
            }
          }
        }
      }
    }
  }
`)

export type UnitsAnswer = NonNullable<ResultOf<typeof UnitsQuery>['organization']>
export type UnitRow = UnitsAnswer['childFigures']['edges'][number]['node']

function isEmpty(row: UnitRow): boolean {
  return row.figures.every(({ numerator }) => !numerator)
}

/** The rows worth a line: all units, and what is directly at the unit only where something is. */
export function rowsToShow(unit: UnitsAnswer): UnitRow[] {
  return unit.childFigures.edges
    .map(({ node }) => node)
    .filter((row) => row.row !== 'DIRECT' || !isEmpty(row))
}

/** How many units stand in the rows; the API counts "directly at the unit" and the ended units as rows too. */
export function unitCount(unit: UnitsAnswer): number {
  const { edges, pageInfo, totalCount } = unit.childFigures
  const others = edges.filter(({ node }) => node.row !== 'UNIT').length
  return totalCount - (pageInfo.hasNextPage ? Math.max(1, others) : others)
}
