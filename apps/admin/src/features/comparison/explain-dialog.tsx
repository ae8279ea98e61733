import { useQuery } from '@apollo/client/react'
import { INDICATORS, findIndicator } from '@seedbed/shared'
import { Button, Form, Input, Modal, Select, type InputRef } from 'antd'
import { useRef } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatCount } from '../../lib/format.js'
import { ExplainQuery, type Explanation } from './comparison-query.js'
import { PERSONS } from './ratio-box.js'

const PERCENTAGES = INDICATORS.filter(({ unit }) => unit === 'PERCENT')

function useRoundingWords() {
  const { t } = useTexts()
  return ({ mode, decimals, trailingZeros }: Explanation['rounding']) => {
    const how = mode === 'TRUNCATE' ? 'explain.truncate' : 'explain.halfUp'
    const words = decimals === 0 ? t(`${how}0`) : t(how, { n: decimals })
    return trailingZeros ? words : `${words}, ${t('history.zerosDropped')}`
  }
}

/** Ways that divide by the same number stand together. */
function byDenominator(ways: readonly Explanation[]): Explanation[][] {
  const amounts = [...new Set(ways.map(({ denominator }) => denominator))]
  return amounts.map((amount) => ways.filter(({ denominator }) => denominator === amount))
}

function Way({ ways }: { ways: readonly Explanation[] }) {
  const { t, language } = useTexts()
  const rounding = useRoundingWords()
  const [first] = ways
  if (!first) return null
  return (
    <li className={first.own ? 'sb-explain-own' : undefined}>
      <strong>
        {t('explain.way', {
          n: formatCount(first.numerator, language),
          of: formatCount(first.denominator, language),
          name: first.denominatorName,
          percent: first.text,
        })}
      </strong>
      <small>{ways.map((way) => rounding(way.rounding)).join(` ${t('explain.or')} `)}</small>
    </li>
  )
}

function Answer({ of, printed }: { of: string; printed: string }) {
  const { t } = useTexts()
  const { question, place, unitId } = usePlace()
  const isPercentage = findIndicator(of)?.unit === 'PERCENT'
  const input = { ...question, printed, ...(isPercentage ? { indicator: of } : { numerator: of }) }
  const { data, error, refetch } = useQuery(ExplainQuery, {
    variables: { id: unitId, at: place.asOf, input },
  })
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  const ways = data?.organization?.explainPercentage
  if (!ways) return <Bone width="60%" />
  const own = byDenominator(ways.filter((way) => way.own))
  const others = byDenominator(ways.filter((way) => !way.own))
  if (ways.length === 0)
    return <EmptyState title={t('explain.none', { n: printed })} hint={t('explain.noneHint')} />
  return (
    <div role="status">
      {isPercentage && own.length === 0 && <p className="sb-quiet">{t('explain.notOwn')}</p>}
      <ul className="sb-explain-ways">
        {[...own, ...others].map((group) => (
          <Way key={group[0]?.denominator} ways={group} />
        ))}
      </ul>
    </div>
  )
}

/** Which rounding or which denominator gives a percentage as it stands in print. */
export function ExplainDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useTexts()
  const { params, setParam } = usePlace()
  const of = findIndicator(params.get('of') ?? '')?.id ?? 'completion'
  const printed = params.get('printed')
  const field = useRef<InputRef>(null)
  const options = (list: typeof INDICATORS) =>
    list.map(({ id, label }) => ({ value: id, label: label[language] }))
  return (
    <Modal
      open
      width={640}
      title={t('explain.open')}
      footer={null}
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
      onCancel={onClose}
    >
      <p className="sb-explain">{t('explain.intro')}</p>
      <Form
        layout="vertical"
        className="sb-form"
        requiredMark={false}
        initialValues={{ of, printed }}
        onFinish={(values: { of: string; printed: string }) =>
          setParam({ of: values.of, printed: values.printed.trim() }, true)
        }
      >
        <Form.Item name="of" label={t('explain.of')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { label: t('explain.percentages'), options: options(PERCENTAGES) },
              { label: t('explain.persons'), options: options(PERSONS) },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="printed"
          label={t('field.printedPercentage')}
          rules={[
            { required: true, message: t('record.required') },
            { pattern: /^\s*\d{1,5}([.,]\d{1,6})?\s*%?\s*$/u, message: t('field.percentageForm') },
          ]}
        >
          <Input ref={field} maxLength={14} inputMode="decimal" suffix="%" />
        </Form.Item>
        <div className="sb-wide">
          <Button type="primary" htmlType="submit">
            {t('explain.check')}
          </Button>
        </div>
      </Form>
      {printed && <Answer of={of} printed={printed} />}
    </Modal>
  )
}
