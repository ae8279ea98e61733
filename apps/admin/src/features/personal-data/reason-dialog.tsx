import { Form, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FormDialog } from '../../components/form-dialog.js'
import { DATA_TEXTS } from './personal-data-texts.js'

interface Props {
  title: string
  explain: string
  saveText: string
  savedText: string
  onSave: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** The field for a reason; a word is none. */
export function ReasonField() {
  const s = useOwnTexts(DATA_TEXTS)
  return (
    <Form.Item
      name="reason"
      className="sb-wide"
      label={s('reason')}
      rules={[{ required: true, whitespace: true, min: 10, message: s('reasonShort') }]}
    >
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={2000}
        placeholder={s('reasonHint')}
        autoComplete="off"
      />
    </Form.Item>
  )
}

/** What is done only for a reason that goes on record. */
export function ReasonDialog({ title, explain, saveText, savedText, onSave, onClose }: Props) {
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={title}
      explain={explain}
      form={form}
      saveText={saveText}
      savedText={savedText}
      onSave={({ reason }) => onSave(String(reason).trim())}
      onClose={onClose}
    >
      <ReasonField />
    </FormDialog>
  )
}
