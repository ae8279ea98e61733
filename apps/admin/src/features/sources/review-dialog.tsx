import { useApolloClient } from '@apollo/client/react'
import { REVIEW_RESULTS, type ReviewResult } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { ReviewMutation } from './source-mutations.js'

interface Props {
  person: string
  mentors: ReadonlyArray<{ id: string; fullName: string }>
  onClose: () => void
}

/** How a mentor finds the candidate. */
export function ReviewDialog({ person, mentors, onClose }: Props) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const options = mentors.map(({ id, fullName }) => ({ value: id, label: fullName }))
  const fields: readonly FieldSpec[] = [
    { name: 'mentorId', label: 'sources.mentor', type: 'choice', options, required: true },
    { name: 'on', label: 'record.on', type: 'day', required: true },
    { name: 'result', label: 'sources.reviewResult', type: 'choice', list: REVIEW_RESULTS, required: true },
    { name: 'note', label: 'record.note', type: 'note' },
  ]
  return (
    <FormDialog
      title={t('sources.act.review')}
      explain={mentors.length === 0 ? t('sources.noMentor') : undefined}
      disabled={mentors.length === 0}
      form={form}
      initial={{ on: place.asOf, mentorId: mentors[0]?.id }}
      savedText={t('sources.reviewed')}
      onSave={({ mentorId, on, result, note }) =>
        client.mutate({
          mutation: ReviewMutation,
          variables: {
            input: {
              ...{ personId: person, mentorId: String(mentorId), on: String(on) },
              result: result as ReviewResult,
              ...(note ? { note: note as string } : {}),
            },
          },
        })
      }
      onClose={onClose}
    >
      <FormFields fields={fields} at={place.asOf} today={today} />
    </FormDialog>
  )
}
