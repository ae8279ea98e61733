import { useMutation } from '@apollo/client/react'
import { addDays, LIMITS } from '@seedbed/shared'
import { Checkbox, Form, Input, Select } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { CreateAccessTokenMutation, type OwnGrant } from './account-query.js'
import { ACCOUNT_TEXTS } from './account-texts.js'
import { useGrantWords } from './grant-words.js'

interface Props {
  grants: readonly OwnGrant[]
  onToken: (token: string) => void
  onClose: () => void
}

/** Days until a token expires, if nothing else is chosen. */
const USUAL_DAYS = 90

/** A new token: by which grant, until when. The password says that it is oneself who makes it. */
export function TokenDialog({ grants, onToken, onClose }: Props) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const { today } = useInstallation()
  const words = useGrantWords()
  const [form] = Form.useForm()
  const [create] = useMutation(CreateAccessTokenMutation)
  const needed = [{ required: true, message: s('required') }]
  const save = async (values: Record<string, unknown>) => {
    const input = {
      name: String(values['name']),
      grantId: String(values['grantId']),
      lastDay: String(values['lastDay']),
      anyOperation: values['anyOperation'] === true,
      password: String(values['password']),
    }
    const { data } = await create({ variables: { input } })
    if (data) onToken(data.createAccessToken.token)
  }
  return (
    <FormDialog
      title={s('newToken')}
      form={form}
      initial={{ grantId: grants[0]?.id, lastDay: addDays(today, USUAL_DAYS) }}
      savedText={s('tokenCreated')}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="name" className="sb-wide" label={s('tokenName')} rules={needed}>
        <Input maxLength={LIMITS.tokenNameLength} />
      </Form.Item>
      <Form.Item name="grantId" label={s('tokenGrant')} rules={needed}>
        <Select options={grants.map((grant) => ({ value: grant.id, label: words(grant) }))} />
      </Form.Item>
      <Form.Item name="lastDay" label={s('tokenUntil')} rules={needed}>
        <DayField />
      </Form.Item>
      <Form.Item name="anyOperation" className="sb-wide" valuePropName="checked">
        <Checkbox>{s('tokenAny')}</Checkbox>
      </Form.Item>
      <Form.Item name="password" className="sb-wide" label={s('current')} rules={needed}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </FormDialog>
  )
}
