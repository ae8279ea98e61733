import { graphql, type ResultOf } from '../../gql/graphql.js'

const AccountFields = graphql(`
  fragment AccountFields on Account @_unmask {
    id
    version
    userName
    name
    disabledAt
    lastSignInAt
    mustChangePassword
    secondFactor
    viewerCanAdminister
    grants {
      id
      version
      role
      onInstallation
      validFrom
      validTo
      active
      viewerCanEnd
      organization {
        id
        at
        name
      }
    }
  }
`)

const SlipFields = graphql(
  `
    fragment SlipFields on PasswordSlip @_unmask {
      password
      validUntil
      account {
        ...AccountFields
      }
    }
  `,
  [AccountFields],
)

/** Accounts below the viewer. */
export const AccountsQuery = graphql(
  `
    query Accounts($filter: AccountFilterInput, $first: Int, $after: String) {
      accounts(filter: $filter, first: $first, after: $after) {
        edges {
          cursor
          node {
            ...AccountFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [AccountFields],
)

export const AccountQuery = graphql(
  `
    query Account($id: ID!) {
      account(id: $id) {
        ...AccountFields
      }
    }
  `,
  [AccountFields],
)

/** What can be granted at a unit. */
export const UnitRolesQuery = graphql(`
  query UnitRoles($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      grantableRoles
    }
  }
`)

/** What can be granted on the whole installation. */
export const InstallationRolesQuery = graphql(`
  query InstallationRoles {
    viewer {
      id
      grantableRoles
    }
  }
`)

/** A unit by the code that a list gives. */
export const UnitOfCodeQuery = graphql(`
  query UnitOfCode($code: String!, $at: Date!) {
    organization(code: $code, at: $at) {
      id
      at
      name
      grantableRoles
    }
  }
`)

export const CreateAccountsMutation = graphql(
  `
    mutation CreateAccounts($input: CreateAccountsInput!) {
      createAccounts(input: $input) {
        ...SlipFields
      }
    }
  `,
  [SlipFields],
)
export const IssuePasswordSlipMutation = graphql(
  `
    mutation IssuePasswordSlip($input: AccountInput!) {
      issuePasswordSlip(input: $input) {
        ...SlipFields
      }
    }
  `,
  [SlipFields],
)
export const RenameAccountMutation = graphql(
  `
    mutation RenameAccount($input: RenameAccountInput!) {
      renameAccount(input: $input) {
        ...AccountFields
      }
    }
  `,
  [AccountFields],
)
export const SetAccountDisabledMutation = graphql(
  `
    mutation SetAccountDisabled($input: SetAccountDisabledInput!) {
      setAccountDisabled(input: $input) {
        ...AccountFields
      }
    }
  `,
  [AccountFields],
)
export const ResetSecondFactorMutation = graphql(
  `
    mutation ResetSecondFactor($input: AccountInput!) {
      resetSecondFactor(input: $input) {
        ...AccountFields
      }
    }
  `,
  [AccountFields],
)
export const CreateGrantMutation = graphql(`
  mutation CreateGrant($input: CreateGrantInput!) {
    createGrant(input: $input) {
      id
      version
    }
  }
`)
export const EndGrantMutation = graphql(`
  mutation EndGrant($input: EndGrantInput!) {
    endGrant(input: $input) {
      id
      version
    }
  }
`)

export type Account = ResultOf<typeof AccountsQuery>['accounts']['edges'][number]['node']
export type AccountGrant = Account['grants'][number]
export type Slip = ResultOf<typeof CreateAccountsMutation>['createAccounts'][number]
