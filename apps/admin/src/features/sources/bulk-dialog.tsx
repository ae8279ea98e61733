import { useApolloClient, useQuery } from '@apollo/client/react'
import { STRIKE_REASONS, type StrikeReason } from '@seedbed/shared'
import { Form, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { formatDay } from '../../lib/format.js'
import { KnownPersons } from '../people/known-persons.js'
import { CoursesQuery } from './courses-query.js'
import { AssignMutation, ListMutation, RegisterMutation, StrikeMutation } from './source-mutations.js'

export type BulkAction = 'list' | 'mentor' | 'enrol' | 'strike'

const on: FieldSpec = { name: 'on', label: 'record.on', type: 'day', required: true }
const note: FieldSpec = { name: 'note', label: 'record.note', type: 'note' }
const FIELDS: Record<BulkAction, readonly FieldSpec[]> = {
  list: [on, note],
  mentor: [on, { name: 'instead', label: 'sources.instead', type: 'check' }, note],
  enrol: [on],
  strike: [
    on,
    { name: 'reason', label: 'record.reason', type: 'choice', list: STRIKE_REASONS, required: true },
    note,
  ],
}

interface Values {
  on: string
  note?: string
  reason?: StrikeReason
  mentorIds?: string[]
  instead?: boolean
  courseId?: string
}

function useSave(action: BulkAction, personIds: string[]) {
  const client = useApolloClient()
  return (values: Values) => {
    const { on: day, note: words } = values
    const step = { personIds, on: day, ...(words ? { note: words } : {}) }
    switch (action) {
      case 'list':
        return client.mutate({ mutation: ListMutation, variables: { input: step } })
      case 'mentor': {
        const input = { ...step, mentorIds: values.mentorIds ?? [], instead: values.instead === true }
        return client.mutate({ mutation: AssignMutation, variables: { input } })
      }
      case 'enrol': {
        const input = { personIds, on: day, courseId: values.courseId ?? '' }
        return client.mutate({ mutation: RegisterMutation, variables: { input } })
      }
      case 'strike': {
        const input = { ...step, reason: values.reason ?? 'WITHDREW' }
        return client.mutate({ mutation: StrikeMutation, variables: { input } })
      }
    }
  }
}

function CourseField() {
  const { t } = useTexts()
  const { place, unitId } = usePlace()
  const { today } = useInstallation()
  const from = place.asOf
  const { data } = useQuery(CoursesQuery, {
    variables: { id: unitId, at: place.asOf, from, to: today > from ? today : from },
  })
  const courses = (data?.organization?.courses ?? []).filter(({ kind }) => kind === 'AWARENESS')
  return (
    <Form.Item
      name="courseId"
      className="sb-wide"
      label={t('courses.course')}
      extra={courses.length === 0 ? t('courses.noneOpen') : undefined}
      rules={[{ required: true, message: t('record.required') }]}
    >
      <Select
        options={courses.map(({ id, name, startsOn, places, taken }) => ({
          value: id,
          disabled: taken >= places,
          label: `${name} · ${formatDay(startsOn)} · ${t('courses.free', { n: places - taken })}`,
        }))}
      />
    </Form.Item>
  )
}

/** Does the same for everybody chosen, or for nobody: the list, mentors, a course, off the list. */
export function BulkDialog(props: {
  action: BulkAction
  persons: readonly string[]
  onClose: () => void
  onSaved: () => void
}) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const [form] = Form.useForm<Values>()
  const { action, persons } = props
  const save = useSave(action, [...persons])
  return (
    <FormDialog
      title={t(`sources.act.${action}`)}
      explain={t(`sources.explain.${action}`, { n: persons.length })}
      form={form}
      initial={{ on: place.asOf, instead: false }}
      savedText={t('sources.done', { n: persons.length })}
      onSave={async (values) => {
        await save(values as unknown as Values)
        props.onSaved()
      }}
      onClose={props.onClose}
    >
      {action === 'mentor' && (
        <Form.Item
          name="mentorIds"
          className="sb-wide"
          label={t('sources.mentors')}
          rules={[{ required: true, message: t('record.required') }]}
        >
          <KnownPersons />
        </Form.Item>
      )}
      {action === 'enrol' && <CourseField />}
      <FormFields fields={FIELDS[action]} at={place.asOf} today={today} />
    </FormDialog>
  )
}
