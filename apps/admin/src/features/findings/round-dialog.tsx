import { useApolloClient, useQuery } from '@apollo/client/react'
import { INSPECTING_BODIES, ROUND_KINDS, type InspectingBody, type RoundKind } from '@seedbed/shared'
import { Form, Input, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import { CreateRoundMutation, PlanDocumentsQuery, UpdateRoundMutation, type Round } from './rounds-query.js'

function factsOf(values: Record<string, unknown>) {
  const text = (name: string) => String(values[name])
  return {
    body: values['body'] as InspectingBody,
    kind: values['kind'] as RoundKind,
    theme: text('theme'),
    fromDay: text('fromDay'),
    toDay: text('toDay'),
    ...(values['documentId'] ? { documentId: text('documentId') } : {}),
    ...(values['looksFrom'] ? { looksFrom: text('looksFrom') } : {}),
  }
}

function Fields({ unitId }: { unitId: string }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { place } = usePlace()
  const { data } = useQuery(PlanDocumentsQuery, { variables: { id: unitId, at: place.asOf } })
  const needed = [{ required: true, message: s('required') }]
  const choices = (list: typeof ROUND_KINDS | typeof INSPECTING_BODIES) =>
    Object.keys(list).map((value) => ({ value, label: label(list, value as never) }))
  return (
    <>
      <Form.Item name="kind" label={s('kind')}>
        <Select options={choices(ROUND_KINDS)} />
      </Form.Item>
      <Form.Item name="body" label={s('body')}>
        <Select options={choices(INSPECTING_BODIES)} />
      </Form.Item>
      <Form.Item
        name="theme"
        className="sb-wide"
        label={s('theme')}
        rules={[{ required: true, whitespace: true, message: s('required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={400} />
      </Form.Item>
      <Form.Item name="documentId" className="sb-wide" label={s('plan')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={(data?.organization?.documents ?? []).map(({ id, number, title }) => ({
            value: id,
            label: `${number} · ${title}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="fromDay" label={s('from')} rules={needed}>
        <DayField />
      </Form.Item>
      <Form.Item name="toDay" label={s('to')} rules={needed}>
        <DayField />
      </Form.Item>
      <Form.Item name="looksFrom" className="sb-wide" label={s('looksFrom')} extra={s('looksHint')}>
        <DayField allowClear />
      </Form.Item>
    </>
  )
}

/** Opens a round of the unit, or changes what an open one is about. */
export function RoundDialog({
  unitId,
  round,
  onClose,
}: {
  unitId: string
  round?: Round
  onClose: () => void
}) {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const initial = round
    ? { ...round, documentId: round.document?.id, looksFrom: round.looksFrom ?? undefined }
    : { kind: 'THEMATIC_INSPECTION', body: 'COMMITTEE', fromDay: today, toDay: today }
  return (
    <FormDialog
      title={s(round ? 'editRound' : 'openRound')}
      form={form}
      initial={initial}
      savedText={s(round ? 'roundChanged' : 'roundOpened')}
      onSave={(values) => {
        const facts = factsOf(values)
        if (!round) {
          const input = { ...facts, organizationId: unitId }
          return client.mutate({ mutation: CreateRoundMutation, variables: { input } })
        }
        const input = { ...facts, id: round.id, version: round.version }
        return client.mutate({ mutation: UpdateRoundMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <Fields unitId={unitId} />
    </FormDialog>
  )
}
