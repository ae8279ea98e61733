import { useQuery } from '@apollo/client/react'
import { daysBetween, sameDayLastYear } from '@seedbed/shared'
import { useMemo } from 'react'
import { usePlace } from '../../app/use-place.js'
import { ErrorState } from '../../components/error-state.js'
import { PageSkeleton } from '../../components/skeletons.js'
import { boundsOf, grainOf } from '../../lib/period.js'
import { UnitCountsBox } from '../unit-counts/unit-counts-box.js'
import { BalanceBox } from './balance-box.js'
import { ChildrenBox } from './children-box.js'
import { CompositionBox } from './composition-box.js'
import { FunnelBox } from './funnel-box.js'
import { HeadlineBox } from './headline-box.js'
import { LastYearQuery, OVERVIEW_INDICATORS, OverviewQuery } from './overview-query.js'
import { TrendBox } from './trend-box.js'
import { trendRows } from './trend-rows.js'
import './overview.css'

const admitted = { indicators: ['admitted'] }

function useQuestions() {
  const { place, question, unitId } = usePlace()
  return useMemo(() => {
    const bounds = boundsOf(place.period, place.asOf)
    const grain = grainOf(bounds)
    const treeAt = place.perimeter === 'RESTATED' ? { treeAt: question.treeAt ?? question.asOf } : {}
    const before = { ...question, ...treeAt, ...admitted, from: sameDayLastYear(question.from) }
    return {
      bounds,
      grain,
      comparable: daysBetween(bounds.from, bounds.to) < 367,
      now: {
        id: unitId,
        at: place.asOf,
        grain,
        input: { ...question, indicators: [...OVERVIEW_INDICATORS] },
        trend: { ...question, ...admitted },
        children: { ...question, indicators: ['admitted', 'target', 'completion'] },
      },
      lastYear: {
        id: unitId,
        at: place.asOf,
        grain,
        input: { ...before, asOf: sameDayLastYear(question.asOf) },
        trend: { ...before, asOf: sameDayLastYear(bounds.to) },
      },
    }
  }, [place, question, unitId])
}

/** The unit at a glance: target, pace, trend, composition, funnel, children and the balance of members. */
export function OverviewPage() {
  const { question } = usePlace()
  const { bounds, grain, comparable, now, lastYear } = useQuestions()
  const { data, previousData, error, refetch } = useQuery(OverviewQuery, { variables: now })
  const before = useQuery(LastYearQuery, { variables: lastYear, skip: !comparable })
  const unit = (data ?? previousData)?.organization
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!unit) return data ? <ErrorState error={null} notFound /> : <PageSkeleton />
  const past = before.data?.organization
  const rows = trendRows({
    bounds,
    grain,
    asOf: question.asOf,
    target: unit.figures.find((figure) => figure.indicator === 'target')?.numerator ?? null,
    now: unit.trend,
    lastYear: past?.lastYearTrend ?? [],
  })
  return (
    <div className="sb-page" aria-busy={!data}>
      <div className="sb-live sb-overview">
        <HeadlineBox
          figures={unit.figures}
          lastYear={past?.lastYear[0]?.numerator ?? null}
          comparable={comparable}
        />
        <TrendBox rows={rows} grain={grain} hasLastYear={Boolean(past)} />
        <FunnelBox figures={unit.figures} />
        <CompositionBox figures={unit.figures} rounding={unit.rounding} />
        {unit.childCount > 0 && <ChildrenBox unit={unit} />}
        {unit.childCount > 0 && <UnitCountsBox />}
        <BalanceBox figures={unit.figures} />
      </div>
    </div>
  )
}
