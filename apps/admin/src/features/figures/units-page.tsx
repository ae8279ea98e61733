import { useQuery } from '@apollo/client/react'
import { daysBetween, sameDayLastYear } from '@seedbed/shared'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { boundsOf } from '../../lib/period.js'
import { TotalsLine } from './totals-line.js'
import { LAST_YEAR, columnLabel, readColumns, readOrder, writeColumns } from './units-columns.js'
import { useUnitsDownload } from './units-download.js'
import { MapLegend, UnitsMap } from './units-map.js'
import { UnitsLastYearQuery, UnitsQuery, rowsToShow, unitCount } from './units-query.js'
import { UnitsTable } from './units-table.js'
import { UnitsToolbar } from './units-toolbar.js'
import './units.css'

const PAGE = 100

function useAddress() {
  const { params } = usePlace()
  const cols = params.get('cols')
  const sort = params.get('sort')
  return useMemo(
    () => ({
      columns: readColumns(cols),
      order: readOrder(sort),
      view: params.get('view') === 'map' ? ('map' as const) : ('table' as const),
      area: params.get('area') === 'members' ? ('members' as const) : ('target' as const),
    }),
    [cols, sort, params],
  )
}

function useLastYear(wanted: boolean) {
  const { place, question, unitId } = usePlace()
  const bounds = boundsOf(place.period, place.asOf)
  const treeAt = place.perimeter === 'RESTATED' ? { treeAt: question.treeAt ?? question.asOf } : {}
  const { data } = useQuery(UnitsLastYearQuery, {
    variables: {
      id: unitId,
      at: place.asOf,
      input: {
        ...question,
        ...treeAt,
        from: sameDayLastYear(question.from),
        asOf: sameDayLastYear(question.asOf),
        indicators: ['admitted'],
      },
    },
    skip: !wanted || daysBetween(bounds.from, bounds.to) > 366,
  })
  return useMemo(() => {
    const answer = data?.organization?.lastYear
    if (!answer) return null
    const rows = answer.edges.map(
      ({ node }) => [node.organization?.id ?? node.row, node.figures[0]?.numerator ?? 0] as const,
    )
    return { byUnit: new Map<string, number>(rows), total: answer.total[0]?.numerator ?? null }
  }, [data])
}

function useUnits() {
  const { place, question, unitId } = usePlace()
  const { columns, order } = useAddress()
  const variables = useMemo(() => {
    const always = ['admitted', 'target', 'completion', 'members']
    const indicators = [...new Set([...columns.filter((id) => id !== LAST_YEAR), order.indicator, ...always])]
    return { id: unitId, at: place.asOf, input: { ...question, indicators }, orderBy: order }
  }, [unitId, place.asOf, question, columns, order])
  const query = useQuery(UnitsQuery, { variables: { ...variables, first: PAGE, after: null } })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const before = known.organization
        const page = fetchMoreResult.organization
        if (!before || !page) return known
        const edges = [...before.childFigures.edges, ...page.childFigures.edges]
        return { organization: { ...before, childFigures: { ...page.childFigures, edges } } }
      },
    })
  return { ...query, questionVariables: variables, loadMore }
}

/** Children of a unit, as a table whose totals are held against the unit itself, or as a tree map. */
export function UnitsPage() {
  const { t, language } = useTexts()
  const { setParam } = usePlace()
  const { columns, order, view, area } = useAddress()
  const { data, previousData, error, refetch, loadMore, questionVariables } = useUnits()
  const lastYear = useLastYear(view === 'table' && columns.includes(LAST_YEAR))
  const { download, downloading } = useUnitsDownload(questionVariables, columns)
  const unit = (data ?? previousData)?.organization
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  const rows = unit ? rowsToShow(unit) : []
  const isLowest = rows.every((row) => row.row === 'DIRECT')
  const left = unit ? unit.childFigures.totalCount - unit.childFigures.edges.length : 0
  const sorted = t('units.count', {
    n: unit ? unitCount(unit) : 0,
    column: columnLabel(order.indicator, language),
  })
  return (
    <div className="sb-page" aria-busy={!data}>
      <UnitsToolbar
        view={view}
        area={area}
        columns={columns}
        note={view === 'map' ? <MapLegend /> : unit && sorted}
        downloading={downloading}
        onView={(next) => setParam({ view: next === 'map' ? 'map' : null })}
        onArea={(next) => setParam({ area: next === 'members' ? 'members' : null })}
        onColumns={(next) => setParam({ cols: writeColumns(next) }, true)}
        onDownload={() => void download()}
      />
      {!unit && !data && <TableSkeleton />}
      {data && !unit && <ErrorState error={null} notFound />}
      {unit && isLowest && (
        <div className="sb-box">
          <EmptyState title={t('units.empty')} hint={t('units.emptyHint')} />
        </div>
      )}
      {unit && !isLowest && (
        <div className="sb-live">
          {view === 'map' ? (
            <UnitsMap rows={rows} area={area} />
          ) : (
            <UnitsTable
              unit={unit}
              columns={columns}
              order={order}
              lastYear={lastYear}
              onOrder={({ indicator, direction }) =>
                setParam({ sort: `${indicator}.${direction.toLowerCase()}` })
              }
            />
          )}
          {unit.childFigures.pageInfo.hasNextPage && (
            <Button onClick={() => void loadMore(unit.childFigures.pageInfo.endCursor)}>
              {t('units.more', { n: left })}
            </Button>
          )}
          <TotalsLine
            name={unit.name}
            columns={columns}
            total={unit.childFigures.total}
            own={unit.figures}
            rounding={unit.rounding}
          />
        </div>
      )}
    </div>
  )
}
