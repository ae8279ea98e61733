import { useQuery } from '@apollo/client/react'
import { Navigate } from 'react-router'
import { useTexts } from '../app/i18n/i18n.js'
import { usePlace } from '../app/use-place.js'
import { useViewer } from '../app/viewer.js'
import { EmptyState } from '../components/empty-state.js'
import { ErrorState } from '../components/error-state.js'
import { graphql } from '../gql/graphql.js'

const RootsQuery = graphql(`
  query Roots($at: Date!) {
    rootOrganizations(at: $at) {
      id
      at
      code
      viewerCanPrepareDossiers
      viewerCanSetProcedure
    }
  }
`)

/** Whoever works on dossiers, and sets no rules for others, begins with what is to be done. */
const startsWithDue = (unit: {
  viewerCanPrepareDossiers: boolean
  viewerCanSetProcedure: boolean
}): boolean => unit.viewerCanPrepareDossiers && !unit.viewerCanSetProcedure

/** Opens the highest unit that the viewer may see, of several that with the lowest code, on the default day. */
export function HomeRoute() {
  const { t } = useTexts()
  const { place, hrefTo } = usePlace()
  const { viewerCanReadFigures, viewerCanAdministerAccounts } = useViewer()
  const { data, error, refetch } = useQuery(RootsQuery, { variables: { at: place.asOf } })
  const first = data?.rootOrganizations.toSorted((a, b) =>
    a.code.localeCompare(b.code, 'en', { numeric: true }),
  )[0]
  if (!viewerCanReadFigures && viewerCanAdministerAccounts) return <Navigate to="/accounts" replace />
  if (first) return <Navigate to={hrefTo(first.id, startsWithDue(first) ? 'due' : undefined)} replace />
  if (error) {
    return (
      <main className="sb-alone">
        <ErrorState error={error} retry={() => void refetch()} />
      </main>
    )
  }
  if (!data) return <div className="sb-boot" aria-busy="true" />
  return (
    <main className="sb-alone">
      <EmptyState title={t('home.empty')} hint={t('home.emptyHint')} />
    </main>
  )
}
