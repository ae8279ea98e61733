import { useMutation } from '@apollo/client/react'
import { yearOf } from '@seedbed/shared'
import { Form, Input, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { formatCount } from '../../lib/format.js'
import { documentIn, NewDocumentFields } from './document-fields.js'
import {
  CreatePlanMutation,
  DiscardPlanMutation,
  IssuePlanMutation,
  type Plan,
  type WorksheetUnit,
} from './worksheet-query.js'

interface Props {
  unit: WorksheetUnit
  onClose: () => void
}

/** Names a new draft, empty or with the numbers of another. */
export function NewPlanDialog({ unit, onClose }: Props) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [create] = useMutation(CreatePlanMutation)
  const { plans, year } = unit.targetWorksheet
  const save = async (values: Record<string, unknown>) => {
    const { name, note, copyOf } = values as Record<string, string | undefined>
    const input = {
      organizationId: unit.id,
      year,
      name: name ?? '',
      note: note || null,
      copyOf: copyOf ?? null,
    }
    const { data } = await create({ variables: { input } })
    setParam({ plan: data?.createTargetPlan.id })
  }
  return (
    <FormDialog
      title={t('plan.newTitle', { year })}
      explain={t('plan.explain')}
      form={form}
      initial={{ name: t('plan.defaultName', { n: plans.length + 1 }) }}
      savedText={t('plan.created')}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('plan.name')}
        rules={[{ required: true, whitespace: true, message: t('record.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      {plans.length > 0 && (
        <Form.Item name="copyOf" label={t('plan.copyOf')}>
          <Select allowClear options={plans.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('field.note')} className="sb-wide">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}

/** Issues a draft with number, day and signatory; says before what will happen. */
export function IssuePlanDialog({ unit, plan, onClose }: Props & { plan: Plan }) {
  const { t, language } = useTexts()
  const { place, setParam } = usePlace()
  const { today } = useInstallation()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [issue] = useMutation(IssuePlanMutation)
  const { year, rows, assigned } = unit.targetWorksheet
  const ended = year < yearOf(today)
  const n = (value: number) => formatCount(value, language)
  const plans = unit.targetWorksheet.plans.findIndex(({ id }) => id === plan.id)
  const replaced = rows.filter(
    ({ target, drafts }) => target !== null && (drafts[plans] ?? null) !== null,
  ).length
  const explain = [
    t('plan.issueExplain', { n: plan.units, sum: n(plan.total), unit: unit.name, year }),
    ...(replaced > 0 ? [t('plan.issueReplaces', { n: replaced })] : []),
    ...(assigned !== null && assigned !== plan.total ? [t('worksheet.saveDiffers', { n: n(assigned) })] : []),
    ...(ended ? [t('worksheet.ended', { year })] : []),
  ]
  const save = async (values: Record<string, unknown>) => {
    const { signatory, reason } = values as Record<string, string | undefined>
    await issue({
      variables: {
        input: {
          ...{ id: plan.id, version: plan.version, asOf: place.asOf, document: documentIn(values) },
          ...{ signatory: signatory ?? '', reason: reason ?? null },
          ...(ended ? { backfilled: true } : {}),
        },
      },
    })
    setParam({ plan: null })
  }
  return (
    <FormDialog
      title={t('plan.issueTitle', { name: plan.name })}
      explain={explain.join(' ')}
      form={form}
      initial={{
        title: t('plan.documentTitle', { year }),
        ...(ended ? { reason: t('worksheet.lateReason') } : {}),
      }}
      saveText={t('plan.issue')}
      savedText={t('plan.wasIssued')}
      onSave={save}
      onClose={onClose}
    >
      <NewDocumentFields required />
      <Form.Item
        name="reason"
        label={t('worksheet.reason')}
        className="sb-wide"
        rules={ended ? [{ required: true, whitespace: true, message: t('record.required') }] : []}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}

/** Throws a draft away after saying what goes. */
export function DiscardPlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [discard] = useMutation(DiscardPlanMutation)
  const save = async () => {
    await discard({ variables: { input: { id: plan.id, version: plan.version } } })
    setParam({ plan: null })
  }
  return (
    <FormDialog
      title={t('plan.discardTitle', { name: plan.name })}
      explain={t('plan.discardExplain', { n: plan.units, sum: plan.total })}
      form={form}
      saveText={t('plan.discardDo')}
      savedText={t('plan.discarded')}
      onSave={save}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  )
}
