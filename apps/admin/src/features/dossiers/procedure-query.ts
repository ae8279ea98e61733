import { graphql, type ResultOf } from '../../gql/graphql.js'

export const ProcedureQuery = graphql(`
  query Procedure($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      tier
      viewerCanSetProcedure
      procedureStart {
        on
        ownOn
        version
      }
      delegations {
        id
        version
        from
        to
        note
        document {
          id
          number
        }
      }
    }
  }
`)

export const SetProcedureFromMutation = graphql(`
  mutation SetProcedureFrom($input: SetProcedureFromInput!) {
    setProcedureFrom(input: $input) {
      id
      at
    }
  }
`)

export const SetDelegationMutation = graphql(`
  mutation SetDelegation($input: SetDelegationInput!) {
    setDelegation(input: $input) {
      id
      version
    }
  }
`)

export type ProcedureUnit = NonNullable<ResultOf<typeof ProcedureQuery>['organization']>
export type Delegation = ProcedureUnit['delegations'][number]
