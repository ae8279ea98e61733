import { useApolloClient } from '@apollo/client/react'
import type { RuleCode } from '@seedbed/shared'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import type { ResultOf, VariablesOf } from '../../gql/graphql.js'
import { PreviewRuleQuery, SetRuleMutation, type Rule } from './rules-query.js'
import { VersionLine } from './rules-table.js'

const FIELDS: readonly FieldSpec[] = [
  { name: 'value', label: 'rules.value', type: 'number', required: true },
  { name: 'per', label: 'rules.per', type: 'number' },
  { name: 'regulation', label: 'rules.regulation', type: 'text', required: true },
  { name: 'article', label: 'rules.article', type: 'text' },
  { name: 'validFrom', label: 'rules.validFrom', type: 'day', required: true, future: true },
  { name: 'validTo', label: 'rules.validTo', type: 'day', future: true },
  { name: 'confirmed', label: 'rules.confirmed', type: 'check' },
  { name: 'note', label: 'record.note', type: 'note' },
]

type Input = VariablesOf<typeof PreviewRuleQuery>['input']
type Preview = ResultOf<typeof PreviewRuleQuery>['previewRule']

function Shown({ rule, preview }: { rule: Rule; preview: Preview }) {
  const { t } = useTexts()
  return (
    <section className="sb-wide sb-preview" aria-label={t('rules.preview')} role="status">
      <strong>{t('rules.preview')}</strong>
      <ul>
        {preview.after.map((version) => (
          <li key={version.validFrom}>
            <VersionLine rule={rule} version={version} />
          </li>
        ))}
      </ul>
      {preview.candidatesAffected !== null && <p>{t('rules.affected', { n: preview.candidatesAffected })}</p>}
    </section>
  )
}

/** A new version of a rule: what would become of the others is shown before anything is saved. */
export function RuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t, language } = useTexts()
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const [preview, setPreview] = useState<Preview | null>(null)
  const fields = FIELDS.filter(({ name }) => name !== 'per' || rule.unit === 'SHARE')
  const last = rule.versions.at(-1)
  const inputOf = (values: Record<string, unknown>) =>
    ({ ...toInput(values, fields), code: rule.code as RuleCode }) as unknown as Input
  const show = async () => {
    const values = (await form.validateFields()) as Record<string, unknown>
    const { data } = await client.query({
      query: PreviewRuleQuery,
      variables: { input: inputOf(values) },
      fetchPolicy: 'network-only',
    })
    setPreview(data?.previewRule ?? null)
  }
  return (
    <FormDialog
      title={language === 'vi' ? rule.label : rule.labelEn}
      explain={t('rules.explain')}
      form={form}
      initial={{ value: last?.value, per: last?.per ?? undefined, validFrom: today, confirmed: false }}
      savedText={t('rules.saved')}
      onSave={(values) =>
        client.mutate({
          mutation: SetRuleMutation,
          variables: { input: { ...inputOf(values), changes: rule.changes } },
        })
      }
      onClose={onClose}
    >
      <FormFields fields={fields} at={today} today={today} />
      <Form.Item className="sb-wide">
        <Button onClick={() => void show().catch(() => undefined)}>{t('rules.preview')}</Button>
      </Form.Item>
      {preview && <Shown rule={rule} preview={preview} />}
    </FormDialog>
  )
}
