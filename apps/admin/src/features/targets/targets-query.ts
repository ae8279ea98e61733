import { graphql, type ResultOf } from '../../gql/graphql.js'

/** The targets of a unit for a year, how far each has come, and how each came to be. */
export const OwnTargetsQuery = graphql(`
  query OwnTargets($id: ID!, $at: Date!, $input: CompletionInput!, $year: Int!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      viewerCanAssignTargets
      viewerCanRegisterTargets
      viewerCanUnlockTargets
      documents {
        id
        number
        title
        signedOn
      }
      ancestors {
        id
        at
        documents {
          id
          number
          title
          signedOn
        }
      }
      targetLocks {
        id
        year
        lockedAt
        lockedBy
        reason
        unlockedAt
        unlockedBy
        unlockReason
      }
      targetRegistration(year: $year) {
        year
        wanted
        expected
        note
        version
        recordedAt
      }
      targetCompletions(input: $input) {
        name
        amount
        from
        to
        asOf
        done
        of
        wanted
        wantedMost
        isShare
        overBy
        state
        figure {
          indicator
          numerator
          denominator
          value
          text
        }
        paces {
          year
          gone
          whole
          standing
        }
        parts {
          part
          persons
          figure {
            indicator
            numerator
            denominator
            value
            text
          }
        }
        target {
          id
          version
          viewerCanChange
          kind
          indicator
          yearFrom
          yearTo
          amountMin
          amountMax
          rate
          rateMax
          base
          baseOn
          condition
          tier
          unitKind
          unitSector
          backfilled
          note
          group {
            id
            name
          }
          document {
            id
            number
            title
            signedOn
            issuer
          }
          revisions {
            number
            recordedAt
            actorName
            reason
            removed
            backfilled
            before {
              amountMin
              amountMax
              rate
              rateMax
              base
              note
              document {
                id
                number
              }
            }
            after {
              amountMin
              amountMax
              rate
              rateMax
              base
              note
              document {
                id
                number
              }
            }
          }
        }
      }
    }
  }
`)

export const BoardQuery = graphql(`
  query TargetBoard($id: ID!, $at: Date!, $input: CompletionInput!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      targetBoard(input: $input) {
        target
        admitted
        overBy
        standing
        sources
        completion {
          indicator
          numerator
          denominator
          value
          text
        }
        organization {
          id
          at
          name
        }
        allotment {
          units
          done
          allotted
        }
      }
    }
  }
`)

/** What a target can be set for: kinds and sectors of cells, groups, tiers. */
export const TargetCodesQuery = graphql(`
  query TargetCodes($at: Date!) {
    tiers {
      code
      labelVi
      labelEn
    }
    organizationKinds {
      code
      labelVi
      labelEn
    }
    sectors {
      code
      labelVi
      labelEn
    }
    groupSets(at: $at) {
      id
      name
      groups {
        id
        name
      }
    }
  }
`)

export const SetOwnTargetMutation = graphql(`
  mutation SetOwnTarget($input: SetTargetInput!) {
    setTarget(input: $input) {
      id
      version
    }
  }
`)

export const RemoveTargetMutation = graphql(`
  mutation RemoveTarget($input: RemoveTargetInput!) {
    removeTarget(input: $input) {
      id
    }
  }
`)

export const RegisterTargetMutation = graphql(`
  mutation RegisterTarget($input: RegisterTargetInput!) {
    registerTarget(input: $input) {
      version
    }
  }
`)

export const LockTargetsMutation = graphql(`
  mutation LockTargets($input: TargetYearInput!) {
    lockTargets(input: $input) {
      id
    }
  }
`)

export const UnlockTargetsMutation = graphql(`
  mutation UnlockTargets($input: TargetYearInput!) {
    unlockTargets(input: $input) {
      id
    }
  }
`)

export type OwnUnit = NonNullable<ResultOf<typeof OwnTargetsQuery>['organization']>
export type Completion = OwnUnit['targetCompletions'][number]
export type TargetAnswer = Completion['target']
export type BoardUnit = NonNullable<ResultOf<typeof BoardQuery>['organization']>
export type BoardRow = BoardUnit['targetBoard'][number]
