import { useApolloClient } from '@apollo/client/react'
import { addDays, FINDING_KINDS, type FindingKind } from '@seedbed/shared'
import { Form, Input, Radio } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { UnitSelect } from '../../components/unit-select.js'
import { RecordFindingMutation } from './inspection-query.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'

interface Props {
  /** What it is on: a unit, or a person. */
  about: { organizationId: string } | { personId: string }
  name: string
  roundId?: string
  onClose: () => void
}

const PROPOSED_DAYS = 15

/** Makes a finding on the unit or person at hand, within a round if one is given. */
export function FindingDialog({ about, name, roundId, onClose }: Props) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const kind = (Form.useWatch('kind', form) ?? 'SHORTCOMING') as FindingKind
  return (
    <FormDialog
      title={`${s('add')} · ${name}`}
      form={form}
      initial={{ kind: 'SHORTCOMING', dueOn: addDays(today, PROPOSED_DAYS) }}
      savedText={s('recorded')}
      onSave={({ kind: chosen, words, responsibleId, dueOn }) => {
        const input = {
          ...about,
          kind: chosen as FindingKind,
          words: String(words),
          ...(roundId ? { roundId } : {}),
          ...(typeof responsibleId === 'string' ? { responsibleId } : {}),
          ...(chosen === 'PRAISE' ? {} : { dueOn: String(dueOn) }),
        }
        return client.mutate({ mutation: RecordFindingMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" className="sb-wide" label={s('kind')}>
        <Radio.Group
          options={(Object.keys(FINDING_KINDS) as FindingKind[]).map((value) => ({
            value,
            label: label(FINDING_KINDS, value),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        className="sb-wide"
        label={s('words')}
        rules={[{ required: true, whitespace: true, message: s('required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="responsibleId"
        className="sb-wide"
        label={s('responsible')}
        extra={s('responsibleHint')}
      >
        <UnitSelect at={today} />
      </Form.Item>
      {kind !== 'PRAISE' && (
        <Form.Item name="dueOn" label={s('dueOn')} rules={[{ required: true, message: s('required') }]}>
          <DayField />
        </Form.Item>
      )}
    </FormDialog>
  )
}
