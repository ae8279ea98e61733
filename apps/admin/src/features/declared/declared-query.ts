import { graphql, type ResultOf } from '../../gql/graphql.js'
import { FigureFields } from '../figures/figure-fields.js'

/** What offices state of a unit, beside what is recorded. */
export const DeclaredQuery = graphql(
  `
    query Declared($id: ID!, $at: Date!) {
      organization(id: $id, at: $at) {
        id
        at
        name
        declaredFigures(asOf: $at) {
          id
          version
          indicator
          from
          asOf
          count
          qualifier
          printedPercentage
          note
          correctedOn
          correctionReason
          difference
          document {
            id
            number
            title
          }
          recorded {
            ...FigureFields
          }
        }
        documents {
          id
          number
          title
        }
        ancestors {
          id
          at
          documents {
            id
            number
            title
          }
        }
      }
    }
  `,
  [FigureFields],
)

export type DeclaredUnit = NonNullable<ResultOf<typeof DeclaredQuery>['organization']>
export type Declared = DeclaredUnit['declaredFigures'][number]
