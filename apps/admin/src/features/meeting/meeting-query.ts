import { graphql, type ResultOf } from '../../gql/graphql.js'

export const MeetingQuery = graphql(`
  query Meeting($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      holdsMembers
      viewerCanRecordSources
      viewerCanPrepareDossiers
      candidates(first: 200) {
        edges {
          node {
            id
            stage
            person {
              id
              fullName
              birthDate
            }
            mentors {
              id
            }
          }
        }
      }
      dossiers(filter: { states: [READY, ADMITTED] }, first: 100) {
        edges {
          node {
            id
            version
            state
            officialFrom
            person {
              id
              fullName
              birthDate
            }
          }
        }
      }
    }
  }
`)

export const PersonNameQuery = graphql(`
  query PersonName($id: ID!) {
    person(id: $id) {
      id
      fullName
    }
  }
`)

export type MeetingUnit = NonNullable<ResultOf<typeof MeetingQuery>['organization']>
export type Candidate = MeetingUnit['candidates']['edges'][number]['node']
export type MeetingDossier = MeetingUnit['dossiers']['edges'][number]['node']
