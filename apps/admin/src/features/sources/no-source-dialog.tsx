import { useApolloClient } from '@apollo/client/react'
import { NO_SOURCE_CAUSES } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import type { VariablesOf } from '../../gql/graphql.js'
import { NoSourceMutation } from './source-mutations.js'
import type { SourcesAnswer } from './sources-query.js'

const FIELDS: readonly FieldSpec[] = [
  { name: 'on', label: 'record.on', type: 'day', required: true },
  { name: 'cause', label: 'sources.cause', type: 'choice', list: NO_SOURCE_CAUSES, required: true },
  { name: 'note', label: 'record.note', type: 'note' },
]

type Input = VariablesOf<typeof NoSourceMutation>['input']

/** A unit states that it has no source, and why, so that its zero is not taken for silence. */
export function NoSourceDialog({ unit, onClose }: { unit: SourcesAnswer; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place, unitId } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={t('sources.noSourceOf', { unit: unit.name })}
      explain={t('sources.noSourceExplain')}
      form={form}
      initial={{ on: place.asOf }}
      savedText={t('sources.noSourceSaved')}
      onSave={(values) => {
        const input = { ...toInput(values, FIELDS), organizationId: unitId } as unknown as Input
        return client.mutate({ mutation: NoSourceMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <FormFields fields={FIELDS} at={place.asOf} today={today} />
    </FormDialog>
  )
}
