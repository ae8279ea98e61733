import { graphql, type ResultOf } from '../../gql/graphql.js'

export const DossierQuery = graphql(`
  query Dossier($id: ID!) {
    dossier(id: $id) {
      id
      version
      state
      since
      openedOn
      backfilled
      decidedOn
      ceremonyOn
      recognizedOn
      officialFrom
      introducer
      note
      viewerCanPrepare
      viewerCanDecide
      person {
        id
        fullName
        birthDate
        female
        identityNumber
        viewerCanRevealIdentityNumber
      }
      organization {
        id
        at
        name
      }
      steps {
        id
        kind
        on
        outcome
        late
        daysLate
        recordedOn
        note
        correctedOn
        correctionReason
        decidedBy {
          id
          at
          name
        }
        document {
          id
          number
          title
        }
        votes {
          officialMembers
          temporarilyAway
          exemptedAbsent
          present
          agreed
          against
          base
          onRecord
        }
        rules {
          code
          regulation
          article
          value
          per
        }
      }
      papers {
        id
        formCode
        title
        datedOn
        receivedOn
        expiresOn
        madeBy
        note
        superseded
      }
      letters {
        id
        subject
        addressee
        abroad
        sentOn
        answeredOn
        outcome
        note
      }
      recommenders {
        person {
          id
          fullName
        }
        togetherSince
        substitute
      }
      specialCases {
        specialCase
        approved
      }
      approvals {
        id
        specialCase
        on
        givenBy
        note
      }
    }
  }
`)

export const DossierStandingQuery = graphql(`
  query DossierStanding($id: ID!, $on: Date!) {
    dossier(id: $id) {
      id
      decidedBy(on: $on)
      nextSteps(on: $on) {
        step
        by
        viewerCan
        missing {
          code
          vi
          en
          regulation
        }
      }
      deadlines(on: $on) {
        kind
        about
        beginsOn
        dueOn
        warnFrom
        metOn
        extended
        state
        rule
        regulation
        article
        problem {
          code
          vi
          en
        }
      }
      paperNeeds(on: $on) {
        formCodes
        title
        state
        paper {
          id
          datedOn
          expiresOn
        }
      }
    }
  }
`)

export const DossiersQuery = graphql(`
  query Dossiers($id: ID!, $at: Date!, $filter: DossierFilterInput, $first: Int!, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      name
      holdsMembers
      viewerCanPrepareDossiers
      viewerCanDecideAdmissions
      viewerCanSetProcedure
      dossiers(filter: $filter, first: $first, after: $after) {
        totalCount
        states {
          state
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
            version
            state
            since
            decidedOn
            ceremonyOn
            viewerCanPrepare
            viewerCanDecide
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
            deadlines(on: $at) {
              kind
              dueOn
              metOn
              state
            }
          }
        }
      }
    }
  }
`)

export const PersonDossiersQuery = graphql(`
  query PersonDossiers($id: ID!) {
    person(id: $id) {
      id
      dossiers {
        id
        state
        since
        openedOn
        organization {
          id
          at
          name
        }
      }
    }
  }
`)

export type DossierFile = ResultOf<typeof DossierQuery>['dossier']
export type DossierStanding = ResultOf<typeof DossierStandingQuery>['dossier']
export type NextStep = DossierStanding['nextSteps'][number]
export type Deadline = DossierStanding['deadlines'][number]
export type TakenStep = DossierFile['steps'][number]
export type DossiersAnswer = NonNullable<ResultOf<typeof DossiersQuery>['organization']>
export type DossierRow = DossiersAnswer['dossiers']['edges'][number]['node']
