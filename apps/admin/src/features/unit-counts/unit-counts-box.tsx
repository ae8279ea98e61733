import { useQuery } from '@apollo/client/react'
import { UNIT_ACTS, UNIT_CONDITIONS, withYears, type UnitCondition } from '@seedbed/shared'
import { lazy, Suspense, useMemo } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ShareBar } from '../../components/bars.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatCount, formatFigure, formatSigned } from '../../lib/format.js'
import type { ResultOf } from '../../gql/graphql.js'
import { conditionInput } from './condition-input.js'
import { tierGroups, tierName, usualGroup, type TierGroup, type TierName } from './tier-groups.js'
import { UnitCountsQuery, UnitSharesQuery } from './unit-counts-query.js'
import './unit-counts.css'

const UnitShareDrawer = lazy(async () => ({
  default: (await import('./unit-share-drawer.js')).UnitShareDrawer,
}))
const UnitMovementsDrawer = lazy(async () => ({
  default: (await import('./unit-movements-drawer.js')).UnitMovementsDrawer,
}))

type Answer = NonNullable<ResultOf<typeof UnitCountsQuery>['organization']>

/** How many units of each tier there are, and the lines between the beginning of the period and now. */
interface Counts {
  rows: Answer['unitCounts']
  lines: Answer['unitMovements']
  tiers: readonly TierName[]
}

/** Full years without an admission that the overview asks about. */
const YEARS = 1

/** What came and went of a tier within the period; opens the list of it. */
function Changes({ lines }: { lines: Counts['lines'] }) {
  const { t, language } = useTexts()
  const { hrefTo, unitId } = usePlace()
  const sum = (sign: 1 | -1) =>
    lines.reduce((all, { act, count }) => all + (UNIT_ACTS[act].sign === sign ? count : 0), 0)
  const changes = [sum(1), -sum(-1)].filter((change) => change !== 0)
  if (changes.length === 0) return <span />
  return (
    <Link className="sb-num" to={hrefTo(unitId, 'overview', { moves: '1' })} title={t('unitCounts.moves')}>
      {changes.map((change) => formatSigned(change, language)).join(' ')}
    </Link>
  )
}

/** One line for each tier: how many there are, and what came and went within the period. */
function TierLines({ counts, groups }: { counts: Counts; groups: readonly TierGroup[] }) {
  const { language } = useTexts()
  const { hrefTo, unitId } = usePlace()
  const present = new Set(counts.rows.map(({ tier }) => tier))
  const gone = [...new Set(counts.lines.map(({ tier }) => tier))].filter((tier) => !present.has(tier))
  return (
    <ul className="sb-bars sb-unit-counts">
      {[...counts.rows, ...gone.map((tier) => ({ tier, count: 0 }))].map(({ tier, count }) => {
        const group = groups.find(({ tiers }) => tier !== null && tiers.includes(tier))
        const number = formatCount(count, language)
        const href = group && hrefTo(unitId, 'overview', { units: 'ADMITTED_ANYONE', tiers: group.key })
        return (
          <li key={tier}>
            <span>{tierName(counts.tiers, tier, language)}</span>
            <Changes lines={counts.lines.filter((line) => line.tier === tier)} />
            <b>{href ? <Link to={href}>{number}</Link> : number}</b>
          </li>
        )
      })}
    </ul>
  )
}

/** The share of units that admitted anyone, that reached their target, and that admitted nobody. */
function ShareLines({ group }: { group: TierGroup }) {
  const { t, language } = useTexts()
  const { place, question, unitId, hrefTo } = usePlace()
  const variables = useMemo(() => {
    const ask = (condition: UnitCondition) => conditionInput(question, group.tiers, condition, YEARS)
    return {
      id: unitId,
      at: place.asOf,
      admitted: ask('ADMITTED_ANYONE'),
      reached: ask('REACHED_TARGET'),
      nobody: ask('NOBODY_FOR_YEARS'),
    }
  }, [question, group, unitId, place.asOf])
  const { data, previousData, error, refetch } = useQuery(UnitSharesQuery, { variables })
  const unit = (data ?? previousData)?.organization
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!unit) return <Bone width="80%" />
  const shares = [unit.admitted, unit.reached, unit.nobody]
  const name = language === 'vi' ? unit.admitted.denominatorName : unit.admitted.denominatorNameEn
  return (
    <>
      <p className="sb-unit-of">
        {t('unitCounts.among', { n: formatCount(unit.admitted.all, language), name })}
      </p>
      <ul className="sb-bars sb-unit-shares">
        {shares.map(({ condition, fulfilling, share }) => (
          <li key={condition}>
            <span>{withYears(UNIT_CONDITIONS[condition].label, YEARS)[language]}</span>
            <Link
              className="sb-num"
              to={hrefTo(unitId, 'overview', { units: condition, tiers: group.key })}
              data-figure={condition}
            >
              {formatCount(fulfilling, language)} / {formatCount(share.denominator, language)}
            </Link>
            <ShareBar value={share.value} accent={condition === 'ADMITTED_ANYONE'} />
            <span className="sb-num">{formatFigure(share, language)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How many units stand below and how many of them admit; the lists behind it open in a drawer. */
export function UnitCountsBox() {
  const { t } = useTexts()
  const { place, question, params, unitId, setParam } = usePlace()
  const { data, previousData, error, refetch } = useQuery(UnitCountsQuery, {
    variables: { id: unitId, at: place.asOf, from: question.from },
  })
  const known = data ?? previousData
  const counts = known && {
    rows: known.organization?.unitCounts ?? [],
    lines: known.organization?.unitMovements ?? [],
    tiers: known.tiers,
  }
  const groups = counts ? tierGroups(counts.rows, counts.tiers) : []
  const group = usualGroup(groups)
  return (
    <Box title={t('unitCounts.title')} note={t('unitCounts.note')}>
      {error && !known && <ErrorState error={error} retry={() => void refetch()} />}
      {!known && !error && [1, 2, 3].map((row) => <Bone key={row} width={`${50 + row * 12}%`} />)}
      {counts && <TierLines counts={counts} groups={groups} />}
      {group && <ShareLines group={group} />}
      <Suspense fallback={null}>
        {known && params.get('units') && (
          <UnitShareDrawer
            groups={groups}
            tiers={known.tiers}
            onClose={() => setParam({ units: null, tiers: null, years: null, part: null })}
          />
        )}
        {known && params.get('moves') && (
          <UnitMovementsDrawer tiers={known.tiers} onClose={() => setParam({ moves: null })} />
        )}
      </Suspense>
    </Box>
  )
}
