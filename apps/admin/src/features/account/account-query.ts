import { graphql, type ResultOf } from '../../gql/graphql.js'

/** All there is to one's own account. */
export const OwnAccountQuery = graphql(`
  query OwnAccount {
    viewer {
      id
      userName
      name
      secondFactor
      recoveryCodesLeft
      grants {
        id
        role
        onInstallation
        validFrom
        validTo
        active
        organization {
          id
          at
          name
        }
      }
      sessions {
        id
        startedAt
        seenAt
        expiresAt
        address
        agent
        current
      }
      accessTokens {
        id
        name
        anyOperation
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        active
        grant {
          id
          role
          onInstallation
          organization {
            id
            at
            name
          }
        }
      }
    }
  }
`)

export type OwnAccount = ResultOf<typeof OwnAccountQuery>['viewer']
export type OwnGrant = OwnAccount['grants'][number]
export type OwnToken = OwnAccount['accessTokens'][number]

export const StartSecondFactorMutation = graphql(`
  mutation StartSecondFactor($password: String!) {
    startSecondFactor(password: $password) {
      secret
      uri
    }
  }
`)
export const EnableSecondFactorMutation = graphql(`
  mutation EnableSecondFactor($code: String!) {
    enableSecondFactor(code: $code)
  }
`)
export const DisableSecondFactorMutation = graphql(`
  mutation DisableSecondFactor($password: String!) {
    disableSecondFactor(password: $password)
  }
`)
export const RenewRecoveryCodesMutation = graphql(`
  mutation RenewRecoveryCodes($password: String!) {
    renewRecoveryCodes(password: $password)
  }
`)
export const EndSessionMutation = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`)
export const EndOtherSessionsMutation = graphql(`
  mutation EndOtherSessions {
    endOtherSessions
  }
`)
export const CreateAccessTokenMutation = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      token
      accessToken {
        id
        name
      }
    }
  }
`)
export const RevokeAccessTokenMutation = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    revokeAccessToken(id: $id) {
      id
      revokedAt
      active
    }
  }
`)
