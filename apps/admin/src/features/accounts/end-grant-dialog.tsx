import { useMutation } from '@apollo/client/react'
import { Form } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { useAccountWords } from './account-words.js'
import { EndGrantMutation, type Account, type AccountGrant } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

interface Props {
  account: Account
  grant: AccountGrant
  onClose: () => void
}

/** Ends a grant after a day, or at once. */
export function EndGrantDialog({ account, grant, onClose }: Props) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const words = useAccountWords()
  const [form] = Form.useForm()
  const [end] = useMutation(EndGrantMutation)
  const { id, version } = grant
  return (
    <FormDialog
      title={s('endGrant')}
      explain={s('endExplain', { name: account.name, what: words.grant(grant) })}
      form={form}
      saveText={s('endGrant')}
      savedText={s('grantEnded')}
      onSave={({ lastDay }) =>
        end({ variables: { input: { id, version, ...(lastDay ? { lastDay: lastDay as string } : {}) } } })
      }
      onClose={onClose}
    >
      <Form.Item name="lastDay" className="sb-wide" label={s('lastDay')}>
        <DayField allowClear />
      </Form.Item>
    </FormDialog>
  )
}
