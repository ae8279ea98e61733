import { useQuery } from '@apollo/client/react'
import { Navigate, useParams } from 'react-router'
import { usePlace } from '../app/use-place.js'
import { ErrorState } from '../components/error-state.js'
import { graphql } from '../gql/graphql.js'
import { failureOf } from '../lib/errors.js'

const CodeQuery = graphql(`
  query OrganizationByCode($code: String!, $at: Date!) {
    organization(code: $code, at: $at) {
      id
      at
    }
  }
`)

/** The last day on which a code was carried, where that lies behind the day asked for. */
function lastDay(error: unknown, asOf: string): string | undefined {
  const until = error ? failureOf(error).until : undefined
  return until !== undefined && until < asOf ? until : undefined
}

/** /codes/507 leads to the unit that has this code on the as-of day, else to the one that had it last until then. */
export function CodeRoute() {
  const { code = '' } = useParams()
  const { place, hrefTo } = usePlace()
  const { data, error, refetch } = useQuery(CodeQuery, { variables: { code, at: place.asOf } })
  const until = lastDay(error, place.asOf)
  const ended = useQuery(CodeQuery, {
    variables: { code, at: until ?? place.asOf },
    skip: until === undefined,
  })
  const unit = (data ?? ended.data)?.organization
  if (unit) return <Navigate to={hrefTo(unit.id)} replace />
  if (!data && (!error || ended.loading)) return <div className="sb-boot" aria-busy="true" />
  return (
    <main className="sb-alone">
      <ErrorState error={error ?? null} notFound retry={() => void refetch()} />
    </main>
  )
}
