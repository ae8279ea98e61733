import { useApolloClient } from '@apollo/client/react'
import { DATA_REQUEST_KINDS } from '@seedbed/shared'
import { Form, Input, Radio } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FormDialog } from '../../components/form-dialog.js'
import {
  AnswerDataRequestMutation,
  CarryOutDataRequestMutation,
  ExtendDataRequestMutation,
  LiftRestrictionMutation,
  type DataRequest,
} from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'

export type RequestAct = 'answer' | 'extend' | 'carryOut' | 'lift'

const said = { answer: 'answered', extend: 'extended', carryOut: 'carryOutSaid', lift: 'lifted' } as const

interface Props {
  act: RequestAct
  request: DataRequest
  onClose: () => void
}

function useRun({ act, request: { id, version } }: Props) {
  const client = useApolloClient()
  return ({ answer, accepted }: Record<string, unknown>): Promise<unknown> => {
    const input = { id, version }
    if (act === 'answer') {
      const given = { ...input, answer: String(answer), accepted: accepted === true }
      return client.mutate({ mutation: AnswerDataRequestMutation, variables: { input: given } })
    }
    if (act === 'extend') return client.mutate({ mutation: ExtendDataRequestMutation, variables: { input } })
    if (act === 'lift') return client.mutate({ mutation: LiftRestrictionMutation, variables: { input } })
    return client.mutate({ mutation: CarryOutDataRequestMutation, variables: { input } })
  }
}

/** One step of a request: its answer, more time, carried out, or a restriction lifted. */
export function RequestActs(props: Props) {
  const { act, request, onClose } = props
  const { label } = useTexts()
  const s = useOwnTexts(DATA_TEXTS)
  const [form] = Form.useForm()
  const run = useRun(props)
  return (
    <FormDialog
      title={`${s(act)} · ${label(DATA_REQUEST_KINDS, request.kind)}`}
      explain={request.words}
      form={form}
      initial={{ accepted: true }}
      saveText={s(act)}
      savedText={s(said[act])}
      onSave={run}
      onClose={onClose}
    >
      {act === 'answer' && (
        <>
          <Form.Item name="accepted" className="sb-wide">
            <Radio.Group
              options={[
                { value: true, label: s('accepted') },
                { value: false, label: s('refused') },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="answer"
            className="sb-wide"
            label={s('answerText')}
            rules={[{ required: true, whitespace: true, message: s('required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
