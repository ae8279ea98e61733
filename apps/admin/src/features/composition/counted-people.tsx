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
import { CountedPeopleQuery } from './composition-query.js'
import type { CompositionState } from './composition-state.js'
import './composition.css'

const PAGE = 50

/** A number of persons by its indicator, and the cell of a crossing, if it is one. */
type Counted = Omit<CompositionState, 'count' | 'chart'> & { count: string }

interface Props {
  state: Counted
  /** What the cell is called. */
  title: string
  onClose: () => void
}

function usePeople({ count, rows, columns, groupSet, cell }: Counted) {
  const { place, question, unitId } = usePlace()
  const conditions = [
    ...(cell?.row ? [{ dimension: rows, category: cell.row }] : []),
    ...(cell?.column && columns ? [{ dimension: columns, category: cell.column }] : []),
  ]
  const filter = { ...question, indicator: count, conditions, ...(groupSet ? { groupSetId: groupSet } : {}) }
  const query = useQuery(CountedPeopleQuery, {
    variables: { id: unitId, at: place.asOf, filter, first: PAGE, after: null },
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const before = known.organization
        const page = fetchMoreResult.organization
        if (!before || !page) return known
        const edges = [...before.people.edges, ...page.people.edges]
        return { organization: { ...before, people: { ...page.people, edges } } }
      },
    })
  return { ...query, loadMore }
}

/** The people behind one number of a crossing; each opens, each cell leads to its own page. */
export function CountedPeople({ state, title, onClose }: Props) {
  const { t, language } = useTexts()
  const { hrefTo, setParam } = usePlace()
  const { data, error, refetch, loadMore } = usePeople(state)
  const [loading, setLoading] = useState(false)
  const list = data?.organization?.people
  const more = () => {
    setLoading(true)
    void loadMore(list?.pageInfo.endCursor ?? null).finally(() => setLoading(false))
  }
  return (
    <Drawer open onClose={onClose} size={560} title={title} className="sb-counted">
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <TableSkeleton />}
      {list && (
        <p className="sb-counted-note">
          {t('cross.people', { n: formatCount(list.totalCount, language) })}
          {list.withoutName > 0 &&
            ` ${t('cross.withoutName', { n: formatCount(list.withoutName, language) })}`}
        </p>
      )}
      {list && list.edges.length === 0 && (
        <EmptyState title={t('cross.nobody')} hint={t('cross.nobodyHint')} />
      )}
      <ul className="sb-counted-list">
        {list?.edges.map(({ cursor, node }) => (
          <li key={cursor}>
            <button type="button" onClick={() => setParam({ person: node.person.id })}>
              {node.person.fullName}
            </button>
            <small>
              {formatDay(node.person.birthDate)}
              {node.on && ` · ${formatDay(node.on)}`}
            </small>
            <Link to={hrefTo(node.organization.id)} title={node.organization.name}>
              {shortName(node.organization.name)}
            </Link>
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
