import { useMutation } from '@apollo/client/react'
import { Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FormDialog, STAYS } from '../../components/form-dialog.js'
import { EnableSecondFactorMutation, StartSecondFactorMutation } from './account-query.js'
import { ACCOUNT_TEXTS } from './account-texts.js'

interface Setup {
  secret: string
  uri: string
}

function Scan({ setup }: { setup: Setup }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  return (
    <div className="sb-wide sb-factor-scan">
      <div role="img" aria-label={s('qr')}>
        <QRCode value={setup.uri} type="svg" size={196} color="#1C1C1F" bgColor="#FFFFFF" />
      </div>
      <p>
        {s('scanBy')} <code>{setup.secret.replace(/(.{4})/gu, '$1 ').trim()}</code>
      </p>
    </div>
  )
}

/** The second factor in two steps: the password, then a first code of the authenticator. */
export function EnableFactorDialog({ onClose }: { onClose: (codes?: readonly string[]) => void }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const [form] = Form.useForm()
  const [setup, setSetup] = useState<Setup | null>(null)
  const [start] = useMutation(StartSecondFactorMutation)
  const [enable] = useMutation(EnableSecondFactorMutation)
  const save = async ({ password, code }: Record<string, unknown>) => {
    if (!setup) {
      const { data } = await start({ variables: { password: String(password) } })
      if (data) setSetup(data.startSecondFactor)
      return STAYS
    }
    const { data } = await enable({ variables: { code: String(code).replace(/\s/gu, '') } })
    onClose(data?.enableSecondFactor)
    return undefined
  }
  const needed = [{ required: true, message: s('required') }]
  return (
    <FormDialog
      title={s('enable')}
      explain={s(setup ? 'scan' : 'passwordFirst')}
      form={form}
      saveText={s(setup ? 'confirm' : 'next')}
      savedText={s('enabledSaid')}
      onSave={save}
      onClose={() => onClose()}
    >
      {setup ? (
        <>
          <Scan setup={setup} />
          <Form.Item name="code" className="sb-wide" label={s('code')} rules={needed}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="password" className="sb-wide" label={s('current')} rules={needed}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
    </FormDialog>
  )
}
