import { useApolloClient } from '@apollo/client/react'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { AcceptMutation, DeclineMutation } from './source-mutations.js'
import type { Offer } from './sources-query.js'

const on: FieldSpec = { name: 'on', label: 'record.on', type: 'day', required: true }
const FIELDS = {
  accept: [on, { name: 'organizationId', label: 'sources.intoCell', type: 'cell', required: true }],
  decline: [on, { name: 'note', label: 'record.reason', type: 'note', required: true }],
} as const satisfies Record<string, readonly FieldSpec[]>

/** Takes an offered candidate into a cell, or says why not. */
export function AnswerDialog(props: { offer: Offer; accepts: boolean; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { offer, accepts } = props
  const save = (values: Record<string, unknown>) => {
    const answer = { id: offer.id, version: offer.version, on: String(values.on) }
    if (!accepts) {
      const input = { ...answer, note: String(values.note) }
      return client.mutate({ mutation: DeclineMutation, variables: { input } })
    }
    const input = { ...answer, organizationId: String(values.organizationId) }
    return client.mutate({ mutation: AcceptMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={t(accepts ? 'sources.acceptOf' : 'sources.declineOf', { name: offer.person.fullName })}
      form={form}
      initial={{ on: place.asOf > offer.offeredOn ? place.asOf : offer.offeredOn }}
      savedText={t('sources.answered')}
      onSave={save}
      onClose={props.onClose}
    >
      <FormFields fields={accepts ? FIELDS.accept : FIELDS.decline} at={place.asOf} today={today} />
    </FormDialog>
  )
}
