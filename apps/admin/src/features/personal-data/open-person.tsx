import { LockOutlined, WarningOutlined } from '@ant-design/icons'
import { useMutation } from '@apollo/client/react'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useNotice } from '../../app/notices.js'
import { FailureText } from '../../components/error-state.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { OpenPersonMutation } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { ReasonField } from './reason-dialog.js'

/** In place of a person kept by others: a reason opens them for an hour. */
export function OpenPerson({ id }: { id: string }) {
  const s = useOwnTexts(DATA_TEXTS)
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const [open, { loading }] = useMutation(OpenPersonMutation)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = async ({ reason }: { reason: string }) => {
    setFailure(null)
    try {
      await open({ variables: { input: { personId: id, reason: reason.trim() } } })
      say(s('opened'))
      await afterWrite()
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return (
    <div className="sb-open-person">
      <h3>
        <LockOutlined aria-hidden /> {s('lookTitle')}
      </h3>
      <p className="sb-explain">{s('lookExplain')}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void submit(values as { reason: string })}
      >
        <ReasonField />
        {failure && (
          <Alert
            type="error"
            role="alert"
            showIcon
            icon={<WarningOutlined />}
            title={<FailureText failure={failure} />}
          />
        )}
        <Button type="primary" htmlType="submit" loading={loading}>
          {s('open')}
        </Button>
      </Form>
    </div>
  )
}
