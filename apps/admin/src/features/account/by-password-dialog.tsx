import { Form, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FormDialog } from '../../components/form-dialog.js'
import { ACCOUNT_TEXTS } from './account-texts.js'

interface Props {
  title: string
  savedText: string
  onSave: (password: string) => Promise<unknown>
  onClose: () => void
}

/** What is done only by whoever knows the password. */
export function ByPasswordDialog({ title, savedText, onSave, onClose }: Props) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={title}
      explain={s('passwordFirst')}
      form={form}
      saveText={s('confirm')}
      savedText={savedText}
      onSave={({ password }) => onSave(String(password))}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        className="sb-wide"
        label={s('current')}
        rules={[{ required: true, message: s('required') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </FormDialog>
  )
}
