import { useApolloClient } from '@apollo/client/react'
import type { OrganizationQuery, PersonQuery } from '@seedbed/shared'
import { Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FreezeEvidenceMutation } from './evidence-query.js'
import { SaveQueryMutation } from './kept-query.js'
import { KEPT_TEXTS } from './kept-texts.js'

/** A question about units or about persons, as the API takes it. */
export type Asked = { organizations: OrganizationQuery } | { persons: PersonQuery }

interface Props {
  asked: Asked
  /** The question as a sentence. */
  sentence: string
  onClose: () => void
}

/** Keeps a question under a name. */
export function SaveDialog({ asked, sentence, onClose }: Props) {
  const w = useOwnTexts(KEPT_TEXTS)
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={w('saveTitle')}
      form={form}
      explain={w('saveExplain')}
      savedText={w('savedSaid')}
      onSave={({ name }) =>
        client.mutate({ mutation: SaveQueryMutation, variables: { input: { name: String(name), ...asked } } })
      }
      onClose={onClose}
    >
      <Form.Item
        name="name"
        className="sb-wide"
        label={w('name')}
        rules={[{ required: true, whitespace: true, message: w('required') }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <p className="sb-wide sb-query-hint">{sentence}</p>
    </FormDialog>
  )
}

/** Freezes the answer to a question as evidence, and opens it. */
export function FreezeDialog({ asked, sentence, onClose }: Props) {
  const w = useOwnTexts(KEPT_TEXTS)
  const client = useApolloClient()
  const navigate = useNavigate()
  const { unitId, hrefTo } = usePlace()
  const [form] = Form.useForm()
  const freeze = async ({ note }: Record<string, unknown>) => {
    const input = { note: typeof note === 'string' ? note.trim() : '', ...asked }
    const { data } = await client.mutate({ mutation: FreezeEvidenceMutation, variables: { input } })
    const id = data?.freezeEvidence.id
    if (id) void navigate(hrefTo(unitId, 'query', { view: 'evidence', evidence: id }))
  }
  return (
    <FormDialog
      title={w('freezeTitle')}
      form={form}
      explain={w('freezeExplain')}
      saveText={w('freezeSave')}
      savedText={w('frozen')}
      onSave={freeze}
      onClose={onClose}
    >
      <Form.Item name="note" className="sb-wide" label={w('note')} extra={w('noteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <p className="sb-wide sb-query-hint">{sentence}</p>
    </FormDialog>
  )
}
