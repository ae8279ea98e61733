import { useApolloClient, useQuery } from '@apollo/client/react'
import type { Day } from '@seedbed/shared'
import { useCallback, useMemo, useState } from 'react'
import { graphql, type FragmentOf, type ResultOf } from '../../gql/graphql.js'

const ArrangeRootsQuery = graphql(`
  query ArrangeRoots($at: Date!) {
    rootOrganizations(at: $at) {
      id
      at
      name
      code
      childCount
    }
  }
`)

const BelowFragment = graphql(`
  fragment ArrangeBelowFields on Organization @_unmask {
    id
    at
    children(first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          at
          name
          code
          childCount
        }
      }
    }
  }
`)

const ArrangeBelowQuery = graphql(
  `
    query ArrangeBelow($id: ID!, $at: Date!, $after: String) {
      organization(id: $id, at: $at) {
        ...ArrangeBelowFields
      }
    }
  `,
  [BelowFragment],
)

const ArrangePathQuery = graphql(
  `
    query ArrangePath($id: ID!, $at: Date!, $after: String) {
      organization(id: $id, at: $at) {
        ...ArrangeBelowFields
        ancestors {
          ...ArrangeBelowFields
        }
      }
    }
  `,
  [BelowFragment],
)

/** A unit of the tree of one day. */
export type LazyUnit = ResultOf<typeof ArrangeRootsQuery>['rootOrganizations'][number]

/** What is known below a unit, and where the rest begins. */
export interface LazyBranch {
  units: LazyUnit[]
  total: number
  next: string | null
}

function branchOf({ children }: FragmentOf<typeof BelowFragment>): LazyBranch {
  return {
    units: children.edges.map(({ node }) => node),
    total: children.totalCount,
    next: children.pageInfo.hasNextPage ? children.pageInfo.endCursor : null,
  }
}

/** The tree of a day, fetched where it is opened; the way down to one unit is open from the start. */
export function useLazyTree(at: Day, openTo: string | undefined) {
  const client = useApolloClient()
  const roots = useQuery(ArrangeRootsQuery, { variables: { at } })
  const path = useQuery(ArrangePathQuery, {
    variables: { id: openTo ?? '', at, after: null },
    skip: !openTo,
  })
  const [loaded, setLoaded] = useState<Record<string, LazyBranch>>({})
  const [opened, setOpened] = useState<string[] | null>(null)
  const unit = path.data?.organization
  const way = useMemo(() => (unit ? [...unit.ancestors, unit] : []), [unit])
  const branches = useMemo(
    () => ({ ...Object.fromEntries(way.map((above) => [above.id, branchOf(above)])), ...loaded }),
    [way, loaded],
  )

  const load = useCallback(
    async (id: string, known?: LazyBranch) => {
      const after = known?.next ?? null
      const { data } = await client.query({ query: ArrangeBelowQuery, variables: { id, at, after } })
      if (!data?.organization) return
      const branch = branchOf(data.organization)
      setLoaded((now) => ({ ...now, [id]: { ...branch, units: [...(known?.units ?? []), ...branch.units] } }))
    },
    [client, at],
  )
  const expand = (keys: string[]) => {
    setOpened(keys)
    for (const key of keys) if (!branches[key]) void load(key)
  }
  return {
    roots: roots.data?.rootOrganizations,
    error: roots.error,
    retry: () => void roots.refetch(),
    branches,
    expanded: opened ?? way.map(({ id }) => id),
    expand,
    loadMore: (id: string) => load(id, branches[id]),
  }
}
