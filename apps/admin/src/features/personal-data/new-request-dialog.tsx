import { useMutation } from '@apollo/client/react'
import { DATA_REQUEST_KINDS, type DataRequestKind } from '@seedbed/shared'
import { Form, Input, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { RecordDataRequestMutation } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'

/** Puts on record what a person asks for; the days by which it is due are computed by the rules. */
export function NewRequestDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { label } = useTexts()
  const s = useOwnTexts(DATA_TEXTS)
  const { today } = useInstallation()
  const [form] = Form.useForm()
  const [record] = useMutation(RecordDataRequestMutation)
  const kinds = Object.keys(DATA_REQUEST_KINDS) as DataRequestKind[]
  return (
    <FormDialog
      title={s('newRequest')}
      form={form}
      initial={{ kind: 'CORRECTION', receivedOn: today }}
      savedText={s('recorded')}
      onSave={({ kind, receivedOn, words }) =>
        record({
          variables: {
            input: {
              personId,
              kind: kind as DataRequestKind,
              receivedOn: String(receivedOn),
              words: String(words),
            },
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="kind" label={s('kind')}>
        <Select options={kinds.map((value) => ({ value, label: label(DATA_REQUEST_KINDS, value) }))} />
      </Form.Item>
      <Form.Item name="receivedOn" label={s('receivedOn')}>
        <DayField max={today} />
      </Form.Item>
      <Form.Item
        name="words"
        className="sb-wide"
        label={s('words')}
        rules={[{ required: true, whitespace: true, message: s('required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
