import { graphql, type ResultOf } from '../../gql/graphql.js'
import { OperationFragment } from './reorganization-query.js'

/** What a pasted table would add, and every line that is wrong. Nothing is stored. */
export const MappingPreviewQuery = graphql(
  `
    query MappingPreview($id: ID!, $input: MappingInput!) {
      mappingPreview(id: $id, input: $input) {
        rows
        faults {
          line
          field
          refusal {
            code
            vi
            en
          }
        }
        operations {
          ...OperationFields
        }
      }
    }
  `,
  [OperationFragment],
)

export type Preview = ResultOf<typeof MappingPreviewQuery>['mappingPreview']
