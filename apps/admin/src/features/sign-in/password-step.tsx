import { useMutation } from '@apollo/client/react'
import { Button, Form, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { SignInMutation } from './sign-in-mutations.js'
import { SIGN_IN_TEXTS } from './sign-in-texts.js'
import { StepFailure } from './step-failure.js'
import type { StepProps } from './steps.js'
import { useStep } from './use-step.js'

/** User name and password. `userName` fixes who it must be. */
export function PasswordStep({ onStage, userName }: StepProps & { userName?: string }) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  const [signIn] = useMutation(SignInMutation)
  const [form] = Form.useForm<Record<string, string>>()
  const { busy, failure, submit } = useStep(async (values) => {
    const input = {
      userName: (userName ?? values['userName'] ?? '').trim(),
      password: values['password'] ?? '',
    }
    try {
      const { data } = await signIn({ variables: { input } })
      if (data) await onStage(data.signIn.stage)
    } catch (error) {
      form.setFieldValue('password', '')
      const field = form.getFieldInstance('password') as { focus?: () => void } | undefined
      field?.focus?.()
      throw error
    }
  })
  const needed = [{ required: true, message: s('required') }]
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      initialValues={{ userName }}
      onFinish={submit}
    >
      <Form.Item name="userName" label={s('userName')} rules={needed}>
        <Input
          autoFocus={!userName}
          readOnly={userName !== undefined}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={100}
          placeholder={userName ? undefined : s('userNameHint')}
        />
      </Form.Item>
      <Form.Item name="password" label={s('password')} rules={needed}>
        <Input.Password autoFocus={userName !== undefined} autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <StepFailure failure={failure} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {s('submit')}
      </Button>
      <p className="sb-door-help">{s('help')}</p>
    </Form>
  )
}
