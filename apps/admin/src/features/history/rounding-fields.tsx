import { LIMITS } from '@seedbed/shared'
import { Checkbox, Form, InputNumber, Radio } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'

/** Cut, rounded half up, or as the units above; with the zeros at the end or without. */
export function RoundingFields() {
  const { t } = useTexts()
  const form = Form.useFormInstance()
  const mode = Form.useWatch('mode', form) as string | undefined
  const decimals = (Form.useWatch('decimals', form) as number | undefined) ?? 0
  return (
    <>
      <Form.Item name="mode" label={t('field.rounding')}>
        <Radio.Group
          vertical
          options={[
            { value: 'INHERIT', label: t('field.inherit') },
            { value: 'TRUNCATE', label: t('history.truncate', { n: decimals }) },
            { value: 'HALF_UP', label: t('history.halfUp', { n: decimals }) },
          ]}
        />
      </Form.Item>
      <Form.Item name="decimals" label={t('field.decimals')}>
        <InputNumber min={0} max={LIMITS.decimals} precision={0} disabled={mode === 'INHERIT'} />
      </Form.Item>
      <Form.Item name="trailingZeros" valuePropName="checked" extra={t('history.zerosExplain')}>
        <Checkbox disabled={mode === 'INHERIT'}>{t('field.trailingZeros')}</Checkbox>
      </Form.Item>
    </>
  )
}
