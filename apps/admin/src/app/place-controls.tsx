import { ControlOutlined } from '@ant-design/icons'
import { Button, Popover, Radio, Select } from 'antd'
import {
  COUNT_BASES,
  PERIMETERS,
  codesOf,
  yearOf,
  type CountBasis,
  type Day,
  type Perimeter,
} from '@seedbed/shared'
import { useState } from 'react'
import { DayField } from '../components/day-field.js'
import { TERMS, formatPeriodKey, parsePeriod, type PeriodSpec } from '../lib/period.js'
import { withAsOf, withPeriod } from '../lib/place.js'
import { useTexts } from './i18n/i18n.js'
import { useInstallation } from './installation.js'
import { useOwnTerms } from './own-terms.js'
import { periodName } from './period-name.js'
import { usePlace } from './use-place.js'

/** The terms of the unit by their names; the usual ones where none is recorded. */
function useTermOptions(period: PeriodSpec, isOpen: boolean) {
  const { t, language } = useTexts()
  const named = (name: string) => (/^(nhiệm kỳ|term)/iu.test(name) ? name : t('period.term', { name }))
  const own = useOwnTerms(isOpen || period.kind === 'ownTerm').map(({ name, from, to }) => ({
    value: formatPeriodKey({ kind: 'ownTerm', from, to }),
    label: named(name),
  }))
  const usual = TERMS.map((year): PeriodSpec => ({ kind: 'term', year }))
  const isListed = own.some(({ value }) => value === formatPeriodKey(period))
  const specs = [
    ...(own.length > 0 ? [] : usual),
    ...(period.kind === 'ownTerm' && !isListed ? [period] : []),
  ]
  return [
    ...own,
    ...specs.map((spec) => ({ value: formatPeriodKey(spec), label: periodName(spec, language) })),
  ]
}

function usePeriodOptions(period: PeriodSpec, asOf: Day, today: Day, isOpen: boolean) {
  const terms = useTermOptions(period, isOpen)
  const { t, language } = useTexts()
  const option = (spec: PeriodSpec) => ({ value: formatPeriodKey(spec), label: periodName(spec, language) })
  const year = yearOf(asOf)
  const last = Math.max(yearOf(today), year)
  const years = Array.from({ length: last - Math.min(2019, year - 1) }, (_, index) => last - index)
  const range: PeriodSpec = period.kind === 'from' ? period : { kind: 'from', from: `${year}-01-01` }
  const group = (label: string, specs: PeriodSpec[]) => ({ label, options: specs.map(option) })
  return [
    group(
      t('period.years'),
      years.map((value) => ({ kind: 'year', year: value })),
    ),
    { label: t('period.terms'), options: terms },
    group(
      t('period.quarters'),
      [1, 2, 3, 4].map((part) => ({ kind: 'quarter', year, part })),
    ),
    group(
      t('period.months'),
      Array.from({ length: 12 }, (_, index) => ({ kind: 'month', year, part: index + 1 })),
    ),
    group(
      t('period.schoolYears'),
      years.slice(0, 6).map((value) => ({ kind: 'school', year: value - 1 })),
    ),
    { label: t('period.free'), options: [option(range)] },
  ]
}

function HowCounted() {
  const { t, label } = useTexts()
  const { place, setPlace } = usePlace()
  const content = (
    <div className="sb-how">
      <strong id="how-basis">{t('how.basis')}</strong>
      <Radio.Group
        aria-labelledby="how-basis"
        vertical
        value={place.basis}
        onChange={(event) => setPlace({ ...place, basis: event.target.value as CountBasis })}
        options={codesOf(COUNT_BASES).map((value) => ({ value, label: label(COUNT_BASES, value) }))}
      />
      <strong id="how-perimeter">{t('how.perimeter')}</strong>
      <Radio.Group
        aria-labelledby="how-perimeter"
        vertical
        value={place.perimeter}
        onChange={(event) => setPlace({ ...place, perimeter: event.target.value as Perimeter })}
        options={(['RESTATED', 'RECORDED'] as const).map((value) => ({
          value,
          label: label(PERIMETERS, value),
        }))}
      />
      {place.perimeter === 'RESTATED' && (
        <>
          <label htmlFor="how-tree">{t('how.treeAt')}</label>
          <DayField
            id="how-tree"
            allowClear
            value={place.treeAt ?? place.asOf}
            onChange={(treeAt) => setPlace({ ...place, treeAt: treeAt === place.asOf ? undefined : treeAt })}
          />
        </>
      )}
      <p>{t(place.perimeter === 'RESTATED' ? 'how.restatedHint' : 'how.recordedHint')}</p>
    </div>
  )
  const isDefault = place.basis === 'DECISION' && place.perimeter === 'RESTATED' && !place.treeAt
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button type={isDefault ? 'text' : 'default'} icon={<ControlOutlined />} className="sb-how-button">
        <span className="sb-how-text">{t('how.title')}</span>
        {!isDefault && <span className="sb-dot" aria-label={t('how.changed')} />}
      </Button>
    </Popover>
  )
}

/** As-of day and period: what every figure on the page answers to. */
export function PlaceControls() {
  const { t } = useTexts()
  const { place, setPlace } = usePlace()
  const { defaultAsOf, today } = useInstallation()
  const [isOpen, setOpen] = useState(false)
  const options = usePeriodOptions(place.period, place.asOf, today, isOpen)
  const choose = (key: string) => {
    const period = parsePeriod(key)
    if (period) setPlace(withPeriod(place, period, defaultAsOf))
  }
  return (
    <>
      <label htmlFor="as-of">{t('frame.asOf')}</label>
      <DayField id="as-of" value={place.asOf} onChange={(day) => day && setPlace(withAsOf(place, day))} />
      <label htmlFor="period">{t('frame.period')}</label>
      <Select
        id="period"
        className="sb-period"
        popupMatchSelectWidth={220}
        value={formatPeriodKey(place.period)}
        options={options}
        onOpenChange={setOpen}
        onChange={choose}
      />
      {place.period.kind === 'from' && (
        <>
          <label htmlFor="from">{t('frame.from')}</label>
          <DayField
            id="from"
            max={place.asOf}
            value={place.period.from}
            onChange={(from) => from && setPlace({ ...place, period: { kind: 'from', from } })}
          />
        </>
      )}
      <HowCounted />
    </>
  )
}
