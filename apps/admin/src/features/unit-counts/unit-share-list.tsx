import type { UnitCondition } from '@seedbed/shared'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { figureOf, formatCount, formatFigure } from '../../lib/format.js'
import type { ResultOf } from '../../gql/graphql.js'
import type { UnitShareQuery } from './unit-counts-query.js'

type Units = NonNullable<ResultOf<typeof UnitShareQuery>['organization']>['unitShare']['units']
type Node = Units['edges'][number]['node']

/** The figures that decided about a unit, in words. */
function Decided({ condition, node }: { condition: UnitCondition; node: Node }) {
  const { t, language } = useTexts()
  const [first] = node.figures
  const count = formatCount(first?.numerator, language)
  switch (condition) {
    case 'REACHED_TARGET': {
      const target = figureOf(node.figures, 'target')?.numerator
      if (target == null) return count
      return `${count} / ${formatCount(target, language)} · ${formatFigure(figureOf(node.figures, 'completion'), language)}`
    }
    case 'ROSE_AGAINST_LAST_YEAR':
      return t('unitCounts.before', { n: count, before: formatCount(node.before[0]?.numerator, language) })
    case 'NOBODY_FOR_YEARS':
      return first?.numerator == null ? t('unitCounts.never') : t('unitCounts.nYears', { n: count })
    case 'ADMITTED_ANYONE':
    case 'INTRODUCED_ANYONE':
    case 'HAS_SOURCES':
    case 'NO_SOURCE_DECLARED':
      return count
  }
}

interface Props {
  condition: UnitCondition
  units: Units
  onMore: (after: string | null) => Promise<unknown>
}

/** The units of one part of the answer; the name opens the unit, the number the people behind it. */
export function UnitShareList({ condition, units, onMore }: Props) {
  const { t, language } = useTexts()
  const { hrefTo } = usePlace()
  const [loading, setLoading] = useState(false)
  const load = () => {
    setLoading(true)
    void onMore(units.pageInfo.endCursor).finally(() => setLoading(false))
  }
  const leadsToPeople = condition !== 'NOBODY_FOR_YEARS' && condition !== 'INTRODUCED_ANYONE'
  if (units.edges.length === 0) return <EmptyState title={t('unitCounts.none')} />
  return (
    <>
      <ul className="sb-unit-list">
        {units.edges.map(({ node }) => (
          <li key={node.organization.id}>
            <Link to={hrefTo(node.organization.id)}>{node.organization.name}</Link>
            <span className="sb-num">
              {leadsToPeople ? (
                <Link to={hrefTo(node.organization.id, 'admissions')}>
                  <Decided condition={condition} node={node} />
                </Link>
              ) : (
                <Decided condition={condition} node={node} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {units.pageInfo.hasNextPage && (
        <p className="sb-more">
          <Button loading={loading} onClick={load}>
            {t('admissions.more')}
          </Button>
          <small>
            {t('admissions.shown', {
              shown: formatCount(units.edges.length, language),
              total: formatCount(units.totalCount, language),
            })}
          </small>
        </p>
      )}
    </>
  )
}
