import { useApolloClient } from '@apollo/client/react'
import { QUERY_LIMITS } from '@seedbed/shared'
import { Form, Input, InputNumber, Radio } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FormDialog } from '../../components/form-dialog.js'
import { DrawSampleMutation, type EvidenceAnswer } from './evidence-query.js'
import { KEPT_TEXTS } from './kept-texts.js'

const HOW_MUCH = ['ROWS', 'PERCENT'] as const

/** Draws rows from evidence: so many or so much of a hundred, by a seed that anybody can repeat. */
export function SampleDialog({ evidence, onClose }: { evidence: EvidenceAnswer; onClose: () => void }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const client = useApolloClient()
  const [form] = Form.useForm()
  const unit = (Form.useWatch('unit', form) ?? 'ROWS') as (typeof HOW_MUCH)[number]
  const draw = ({ amount, seed, unit: by }: Record<string, unknown>) => {
    const size = by === 'PERCENT' ? { percent: Number(amount) } : { size: Number(amount) }
    const input = { evidenceId: evidence.id, seed: String(seed), ...size }
    return client.mutate({ mutation: DrawSampleMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={w('sampleTitle')}
      form={form}
      explain={w('sampleExplain')}
      initial={{ unit: 'ROWS', amount: Math.min(10, Math.max(1, evidence.totalCount)), seed: evidence.asOf }}
      saveText={w('draw')}
      savedText={w('drawn')}
      onSave={draw}
      onClose={onClose}
    >
      <Form.Item name="unit" label={w('howMuch')}>
        <Radio.Group options={HOW_MUCH.map((value) => ({ value, label: w(value) }))} />
      </Form.Item>
      <Form.Item name="amount" label={w('amount')} rules={[{ required: true, message: w('amount') }]}>
        <InputNumber
          min={unit === 'ROWS' ? 1 : 0.1}
          max={unit === 'ROWS' ? QUERY_LIMITS.sample : 100}
          precision={unit === 'ROWS' ? 0 : 1}
          suffix={unit === 'ROWS' ? undefined : '%'}
        />
      </Form.Item>
      <Form.Item
        name="seed"
        className="sb-wide"
        label={w('seed')}
        extra={w('seedHint')}
        rules={[{ required: true, whitespace: true, message: w('seed') }]}
      >
        <Input maxLength={120} />
      </Form.Item>
    </FormDialog>
  )
}
