import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ErrorState } from '../../components/error-state.js'
import { EmptyState } from '../../components/empty-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatDay } from '../../lib/format.js'
import { SearchOrganizationsQuery, pathOf } from '../../lib/search-organizations.js'

/** The units that match what is typed over the tree, each with the way down to it. */
export function TreeMatches({ text }: { text: string }) {
  const { t } = useTexts()
  const { place, tab, unitId, hrefTo } = usePlace()
  const { data, previousData, error, refetch } = useQuery(SearchOrganizationsQuery, {
    variables: { text, at: place.asOf, first: 50 },
  })
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  const found = (data ?? previousData)?.searchOrganizations
  if (!found) return <Bone width="80%" />
  if (found.length === 0) {
    return (
      <EmptyState
        title={t('tree.noMatch', { text })}
        hint={t('tree.noMatchHint', { day: formatDay(place.asOf) })}
      />
    )
  }
  return (
    <ul className="sb-matches">
      {found.map((unit) => (
        <li key={unit.id}>
          <Link to={hrefTo(unit.id, tab)} aria-current={unit.id === unitId ? 'true' : undefined}>
            {unit.name}
            <small>{pathOf(unit.ancestors)}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}
