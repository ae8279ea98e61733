import { graphql, type ResultOf } from '../../gql/graphql.js'

export const RoundsQuery = graphql(`
  query Rounds($id: ID!, $at: Date!, $below: Boolean, $openOnly: Boolean, $first: Int, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      inspectionRounds(below: $below, openOnly: $openOnly, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            version
            kind
            body
            theme
            fromDay
            toDay
            closedOn
            organization {
              id
              at
              name
            }
            subjects {
              id
              version
              state
            }
          }
        }
      }
    }
  }
`)

const Tally = graphql(`
  fragment Tally on InspectionTally @_unmask {
    concluded
    shortcoming
    suspectedViolation
    violation
    discipline
  }
`)

export const RoundQuery = graphql(
  `
    query Round($id: ID!) {
      inspectionRound(id: $id) {
        id
        version
        kind
        body
        theme
        fromDay
        toDay
        looksFrom
        closedOn
        viewerCanChange
        organization {
          id
          at
          name
          documents {
            id
            number
            title
          }
        }
        document {
          id
          number
          title
        }
        workers {
          userName
          name
        }
        organizations {
          ...Tally
        }
        members {
          ...Tally
        }
        subjects {
          id
          version
          isPerson
          state
          result
          concludedOn
          words
          organization {
            id
            at
            name
          }
          person {
            id
            fullName
          }
        }
      }
    }
  `,
  [Tally],
)

/** What a new round can rest on: documents filed at the unit. */
export const PlanDocumentsQuery = graphql(`
  query PlanDocuments($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      documents {
        id
        number
        title
      }
    }
  }
`)

export const InspectionCountsQuery = graphql(
  `
    query InspectionCounts($id: ID!, $at: Date!, $from: Date!) {
      organization(id: $id, at: $at) {
        id
        at
        inspectionCounts(from: $from, to: $at) {
          tier
          body
          kind
          subjectTier
          organizations {
            ...Tally
          }
          members {
            ...Tally
          }
        }
      }
    }
  `,
  [Tally],
)

export const CreateRoundMutation = graphql(`
  mutation CreateRound($input: CreateInspectionRoundInput!) {
    createInspectionRound(input: $input) {
      id
      version
    }
  }
`)
export const UpdateRoundMutation = graphql(`
  mutation UpdateRound($input: UpdateInspectionRoundInput!) {
    updateInspectionRound(input: $input) {
      id
      version
    }
  }
`)
export const CloseRoundMutation = graphql(`
  mutation CloseRound($input: InspectionRoundInput!) {
    closeInspectionRound(input: $input) {
      id
      version
    }
  }
`)
export const SetWorkersMutation = graphql(`
  mutation SetWorkers($input: SetInspectionWorkersInput!) {
    setInspectionWorkers(input: $input) {
      id
      version
    }
  }
`)
export const AddSubjectsMutation = graphql(`
  mutation AddSubjects($input: AddInspectionSubjectsInput!) {
    addInspectionSubjects(input: $input) {
      id
      version
    }
  }
`)
export const SetSubjectMutation = graphql(`
  mutation SetSubject($input: SetInspectionSubjectInput!) {
    setInspectionSubject(input: $input) {
      id
      version
    }
  }
`)
export const OpenPersonInRoundMutation = graphql(`
  mutation OpenPersonInRound($input: OpenPersonInRoundInput!) {
    openPersonInRound(input: $input) {
      id
      until
    }
  }
`)

export type RoundLine = NonNullable<
  ResultOf<typeof RoundsQuery>['organization']
>['inspectionRounds']['edges'][number]['node']
export type Round = NonNullable<ResultOf<typeof RoundQuery>['inspectionRound']>
export type Subject = Round['subjects'][number]
export type CountRow = NonNullable<
  ResultOf<typeof InspectionCountsQuery>['organization']
>['inspectionCounts'][number]
