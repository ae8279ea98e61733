import { useApolloClient } from '@apollo/client/react'
import { addDays, FINDING_KINDS } from '@seedbed/shared'
import { Form, Input, Radio } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import {
  AnswerFindingMutation,
  CloseFindingMutation,
  RecheckFindingMutation,
  ReopenFindingMutation,
  WithdrawFindingMutation,
  type FindingDetail,
} from './inspection-query.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'

export type FindingAct = 'answer' | 'recheck' | 'close' | 'reopen' | 'withdraw'

const said = {
  answer: 'saidAnswer',
  recheck: 'saidRecheck',
  close: 'saidClose',
  reopen: 'saidReopen',
  withdraw: 'saidWithdraw',
} as const

interface Props {
  act: FindingAct
  finding: FindingDetail
  onClose: () => void
}

function useRun({ act, finding: { id, version } }: Props) {
  const client = useApolloClient()
  return ({ words, mended, dueOn }: Record<string, unknown>): Promise<unknown> => {
    const input = { id, version, words: String(words) }
    if (act === 'answer') return client.mutate({ mutation: AnswerFindingMutation, variables: { input } })
    if (act === 'close') return client.mutate({ mutation: CloseFindingMutation, variables: { input } })
    if (act === 'withdraw') return client.mutate({ mutation: WithdrawFindingMutation, variables: { input } })
    if (act === 'reopen') {
      const again = { ...input, dueOn: String(dueOn) }
      return client.mutate({ mutation: ReopenFindingMutation, variables: { input: again } })
    }
    const checked = { ...input, mended: mended === true }
    return client.mutate({ mutation: RecheckFindingMutation, variables: { input: checked } })
  }
}

/** Days that are proposed for an answer; whoever writes it down chooses another. */
const PROPOSED_DAYS = 15

/** One step of a finding: the unit's answer, the re-check, its end, another round of it, or taking it back. */
export function FindingStepDialog(props: Props) {
  const { act, finding, onClose } = props
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { today } = useInstallation()
  const [form] = Form.useForm()
  const run = useRun(props)
  return (
    <FormDialog
      title={`${s(act)} · ${label(FINDING_KINDS, finding.kind)}`}
      explain={finding.words}
      form={form}
      initial={{ mended: true, dueOn: addDays(today, PROPOSED_DAYS) }}
      saveText={s(act)}
      savedText={s(said[act])}
      onSave={run}
      onClose={onClose}
    >
      {act === 'recheck' && (
        <Form.Item name="mended" className="sb-wide" label={s('recheckResult')}>
          <Radio.Group
            options={[
              { value: true, label: s('mended') },
              { value: false, label: s('notMended') },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item
        name="words"
        className="sb-wide"
        label={s(act === 'answer' ? 'answerWords' : 'words')}
        rules={[{ required: true, whitespace: true, message: s('required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {act === 'reopen' && (
        <Form.Item name="dueOn" label={s('dueOn')} rules={[{ required: true, message: s('required') }]}>
          <DayField />
        </Form.Item>
      )}
    </FormDialog>
  )
}
