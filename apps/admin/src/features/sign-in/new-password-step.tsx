import { useMutation } from '@apollo/client/react'
import { Button, Form } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { NewPasswordFields } from './new-password-fields.js'
import { ChangePasswordMutation } from './sign-in-mutations.js'
import { SIGN_IN_TEXTS } from './sign-in-texts.js'
import { StepFailure } from './step-failure.js'
import type { StepProps } from './steps.js'
import { useStep } from './use-step.js'

/** After a one-time password: a password of one's own. */
export function NewPasswordStep({ onStage }: StepProps) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  const [change] = useMutation(ChangePasswordMutation)
  const { busy, failure, submit } = useStep(async ({ newPassword = '' }) => {
    const { data } = await change({ variables: { input: { newPassword } } })
    if (data) await onStage(data.changePassword.stage)
  })
  return (
    <Form layout="vertical" size="large" requiredMark={false} onFinish={submit}>
      <p className="sb-door-lead">{s('newLead')}</p>
      <NewPasswordFields autoFocus />
      <StepFailure failure={failure} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {s('newSubmit')}
      </Button>
    </Form>
  )
}
