import '../../app/i18n/page-texts.js'
import { useMutation } from '@apollo/client/react'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { FailureText } from '../../components/error-state.js'
import { graphql } from '../../gql/graphql.js'
import { failureOf } from '../../lib/errors.js'
import { AloneForm } from './alone-form.js'

const SignInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      stage
    }
  }
`)

const ConfirmSecondFactorMutation = graphql(`
  mutation ConfirmSecondFactor($code: String!) {
    confirmSecondFactor(code: $code) {
      stage
    }
  }
`)

/** User name and password, and a code where the account has a second factor; `onDone` when the session is open. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const [needsCode, setNeedsCode] = useState(false)
  return needsCode ? (
    <SecondFactor onDone={onDone} onAgain={() => setNeedsCode(false)} />
  ) : (
    <Password onDone={(stage) => (stage === 'SECOND_FACTOR' ? setNeedsCode(true) : onDone())} />
  )
}

function Password({ onDone }: { onDone: (stage: string) => void }) {
  const { t } = useTexts()
  const [signIn, { loading, error }] = useMutation(SignInMutation)
  const submit = async (input: { userName: string; password: string }) => {
    const { data } = await signIn({ variables: { input } }).catch(() => ({ data: undefined }))
    if (data) onDone(data.signIn.stage)
  }
  const required = [{ required: true, message: t('record.required') }]
  return (
    <AloneForm title={t('signIn.title')} failure={error && <FailureText failure={failureOf(error)} />}>
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="userName" label={t('signIn.userName')} rules={required}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="password" label={t('signIn.password')} rules={required}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={loading}>
          {t('signIn.submit')}
        </Button>
      </Form>
    </AloneForm>
  )
}

function SecondFactor({ onDone, onAgain }: { onDone: () => void; onAgain: () => void }) {
  const { t } = useTexts()
  const [confirm, { loading, error }] = useMutation(ConfirmSecondFactorMutation)
  const submit = async (variables: { code: string }) => {
    const { data } = await confirm({ variables }).catch(() => ({ data: undefined }))
    if (data) onDone()
  }
  return (
    <AloneForm
      title={t('signIn.codeTitle')}
      note={t('signIn.codeNote')}
      failure={error && <FailureText failure={failureOf(error)} />}
    >
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="code"
          label={t('signIn.code')}
          rules={[{ required: true, message: t('record.required') }]}
        >
          <Input autoComplete="one-time-code" autoFocus maxLength={20} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={loading}>
          {t('signIn.submit')}
        </Button>
        <Button type="link" block onClick={onAgain}>
          {t('signIn.again')}
        </Button>
      </Form>
    </AloneForm>
  )
}
