import { graphql, type ResultOf } from '../../gql/graphql.js'

const LookFields = graphql(`
  fragment LookFields on PersonLook @_unmask {
    id
    kind
    actorName
    address
    reason
    at
    until
    person {
      id
      fullName
    }
  }
`)

const RequestFields = graphql(`
  fragment RequestFields on DataRequest @_unmask {
    id
    version
    kind
    status
    receivedOn
    words
    answerDue
    carryDue
    extended
    answeredOn
    answer
    closedOn
    overdue
    actorName
    person {
      id
      fullName
    }
  }
`)

const PurposeFields = graphql(`
  fragment PurposeFields on ProcessingPurpose @_unmask {
    id
    code
    validFrom
    textVi
    textEn
    legalBasis
  }
`)

export const OpenPersonMutation = graphql(`
  mutation OpenPerson($input: LookInput!) {
    openPerson(input: $input) {
      id
      until
    }
  }
`)

export const RevealIdentityNumberMutation = graphql(`
  mutation RevealIdentityNumber($input: LookInput!) {
    revealIdentityNumber(input: $input)
  }
`)

export const PurposesQuery = graphql(
  `
    query Purposes {
      processingPurposes {
        ...PurposeFields
      }
    }
  `,
  [PurposeFields],
)

/** What a person asked for and who looked; for whoever keeps the person. */
export const PersonDataQuery = graphql(
  `
    query PersonData($id: ID!) {
      person(id: $id) {
        id
        version
        restrictedSince
        dataRequests {
          ...RequestFields
        }
        looks(first: 10) {
          totalCount
          edges {
            node {
              ...LookFields
            }
          }
        }
      }
    }
  `,
  [RequestFields, LookFields],
)

export const DataRequestsQuery = graphql(
  `
    query DataRequests($openOnly: Boolean, $first: Int, $after: String) {
      dataRequests(openOnly: $openOnly, first: $first, after: $after) {
        edges {
          node {
            ...RequestFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [RequestFields],
)

export const LooksQuery = graphql(
  `
    query Looks($id: ID!, $at: Date!, $first: Int, $after: String) {
      organization(id: $id, at: $at) {
        id
        at
        name
        personLooks(first: $first, after: $after) {
          edges {
            node {
              ...LookFields
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [LookFields],
)

/** Units of which the viewer may be the committee: the highest that they see. */
export const OwnUnitsQuery = graphql(`
  query OwnUnits($at: Date!) {
    rootOrganizations(at: $at) {
      id
      at
      name
      viewerCanRecordPeople
    }
  }
`)

export const DrawUpDataSheetMutation = graphql(
  `
    mutation DrawUpDataSheet($input: LookInput!) {
      drawUpDataSheet(input: $input) {
        drawnUpAt
        drawnUpBy
        restrictedSince
        purposes {
          ...PurposeFields
        }
        requests {
          ...RequestFields
        }
        person {
          id
          version
          fullName
          birthDate
          female
          ethnicity
          religion
          identityNumber
          note
          events {
            id
            version
            kind
            on
            organization {
              id
              at
              name
            }
            toOrganization {
              id
              at
              name
            }
            attributes {
              age
              ethnicity
              religion
              youthUnion
              schooling
              degree
              politicalTheory
              occupation
              sourceKind
            }
            introducer
            removalReason
            outsideKind
            outsidePlace
            courseName
            document {
              id
              number
              title
            }
            note
            correctedOn
            correctionReason
          }
          looks(first: 200) {
            edges {
              node {
                ...LookFields
              }
            }
          }
        }
      }
    }
  `,
  [PurposeFields, RequestFields, LookFields],
)

export const RecordDataRequestMutation = graphql(`
  mutation RecordDataRequest($input: RecordDataRequestInput!) {
    recordDataRequest(input: $input) {
      id
      version
    }
  }
`)
export const AnswerDataRequestMutation = graphql(`
  mutation AnswerDataRequest($input: AnswerDataRequestInput!) {
    answerDataRequest(input: $input) {
      id
      version
    }
  }
`)
export const CarryOutDataRequestMutation = graphql(`
  mutation CarryOutDataRequest($input: DataRequestInput!) {
    carryOutDataRequest(input: $input) {
      id
      version
    }
  }
`)
export const ExtendDataRequestMutation = graphql(`
  mutation ExtendDataRequest($input: DataRequestInput!) {
    extendDataRequest(input: $input) {
      id
      version
    }
  }
`)
export const LiftRestrictionMutation = graphql(`
  mutation LiftRestriction($input: DataRequestInput!) {
    liftRestriction(input: $input) {
      id
      version
    }
  }
`)

export type DataRequest = ResultOf<typeof DataRequestsQuery>['dataRequests']['edges'][number]['node']
export type Look = NonNullable<
  ResultOf<typeof LooksQuery>['organization']
>['personLooks']['edges'][number]['node']
export type Purpose = ResultOf<typeof PurposesQuery>['processingPurposes'][number]
export type DataSheet = ResultOf<typeof DrawUpDataSheetMutation>['drawUpDataSheet']
