import { useQuery } from '@apollo/client/react'
import { codesOf, minDay, STANDINGS, type Standing } from '@seedbed/shared'
import { Segmented, Table, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { CompletionBar } from '../../components/bars.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { explainFigure } from '../../lib/explain.js'
import { formatCount, formatDay, formatFigure, formatSigned } from '../../lib/format.js'
import { BoardQuery, type BoardRow } from './targets-query.js'

const ORDER = codesOf(STANDINGS)
/** The filter for units without a source. */
const NO_SOURCE = 'NO_SOURCE'

function useBoardColumns(): TableProps<BoardRow>['columns'] {
  const { t, label, language } = useTexts()
  const { hrefTo } = usePlace()
  const n = (value: number | null) => formatCount(value, language)
  return [
    {
      ...{ key: 'name', title: t('units.name'), fixed: 'left', width: 230 },
      render: (_, row) => (
        <Link to={hrefTo(row.organization.id, 'targets', { view: 'own' })}>{row.organization.name}</Link>
      ),
      sorter: (a, b) => a.organization.name.localeCompare(b.organization.name, 'vi'),
    },
    {
      ...{ key: 'standing', title: t('board.standing'), width: 140 },
      render: (_, { standing }) => (
        <span className={`sb-standing-${standing}`}>{label(STANDINGS, standing)}</span>
      ),
      sorter: (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing),
    },
    { key: 'target', title: t('board.target'), align: 'right', width: 90, render: (_, row) => n(row.target) },
    {
      ...{ key: 'admitted', title: t('board.admitted'), align: 'right', width: 90 },
      render: (_, row) => <Link to={hrefTo(row.organization.id, 'admissions')}>{n(row.admitted)}</Link>,
      sorter: (a, b) => a.admitted - b.admitted,
    },
    {
      ...{ key: 'completion', title: t('board.completion'), width: 240 },
      render: (_, { completion, standing }) => (
        <span className="sb-cell-bar" title={explainFigure(completion, language)}>
          <CompletionBar value={completion.value} behind={standing === 'BEHIND'} />
          <span className="sb-num">{formatFigure(completion, language)}</span>
        </span>
      ),
      sorter: (a, b) => (a.completion.value ?? -1) - (b.completion.value ?? -1),
    },
    {
      ...{ key: 'overBy', title: t('board.overBy'), align: 'right', width: 90 },
      render: (_, { overBy }) => (overBy === null ? '–' : formatSigned(overBy, language)),
      sorter: (a, b) => (a.overBy ?? -Infinity) - (b.overBy ?? -Infinity),
    },
    {
      ...{ key: 'allotment', title: t('board.allotment'), width: 170 },
      render: (_, { allotment }) =>
        allotment
          ? t('board.allotted', { n: n(allotment.done), m: n(allotment.units), sum: n(allotment.allotted) })
          : '–',
    },
  ]
}

function sumsOf(rows: readonly BoardRow[]) {
  const allotments = rows.flatMap(({ allotment }) => allotment ?? [])
  const add = (of: (one: (typeof allotments)[number]) => number) =>
    allotments.reduce((sum, one) => sum + of(one), 0)
  return {
    done: add(({ done }) => done),
    units: add(({ units }) => units),
    allotted: add(({ allotted }) => allotted),
  }
}

/** The board of a level: who is ahead, on pace, behind, without target, and how far the allotting has come below. */
export function BoardView({ year }: { year: number }) {
  const { t, label, language } = useTexts()
  const { place, unitId, params, setParam } = usePlace()
  const columns = useBoardColumns()
  const asOf = minDay(place.asOf, `${year}-12-31`)
  const tooEarly = asOf < `${year}-01-01`
  const { data, previousData, error, refetch } = useQuery(BoardQuery, {
    variables: { id: unitId, at: place.asOf, input: { asOf, countBasis: place.basis } },
    skip: tooEarly,
  })
  const unit = (data ?? previousData)?.organization
  if (tooEarly) return <EmptyState title={t('board.notBegun', { year })} hint={t('board.notBegunHint')} />
  if (error && !unit) return <ErrorState error={error} retry={() => void refetch()} />
  if (!unit) return data ? <ErrorState error={null} notFound /> : <TableSkeleton />
  const rows = unit.targetBoard
  if (rows.length === 0) return <EmptyState title={t('worksheet.empty')} hint={t('worksheet.emptyHint')} />
  const kept = rows.some(({ sources }) => sources !== null)
  const asked = params.get('standing')
  const shown = ORDER.find((code) => code === asked)
  const dry = kept && asked === NO_SOURCE
  const count = (standing: Standing) => rows.filter((row) => row.standing === standing).length
  const { done, units, allotted } = sumsOf(rows)
  const n = (value: number) => formatCount(value, language)
  return (
    <div className="sb-live sb-board">
      <div className="sb-target-bar">
        <Segmented
          aria-label={t('board.standing')}
          value={dry ? NO_SOURCE : (shown ?? 'ALL')}
          options={[
            { value: 'ALL', label: t('board.all', { n: rows.length }) },
            ...ORDER.map((code) => ({ value: code, label: `${label(STANDINGS, code)} ${count(code)}` })),
            ...(kept
              ? [
                  {
                    value: NO_SOURCE,
                    label: t('board.dry', { n: rows.filter(({ sources }) => sources === 0).length }),
                  },
                ]
              : []),
          ]}
          onChange={(value) => setParam({ standing: value === 'ALL' ? null : value })}
        />
        <span className="sb-quiet">{t('board.asOf', { day: formatDay(asOf) })}</span>
      </div>
      <div>
        <Table<BoardRow>
          size="small"
          rowKey={({ organization }) => organization.id}
          columns={columns}
          dataSource={rows.filter(({ standing, sources }) =>
            dry ? sources === 0 : !shown || standing === shown,
          )}
          pagination={false}
          scroll={{ x: 900 }}
          virtual={rows.length > 200}
          {...(rows.length > 200 ? { scroll: { x: 900, y: 600 } } : {})}
        />
      </div>
      <p className="sb-quiet">
        {units > 0 && `${t('board.cascade', { n: n(done), m: n(units), sum: n(allotted) })} `}
        {!kept && t('board.noSources')}
      </p>
    </div>
  )
}
