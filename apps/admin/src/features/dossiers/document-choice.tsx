import { Form, Input, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { DayField } from '../../components/day-field.js'
import { NEW_DOCUMENT, type useDocument } from './use-document.js'

/** The document that a step rests on: one on file, or a new one by number and day. */
export function DocumentChoice({ options }: Pick<ReturnType<typeof useDocument>, 'options'>) {
  const { t } = useTexts()
  const form = Form.useFormInstance()
  const isNew = Form.useWatch('documentId', form) === NEW_DOCUMENT
  return (
    <>
      <Form.Item name="documentId" label={t('record.document')} className="sb-wide">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      {isNew && (
        <>
          <Form.Item
            name="number"
            label={t('field.number')}
            rules={[{ required: true, whitespace: true, message: t('record.required') }]}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="signedOn" label={t('field.signedOn')}>
            <DayField allowClear />
          </Form.Item>
        </>
      )}
    </>
  )
}
