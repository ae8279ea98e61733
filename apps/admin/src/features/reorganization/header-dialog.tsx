import { useMutation, useQuery } from '@apollo/client/react'
import { addDays, codesOf, TARGET_RULES, type Day } from '@seedbed/shared'
import { Form, Input, Radio } from 'antd'
import { useInstallation } from '../../app/installation.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { UnitSelect } from '../../components/unit-select.js'
import { graphql } from '../../gql/graphql.js'
import { CreateMutation, UpdateMutation } from './reorganization-mutations.js'
import type { Header } from './reorganization-query.js'
import { useWords } from './use-words.js'

const UnitNameQuery = graphql(`
  query UnitName($id: ID!) {
    organization(id: $id) {
      id
      at
      name
    }
  }
`)

interface Values {
  title: string
  organizationId: string
  effectiveOn: Day
  decisionNumber?: string
  signatory?: string
  signedOn?: Day
  targetRule: Header['targetRule']
  note?: string
}

function initialOf(header: Header | undefined, unitId: string | null, on: Day): Partial<Values> {
  if (!header) return { organizationId: unitId ?? undefined, targetRule: 'SUM', effectiveOn: on }
  const { title, organization, effectiveOn, targetRule } = header
  return {
    title,
    organizationId: organization?.id,
    effectiveOn,
    decisionNumber: header.decisionNumber ?? undefined,
    signatory: header.signatory ?? undefined,
    signedOn: header.signedOn ?? undefined,
    targetRule,
    note: header.note ?? undefined,
  }
}

function inputOf(values: Values, header: Header | undefined) {
  const text = (value: string | undefined) => (value?.trim() ? value.trim() : undefined)
  return {
    title: values.title,
    organizationId: values.organizationId,
    effectiveOn: values.effectiveOn,
    targetRule: values.targetRule,
    decisionNumber: text(values.decisionNumber),
    signatory: text(values.signatory),
    signedOn: values.signedOn,
    note: text(values.note),
    documentId: header?.document?.id,
  }
}

interface Props {
  /** The draft that is changed; without, one is begun. */
  header?: Header
  /** Whose reorganization it will most likely be. */
  unitId?: string | null
  onSaved?: (id: string) => void
  onClose: () => void
}

/** Decision, day and rules of a reorganization: those of a draft, or of one that begins. */
export function HeaderDialog({ header, unitId = null, onSaved, onClose }: Props) {
  const { w, language } = useWords()
  const { today } = useInstallation()
  const [form] = Form.useForm<Values>()
  const [create] = useMutation(CreateMutation)
  const [update] = useMutation(UpdateMutation)
  const given = useQuery(UnitNameQuery, { variables: { id: unitId ?? '' }, skip: !unitId || !!header })
  const initial = initialOf(header, unitId, addDays(today, 1))
  const on = (Form.useWatch('effectiveOn', form) as Day | undefined) ?? initial.effectiveOn ?? today
  const onSave = async (values: Record<string, unknown>) => {
    const input = inputOf(values as unknown as Values, header)
    if (header) return update({ variables: { id: header.id, version: header.version, input } })
    const { data } = await create({ variables: { input } })
    if (data) onSaved?.(data.createReorganization.id)
  }
  const required = [{ required: true, message: w('required') }]
  return (
    <FormDialog
      title={w(header ? 'header.change' : 'header.new')}
      explain={header ? undefined : w('header.explain')}
      form={form}
      initial={{ ...initial }}
      saveText={w(header ? 'save' : 'header.begin')}
      savedText={w(header ? 'header.saved' : 'header.begun')}
      onSave={onSave}
      onClose={onClose}
    >
      <Form.Item name="title" className="sb-wide" label={w('header.title')} rules={required}>
        <Input maxLength={400} placeholder={w('header.titleExample')} />
      </Form.Item>
      <Form.Item
        name="effectiveOn"
        label={w('header.effectiveOn')}
        extra={w('header.effectiveHint')}
        rules={required}
      >
        <DayField />
      </Form.Item>
      <Form.Item name="organizationId" label={w('header.unit')} extra={w('header.unitHint')} rules={required}>
        <UnitSelect
          at={addDays(on, -1)}
          name={header?.organization?.name ?? given.data?.organization?.name}
        />
      </Form.Item>
      <Form.Item name="decisionNumber" label={w('header.decisionNumber')}>
        <Input maxLength={80} placeholder="125-QĐ/TU" />
      </Form.Item>
      <Form.Item name="signedOn" label={w('header.signedOn')}>
        <DayField allowClear />
      </Form.Item>
      <Form.Item name="signatory" className="sb-wide" label={w('header.signatory')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="targetRule"
        className="sb-wide"
        label={w('header.targetRule')}
        extra={w('header.targetHint')}
      >
        <Radio.Group
          vertical
          options={codesOf(TARGET_RULES).map((value) => ({ value, label: TARGET_RULES[value][language] }))}
        />
      </Form.Item>
      <Form.Item name="note" className="sb-wide" label={w('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
