import { Form, Input } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { DayField } from '../../components/day-field.js'
import { formatDay } from '../../lib/format.js'
import type { WorksheetUnit } from './worksheet-query.js'

/** Chosen instead of a document on file: a new one is typed in. */
export const NEW_DOCUMENT = 'new'

/** Documents of the unit and of those above it, as options. */
export function useDocuments(unit: WorksheetUnit) {
  const { t } = useTexts()
  const all = [...unit.documents, ...unit.ancestors.flatMap(({ documents }) => documents)]
  return [
    { value: NEW_DOCUMENT, label: t('worksheet.newDocument') },
    ...all.map(({ id, number, title, signedOn }) => ({
      value: id,
      label: [number, signedOn ? formatDay(signedOn) : null, title].filter(Boolean).join(' · '),
    })),
  ]
}

/** Number, day, title and issuer of a new document. */
export function NewDocumentFields({ required }: { required: boolean }) {
  const { t } = useTexts()
  const rules = required ? [{ required: true, whitespace: true, message: t('record.required') }] : []
  return (
    <>
      <Form.Item
        name="number"
        label={t('field.number')}
        rules={[{ required: true, whitespace: true, message: t('record.required') }]}
      >
        <Input maxLength={80} placeholder="187-KH/TU" />
      </Form.Item>
      <Form.Item
        name="signedOn"
        label={t('field.signedOn')}
        rules={required ? [{ required: true, message: t('record.required') }] : []}
      >
        <DayField allowClear={!required} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('field.title')}
        className="sb-wide"
        rules={[{ required: true, whitespace: true, message: t('record.required') }]}
      >
        <Input maxLength={400} />
      </Form.Item>
      {required && (
        <Form.Item name="signatory" label={t('field.signatory')} rules={rules}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="issuer" label={t('field.issuer')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}

/** The new document as the API takes it. */
export function documentIn(values: Record<string, unknown>) {
  const { number, title, issuer, signedOn } = values as Record<string, string | undefined>
  return { number: number ?? '', title: title ?? '', issuer: issuer || null, signedOn: signedOn ?? null }
}
