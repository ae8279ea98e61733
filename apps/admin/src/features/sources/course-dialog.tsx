import { useApolloClient } from '@apollo/client/react'
import { COURSE_AUDIENCES, COURSE_KINDS } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import type { VariablesOf } from '../../gql/graphql.js'
import { SetCourseMutation } from './courses-query.js'

const FIELDS: readonly FieldSpec[] = [
  { name: 'kind', label: 'courses.kind', type: 'choice', list: COURSE_KINDS, required: true },
  { name: 'audience', label: 'record.audience', type: 'choice', list: COURSE_AUDIENCES, required: true },
  { name: 'name', label: 'record.courseName', type: 'text', required: true },
  { name: 'place', label: 'courses.place', type: 'text' },
  { name: 'startsOn', label: 'courses.startsOn', type: 'day', required: true, future: true },
  { name: 'endsOn', label: 'courses.endsOn', type: 'day', required: true, future: true },
  { name: 'sessions', label: 'courses.sessions', type: 'number', required: true },
  { name: 'places', label: 'courses.places', type: 'number', required: true },
  { name: 'note', label: 'record.note', type: 'note' },
]

type Input = VariablesOf<typeof SetCourseMutation>['input']

/** Plans a course that the unit on screen runs. */
export function CourseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place, unitId } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={t('courses.plan')}
      form={form}
      initial={{
        kind: 'AWARENESS',
        audience: 'OTHER',
        startsOn: place.asOf,
        endsOn: place.asOf,
        sessions: 10,
        places: 50,
      }}
      savedText={t('courses.planned')}
      onSave={(values) => {
        const input = { ...toInput(values, FIELDS), organizationId: unitId } as unknown as Input
        return client.mutate({ mutation: SetCourseMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <FormFields fields={FIELDS} at={place.asOf} today={today} />
    </FormDialog>
  )
}
