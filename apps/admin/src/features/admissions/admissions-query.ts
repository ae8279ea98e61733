import { graphql, type ResultOf } from '../../gql/graphql.js'

export const AdmissionsQuery = graphql(`
  query Admissions($id: ID!, $at: Date!, $filter: AdmissionFilterInput, $first: Int!, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      name
      holdsMembers
      admissions(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            on
            decidedOn
            ceremonyOn
            recognizedOn
            officialFrom
            backfilled
            readmission
            introducer
            courseCompletedOn
            person {
              id
              fullName
              birthDate
            }
            organization {
              id
              at
              name
            }
            attributes {
              age
              female
              ethnicity
              religion
              youthUnion
              degree
              politicalTheory
              occupation
              sourceKind
            }
          }
        }
      }
    }
  }
`)

export type AdmissionsAnswer = NonNullable<ResultOf<typeof AdmissionsQuery>['organization']>
export type Admission = AdmissionsAnswer['admissions']['edges'][number]['node']
