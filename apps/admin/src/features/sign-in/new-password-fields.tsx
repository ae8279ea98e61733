import { LIMITS } from '@seedbed/shared'
import { Form, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { SIGN_IN_TEXTS } from './sign-in-texts.js'

/** A new password, typed twice so that a slip of the finger locks nobody out. */
export function NewPasswordFields({ autoFocus = false }: { autoFocus?: boolean }) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  return (
    <>
      <Form.Item
        name="newPassword"
        className="sb-wide"
        label={s('newPassword')}
        extra={s('newHint')}
        rules={[{ required: true, message: s('required') }]}
      >
        <Input.Password
          autoFocus={autoFocus}
          autoComplete="new-password"
          maxLength={LIMITS.passwordLongest}
        />
      </Form.Item>
      <Form.Item
        name="repeated"
        className="sb-wide"
        label={s('repeat')}
        dependencies={['newPassword']}
        rules={[
          { required: true, message: s('required') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(s('repeatWrong'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={LIMITS.passwordLongest} />
      </Form.Item>
    </>
  )
}
