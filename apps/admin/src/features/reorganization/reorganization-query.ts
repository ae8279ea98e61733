import { graphql, type FragmentOf, type ResultOf } from '../../gql/graphql.js'

/** Operations that are fetched at a time. */
export const OPERATIONS_PAGE = 100

export const HeaderFragment = graphql(`
  fragment ReorganizationHeader on Reorganization @_unmask {
    id
    version
    status
    title
    decisionNumber
    signatory
    signedOn
    effectiveOn
    targetRule
    note
    appliedAt
    undoneAt
    operationCount
    organization {
      id
      at
      name
      viewerCanReorganize
    }
    document {
      id
      number
      title
    }
  }
`)

const UnitFragment = graphql(`
  fragment OperationUnitFields on OperationUnit @_unmask {
    ref
    organization {
      id
      at
      name
      code
      tier
      holdsMembers
    }
  }
`)

const NewUnitFragment = graphql(
  `
    fragment NewUnitFields on NewUnit @_unmask {
      ref
      code
      name
      tier
      kind
      sector
      parent {
        ...OperationUnitFields
      }
    }
  `,
  [UnitFragment],
)

export const OperationFragment = graphql(
  `
    fragment OperationFields on ReorganizationOperation @_unmask {
      id
      position
      kind
      name
      code
      tier
      unitKind
      sector
      reason
      targetRule
      restToPrincipal
      note
      units {
        ...OperationUnitFields
      }
      parent {
        ...OperationUnitFields
      }
      newUnit {
        ...NewUnitFields
      }
      successors {
        position
        extent
        principal
        unit {
          ...OperationUnitFields
        }
        newUnit {
          ...NewUnitFields
        }
        children {
          ...OperationUnitFields
        }
      }
    }
  `,
  [UnitFragment, NewUnitFragment],
)

/** A reorganization with the first of its operations; the others follow page by page. */
export const ReorganizationQuery = graphql(
  `
    query Reorganization($id: ID!, $first: Int!, $after: String) {
      reorganization(id: $id) {
        ...ReorganizationHeader
        operations(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              ...OperationFields
              work {
                persons
                assigned
                unnamed
              }
            }
          }
        }
      }
    }
  `,
  [HeaderFragment, OperationFragment],
)

export const ReorganizationsQuery = graphql(
  `
    query Reorganizations($status: ReorganizationStatus, $organizationId: ID, $after: String) {
      reorganizations(status: $status, organizationId: $organizationId, first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...ReorganizationHeader
          }
        }
      }
    }
  `,
  [HeaderFragment],
)

export type Header = FragmentOf<typeof HeaderFragment>
/** Whether its operations can be changed by whoever looks at it. */
export function canChange({ status, organization }: Header): boolean {
  return status === 'DRAFT' && organization?.viewerCanReorganize === true
}

export type Operation = FragmentOf<typeof OperationFragment>
export type OperationUnit = Operation['units'][number]
export type NewUnit = NonNullable<Operation['newUnit']>
export type Successor = Operation['successors'][number]
export type Reorganization = ResultOf<typeof ReorganizationQuery>['reorganization']
export type ListedOperation = Reorganization['operations']['edges'][number]['node']
