import { graphql, type ResultOf } from '../../gql/graphql.js'

export const FreezeEvidenceMutation = graphql(`
  mutation FreezeEvidence($input: FreezeEvidenceInput!) {
    freezeEvidence(input: $input) {
      id
      totalCount
      checksum
    }
  }
`)

const ContentFields = graphql(`
  fragment ContentFields on EvidenceContent @_unmask {
    code
    name
    figures {
      indicator
      numerator
      denominator
      text
    }
    facts {
      name
      value
    }
  }
`)

const EvidenceRowFields = graphql(
  `
    fragment EvidenceRowFields on EvidenceRow @_unmask {
      position
      content {
        ...ContentFields
      }
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
  `,
  [ContentFields],
)

export const EvidenceListQuery = graphql(`
  query EvidenceList($after: String) {
    evidenceList(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          about
          note
          body
          asOf
          recordedAt
          actorName
          totalCount
          checksum
        }
      }
    }
  }
`)

/** Evidence with a page of its rows and all that was drawn from it. */
export const EvidenceQuery = graphql(
  `
    query Evidence($id: ID!, $after: String) {
      evidence(id: $id) {
        id
        about
        note
        body
        asOf
        recordedAt
        actorName
        totalCount
        checksum
        unaltered
        totals {
          indicator
          withheld
          figure {
            indicator
            text
          }
        }
        rows(first: 100, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              ...EvidenceRowFields
            }
          }
        }
        samples {
          id
          seed
          size
          percent
          drawn
          recordedAt
          actorName
          checksum
          rows {
            ...EvidenceRowFields
          }
        }
      }
    }
  `,
  [EvidenceRowFields],
)

export const RerunEvidenceQuery = graphql(
  `
    query RerunEvidence($id: ID!) {
      rerunEvidence(id: $id) {
        unchanged
        gone
        added
        changed
        differences {
          kind
          before {
            ...ContentFields
          }
          now {
            ...ContentFields
          }
          organization {
            id
            at
            name
          }
        }
      }
    }
  `,
  [ContentFields],
)

export const DrawSampleMutation = graphql(`
  mutation DrawSample($input: DrawSampleInput!) {
    drawSample(input: $input) {
      id
      drawn
    }
  }
`)

export type EvidenceLine = ResultOf<typeof EvidenceListQuery>['evidenceList']['edges'][number]['node']
export type EvidenceAnswer = ResultOf<typeof EvidenceQuery>['evidence']
export type EvidenceRow = EvidenceAnswer['rows']['edges'][number]['node']
export type Rerun = ResultOf<typeof RerunEvidenceQuery>['rerunEvidence']
