import { useApolloClient } from '@apollo/client/react'
import { minDay, type Day, type DossierStepKind } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { DocumentChoice } from './document-choice.js'
import { StepMutation } from './dossier-mutations.js'
import type { DossierRow } from './dossier-query.js'
import { OutcomeList } from './outcome-list.js'
import { RuleNotes } from './rule-notes.js'
import { StepFields, stepInputOf } from './step-dialog.js'
import { STEP_LABELS } from './step-words.js'
import { useDocument } from './use-document.js'
import { useEach } from './use-each.js'

const on: FieldSpec = { name: 'on', label: 'record.on', type: 'day', required: true }

/**
 * The same step for several dossiers with one day and one document. Each is judged and recorded by itself; who is
 * refused stays in the dialog with the reason, and keeps nobody else from it.
 */
export function BulkStepDialog(props: {
  rows: readonly DossierRow[]
  kind: DossierStepKind
  onClose: () => void
  onDone: () => void
}) {
  const { t, label } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { rows, kind } = props
  const first = minDay(place.asOf, today)
  const day = (Form.useWatch('on', form) as Day | undefined) ?? first
  const { options, idOf } = useDocument()
  const { outcomes, run } = useEach()
  const name = label(STEP_LABELS, kind)
  const save = async (values: Record<string, unknown>) => {
    const documentId = await idOf(values, name)
    const answer = await run(
      rows.map(({ id }) => id),
      (id) => {
        const version = rows.find((row) => row.id === id)?.version ?? 0
        const input = { dossierId: id, version, ...stepInputOf(kind, values, documentId) }
        return client.mutate({ mutation: StepMutation, variables: { input } })
      },
    )
    if (answer === undefined) props.onDone()
    return answer
  }
  return (
    <FormDialog
      title={t('dossier.bulkOf', { step: name, n: rows.length })}
      explain={t('dossier.bulkExplain')}
      form={form}
      initial={{ on: first, outcome: 'YES' }}
      savedText={t('sources.done', { n: rows.length })}
      onSave={save}
      onClose={props.onClose}
    >
      <FormFields fields={[on]} at={day} today={today} />
      <DocumentChoice options={options} />
      <StepFields kind={kind} day={day} />
      <OutcomeList
        people={rows.map(({ id, person, organization }) => ({
          id,
          name: person.fullName,
          note: organization.name,
        }))}
        outcomes={outcomes}
      />
      <RuleNotes kind={kind} on={day} />
    </FormDialog>
  )
}
