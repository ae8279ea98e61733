import { useQuery } from '@apollo/client/react'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay, shortName } from '../../lib/format.js'
import { BalanceUnitsQuery } from './balance-query.js'

export type Side = 'TAKEN_OVER' | 'HANDED_OVER'

const PAGE = 100

function useUnits(side: Side) {
  const { place, question, unitId } = usePlace()
  const query = useQuery(BalanceUnitsQuery, {
    variables: { id: unitId, at: place.asOf, input: question, side, first: PAGE, after: null },
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const before = known.organization
        const page = fetchMoreResult.organization
        if (!before || !page) return known
        const edges = [...before.balanceUnits.edges, ...page.balanceUnits.edges]
        return { organization: { ...before, balanceUnits: { ...page.balanceUnits, edges } } }
      },
    })
  return { ...query, loadMore }
}

/** The units that reorganization brought or took, each with its day, its members then, and who led it on the other side. */
export function UnitsDrawer({ side, onClose }: { side: Side; onClose: () => void }) {
  const { t, language } = useTexts()
  const { hrefTo } = usePlace()
  const { data, error, refetch, loadMore } = useUnits(side)
  const [loading, setLoading] = useState(false)
  const list = data?.organization?.balanceUnits
  const more = () => {
    setLoading(true)
    void loadMore(list?.pageInfo.endCursor ?? null).finally(() => setLoading(false))
  }
  return (
    <Drawer open onClose={onClose} size={560} title={t(`sheet.${side}`)}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <TableSkeleton />}
      {list && list.edges.length === 0 && <EmptyState title={t('sheet.noUnits')} />}
      <ul className="sb-sheet-units">
        {list?.edges.map(({ cursor, node }) => (
          <li key={cursor}>
            <div>
              <Link
                to={hrefTo(node.organization.id).replace(/asOf=[^&]+/u, `asOf=${node.organization.at}`)}
                title={node.organization.name}
              >
                {shortName(node.organization.name)}
              </Link>
              <small>
                {formatDay(node.on)}
                {node.superior && ` · ${t(`sheet.other${side}`, { name: shortName(node.superior.name) })}`}
              </small>
            </div>
            <span className="sb-num">
              {t('sheet.unitMembers', { n: formatCount(node.members, language) })}
            </span>
          </li>
        ))}
      </ul>
      {list?.pageInfo.hasNextPage && (
        <Button loading={loading} onClick={more}>
          {t('admissions.more')}
        </Button>
      )}
    </Drawer>
  )
}
