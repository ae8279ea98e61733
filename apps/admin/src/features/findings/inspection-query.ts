import { graphql, type ResultOf } from '../../gql/graphql.js'

const FindingRow = graphql(`
  fragment FindingRow on Finding @_unmask {
    id
    version
    kind
    state
    about
    words
    madeOn
    dueOn
    overdue
    organization {
      id
      at
      name
    }
    responsible {
      id
      at
      name
    }
    person {
      id
      fullName
    }
    target {
      id
      yearFrom
      yearTo
    }
    document {
      id
      number
      title
    }
  }
`)

export const FindingsQuery = graphql(
  `
    query Findings($id: ID!, $at: Date!, $filter: FindingFilterInput, $first: Int, $after: String) {
      organization(id: $id, at: $at) {
        id
        at
        findingCounts(on: $at) {
          praise
          awaited
          overdue
          answered
          closed
        }
        findings(filter: $filter, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...FindingRow
            }
          }
        }
      }
    }
  `,
  [FindingRow],
)

export const FindingQuery = graphql(
  `
    query Finding($id: ID!) {
      finding(id: $id) {
        ...FindingRow
        mended
        closedOn
        inspecting {
          id
          at
          name
        }
        round {
          id
          theme
        }
        steps {
          id
          kind
          onDay
          dueOn
          mended
          words
          actorName
        }
        viewerCanAnswer
        viewerCanRecheck
        viewerCanClose
        viewerCanReopen
        viewerCanWithdraw
      }
    }
  `,
  [FindingRow],
)

export const RecordFindingMutation = graphql(`
  mutation RecordFinding($input: RecordFindingInput!) {
    recordFinding(input: $input) {
      id
      version
    }
  }
`)
export const AnswerFindingMutation = graphql(`
  mutation AnswerFinding($input: FindingStepInput!) {
    answerFinding(input: $input) {
      id
      version
    }
  }
`)
export const RecheckFindingMutation = graphql(`
  mutation RecheckFinding($input: RecheckFindingInput!) {
    recheckFinding(input: $input) {
      id
      version
    }
  }
`)
export const CloseFindingMutation = graphql(`
  mutation CloseFinding($input: FindingStepInput!) {
    closeFinding(input: $input) {
      id
      version
    }
  }
`)
export const ReopenFindingMutation = graphql(`
  mutation ReopenFinding($input: ReopenFindingInput!) {
    reopenFinding(input: $input) {
      id
      version
    }
  }
`)
export const WithdrawFindingMutation = graphql(`
  mutation WithdrawFinding($input: FindingStepInput!) {
    withdrawFinding(input: $input) {
      id
      version
    }
  }
`)

export type FindingLine = NonNullable<
  ResultOf<typeof FindingsQuery>['organization']
>['findings']['edges'][number]['node']
export type FindingCounts = NonNullable<ResultOf<typeof FindingsQuery>['organization']>['findingCounts']
export type FindingDetail = NonNullable<ResultOf<typeof FindingQuery>['finding']>
