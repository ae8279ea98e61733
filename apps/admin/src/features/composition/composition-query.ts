import { graphql, type ResultOf } from '../../gql/graphql.js'

/** A number of a crossing. */
const CrossCellFields = graphql(`
  fragment CrossCellFields on CrossCell @_unmask {
    row
    column
    count
    text
    share {
      numerator
      denominator
      value
      text
    }
  }
`)

export const CrossTabQuery = graphql(
  `
    query CrossTab($id: ID!, $at: Date!, $input: CrossTabInput!) {
      organization(id: $id, at: $at) {
        id
        at
        name
        crossTab(input: $input) {
          rows {
            code
            label
            labelEn
            total {
              ...CrossCellFields
            }
          }
          columns {
            code
            label
            labelEn
            total {
              ...CrossCellFields
            }
          }
          cells {
            ...CrossCellFields
          }
          total {
            ...CrossCellFields
          }
          unknown
          average {
            numerator
            denominator
            value
            text
          }
        }
      }
    }
  `,
  [CrossCellFields],
)

export const GroupSetsQuery = graphql(`
  query GroupSetNames {
    groupSets {
      id
      name
    }
  }
`)

export const CountedPeopleQuery = graphql(`
  query CountedPeople($id: ID!, $at: Date!, $filter: PeopleFilterInput!, $first: Int!, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      people(filter: $filter, first: $first, after: $after) {
        totalCount
        withoutName
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            on
            person {
              id
              fullName
              birthDate
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
  }
`)

type Answer = NonNullable<ResultOf<typeof CrossTabQuery>['organization']>
export type CrossTab = Answer['crossTab']
export type CrossCell = CrossTab['cells'][number]
export type CrossCategory = CrossTab['rows'][number]
