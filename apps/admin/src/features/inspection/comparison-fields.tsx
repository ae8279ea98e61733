import {
  codesOf,
  COMPARE_OPERATORS,
  COMPARED_TO,
  findIndicator,
  INDICATORS,
  QUERY_LIMITS,
  type CompareOperator,
  type ComparedTo,
  type QueryComparison,
} from '@seedbed/shared'
import { InputNumber, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { DayField } from '../../components/day-field.js'
import { Labelled } from '../../components/labelled.js'
import { QUERY_TEXTS } from './inspection-texts.js'

interface Props {
  compare: QueryComparison
  onChange: (compare: QueryComparison) => void
}

const lone: ReadonlySet<CompareOperator> = new Set(['MISSING', 'PRESENT'])

export function IndicatorSelect({
  value,
  title,
  onChange,
}: {
  value: string | null | undefined
  title: string
  onChange: (id: string) => void
}) {
  const { language } = useTexts()
  return (
    <Select
      aria-label={title}
      className="sb-query-figure"
      value={value || undefined}
      placeholder={title}
      status={value && !findIndicator(value) ? 'error' : undefined}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={INDICATORS.map(({ id, label }) => ({ value: id, label: label[language] }))}
      onChange={onChange}
    />
  )
}

function NumberField({
  value,
  title,
  unit,
  onChange,
}: {
  value: number | null | undefined
  title: string
  unit?: string
  onChange: (value: number | undefined) => void
}) {
  const { language } = useTexts()
  return (
    <InputNumber
      aria-label={title}
      className="sb-query-number"
      value={value ?? null}
      max={QUERY_LIMITS.number}
      min={-QUERY_LIMITS.number}
      decimalSeparator={language === 'vi' ? ',' : '.'}
      suffix={unit}
      onChange={(next) => onChange(next === null ? undefined : Number(next))}
    />
  )
}

function Standard({ compare, onChange }: Props) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { label, language } = useTexts()
  const to = compare.to ?? 'NUMBER'
  const kind = findIndicator(compare.indicator)?.unit
  const unit = kind === 'PERCENT' ? '%' : kind === 'YEARS' ? (language === 'vi' ? 'năm' : 'years') : undefined
  return (
    <>
      {compare.operator !== 'BETWEEN' && (
        <Select<ComparedTo>
          aria-label={w('comparedTo')}
          value={to}
          popupMatchSelectWidth={false}
          options={codesOf(COMPARED_TO).map((value) => ({ value, label: label(COMPARED_TO, value) }))}
          onChange={(next) => onChange({ ...compare, to: next === 'NUMBER' ? undefined : next })}
        />
      )}
      {to === 'NUMBER' && (
        <NumberField
          value={compare.number}
          title={w('number')}
          unit={unit}
          onChange={(number) => onChange({ ...compare, number })}
        />
      )}
      {compare.operator === 'BETWEEN' && (
        <NumberField
          value={compare.upTo}
          title={w('upTo')}
          unit={unit}
          onChange={(upTo) => onChange({ ...compare, upTo })}
        />
      )}
      {to === 'INDICATOR' && (
        <IndicatorSelect
          value={compare.other}
          title={w('other')}
          onChange={(other) => onChange({ ...compare, other })}
        />
      )}
      {to !== 'NUMBER' && (
        <span className="sb-query-factor">
          {w('factor')}
          <NumberField
            value={compare.factor ?? 1}
            title={w('factor')}
            onChange={(factor) => onChange({ ...compare, factor })}
          />
        </span>
      )}
    </>
  )
}

function MoreOfComparison({ compare, onChange }: Props) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { question } = usePlace()
  const used = (compare.years ?? 1) > 1 || compare.from || compare.asOf
  return (
    <details className="sb-query-details" open={Boolean(used)}>
      <summary>{w('comparisonMore')}</summary>
      <div className="sb-query-row">
        <Labelled text={w('years')}>
          <InputNumber
            aria-label={w('years')}
            value={compare.years ?? 1}
            min={1}
            max={QUERY_LIMITS.years}
            precision={0}
            onChange={(years) => onChange({ ...compare, years: years && years > 1 ? years : undefined })}
          />
        </Labelled>
        <Labelled text={w('comparisonFrom')}>
          <DayField
            value={compare.from ?? undefined}
            allowClear
            onChange={(from) =>
              onChange({ ...compare, from, asOf: from ? (compare.asOf ?? question.asOf) : undefined })
            }
          />
        </Labelled>
        <Labelled text={w('comparisonTo')}>
          <DayField
            value={compare.asOf ?? undefined}
            allowClear
            onChange={(asOf) =>
              onChange({ ...compare, asOf, from: asOf ? (compare.from ?? question.from) : undefined })
            }
          />
        </Labelled>
      </div>
    </details>
  )
}

/** A figure against a number, another figure, the unit above or the median of its peers. */
export function ComparisonFields({ compare, onChange }: Props) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { label } = useTexts()
  const operate = (operator: CompareOperator) => {
    const bare = {
      indicator: compare.indicator,
      operator,
      years: compare.years,
      from: compare.from,
      asOf: compare.asOf,
    }
    if (lone.has(operator)) return onChange(bare)
    if (operator === 'BETWEEN') return onChange({ ...bare, number: compare.number, upTo: compare.upTo })
    onChange({ ...compare, operator, upTo: undefined })
  }
  return (
    <>
      <IndicatorSelect
        value={compare.indicator}
        title={w('figure')}
        onChange={(indicator) => onChange({ ...compare, indicator })}
      />
      <Select<CompareOperator>
        aria-label={w('operator')}
        value={compare.operator}
        popupMatchSelectWidth={false}
        options={codesOf(COMPARE_OPERATORS).map((value) => ({
          value,
          label: label(COMPARE_OPERATORS, value),
        }))}
        onChange={operate}
      />
      {!lone.has(compare.operator) && <Standard compare={compare} onChange={onChange} />}
      <MoreOfComparison compare={compare} onChange={onChange} />
    </>
  )
}
