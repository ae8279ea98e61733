import { graphql } from '../../gql/graphql.js'

export const IdentifyMutation = graphql(`
  mutation IdentifyCandidate($input: IdentifyCandidateInput!) {
    identifyCandidate(input: $input) {
      id
    }
  }
`)

export const ListMutation = graphql(`
  mutation ListSympathisers($input: CandidateStepInput!) {
    listSympathisers(input: $input) {
      id
    }
  }
`)

export const StrikeMutation = graphql(`
  mutation StrikeCandidates($input: StrikeCandidatesInput!) {
    strikeCandidates(input: $input) {
      id
    }
  }
`)

export const AssignMutation = graphql(`
  mutation AssignMentors($input: AssignMentorsInput!) {
    assignMentors(input: $input) {
      id
    }
  }
`)

export const RegisterMutation = graphql(`
  mutation RegisterInCourse($input: RegisterInCourseInput!) {
    registerInCourse(input: $input) {
      id
      version
    }
  }
`)

export const ReviewMutation = graphql(`
  mutation RecordReview($input: RecordReviewInput!) {
    recordReview(input: $input) {
      id
    }
  }
`)

export const OfferMutation = graphql(`
  mutation OfferHandover($input: OfferHandoverInput!) {
    offerHandover(input: $input) {
      id
    }
  }
`)

export const AcceptMutation = graphql(`
  mutation AcceptHandover($input: AcceptHandoverInput!) {
    acceptHandover(input: $input) {
      id
    }
  }
`)

export const DeclineMutation = graphql(`
  mutation DeclineHandover($input: AnswerHandoverInput!) {
    declineHandover(input: $input) {
      id
    }
  }
`)

export const NoSourceMutation = graphql(`
  mutation DeclareNoSource($input: DeclareNoSourceInput!) {
    declareNoSource(input: $input) {
      id
    }
  }
`)
