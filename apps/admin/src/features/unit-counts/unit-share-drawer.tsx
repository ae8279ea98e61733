import { useQuery } from '@apollo/client/react'
import {
  codesOf,
  UNIT_CONDITIONS,
  UNIT_NOT_COUNTED,
  UNIT_PARTS,
  withYears,
  type UnitCondition,
  type UnitPart,
} from '@seedbed/shared'
import { Drawer, InputNumber, Segmented, Select } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatCount, formatFigure } from '../../lib/format.js'
import { conditionInput } from './condition-input.js'
import { tierName, usualGroup, type TierGroup, type TierName } from './tier-groups.js'
import { UnitShareQuery } from './unit-counts-query.js'
import { UnitShareList } from './unit-share-list.js'

const MOST_YEARS = 30

/** Reads condition, tiers, years and part of the answer from the address; what is impossible falls back. */
function useAsked(groups: readonly TierGroup[]) {
  const { params } = usePlace()
  return useMemo(() => {
    const condition = codesOfConditions.find((one) => one === params.get('units')) ?? 'ADMITTED_ANYONE'
    const part = codesOf(UNIT_PARTS).find((one) => one === params.get('part')) ?? 'FULFILLING'
    const years = Math.min(MOST_YEARS, Math.max(1, Math.trunc(Number(params.get('years'))) || 1))
    const group = groups.find(({ key }) => key === params.get('tiers')) ?? usualGroup(groups)
    return { condition, part, years, group }
  }, [groups, params])
}

const codesOfConditions = Object.keys(UNIT_CONDITIONS) as UnitCondition[]

function useShare(asked: ReturnType<typeof useAsked>) {
  const { place, question, unitId } = usePlace()
  const { condition, group, years, part } = asked
  const query = useQuery(UnitShareQuery, {
    variables: {
      id: unitId,
      at: place.asOf,
      input: conditionInput(question, group?.tiers ?? [], condition, years),
      part,
      after: null,
    },
    skip: !group,
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const [before, page] = [known.organization, fetchMoreResult.organization]
        if (!before || !page) return known
        const units = page.unitShare.units
        const edges = [...before.unitShare.units.edges, ...units.edges]
        return { organization: { ...before, unitShare: { ...before.unitShare, units: { ...units, edges } } } }
      },
    })
  return { ...query, loadMore }
}

interface Props {
  groups: readonly TierGroup[]
  tiers: readonly TierName[]
  onClose: () => void
}

function Choices({ groups, tiers, asked }: Omit<Props, 'onClose'> & { asked: ReturnType<typeof useAsked> }) {
  const { t, language } = useTexts()
  const { setParam } = usePlace()
  const { condition, group, years } = asked
  const names = (one: TierGroup) => one.tiers.map((code) => tierName(tiers, code, language)).join(', ')
  return (
    <div className="sb-unit-choices">
      <Select
        aria-label={t('unitCounts.condition')}
        value={condition}
        onChange={(units) => setParam({ units, part: null }, true)}
        options={codesOfConditions.map((value) => ({
          value,
          label: withYears(UNIT_CONDITIONS[value].label, years)[language],
        }))}
      />
      <Select
        aria-label={t('unitCounts.tiers')}
        value={group?.key}
        onChange={(key) => setParam({ tiers: key, part: null }, true)}
        options={groups.map((one) => ({ value: one.key, label: names(one) }))}
      />
      {condition === 'NOBODY_FOR_YEARS' && (
        <InputNumber
          aria-label={t('unitCounts.years')}
          min={1}
          max={MOST_YEARS}
          precision={0}
          value={years}
          suffix={t('unitCounts.yearsUnit')}
          onChange={(value) => setParam({ years: value === null ? null : String(value) }, true)}
        />
      )}
    </div>
  )
}

/** Which units fulfil a condition, which do not, and to which it cannot be put; all of it stands in the address. */
export function UnitShareDrawer({ groups, tiers, onClose }: Props) {
  const { t, label, language } = useTexts()
  const { setParam } = usePlace()
  const asked = useAsked(groups)
  const { data, previousData, error, refetch, loadMore } = useShare(asked)
  const share = (data ?? previousData)?.organization?.unitShare
  const numbers = share && {
    FULFILLING: share.fulfilling,
    NOT_FULFILLING: share.notFulfilling,
    NOT_COUNTED: share.notCounted,
  }
  const parts = codesOf(UNIT_PARTS).filter((part) => part !== 'NOT_COUNTED' || numbers?.NOT_COUNTED)
  return (
    <Drawer open onClose={onClose} size={560} title={t('unitCounts.title')} className="sb-unit-share">
      <Choices groups={groups} tiers={tiers} asked={asked} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!share && !error && [1, 2, 3, 4].map((row) => <Bone key={row} width={`${55 + row * 9}%`} />)}
      {share && numbers && !(error && !data) && (
        <div aria-busy={!data}>
          <p className="sb-unit-answer">
            <span>
              <strong>
                {formatCount(share.fulfilling, language)} / {formatCount(share.share.denominator, language)}
              </strong>{' '}
              {language === 'vi' ? share.denominatorName : share.denominatorNameEn}
            </span>
            <b>{formatFigure(share.share, language)}</b>
          </p>
          {share.notCountedWhy && (
            <p className="sb-unit-of">
              {t('unitCounts.notCounted', { n: formatCount(share.notCounted, language) })}{' '}
              {withYears(UNIT_NOT_COUNTED[share.notCountedWhy], asked.years)[language]}
            </p>
          )}
          <Segmented<UnitPart>
            block
            aria-label={t('unitCounts.lists')}
            value={asked.part}
            onChange={(part) => setParam({ part }, true)}
            options={parts.map((value) => ({
              value,
              label: `${label(UNIT_PARTS, value)} (${formatCount(numbers[value], language)})`,
            }))}
          />
          <UnitShareList condition={asked.condition} units={share.units} onMore={loadMore} />
        </div>
      )}
    </Drawer>
  )
}
