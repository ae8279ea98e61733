import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useDataVersion } from '../../app/data-version.js'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { graphql, type ResultOf } from '../../gql/graphql.js'

const TreeFragment = graphql(`
  fragment TreeChildren on Organization @_unmask {
    id
    at
    children(first: 200, after: $after, includeClosed: $closed) {
      edges {
        node {
          id
          at
          name
          childCount
          validTo
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    childFigures(input: $input, first: 200) @include(if: $figures) {
      edges {
        node {
          row
          organization {
            id
            at
          }
          figures {
            indicator
            numerator
            denominator
            value
            text
          }
        }
      }
    }
  }
`)

const ChildrenQuery = graphql(
  `
    query TreeChildrenOf(
      $id: ID!
      $at: Date!
      $input: FiguresInput!
      $figures: Boolean!
      $closed: Boolean!
      $after: String
    ) {
      organization(id: $id, at: $at) {
        ...TreeChildren
      }
    }
  `,
  [TreeFragment],
)

const PathQuery = graphql(
  `
    query TreePath(
      $id: ID!
      $at: Date!
      $input: FiguresInput!
      $figures: Boolean!
      $closed: Boolean!
      $after: String
    ) {
      organization(id: $id, at: $at) {
        id
        at
        ancestors {
          ...TreeChildren
        }
      }
      rootOrganizations(at: $at) {
        id
        at
        name
        childCount
        validTo
        figures(input: $input) @include(if: $figures) {
          indicator
          numerator
          denominator
          value
          text
        }
      }
    }
  `,
  [TreeFragment],
)

type Path = ResultOf<typeof PathQuery>
type Children = NonNullable<Path['organization']>['ancestors'][number]
export type TreeFigure = NonNullable<Path['rootOrganizations'][number]['figures']>[number]

/** A unit as the tree shows it. */
export interface TreeUnit {
  id: string
  name: string
  isLeaf: boolean
  ended: string | null
  completion?: TreeFigure
}

/** The children that are known of a unit, and where the rest begins. */
export interface Branch {
  units: TreeUnit[]
  total: number
  next: string | null
}

function branchOf(answer: Children): Branch {
  const completions = new Map(
    (answer.childFigures?.edges ?? []).map(({ node }) => [node.organization?.id, node.figures[0]]),
  )
  return {
    units: answer.children.edges.map(({ node }) => ({
      id: node.id,
      name: node.name,
      isLeaf: node.childCount === 0,
      ended: node.validTo && node.validTo < node.at ? node.validTo : null,
      completion: completions.get(node.id),
    })),
    total: answer.children.totalCount,
    next: answer.children.pageInfo.hasNextPage ? answer.children.pageInfo.endCursor : null,
  }
}

/**
 * The parts of the tree that have been opened, on the as-of day. A unit reached from elsewhere brings the children of
 * all its ancestors in one request; what is opened by hand is asked for one by one. Old branches stay in sight until
 * the new day's have come.
 */
export function useTreeData(expanded: readonly string[], closed: boolean) {
  const client = useApolloClient()
  const version = useDataVersion()
  const { place, question, unitId } = usePlace()
  const { viewerCanReadFigures } = useViewer()
  const [roots, setRoots] = useState<TreeUnit[] | null>(null)
  const [branches, setBranches] = useState<Record<string, Branch>>({})
  const [path, setPath] = useState<{ unitId: string; ids: string[] } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const variables = useMemo(
    () => ({
      at: place.asOf,
      closed,
      figures: viewerCanReadFigures,
      input: { ...question, indicators: ['completion'] },
    }),
    [place.asOf, question, closed, viewerCanReadFigures],
  )
  const key = JSON.stringify([variables, version])
  const loaded = useRef(new Map<string, string>())

  const load = useCallback(
    async (id: string, after?: string) => {
      loaded.current.set(id, key)
      const { data } = await client.query({
        query: ChildrenQuery,
        variables: { ...variables, id, after: after ?? null },
        fetchPolicy: 'network-only',
      })
      if (!data?.organization) return
      const branch = branchOf(data.organization)
      setBranches((known) => {
        const before = after ? (known[id]?.units ?? []) : []
        return { ...known, [id]: { ...branch, units: [...before, ...branch.units] } }
      })
    },
    [client, variables, key],
  )

  const loadPath = useCallback(async () => {
    const { data } = await client.query({
      query: PathQuery,
      variables: { ...variables, id: unitId, after: null },
      fetchPolicy: 'network-only',
      errorPolicy: 'all',
    })
    if (!data) return
    setRoots(
      data.rootOrganizations.map((root) => ({
        id: root.id,
        name: root.name,
        isLeaf: root.childCount === 0,
        ended: null,
        completion: root.figures?.[0],
      })),
    )
    const ancestors = data.organization?.ancestors ?? []
    for (const ancestor of ancestors) loaded.current.set(ancestor.id, key)
    setBranches((known) => ({
      ...known,
      ...Object.fromEntries(ancestors.map((ancestor) => [ancestor.id, branchOf(ancestor)])),
    }))
    setPath({ unitId, ids: [...ancestors.map((ancestor) => ancestor.id), unitId] })
  }, [client, variables, unitId, key])

  const inSight = useMemo(
    () =>
      Boolean(roots?.some((root) => root.id === unitId)) ||
      Object.values(branches).some((branch) => branch.units.some((unit) => unit.id === unitId)),
    [roots, branches, unitId],
  )
  const asked = useRef({ key: '', unitId: '' })
  useEffect(() => {
    if (asked.current.key === key && (asked.current.unitId === unitId || inSight)) return
    asked.current = { key, unitId }
    setError(null)
    loadPath().catch(setError)
  }, [key, unitId, inSight, loadPath])

  useEffect(() => {
    for (const id of expanded) {
      if (loaded.current.get(id) === key) continue
      load(id).catch((reason: unknown) => {
        loaded.current.delete(id)
        setError(reason)
      })
    }
  }, [expanded, key, load])

  const retry = useCallback(() => {
    setError(null)
    loadPath().catch(setError)
  }, [loadPath])

  return { roots, branches, path, error, retry, loadMore: load }
}
