import { graphql, type ResultOf } from '../../gql/graphql.js'

const NamedUnit = graphql(`
  fragment NamedUnit on Organization @_unmask {
    id
    at
    name
  }
`)

/** What a unit was from when to when, what happened to it, and what its figures rest on. */
export const HistoryQuery = graphql(
  `
    query History($id: ID!, $at: Date!, $from: Date!, $to: Date!, $figures: Boolean!) {
      organization(id: $id, at: $at) {
        id
        at
        version
        code
        name
        tier
        kind
        sector
        holdsMembers
        childCount
        validFrom
        validTo
        viewerCanManage
        viewerCanReadAudit
        viewerCanFileDocuments
        viewerCanAssignTargets
        viewerCanChangeSettings
        viewerCanSetTerms
        versions {
          validFrom
          validTo
          name
          code
          tier
          kind
          sector
          parent {
            ...NamedUnit
          }
        }
        events {
          id
          kind
          effectiveOn
          reason
          note
          backfilled
          document {
            id
            number
            title
          }
          reorganization {
            id
            title
            decisionNumber
          }
        }
        documents {
          id
          number
          title
          issuer
          signedOn
          note
        }
        targets(from: $from, asOf: $to) @include(if: $figures) {
          id
          version
          kind
          yearFrom
          yearTo
          amountMin
          amountMax
          document {
            id
            number
            title
          }
        }
        terms {
          id
          name
          from
          to
          version
          document {
            id
            number
            title
          }
        }
        groups {
          id
          name
          groupSet {
            id
            name
          }
        }
        rounding {
          mode
          decimals
          trailingZeros
          inheritedFrom {
            ...NamedUnit
          }
        }
        openingBalances @include(if: $figures) {
          id
          on
          members
          probationaryMembers
          correctedOn
        }
        figures(input: { from: $from, asOf: $at, indicators: ["members"] }) @include(if: $figures) {
          indicator
          numerator
        }
      }
    }
  `,
  [NamedUnit],
)

export type UnitHistory = NonNullable<ResultOf<typeof HistoryQuery>['organization']>
