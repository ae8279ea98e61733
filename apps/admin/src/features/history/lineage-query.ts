import { graphql, type ResultOf } from '../../gql/graphql.js'

const RelativeFragment = graphql(`
  fragment Relative on Organization @_unmask {
    id
    at
    name
    validFrom
    validTo
  }
`)

/** What a unit was formed from, what became of it, and the whole graph around it. */
export const LineageQuery = graphql(
  `
    query Lineage($id: ID!, $at: Date!) {
      organization(id: $id, at: $at) {
        id
        at
        formedFrom {
          on
          kind
          extent
          organization {
            ...Relative
          }
        }
        becameOf {
          on
          kind
          extent
          organization {
            ...Relative
          }
        }
        lineage {
          complete
          nodes {
            ...Relative
          }
          edges {
            from
            to
            on
            kind
            extent
            principal
          }
        }
      }
    }
  `,
  [RelativeFragment],
)

export type UnitLineage = NonNullable<ResultOf<typeof LineageQuery>['organization']>
export type Succession = UnitLineage['becameOf'][number]
export type Lineage = UnitLineage['lineage']
export type LineageUnit = Lineage['nodes'][number]
