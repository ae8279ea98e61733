import { useApolloClient } from '@apollo/client/react'
import { useCallback, useState } from 'react'
import { failureOf, type Failure } from '../../lib/errors.js'
import { RehearseMutation, type Rehearsal } from './rehearsal-query.js'

interface State {
  id: string
  result: Rehearsal | null
  failure: Failure | null
  running: boolean
}

/** The last rehearsal of a reorganization; a later change of the draft makes it one of the past. */
export function useRehearsal(id: string, version: number | undefined) {
  const client = useApolloClient()
  const [state, setState] = useState<State>({ id, result: null, failure: null, running: false })
  const current = state.id === id ? state : null
  const run = useCallback(async () => {
    setState((known) => ({ id, result: known.id === id ? known.result : null, failure: null, running: true }))
    try {
      const { data } = await client.mutate({
        mutation: RehearseMutation,
        variables: { id },
        fetchPolicy: 'no-cache',
      })
      setState({ id, result: data?.rehearseReorganization ?? null, failure: null, running: false })
    } catch (error) {
      setState({ id, result: null, failure: failureOf(error), running: false })
    }
  }, [client, id])
  const result = current?.result ?? null
  return {
    result,
    failure: current?.failure ?? null,
    running: current?.running ?? false,
    isCurrent: result !== null && result.version === version,
    run,
  }
}

export type RehearsalState = ReturnType<typeof useRehearsal>
