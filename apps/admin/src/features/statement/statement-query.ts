import { graphql, type ResultOf } from '../../gql/graphql.js'
import { FigureFields } from '../figures/figure-fields.js'

export const StatementQuery = graphql(
  `
    query Statement($id: ID!, $at: Date!, $input: StatementInput!) {
      organization(id: $id, at: $at) {
        id
        at
        statementTemplates {
          id
          version
          code
          title
          validFrom
          validTo
          parts
          organization {
            id
            at
          }
        }
        statement(input: $input) {
          text
          template {
            id
            code
          }
          parts {
            text
            figure {
              ...FigureFields
            }
          }
        }
      }
    }
  `,
  [FigureFields],
)

export type StatementUnit = NonNullable<ResultOf<typeof StatementQuery>['organization']>
export type UnitTemplate = StatementUnit['statementTemplates'][number]
