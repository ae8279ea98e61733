import { useMutation } from '@apollo/client/react'
import { Form, Input } from 'antd'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import {
  LockTargetsMutation,
  RegisterTargetMutation,
  RemoveTargetMutation,
  UnlockTargetsMutation,
  type OwnUnit,
  type TargetAnswer,
} from './targets-query.js'

interface WhyProps {
  title: string
  explain: string
  saveText: string
  savedText: string
  onSave: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** An act that needs nothing but a reason. */
function WhyDialog({ onSave, ...props }: WhyProps) {
  const { t } = useTexts()
  const [form] = Form.useForm<Record<string, unknown>>()
  return (
    <FormDialog {...props} form={form} onSave={({ reason }) => onSave(reason as string)}>
      <Form.Item
        name="reason"
        label={t('worksheet.reason')}
        className="sb-wide"
        rules={[{ required: true, whitespace: true, message: t('record.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}

interface Props {
  unit: OwnUnit
  year: number
  onClose: () => void
}

/** Closes the targets of a year, or opens them again. */
export function LockDialog({ unit, year, locked, onClose }: Props & { locked: boolean }) {
  const { t } = useTexts()
  const [lock] = useMutation(LockTargetsMutation)
  const [unlock] = useMutation(UnlockTargetsMutation)
  const key = (name: string) => `${locked ? 'unlock' : 'lock'}.${name}` as TextKey
  const save = (reason: string) => {
    const variables = { input: { organizationId: unit.id, year, reason } }
    return locked ? unlock({ variables }) : lock({ variables })
  }
  return (
    <WhyDialog
      title={t(key('title'), { year })}
      explain={t(key('explain'), { year, unit: unit.name })}
      saveText={t(key('do'))}
      savedText={t(key('done'), { year })}
      onSave={save}
      onClose={onClose}
    />
  )
}

/** Takes a target away; its revisions stay. */
export function RemoveTargetDialog({
  target,
  name,
  onClose,
}: {
  target: TargetAnswer
  name: string
  onClose: () => void
}) {
  const { t } = useTexts()
  const [remove] = useMutation(RemoveTargetMutation)
  const { id, version } = target
  return (
    <WhyDialog
      title={t('target.removeTitle')}
      explain={t('target.removeExplain', { name })}
      saveText={t('target.remove')}
      savedText={t('target.removed')}
      onSave={(reason) => remove({ variables: { input: { id, version, reason } } })}
      onClose={onClose}
    />
  )
}

const registration: readonly FieldSpec[] = [
  { name: 'wanted', label: 'register.wanted', type: 'number' },
  { name: 'expected', label: 'register.expected', type: 'number' },
  { name: 'note', label: 'field.note', type: 'note' },
]

/** What the unit registers as its own number, and expects by the end of the year. */
export function RegisterDialog({ unit, year, onClose }: Props) {
  const { t } = useTexts()
  const { place } = usePlace()
  const { today } = useInstallation()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [register] = useMutation(RegisterTargetMutation)
  const known = unit.targetRegistration
  const save = (values: Record<string, unknown>) => {
    const { wanted, expected, note } = toInput(values, registration) as Record<string, never>
    const version = known?.version ?? 0
    return register({
      variables: { input: { organizationId: unit.id, year, wanted, expected, note, version } },
    })
  }
  return (
    <FormDialog
      title={t('register.title', { unit: unit.name, year })}
      explain={t('register.explain')}
      form={form}
      initial={{ wanted: known?.wanted, expected: known?.expected, note: known?.note }}
      savedText={t('register.saved')}
      onSave={save}
      onClose={onClose}
    >
      <FormFields fields={registration} at={place.asOf} today={today} />
    </FormDialog>
  )
}
