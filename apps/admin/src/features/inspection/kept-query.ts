import { graphql, type ResultOf } from '../../gql/graphql.js'

const SavedFields = graphql(`
  fragment SavedFields on SavedQuery @_unmask {
    id
    version
    name
    about
    body
    ownerName
    own
    ownerLeft
    sharedEverywhere
    sharedRole
    sharedOrganization {
      id
      at
      name
    }
    updatedAt
  }
`)

/** One's own questions and those that are shared with one. */
export const SavedQueriesQuery = graphql(
  `
    query SavedQueries {
      savedQueries {
        ...SavedFields
      }
    }
  `,
  [SavedFields],
)

export const SaveQueryMutation = graphql(`
  mutation SaveQuery($input: SaveQueryInput!) {
    saveQuery(input: $input) {
      id
      version
      name
    }
  }
`)

export const ChangeQueryMutation = graphql(`
  mutation ChangeQuery($input: ChangeQueryInput!) {
    changeQuery(input: $input) {
      id
      version
      name
    }
  }
`)

export const ShareQueryMutation = graphql(`
  mutation ShareQuery($input: ShareQueryInput!) {
    shareQuery(input: $input) {
      id
      version
      sharedEverywhere
      sharedRole
    }
  }
`)

export const DuplicateQueryMutation = graphql(`
  mutation DuplicateQuery($input: DuplicateQueryInput!) {
    duplicateQuery(input: $input) {
      id
      version
      name
    }
  }
`)

export const DeleteQueryMutation = graphql(`
  mutation DeleteQuery($input: DeleteQueryInput!) {
    deleteQuery(input: $input)
  }
`)

export type Saved = ResultOf<typeof SavedQueriesQuery>['savedQueries'][number]
