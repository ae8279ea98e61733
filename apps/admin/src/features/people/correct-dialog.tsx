import { useMutation } from '@apollo/client/react'
import { EVENT_KINDS } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { graphql } from '../../gql/graphql.js'
import { formatDay } from '../../lib/format.js'
import type { PersonEvent } from './person-query.js'

const CorrectEventMutation = graphql(`
  mutation CorrectEvent($input: CorrectionInput!) {
    correctEvent(input: $input) {
      id
      version
      correctedOn
      correctionReason
    }
  }
`)

const fields: readonly FieldSpec[] = [
  { name: 'reason', label: 'correct.reason', type: 'note', required: true },
]

/** Reverses an event with a reason; says beforehand what that does. */
export function CorrectDialog({ event, onClose }: { event: PersonEvent; onClose: () => void }) {
  const { t, label } = useTexts()
  const { today } = useInstallation()
  const [form] = Form.useForm()
  const [correct] = useMutation(CorrectEventMutation)
  return (
    <FormDialog
      title={t('correct.title')}
      explain={t('correct.explain', { what: label(EVENT_KINDS, event.kind), day: formatDay(event.on) })}
      form={form}
      saveText={t('correct.save')}
      savedText={t('correct.saved')}
      onSave={({ reason }) =>
        correct({ variables: { input: { id: event.id, version: event.version, reason: String(reason) } } })
      }
      onClose={onClose}
    >
      <FormFields fields={fields} at={today} today={today} />
    </FormDialog>
  )
}
