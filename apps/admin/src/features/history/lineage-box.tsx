import { useQuery } from '@apollo/client/react'
import { TableOutlined } from '@ant-design/icons'
import { EXTENTS, ORGANIZATION_EVENT_KINDS } from '@seedbed/shared'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatDay } from '../../lib/format.js'
import { LineageGraph, useHistoryHref } from './lineage-graph.js'
import { LineageQuery, type Succession } from './lineage-query.js'
import { LineageTable } from './lineage-table.js'

function Relatives({ title, successions }: { title: string; successions: readonly Succession[] }) {
  const { t, label } = useTexts()
  const href = useHistoryHref()
  if (successions.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="sb-list">
        {successions.map(({ on, kind, extent, organization }) => (
          <li key={organization.id}>
            <span>{t('history.since', { day: formatDay(on) })}</span>
            <div>
              <Link to={href(organization)}>{organization.name}</Link>
              <small>
                {[
                  label(ORGANIZATION_EVENT_KINDS, kind),
                  extent === 'PART' && label(EXTENTS, extent).toLocaleLowerCase(),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The units this one was formed from and those it became, and the whole lineage as a graph with a table behind it. */
export function LineageBox() {
  const { t } = useTexts()
  const { place, unitId } = usePlace()
  const [table, setTable] = useState(false)
  const { data, error, refetch } = useQuery(LineageQuery, { variables: { id: unitId, at: place.asOf } })
  const unit = data?.organization
  const isAlone = !!unit && unit.lineage.edges.length === 0
  const toggle = (
    <button type="button" className="sb-link-button" aria-pressed={table} onClick={() => setTable(!table)}>
      <TableOutlined aria-hidden /> {t(table ? 'chart.chart' : 'chart.table')}
    </button>
  )
  return (
    <Box title={t('history.lineage')} extra={unit && !isAlone && toggle}>
      {error && !unit && <ErrorState error={error} retry={() => void refetch()} />}
      {!unit && !error && <Bone width="60%" />}
      {isAlone && <p className="sb-quiet">{t('history.noLineage')}</p>}
      {unit && !isAlone && (
        <>
          {table ? (
            <LineageTable lineage={unit.lineage} />
          ) : (
            <LineageGraph lineage={unit.lineage} unitId={unitId} />
          )}
          <Relatives title={t('history.predecessors')} successions={unit.formedFrom} />
          <Relatives title={t('history.successors')} successions={unit.becameOf} />
        </>
      )}
    </Box>
  )
}
