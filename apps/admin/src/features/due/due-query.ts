import { graphql, type ResultOf } from '../../gql/graphql.js'

export const DueQuery = graphql(`
  query DueList($id: ID!, $at: Date!, $filter: DueFilterInput, $first: Int!, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      name
      holdsMembers
      viewerCanRecordSources
      viewerCanPrepareDossiers
      dueList(filter: $filter, first: $first, after: $after) {
        totalCount
        counts {
          kind
          state
          count
        }
        units {
          organization {
            id
            at
            name
          }
          counts {
            kind
            state
            count
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            kind
            about
            beginsOn
            dueOn
            daysLeft
            extended
            state
            regulation
            article
            problem {
              code
              vi
              en
            }
            person {
              id
              fullName
            }
            dossier {
              id
            }
            organization {
              id
              at
              name
            }
          }
        }
      }
    }
  }
`)

export type DueAnswer = NonNullable<ResultOf<typeof DueQuery>['organization']>
export type DueItem = DueAnswer['dueList']['edges'][number]['node']
export type DueCount = DueAnswer['dueList']['counts'][number]
