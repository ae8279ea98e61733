import { graphql, type ResultOf } from '../../gql/graphql.js'

export const CandidateQuery = graphql(`
  query Candidate($id: ID!, $on: Date!) {
    person(id: $id) {
      id
      fullName
      candidate(on: $on) {
        id
        stage
        organization {
          id
          at
          viewerCanPrepareDossiers
        }
        enteredOn
        listedOn
        certifiedOn
        certificateExpiresOn
        note
        organization {
          id
          at
          viewerCanRecordSources
        }
        course {
          id
          name
        }
        nextSteps {
          step
          due
          overdue
        }
      }
      mentorships {
        id
        version
        from
        to
        mentor {
          id
          fullName
        }
      }
      mentorReviews {
        id
        on
        result
        note
        mentor {
          id
          fullName
        }
      }
      candidateHandovers {
        id
        offeredOn
        outcome
        answer
        from {
          id
          at
          name
        }
        to {
          id
          at
          name
        }
      }
    }
  }
`)

export type CandidatePerson = NonNullable<ResultOf<typeof CandidateQuery>['person']>
