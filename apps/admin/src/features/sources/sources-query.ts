import { graphql, type ResultOf } from '../../gql/graphql.js'

export const SourcesQuery = graphql(`
  query Sources($id: ID!, $at: Date!, $filter: CandidateFilterInput, $first: Int!, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      name
      holdsMembers
      viewerCanPrepareDossiers
      noSource {
        id
        version
        cause
        from
        to
      }
      candidatesOffered {
        id
        version
        offeredOn
        note
        person {
          id
          fullName
        }
        from {
          id
          at
          name
        }
        to {
          id
          at
          name
          viewerCanRecordSources
        }
      }
      candidates(filter: $filter, first: $first, after: $after) {
        totalCount
        stages {
          stage
          count
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            stage
            since
            sourceKind
            certificateExpiresOn
            person {
              id
              fullName
              birthDate
            }
            organization {
              id
              at
              name
              viewerCanRecordSources
            }
            mentors {
              id
              mentor {
                id
                fullName
              }
            }
            nextSteps {
              step
              due
              overdue
            }
          }
        }
      }
    }
  }
`)

export type SourcesAnswer = NonNullable<ResultOf<typeof SourcesQuery>['organization']>
export type Candidate = SourcesAnswer['candidates']['edges'][number]['node']
export type Offer = SourcesAnswer['candidatesOffered'][number]
