import { useMutation } from '@apollo/client/react'
import { Checkbox, Form } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { UnitTreeSelect } from '../../components/unit-tree-select.js'
import type { VariablesOf } from '../../gql/graphql.js'
import { CreateGrantMutation, type Account } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'
import { RoleSelect, useGrantable } from './role-select.js'

type Input = VariablesOf<typeof CreateGrantMutation>['input']

/** One more grant: where, picked from the tree, what, and from when to when. */
export function GrantDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const { today } = useInstallation()
  const [form] = Form.useForm()
  const [create] = useMutation(CreateGrantMutation)
  const overall = useGrantable(null) ?? []
  const whole = Form.useWatch('whole', form) === true
  const picked = Form.useWatch('organizationId', form) as string | undefined
  const needed = [{ required: true, message: s('required') }]
  const save = ({ organizationId, role, validFrom, validTo }: Record<string, unknown>) => {
    const input = {
      accountId: account.id,
      role,
      ...(whole ? {} : { organizationId }),
      ...(validFrom ? { validFrom } : {}),
      ...(validTo ? { validTo } : {}),
    } as Input
    return create({ variables: { input } })
  }
  return (
    <FormDialog
      title={`${s('addGrant')} · ${account.name}`}
      form={form}
      initial={{ validFrom: today }}
      savedText={s('grantAdded')}
      onSave={save}
      onClose={onClose}
    >
      {overall.length > 0 && (
        <Form.Item name="whole" className="sb-wide" valuePropName="checked">
          <Checkbox>{s('whole')}</Checkbox>
        </Form.Item>
      )}
      {!whole && (
        <Form.Item name="organizationId" className="sb-wide" label={s('unit')} rules={needed}>
          <UnitTreeSelect at={today} />
        </Form.Item>
      )}
      <Form.Item name="role" className="sb-wide" label={s('role')} rules={needed}>
        <RoleSelect unit={whole ? null : picked} />
      </Form.Item>
      <Form.Item name="validFrom" label={s('validFrom')}>
        <DayField />
      </Form.Item>
      <Form.Item name="validTo" label={s('validTo')}>
        <DayField allowClear />
      </Form.Item>
    </FormDialog>
  )
}
