import '../../lib/reason-words.js'
import { useMutation } from '@apollo/client/react'
import { readNotation, writeNotation, type StatementPart } from '@seedbed/shared'
import { Form, Input } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { graphql, type VariablesOf } from '../../gql/graphql.js'
import { tellReason } from '../../lib/reason.js'
import type { UnitTemplate } from './statement-query.js'
import { TemplatePreview } from './template-preview.js'
import { TemplateText } from './template-text.js'

const SaveTemplateMutation = graphql(`
  mutation SaveStatementTemplate($input: SaveStatementTemplateInput!) {
    saveStatementTemplate(input: $input) {
      id
      version
      title
      parts
    }
  }
`)

const since: FieldSpec = { name: 'validFrom', label: 'statement.validFrom', type: 'day', required: true }

interface Values {
  title: string
  text: string
  validFrom: string
}

/** Its own template is changed; of an inherited one the unit gets its own, which then holds for all below it. */
function inputOf(template: UnitTemplate, unitId: string, { title, text, validFrom }: Values) {
  const read = readNotation(text)
  const parts = 'parts' in read ? JSON.stringify(read.parts) : text
  const common = { organizationId: unitId, code: template.code, title, parts }
  if (template.organization?.id !== unitId) return { ...common, validFrom }
  const { id, version, validTo } = template
  return { ...common, id, version, validFrom: template.validFrom, ...(validTo ? { validTo } : {}) }
}

/** How the paragraph about the unit is worded: edited as text, with what it will read like underneath. */
export function TemplateDialog({ template, onClose }: { template: UnitTemplate; onClose: () => void }) {
  const { t, language } = useTexts()
  const { place, unitId } = usePlace()
  const { today } = useInstallation()
  const [form] = Form.useForm<Values>()
  const [save] = useMutation(SaveTemplateMutation)
  const initial: Values = {
    title: template.title,
    text: writeNotation(JSON.parse(template.parts) as StatementPart[]),
    validFrom: `${place.asOf.slice(0, 4)}-01-01`,
  }
  const text = (Form.useWatch('text', form) as string | undefined) ?? initial.text
  const isOwn = template.organization?.id === unitId
  const refuseFault = (_: unknown, value: string) => {
    const read = readNotation(value)
    return 'parts' in read ? Promise.resolve() : Promise.reject(new Error(tellReason(read.fault, language)))
  }
  const onSave = (values: Record<string, unknown>) => {
    const input = inputOf(template, unitId, values as unknown as Values)
    return save({ variables: { input } as VariablesOf<typeof SaveTemplateMutation> })
  }
  return (
    <FormDialog
      title={t('statement.edit')}
      explain={t(isOwn ? 'statement.changesOwn' : 'statement.makesOwn')}
      form={form}
      initial={{ ...initial }}
      savedText={t('statement.saved')}
      onSave={onSave}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        className="sb-wide"
        label={t('statement.name')}
        rules={[{ required: true, whitespace: true, message: t('record.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="text"
        className="sb-wide"
        label={t('statement.wording')}
        extra={t('statement.notation')}
        rules={[{ validator: refuseFault }]}
      >
        <TemplateText />
      </Form.Item>
      {!isOwn && <FormFields fields={[since]} at={place.asOf} today={today} />}
      <TemplatePreview text={text} code={template.code} />
    </FormDialog>
  )
}
