import { useQuery } from '@apollo/client/react'
import { codesOf, REORGANIZATION_STEPS } from '@seedbed/shared'
import { useEffect } from 'react'
import { graphql, type ResultOf } from '../../gql/graphql.js'

const WorkQuery = graphql(`
  query ReorganizationWork($id: ID!) {
    reorganization(id: $id) {
      id
      status
      work {
        act
        step
        done
        total
        startedAt
        endedAt
        refusal {
          code
          vi
          en
        }
      }
    }
  }
`)

export type Work = NonNullable<ResultOf<typeof WorkQuery>['reorganization']['work']>

const often = 1_000

/** Applying or undoing a reorganization, as it goes on or ended; null where nothing is known of it. `expected`: it is about to begin. */
export function useWork(id: string, expected = false): { work: Work | null; running: boolean } {
  const options = { variables: { id }, fetchPolicy: 'cache-and-network' } as const
  const { data, startPolling, stopPolling } = useQuery(WorkQuery, options)
  const work = data?.reorganization.work ?? null
  const running = work !== null && work.endedAt === null
  const asking = running || expected
  useEffect(() => {
    if (asking) startPolling(often)
    else stopPolling()
  }, [asking, startPolling, stopPolling])
  return { work, running }
}

const steps = codesOf(REORGANIZATION_STEPS)

/** How much of the work is behind, in percent: the steps, and of the one that runs what it counts. */
export function percentOf({ step, done, total }: Work): number {
  const within = total ? done / total : 0
  return Math.min(99, Math.round((100 * (steps.indexOf(step) + within)) / steps.length))
}
