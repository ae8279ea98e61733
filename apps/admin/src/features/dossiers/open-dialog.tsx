import { useApolloClient } from '@apollo/client/react'
import { minDay, SCHOOLINGS, type Day } from '@seedbed/shared'
import { Form } from 'antd'
import { useNavigate } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import { dossierHref } from '../../lib/place.js'
import { OpenDossierMutation } from './dossier-mutations.js'
import { RuleNotes } from './rule-notes.js'

const FIELDS: readonly FieldSpec[] = [
  { name: 'on', label: 'dossier.openedOn', type: 'day', required: true },
  { name: 'appliedOn', label: 'dossier.appliedOn', type: 'day', required: true },
  { name: 'schooling', label: 'dossier.schooling', type: 'choice', list: SCHOOLINGS },
  { name: 'foreignMarriage', label: 'dossier.foreignMarriage', type: 'check' },
  { name: 'note', label: 'record.note', type: 'note' },
  { name: 'recordClearedOn', label: 'dossier.recordClearedOn', type: 'day', more: true },
  { name: 'leftForHardship', label: 'dossier.leftForHardship', type: 'yesNo', more: true },
]
const STATED = FIELDS.filter(({ name }) => name !== 'on' && name !== 'appliedOn')

/** Opens the dossier of a candidate with a certificate, and goes to it. */
export function OpenDossierDialog(props: { person: { id: string; fullName: string }; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place, params, unitId } = usePlace()
  const client = useApolloClient()
  const navigate = useNavigate()
  const [form] = Form.useForm()
  const first = minDay(place.asOf, today)
  const day = (Form.useWatch('on', form) as Day | undefined) ?? first
  const save = async (values: Record<string, unknown>) => {
    const papers = [{ formCode: '1-KNĐ', datedOn: String(values.appliedOn) }]
    const input = { personId: props.person.id, on: String(values.on), papers, ...toInput(values, STATED) }
    const { data } = await client.mutate({ mutation: OpenDossierMutation, variables: { input } })
    if (data) await navigate(dossierHref(params, unitId, data.openDossier.id))
  }
  return (
    <FormDialog
      title={t('dossier.openOf', { name: props.person.fullName })}
      form={form}
      initial={{ on: first, appliedOn: first, foreignMarriage: false }}
      saveText={t('dossier.open')}
      savedText={t('dossier.opened')}
      onSave={save}
      onClose={props.onClose}
    >
      <FormFields fields={FIELDS} at={day} today={today} moreText="dossier.readmission" />
      <RuleNotes kind="OPEN" on={day} />
    </FormDialog>
  )
}
