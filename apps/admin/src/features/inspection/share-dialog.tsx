import { useApolloClient } from '@apollo/client/react'
import { codesOf, ROLES, type Role } from '@seedbed/shared'
import { Form, Radio, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { UnitTreeSelect } from '../../components/unit-tree-select.js'
import { ShareQueryMutation, type Saved } from './kept-query.js'
import { KEPT_TEXTS } from './kept-texts.js'

const WHERE = ['NOBODY', 'UNIT', 'EVERYWHERE'] as const
type Where = (typeof WHERE)[number]

/** With whom a question is shared: a unit or everywhere, all there or one role. */
export function ShareDialog({ saved, onClose }: { saved: Saved; onClose: () => void }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { label } = useTexts()
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { sharedEverywhere, sharedOrganization, sharedRole } = saved
  const known: Where = sharedEverywhere ? 'EVERYWHERE' : sharedOrganization ? 'UNIT' : 'NOBODY'
  const where = (Form.useWatch('where', form) ?? known) as Where
  const share = (values: Record<string, unknown>) => {
    const input = {
      id: saved.id,
      version: saved.version,
      ...(values.where === 'UNIT' ? { organizationId: String(values.organizationId) } : {}),
      ...(values.where === 'EVERYWHERE' ? { everywhere: true } : {}),
      ...(values.where !== 'NOBODY' && values.role ? { role: values.role as Role } : {}),
    }
    return client.mutate({ mutation: ShareQueryMutation, variables: { input } })
  }
  return (
    <FormDialog
      title={w('shareTitle', { name: saved.name })}
      form={form}
      initial={{ where: known, organizationId: sharedOrganization?.id, role: sharedRole ?? undefined }}
      saveText={w('share')}
      savedText={w('shared')}
      onSave={share}
      onClose={onClose}
    >
      <Form.Item name="where" className="sb-wide" label={w('shareWhere')}>
        <Radio.Group vertical options={WHERE.map((value) => ({ value, label: w(value) }))} />
      </Form.Item>
      {where === 'UNIT' && (
        <Form.Item
          name="organizationId"
          className="sb-wide"
          label={w('shareUnit')}
          rules={[{ required: true, message: w('shareUnit') }]}
        >
          <UnitTreeSelect at={place.asOf} name={sharedOrganization?.name} />
        </Form.Item>
      )}
      {where !== 'NOBODY' && (
        <Form.Item name="role" className="sb-wide" label={w('shareRole')}>
          <Select
            allowClear
            placeholder={w('anyRole')}
            options={codesOf(ROLES).map((value) => ({ value, label: label(ROLES, value) }))}
          />
        </Form.Item>
      )}
    </FormDialog>
  )
}
