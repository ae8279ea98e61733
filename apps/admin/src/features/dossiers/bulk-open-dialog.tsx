import { useApolloClient } from '@apollo/client/react'
import { minDay, type Day } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { OpenDossierMutation } from './dossier-mutations.js'
import { OutcomeList } from './outcome-list.js'
import { RuleNotes } from './rule-notes.js'
import { useEach } from './use-each.js'

const on: FieldSpec = { name: 'on', label: 'dossier.openedOn', type: 'day', required: true }

/** Opens the dossiers of several candidates on one day; the day of each application stands beside the name. */
export function BulkOpenDialog(props: {
  people: ReadonlyArray<{ id: string; name: string }>
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { people } = props
  const first = minDay(place.asOf, today)
  const day = (Form.useWatch('on', form) as Day | undefined) ?? first
  const { outcomes, run } = useEach()
  const save = async (values: Record<string, unknown>) => {
    const answer = await run(
      people.map(({ id }) => id),
      (personId) => {
        const datedOn = (values[`applied.${personId}`] as Day | undefined) ?? String(values.on)
        const input = { personId, on: String(values.on), papers: [{ formCode: '1-KNĐ', datedOn }] }
        return client.mutate({ mutation: OpenDossierMutation, variables: { input } })
      },
    )
    if (answer === undefined) props.onDone()
    return answer
  }
  return (
    <FormDialog
      title={t('dossier.openMany', { n: people.length })}
      explain={t('dossier.openManyExplain')}
      form={form}
      initial={{ on: first }}
      saveText={t('dossier.open')}
      savedText={t('sources.done', { n: people.length })}
      onSave={save}
      onClose={props.onClose}
    >
      <FormFields fields={[on]} at={day} today={today} />
      <div className="sb-wide">
        {people.map(({ id, name }) => (
          <Form.Item key={id} name={`applied.${id}`} label={t('dossier.appliedOf', { name })}>
            <DayField max={day} allowClear />
          </Form.Item>
        ))}
      </div>
      {Object.keys(outcomes).length > 0 && <OutcomeList people={people} outcomes={outcomes} />}
      <RuleNotes kind="OPEN" on={day} />
    </FormDialog>
  )
}
