import { useApolloClient } from '@apollo/client/react'
import { DEGREES, INTRODUCERS, OCCUPATIONS, SCHOOLINGS, SOURCE_KINDS } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import type { VariablesOf } from '../../gql/graphql.js'
import { PERSON_FIELDS, PersonPicker } from '../people/person-picker.js'
import { IdentifyMutation } from './source-mutations.js'
import type { SourcesAnswer } from './sources-query.js'

const RESIDENCE: FieldSpec = { name: 'residence', label: 'sources.residence', type: 'text' }
const FIELDS: readonly FieldSpec[] = [
  { name: 'on', label: 'sources.identifiedOn', type: 'day', required: true },
  { name: 'listed', label: 'sources.listedAtOnce', type: 'check' },
  { name: 'sourceKind', label: 'record.sourceKind', type: 'choice', list: SOURCE_KINDS },
  { name: 'introducer', label: 'record.introducer', type: 'choice', list: INTRODUCERS },
  { name: 'occupation', label: 'record.occupation', type: 'choice', list: OCCUPATIONS },
  { name: 'schooling', label: 'record.schooling', type: 'choice', list: SCHOOLINGS },
  { name: 'degree', label: 'record.degree', type: 'choice', list: DEGREES },
  { name: 'youthUnion', label: 'record.youthUnion', type: 'yesNo' },
  { name: 'note', label: 'sources.strengths', type: 'note' },
  { name: 'isSomebodyElse', label: 'sources.somebodyElse', type: 'check' },
]

type Input = VariablesOf<typeof IdentifyMutation>['input']

/** Puts somebody on the list of sources of the cell on screen. */
export function IdentifyDialog({ unit, onClose }: { unit: SourcesAnswer; onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place, unitId } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const isNew = Form.useWatch('isNewPerson', form) as boolean | undefined
  const save = (values: Record<string, unknown>) => {
    const who = values.isNewPerson
      ? {
          person: {
            ...toInput(values, [...PERSON_FIELDS, RESIDENCE]),
            female: values.female === true,
          },
        }
      : { personId: String(values.personId) }
    const input = { ...toInput(values, FIELDS), ...who, organizationId: unitId } as unknown as Input
    return client.mutate({ mutation: IdentifyMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={t('sources.addTo', { unit: unit.name })}
      explain={unit.holdsMembers ? undefined : t('record.onlyCells')}
      disabled={!unit.holdsMembers}
      form={form}
      initial={{ on: place.asOf, isNewPerson: true, ethnicity: '01', listed: false, isSomebodyElse: false }}
      savedText={t('sources.added')}
      onSave={save}
      onClose={onClose}
    >
      {unit.holdsMembers && (
        <>
          <PersonPicker today={today} />
          {isNew && <FormFields fields={[RESIDENCE]} at={place.asOf} today={today} />}
          <FormFields
            fields={FIELDS.filter(({ name }) => isNew || name !== 'isSomebodyElse')}
            at={place.asOf}
            today={today}
          />
        </>
      )}
    </FormDialog>
  )
}
