import { useMutation } from '@apollo/client/react'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { graphql } from '../../gql/graphql.js'
import type { Declared } from './declared-query.js'
import { useDeclaredWords } from './declared-words.js'

const CorrectDeclaredMutation = graphql(`
  mutation CorrectDeclaredFigure($input: CorrectionInput!) {
    correctDeclaredFigure(input: $input) {
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

/** Takes a declared figure back with a reason; it stays on record. */
export function CorrectDeclaredDialog({ figure, onClose }: { figure: Declared; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const words = useDeclaredWords()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [correct] = useMutation(CorrectDeclaredMutation)
  return (
    <FormDialog
      title={t('declared.correctTitle')}
      explain={t('declared.correctExplain', {
        what: `${words.name(figure)}: ${words.amount(figure)}`,
        when: words.days(figure),
      })}
      form={form}
      saveText={t('correct.save')}
      savedText={t('correct.saved')}
      onSave={({ reason }) =>
        correct({ variables: { input: { id: figure.id, version: figure.version, reason: String(reason) } } })
      }
      onClose={onClose}
    >
      <FormFields fields={fields} at={today} today={today} />
    </FormDialog>
  )
}
