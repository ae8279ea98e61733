import { useQuery } from '@apollo/client/react'
import { graphql, type ResultOf } from '../gql/graphql.js'
import { usePlace } from './use-place.js'

const OwnTermsQuery = graphql(`
  query OwnTerms($id: ID!, $at: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      terms {
        id
        name
        from
        to
      }
      ancestors {
        id
        at
        terms {
          id
          name
          from
          to
        }
      }
    }
  }
`)

export type OwnTerm = NonNullable<ResultOf<typeof OwnTermsQuery>['organization']>['terms'][number]

/** The terms of the unit on screen, else those of the nearest unit above that has any; asked for when needed. */
export function useOwnTerms(needed: boolean): readonly OwnTerm[] {
  const { place, unitId } = usePlace()
  const { data } = useQuery(OwnTermsQuery, {
    variables: { id: unitId, at: place.asOf },
    skip: !needed || !unitId,
  })
  const unit = data?.organization
  if (!unit) return []
  return [unit, ...unit.ancestors.toReversed()].find(({ terms }) => terms.length > 0)?.terms ?? []
}
