import { useMutation } from '@apollo/client/react'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { Box } from '../../components/box.js'
import { FormDialog } from '../../components/form-dialog.js'
import { NewPasswordFields } from '../sign-in/new-password-fields.js'
import { ChangePasswordMutation } from '../sign-in/sign-in-mutations.js'
import { ACCOUNT_TEXTS } from './account-texts.js'

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const [form] = Form.useForm()
  const [change] = useMutation(ChangePasswordMutation)
  return (
    <FormDialog
      title={s('changePassword')}
      explain={s('changeExplain')}
      form={form}
      savedText={s('changed')}
      onSave={({ currentPassword, newPassword }) =>
        change({
          variables: {
            input: { currentPassword: String(currentPassword), newPassword: String(newPassword) },
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="currentPassword"
        className="sb-wide"
        label={s('current')}
        rules={[{ required: true, message: s('required') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields />
    </FormDialog>
  )
}

/** The way to another password. */
export function PasswordBox() {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const [open, setOpen] = useState(false)
  return (
    <Box title={s('password')}>
      <p className="sb-account-words">{s('changeExplain')}</p>
      <Button onClick={() => setOpen(true)}>{s('changePassword')}</Button>
      {open && <PasswordDialog onClose={() => setOpen(false)} />}
    </Box>
  )
}
