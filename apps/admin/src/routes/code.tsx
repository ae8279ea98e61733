import { useQuery } from '@apollo/client/react'
import { Navigate, useParams } from 'react-router'
import { usePlace } from '../app/use-place.js'
import { ErrorState } from '../components/error-state.js'
import { graphql } from '../gql/graphql.js'

const CodeQuery = graphql(`
  query OrganizationByCode($code: String!, $at: Date!) {
    organization(code: $code, at: $at) {
      id
      at
    }
  }
`)

/** /codes/507 leads to the unit that has this code on the as-of day. */
export function CodeRoute() {
  const { code = '' } = useParams()
  const { place, hrefTo } = usePlace()
  const { data, error, refetch } = useQuery(CodeQuery, { variables: { code, at: place.asOf } })
  if (data?.organization) return <Navigate to={hrefTo(data.organization.id)} replace />
  if (!data && !error) return <div className="sb-boot" aria-busy="true" />
  return (
    <main className="sb-alone">
      <ErrorState error={error ?? null} notFound retry={() => void refetch()} />
    </main>
  )
}
