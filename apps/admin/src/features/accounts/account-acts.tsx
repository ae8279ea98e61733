import { useApolloClient } from '@apollo/client/react'
import { LIMITS } from '@seedbed/shared'
import { Form, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FormDialog } from '../../components/form-dialog.js'
import {
  IssuePasswordSlipMutation,
  RenameAccountMutation,
  ResetSecondFactorMutation,
  SetAccountDisabledMutation,
  type Account,
  type Slip,
} from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

export type Act = 'rename' | 'newSlip' | 'disable' | 'let' | 'reset'

const explains = {
  rename: undefined,
  newSlip: 'newSlipExplain',
  disable: 'disableExplain',
  let: 'letExplain',
  reset: 'resetExplain',
} as const
const said = {
  rename: 'renamed',
  newSlip: 'slips',
  disable: 'disabledSaid',
  let: 'letSaid',
  reset: 'resetSaid',
} as const

interface Props {
  act: Act
  account: Account
  onSlip: (slip: Slip) => void
  onClose: () => void
}

function useRun({ act, account: { id, version }, onSlip }: Props) {
  const client = useApolloClient()
  return async (name: string): Promise<void> => {
    if (act === 'rename')
      await client.mutate({ mutation: RenameAccountMutation, variables: { input: { id, version, name } } })
    if (act === 'disable' || act === 'let')
      await client.mutate({
        mutation: SetAccountDisabledMutation,
        variables: { input: { id, version, disabled: act === 'disable' } },
      })
    if (act === 'reset')
      await client.mutate({ mutation: ResetSecondFactorMutation, variables: { input: { id, version } } })
    if (act !== 'newSlip') return
    const input = { id, version }
    const { data } = await client.mutate({ mutation: IssuePasswordSlipMutation, variables: { input } })
    if (data) onSlip(data.issuePasswordSlip)
  }
}

/** One act on an account: it says what will happen before it does. */
export function AccountActs(props: Props) {
  const { act, account, onClose } = props
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const [form] = Form.useForm()
  const run = useRun(props)
  const explain = explains[act]
  return (
    <FormDialog
      title={`${s(act)} · ${account.name}`}
      explain={explain && s(explain, { name: account.name })}
      form={form}
      initial={{ name: account.name }}
      saveText={s(act === 'newSlip' ? 'issue' : 'confirm')}
      savedText={s(said[act])}
      onSave={({ name }) => run(String(name))}
      onClose={onClose}
    >
      {act === 'rename' && (
        <Form.Item
          name="name"
          className="sb-wide"
          label={s('person')}
          rules={[{ required: true, message: s('required') }]}
        >
          <Input maxLength={LIMITS.nameLength} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
