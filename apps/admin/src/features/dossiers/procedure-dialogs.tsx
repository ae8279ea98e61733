import { useApolloClient } from '@apollo/client/react'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import { DocumentChoice } from './document-choice.js'
import {
  SetDelegationMutation,
  SetProcedureFromMutation,
  type Delegation,
  type ProcedureUnit,
} from './procedure-query.js'
import { useDocument } from './use-document.js'

const START: readonly FieldSpec[] = [{ name: 'on', label: 'procedure.on', type: 'day', future: true }]
const DELEGATION: readonly FieldSpec[] = [
  { name: 'from', label: 'field.from', type: 'day', required: true, future: true },
  { name: 'to', label: 'procedure.to', type: 'day', future: true },
  { name: 'note', label: 'record.note', type: 'note' },
]

/** Sets from which day live admissions go by dossiers alone; without a day nothing is set at the unit. */
export function StartDialog({ unit, onClose }: { unit: ProcedureUnit; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { options, idOf } = useDocument()
  const { ownOn, version } = unit.procedureStart
  const save = async (values: Record<string, unknown>) => {
    const documentId = await idOf(values, t('procedure.title'))
    const on = (values.on as string | undefined) ?? null
    const input = { organizationId: unit.id, version, on, ...(documentId ? { documentId } : {}) }
    await client.mutate({ mutation: SetProcedureFromMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={t('procedure.setAt', { unit: unit.name })}
      explain={t('procedure.explain')}
      form={form}
      initial={{ on: ownOn ?? undefined }}
      savedText={t('procedure.saved')}
      onSave={save}
      onClose={onClose}
    >
      <FormFields fields={START} at={today} today={today} />
      <DocumentChoice options={options} />
    </FormDialog>
  )
}

/** Gives a grassroots committee the power to admit, or ends it. */
export function DelegationDialog(props: {
  unit: ProcedureUnit
  one: Delegation | null
  onClose: () => void
}) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { options, idOf } = useDocument()
  const { unit, one } = props
  const save = async (values: Record<string, unknown>) => {
    const documentId = (await idOf(values, t('procedure.delegation'))) ?? one?.document?.id
    const stated = toInput(values, DELEGATION) as { from: string; to?: string; note?: string }
    const seen = one ? { id: one.id, version: one.version } : {}
    const input = { organizationId: unit.id, ...seen, ...stated, ...(documentId ? { documentId } : {}) }
    await client.mutate({ mutation: SetDelegationMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={t('procedure.delegateTo', { unit: unit.name })}
      explain={t('procedure.delegateExplain')}
      form={form}
      initial={{ from: one?.from ?? place.asOf, to: one?.to ?? undefined, note: one?.note ?? undefined }}
      savedText={t('procedure.saved')}
      onSave={save}
      onClose={props.onClose}
    >
      <FormFields fields={DELEGATION} at={today} today={today} />
      <DocumentChoice options={options} />
    </FormDialog>
  )
}
