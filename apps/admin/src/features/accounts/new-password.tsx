import '../../app/i18n/page-texts.js'
import { useMutation } from '@apollo/client/react'
import { LIMITS } from '@seedbed/shared'
import { Button, Form, Input } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { FailureText } from '../../components/error-state.js'
import { graphql } from '../../gql/graphql.js'
import { failureOf } from '../../lib/errors.js'
import { AloneForm } from './alone-form.js'

const ChangePasswordMutation = graphql(`
  mutation ChoosePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      stage
    }
  }
`)

/** A password of one's own after signing in with a one-time one; typed twice. */
export function NewPassword({ userName, onDone }: { userName: string; onDone: () => void }) {
  const { t } = useTexts()
  const [change, { loading, error }] = useMutation(ChangePasswordMutation)
  const submit = async ({ newPassword }: { newPassword: string }) => {
    const { data } = await change({ variables: { input: { newPassword } } }).catch(() => ({
      data: undefined,
    }))
    if (data) onDone()
  }
  const required = { required: true, message: t('record.required') }
  return (
    <AloneForm
      title={t('newPassword.title')}
      note={t('newPassword.note', { least: LIMITS.passwordShortest })}
      failure={error && <FailureText failure={failureOf(error)} />}
    >
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <input type="text" autoComplete="username" value={userName} readOnly hidden />
        <Form.Item name="newPassword" label={t('newPassword.new')} rules={[required]}>
          <Input.Password autoComplete="new-password" autoFocus maxLength={LIMITS.passwordLongest} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('newPassword.again')}
          dependencies={['newPassword']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('newPassword')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('newPassword.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={LIMITS.passwordLongest} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={loading}>
          {t('newPassword.submit')}
        </Button>
      </Form>
    </AloneForm>
  )
}
