import { useApolloClient } from '@apollo/client/react'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { OfferMutation } from './source-mutations.js'

const FIELDS: readonly FieldSpec[] = [
  { name: 'on', label: 'record.on', type: 'day', required: true },
  { name: 'toOrganizationId', label: 'sources.toUnit', type: 'unit', required: true },
  { name: 'note', label: 'record.reason', type: 'note' },
]

/** Offers a candidate to another unit, which answers. */
export function OfferDialog({ person, onClose }: { person: string; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={t('sources.act.offer')}
      explain={t('sources.offerExplain')}
      form={form}
      initial={{ on: place.asOf }}
      savedText={t('sources.offeredSaved')}
      onSave={({ on, toOrganizationId, note }) =>
        client.mutate({
          mutation: OfferMutation,
          variables: {
            input: {
              ...{ personId: person, on: String(on), toOrganizationId: String(toOrganizationId) },
              ...(note ? { note: note as string } : {}),
            },
          },
        })
      }
      onClose={onClose}
    >
      <FormFields fields={FIELDS} at={place.asOf} today={today} />
    </FormDialog>
  )
}
