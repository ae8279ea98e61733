import type { Day, Label } from '@seedbed/shared'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTexts, type TextKey } from '../app/i18n/i18n.js'
import { DayField } from './day-field.js'
import { UnitSelect } from './unit-select.js'

/** One field of a form; its name is the name in the input of the API. */
export interface FieldSpec {
  name: string
  label: TextKey
  type: 'text' | 'note' | 'day' | 'number' | 'percent' | 'check' | 'yesNo' | 'choice' | 'unit' | 'cell'
  required?: boolean
  /** day: it may lie ahead. */
  future?: boolean
  /** text: what it must look like, and what is said otherwise. */
  pattern?: { test: RegExp; message: TextKey }
  /** choice: what can be chosen. */
  options?: ReadonlyArray<{ value: string | number; label: string }>
  /** choice: a shared code list instead of options. */
  list?: Readonly<Record<string, Label>>
  /** Seldom filled in: folded away until asked for. */
  more?: boolean
}

function useInputs(at: Day, today: Day) {
  const { t, label } = useTexts()
  return (field: FieldSpec): ReactNode => {
    switch (field.type) {
      case 'note':
        return <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      case 'day':
        return <DayField max={field.future ? undefined : today} allowClear={!field.required} />
      case 'number':
        return <InputNumber min={0} precision={0} />
      case 'percent':
        return <InputNumber min={0} max={100} precision={2} decimalSeparator="," suffix="%" />
      case 'check':
        return <Checkbox>{t(field.label)}</Checkbox>
      case 'yesNo':
        return (
          <Select
            allowClear
            options={[
              { value: 'yes', label: t('record.yes') },
              { value: 'no', label: t('record.no') },
            ]}
          />
        )
      case 'unit':
      case 'cell':
        return <UnitSelect at={at} cellsOnly={field.type === 'cell'} />
      case 'choice': {
        const { list } = field
        const options = list
          ? Object.keys(list).map((value) => ({ value, label: label(list, value) }))
          : field.options
        return (
          <Select
            allowClear={!field.required}
            showSearch={{ optionFilterProp: 'label' }}
            options={[...(options ?? [])]}
          />
        )
      }
      case 'text':
        return <Input maxLength={200} />
    }
  }
}

const wide: ReadonlySet<FieldSpec['type']> = new Set(['note', 'unit', 'cell', 'check'])

interface FieldsProps {
  fields: readonly FieldSpec[]
  at: Day
  today: Day
  /** What is said of the fields that are folded away. */
  moreText?: TextKey
}

/** The fields of a form; long ones take the whole width, seldom used ones lie folded below the others. */
export function FormFields({ fields, at, today, moreText = 'record.more' }: FieldsProps) {
  const { t } = useTexts()
  const more = fields.filter((field) => field.more)
  return (
    <>
      <FieldItems fields={fields.filter((field) => !field.more)} at={at} today={today} />
      {more.length > 0 && (
        <details className="sb-wide sb-folded">
          <summary>{t(moreText)}</summary>
          <div className="sb-form">
            <FieldItems fields={more} at={at} today={today} />
          </div>
        </details>
      )}
    </>
  )
}

function FieldItems({ fields, at, today }: FieldsProps) {
  const { t } = useTexts()
  const input = useInputs(at, today)
  return fields.map((field) => (
    <Form.Item
      key={field.name}
      name={field.name}
      label={field.type === 'check' ? undefined : t(field.label)}
      className={wide.has(field.type) ? 'sb-wide' : undefined}
      valuePropName={field.type === 'check' ? 'checked' : 'value'}
      rules={[
        ...(field.required ? [{ required: true, message: t('record.required') }] : []),
        ...(field.pattern ? [{ pattern: field.pattern.test, message: t(field.pattern.message) }] : []),
      ]}
    >
      {input(field)}
    </Form.Item>
  ))
}

/** The values of a form as an input of the API: empty fields are left out, only boxes are never undecided. */
export function toInput(
  values: Record<string, unknown>,
  fields: readonly FieldSpec[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const { name, type } of fields) {
    const value = values[name]
    if (type === 'check') input[name] = value === true
    else if (type === 'yesNo') Object.assign(input, value ? { [name]: value === 'yes' } : {})
    else if (typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null)
      input[name] = value
  }
  return input
}
