import { graphql, type VariablesOf } from '../../gql/graphql.js'
import { HeaderFragment } from './reorganization-query.js'

export const CreateMutation = graphql(
  `
    mutation CreateReorganization($input: ReorganizationInput!) {
      createReorganization(input: $input) {
        ...ReorganizationHeader
      }
    }
  `,
  [HeaderFragment],
)

export const UpdateMutation = graphql(
  `
    mutation UpdateReorganization($id: ID!, $version: Int!, $input: ReorganizationInput!) {
      updateReorganization(id: $id, version: $version, input: $input) {
        ...ReorganizationHeader
      }
    }
  `,
  [HeaderFragment],
)

export const DeleteMutation = graphql(`
  mutation DeleteReorganization($id: ID!, $version: Int!) {
    deleteReorganization(id: $id, version: $version)
  }
`)

export const AddOperationsMutation = graphql(`
  mutation AddOperations($input: OperationsInput!) {
    addOperations(input: $input) {
      id
      version
      operationCount
    }
  }
`)

export const ChangeOperationMutation = graphql(`
  mutation ChangeOperation($id: ID!, $version: Int!, $operationId: ID!, $operation: OperationInput!) {
    changeOperation(id: $id, version: $version, operationId: $operationId, operation: $operation) {
      id
      version
      operationCount
    }
  }
`)

export const RemoveOperationsMutation = graphql(`
  mutation RemoveOperations($id: ID!, $version: Int!, $operationIds: [ID!]!) {
    removeOperations(id: $id, version: $version, operationIds: $operationIds) {
      id
      version
      operationCount
    }
  }
`)

export const AddMappingMutation = graphql(`
  mutation AddMapping($id: ID!, $version: Int!, $input: MappingInput!) {
    addMapping(id: $id, version: $version, input: $input) {
      id
      version
      operationCount
    }
  }
`)

export const ApplyMutation = graphql(
  `
    mutation ApplyReorganization($id: ID!, $version: Int!) {
      applyReorganization(id: $id, version: $version) {
        ...ReorganizationHeader
      }
    }
  `,
  [HeaderFragment],
)

export const UndoMutation = graphql(
  `
    mutation UndoReorganization($id: ID!, $version: Int!) {
      undoReorganization(id: $id, version: $version) {
        ...ReorganizationHeader
      }
    }
  `,
  [HeaderFragment],
)

export type OperationInput = VariablesOf<typeof ChangeOperationMutation>['operation']
export type NewUnitInput = NonNullable<OperationInput['newUnit']>
export type UnitRefInput = NonNullable<OperationInput['parent']>
