import { useApolloClient } from '@apollo/client/react'
import { LETTER_OUTCOMES, SPECIAL_CASES, type LetterOutcome, type SpecialCase } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { formatDay } from '../../lib/format.js'
import { DocumentChoice } from './document-choice.js'
import { ApprovalMutation, CorrectStepMutation, LetterMutation } from './dossier-mutations.js'
import type { DossierFile, TakenStep } from './dossier-query.js'
import { proposedDay } from './step-dialog.js'
import { STEP_LABELS } from './step-words.js'
import { useDocument } from './use-document.js'

interface Props {
  file: DossierFile
  onClose: () => void
}

const on: FieldSpec = { name: 'on', label: 'record.on', type: 'day', required: true }
const note: FieldSpec = { name: 'note', label: 'record.note', type: 'note' }
const words = (value: unknown) => (typeof value === 'string' && value.trim() ? { note: value.trim() } : {})

/** Records what a committee that was asked answered. */
export function LetterDialog({ file, letter, onClose }: Props & { letter: string }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const asked = file.letters.find(({ id }) => id === letter)
  const fields: FieldSpec[] = [
    { ...on, label: 'dossier.letter.answeredOn' },
    {
      name: 'outcome',
      label: 'dossier.letter.outcome',
      type: 'choice',
      list: LETTER_OUTCOMES,
      required: true,
    },
    note,
  ]
  return (
    <FormDialog
      title={t('dossier.letter.answer')}
      explain={
        asked &&
        `${asked.addressee} · ${asked.subject} · ${t('dossier.letter.sent', { day: formatDay(asked.sentOn) })}`
      }
      form={form}
      initial={{ on: proposedDay(place.asOf, today, asked?.sentOn ?? file.since), outcome: 'CLEAR' }}
      savedText={t('dossier.letter.saved')}
      onSave={(values) => {
        const answer = { letterId: letter, on: String(values.on), outcome: values.outcome as LetterOutcome }
        const input = { dossierId: file.id, version: file.version, ...answer, ...words(values.note) }
        return client.mutate({ mutation: LetterMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <FormFields fields={fields} at={today} today={today} />
    </FormDialog>
  )
}

/** Records the consent that a special case needs before the decision. */
export function ApprovalDialog({ file, onClose }: Props) {
  const { t, label } = useTexts()
  const { today } = useInstallation()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { options, idOf } = useDocument()
  const open = file.specialCases.filter(({ approved }) => !approved).map(({ specialCase }) => specialCase)
  const cases = open.map((value) => ({ value, label: label(SPECIAL_CASES, value) }))
  const fields: FieldSpec[] = [
    { name: 'specialCase', label: 'dossier.specialCase', type: 'choice', options: cases, required: true },
    { ...on, label: 'dossier.approvedOn' },
    { name: 'givenBy', label: 'dossier.givenBy', type: 'text', required: true },
    note,
  ]
  const save = async (values: Record<string, unknown>) => {
    const documentId = await idOf(values, `${t('dossier.approval')}: ${file.person.fullName}`)
    const facts = {
      specialCase: values.specialCase as SpecialCase,
      on: String(values.on),
      givenBy: String(values.givenBy),
      ...(documentId ? { documentId } : {}),
      ...words(values.note),
    }
    const input = { dossierId: file.id, version: file.version, ...facts }
    await client.mutate({ mutation: ApprovalMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={t('dossier.approval')}
      form={form}
      initial={{ on: proposedDay(place.asOf, today, file.openedOn), specialCase: open[0] }}
      savedText={t('dossier.approvalSaved')}
      onSave={save}
      onClose={onClose}
    >
      <FormFields fields={fields} at={today} today={today} />
      <DocumentChoice options={options} />
    </FormDialog>
  )
}

/** Takes the last step back; it stays on record, marked. */
export function CorrectStepDialog({ file, step, onClose }: Props & { step: TakenStep }) {
  const { t, label } = useTexts()
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const fields: FieldSpec[] = [{ name: 'reason', label: 'correct.reason', type: 'note', required: true }]
  return (
    <FormDialog
      title={t('dossier.takeBack')}
      explain={t('dossier.takeBackExplain', { step: label(STEP_LABELS, step.kind), day: formatDay(step.on) })}
      form={form}
      saveText={t('dossier.takeBack')}
      savedText={t('dossier.takenBack')}
      onSave={(values) => {
        const reason = String(values.reason)
        const input = { dossierId: file.id, version: file.version, stepId: step.id, reason }
        return client.mutate({ mutation: CorrectStepMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <FormFields fields={fields} at={today} today={today} />
    </FormDialog>
  )
}
