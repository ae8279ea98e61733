import { graphql, type ResultOf } from '../../gql/graphql.js'

export const FindPersonsQuery = graphql(`
  query FindPersons($text: String!) {
    searchPersons(text: $text, first: 20) {
      id
      fullName
      birthDate
    }
  }
`)

export const PersonQuery = graphql(`
  query Person($id: ID!) {
    person(id: $id) {
      id
      version
      fullName
      birthDate
      female
      ethnicity
      religion
      identityNumber
      note
      viewerCanEdit
      viewerCanRevealIdentityNumber
      events {
        id
        version
        kind
        on
        organization {
          id
          at
          name
          viewerCanCorrectMembership
        }
        toOrganization {
          id
          at
          name
        }
        attributes {
          youthUnion
          schooling
          degree
          politicalTheory
          occupation
        }
        introducer
        removalReason
        outsideKind
        outsidePlace
        courseName
        certificateNumber
        strikeReason
        document {
          id
          number
          title
        }
        note
        backfilled
        correctedOn
        correctionReason
      }
    }
  }
`)

export type Person = NonNullable<ResultOf<typeof PersonQuery>['person']>
export type PersonEvent = Person['events'][number]
