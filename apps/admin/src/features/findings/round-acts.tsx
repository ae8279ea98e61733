import { useApolloClient } from '@apollo/client/react'
import { Form, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FormDialog } from '../../components/form-dialog.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import { CloseRoundMutation, SetWorkersMutation, type Round } from './rounds-query.js'

interface Props {
  round: Round
  onClose: () => void
}

/** Says by user name who works on a round. */
export function WorkersDialog({ round: { id, version, theme, workers }, onClose }: Props) {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={`${s('workers')} · ${theme}`}
      form={form}
      initial={{ userNames: workers.map(({ userName }) => userName).join('\n') }}
      savedText={s('assigned')}
      onSave={({ userNames }) => {
        const typed = typeof userNames === 'string' ? userNames : ''
        const names = typed.split(/[\s,;]+/u).filter(Boolean)
        const input = { id, version, userNames: names }
        return client.mutate({ mutation: SetWorkersMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <Form.Item name="userNames" className="sb-wide" label={s('workers')} extra={s('workersHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

/** Closes a round for good, after saying what that means. */
export function CloseRoundDialog({ round: { id, version, theme }, onClose }: Props) {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={`${s('closeRound')} · ${theme}`}
      explain={s('closeRoundExplain')}
      form={form}
      saveText={s('closeRound')}
      savedText={s('roundClosed')}
      onSave={() => client.mutate({ mutation: CloseRoundMutation, variables: { input: { id, version } } })}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  )
}
