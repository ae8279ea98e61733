import { useMutation } from '@apollo/client/react'
import { readPersons, targetKindRule, yearOf } from '@seedbed/shared'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { failureOf } from '../../lib/errors.js'
import { formatCount } from '../../lib/format.js'
import { tellReason } from '../../lib/reason.js'
import { documentIn, NEW_DOCUMENT, NewDocumentFields, useDocuments } from './document-fields.js'
import type { SheetState } from './use-sheet.js'
import { SavePlanMutation, SaveWorksheetMutation, type Plan, type WorksheetUnit } from './worksheet-query.js'

interface Props {
  unit: WorksheetUnit
  state: SheetState
  plan: Plan | null
  onClose: () => void
}

type Typing = SheetState['changed'][number]

/** A row as the worksheet is saved with it. */
function rowInput({ id, base, amount, note }: Typing) {
  const persons = readPersons(amount)
  const { min, max } = persons !== null && typeof persons !== 'string' ? persons : { min: null, max: null }
  return {
    organizationId: id,
    amountMin: min,
    amountMax: max,
    note: note.trim() || null,
    targetId: base.targetId,
    version: base.version,
  }
}

function lineInput({ id, base, amount, note }: Typing) {
  const count = (text: string) => {
    const persons = readPersons(text)
    return persons !== null && typeof persons !== 'string' ? persons.min : null
  }
  return {
    organizationId: id,
    amount: count(amount),
    note: note.trim() || null,
    amountBefore: count(base.amount),
    noteBefore: base.note || null,
  }
}

/** Saves what was typed, and hands faults of single rows to the sheet. */
function useSave({ unit, state, plan, onClose }: Props) {
  const { language } = useTexts()
  const { place } = usePlace()
  const { today } = useInstallation()
  const [saveSheet] = useMutation(SaveWorksheetMutation)
  const [savePlan] = useMutation(SavePlanMutation)
  const { year, kind } = unit.targetWorksheet
  const ended = plan === null && year < yearOf(today)
  const send = async (values: Record<string, unknown>) => {
    if (plan) {
      const lines = state.changed.map(lineInput)
      return savePlan({ variables: { input: { id: plan.id, asOf: place.asOf, lines } } })
    }
    const { documentId, reason, yearTo } = values as { documentId?: string; reason?: string; yearTo?: number }
    const isNew = documentId === NEW_DOCUMENT
    return saveSheet({
      variables: {
        input: {
          ...{ organizationId: unit.id, year, kind, asOf: place.asOf, reason: reason ?? null },
          rows: state.changed.map(rowInput),
          ...(targetKindRule(kind).years === 'ONE' ? {} : { yearTo: yearTo ?? year }),
          ...(isNew ? { document: documentIn(values) } : { documentId: documentId ?? null }),
          ...(ended ? { backfilled: true } : {}),
        },
      },
    })
  }
  const save = async (values: Record<string, unknown>) => {
    try {
      await send(values)
      state.clear()
    } catch (error) {
      const { rows } = failureOf(error)
      if (!rows) throw error
      state.refused(rows, (fault) => (fault.reason ? tellReason(fault.reason, language) : fault.message))
      if (rows.some(({ theirs }) => theirs !== undefined)) onClose()
      throw error
    }
  }
  return { save, ended }
}

/** One save for all rows with the document they rest on: all of them, or none. */
export function SaveDialog(props: Props) {
  const { unit, state, plan, onClose } = props
  const { t, language } = useTexts()
  const [form] = Form.useForm<Record<string, unknown>>()
  const { save, ended } = useSave(props)
  const documents = useDocuments(unit)
  const chosen = Form.useWatch('documentId', form) as string | undefined
  const { year, kind } = unit.targetWorksheet
  const { assigned } = state
  const isSpan = plan === null && targetKindRule(kind).years !== 'ONE'
  const n = (value: number) => formatCount(value, language)
  const explain = [
    t('worksheet.saveExplain', { n: state.changed.length, sum: n(state.allotted) }),
    ...(assigned === null || assigned === state.allotted
      ? []
      : [t('worksheet.saveDiffers', { n: n(assigned) })]),
    ...(ended ? [t('worksheet.ended', { year })] : []),
  ]
  return (
    <FormDialog
      title={
        plan ? t('plan.saveTitle', { name: plan.name }) : t('worksheet.saveTitle', { unit: unit.name, year })
      }
      explain={explain.join(' ')}
      form={form}
      initial={{ yearTo: year, ...(ended ? { reason: t('worksheet.lateReason') } : {}) }}
      saveText={t('worksheet.save')}
      savedText={t('worksheet.saved')}
      onSave={save}
      onClose={onClose}
    >
      {plan === null && (
        <>
          <Form.Item name="documentId" label={t('field.document')} className="sb-wide">
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={documents}
              placeholder={t('worksheet.noDocument')}
            />
          </Form.Item>
          {chosen === NEW_DOCUMENT && <NewDocumentFields required={false} />}
          {isSpan && (
            <Form.Item name="yearTo" label={t('worksheet.yearTo')} extra={t('worksheet.yearToHint')}>
              <InputNumber min={year} max={year + 9} precision={0} />
            </Form.Item>
          )}
          <Form.Item
            name="reason"
            label={t('worksheet.reason')}
            className="sb-wide"
            rules={ended ? [{ required: true, whitespace: true, message: t('record.required') }] : []}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
