import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { OPERATIONS_PAGE, ReorganizationQuery } from './reorganization-query.js'
import { newUnitsOf } from './unit-choice.js'

/** A reorganization with the operations that have been fetched so far, and the units that they found. */
export function useReorganization(id: string) {
  const { data, error, refetch, fetchMore, loading } = useQuery(ReorganizationQuery, {
    variables: { id, first: OPERATIONS_PAGE, after: null },
    notifyOnNetworkStatusChange: true,
  })
  const reorganization = data?.reorganization
  const operations = useMemo(
    () => reorganization?.operations.edges.map(({ node }) => node) ?? [],
    [reorganization],
  )
  const founded = useMemo(() => newUnitsOf(operations), [operations])
  const next = reorganization?.operations.pageInfo.hasNextPage
    ? reorganization.operations.pageInfo.endCursor
    : null
  const loadMore = () =>
    fetchMore({
      variables: { after: next },
      updateQuery: (known, { fetchMoreResult }) => {
        const page = fetchMoreResult.reorganization.operations
        const edges = [...known.reorganization.operations.edges, ...page.edges]
        return { reorganization: { ...known.reorganization, operations: { ...page, edges } } }
      },
    })
  return {
    reorganization,
    operations,
    founded,
    error,
    loading,
    hasMore: next !== null,
    loadMore,
    retry: () => void refetch(),
  }
}

export type LoadedReorganization = ReturnType<typeof useReorganization>
