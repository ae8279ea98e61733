import { findIndicator, INDICATORS, QUERY_LIMITS, type QueryOrder } from '@seedbed/shared'
import { CloseOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { CheckChooser } from '../../components/check-chooser.js'
import { DEFAULT_COLUMNS, type Draft } from './draft.js'
import { QUERY_TEXTS } from './inspection-texts.js'

const NAME = 'name'

function OrderRow({
  order,
  first,
  onChange,
  onDrop,
}: {
  order: QueryOrder
  first: boolean
  onChange: (order: QueryOrder) => void
  onDrop?: () => void
}) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { language } = useTexts()
  const options = [
    { value: NAME, label: w('byName') },
    ...INDICATORS.map(({ id, label }) => ({ value: id, label: label[language] })),
  ]
  return (
    <span className="sb-query-order">
      <span>{w(first ? 'order' : 'thenBy')}</span>
      <Select
        aria-label={w(first ? 'order' : 'thenBy')}
        value={order.indicator ?? NAME}
        options={options}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(id: string) => onChange({ ...order, indicator: id === NAME ? undefined : id })}
      />
      <Select
        aria-label={w('direction')}
        value={order.direction}
        popupMatchSelectWidth={false}
        options={(['ASC', 'DESC'] as const).map((value) => ({ value, label: w(value) }))}
        onChange={(direction) => onChange({ ...order, direction })}
      />
      {onDrop && <Button type="text" icon={<CloseOutlined />} aria-label={w('dropOrder')} onClick={onDrop} />}
    </span>
  )
}

/** The columns of the answer and the order of its rows. */
export function ColumnFields({
  draft,
  onChange,
}: {
  draft: Draft
  onChange: (changes: Partial<Draft>) => void
}) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { language } = useTexts()
  const orders = draft.orderBy?.length ? draft.orderBy : [{ direction: 'ASC' as const }]
  const set = (index: number, order: QueryOrder | null) =>
    onChange({ orderBy: orders.flatMap((one, at) => (at === index ? (order ?? []) : one)) })
  const chosen = INDICATORS.filter(({ id }) => draft.indicators.includes(id)).map(({ id }) => id)
  return (
    <fieldset className="sb-query-step">
      <legend>{w('show')}</legend>
      <div className="sb-query-row">
        <CheckChooser
          text={w('columns', { n: chosen.length })}
          title={w('columnsTitle')}
          resetText={w('columnsReset')}
          chosen={chosen}
          options={INDICATORS.map(({ id, label }) => ({ value: id, label: label[language] }))}
          onChange={(next) => {
            const kept = INDICATORS.filter(({ id }) => next.includes(id)).map(({ id }) => id)
            onChange({
              indicators: kept.length > 0 ? kept.slice(0, QUERY_LIMITS.columns) : [...DEFAULT_COLUMNS],
            })
          }}
        />
        {orders.map((order, index) => (
          <OrderRow
            key={index}
            order={order}
            first={index === 0}
            onChange={(next) => set(index, next)}
            onDrop={index === 0 ? undefined : () => set(index, null)}
          />
        ))}
        {orders.length < QUERY_LIMITS.orders && (
          <Button onClick={() => onChange({ orderBy: [...orders, { direction: 'ASC' }] })}>
            {w('addOrder')}
          </Button>
        )}
      </div>
      <p className="sb-query-columns">
        {chosen.map((id) => findIndicator(id)?.label[language] ?? id).join(' · ')}
      </p>
    </fieldset>
  )
}
