import { useMutation } from '@apollo/client/react'
import { Button, Form, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { ConfirmSecondFactorMutation } from './sign-in-mutations.js'
import { SIGN_IN_TEXTS } from './sign-in-texts.js'
import { StepFailure } from './step-failure.js'
import type { StepProps } from './steps.js'
import { useStep } from './use-step.js'

/** The code of an authenticator, or a recovery code. */
export function CodeStep({ onStage, onBack }: StepProps & { onBack: () => void }) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  const [confirm] = useMutation(ConfirmSecondFactorMutation)
  const [form] = Form.useForm<Record<string, string>>()
  const { busy, failure, submit } = useStep(async ({ code = '' }) => {
    try {
      const { data } = await confirm({ variables: { code: code.trim() } })
      if (data) await onStage(data.confirmSecondFactor.stage)
    } catch (error) {
      form.setFieldValue('code', '')
      throw error
    }
  })
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={submit}>
      <p className="sb-door-lead">{s('codeLead')}</p>
      <Form.Item name="code" label={s('code')} rules={[{ required: true, message: s('required') }]}>
        <Input
          autoFocus
          className="sb-door-code"
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={40}
        />
      </Form.Item>
      <StepFailure failure={failure} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {s('codeSubmit')}
      </Button>
      <Button type="text" block onClick={onBack}>
        {s('back')}
      </Button>
    </Form>
  )
}
