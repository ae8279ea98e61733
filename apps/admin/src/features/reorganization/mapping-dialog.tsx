import { useApolloClient, useMutation } from '@apollo/client/react'
import { UploadOutlined, WarningOutlined } from '@ant-design/icons'
import { addDays } from '@seedbed/shared'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { FailureText } from '../../components/error-state.js'
import { FormDialog } from '../../components/form-dialog.js'
import { useCodeOptions } from '../../components/use-code-options.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { formatCount } from '../../lib/format.js'
import { MappingPreviewBox } from './mapping-preview-box.js'
import { MappingPreviewQuery, type Preview } from './mapping-query.js'
import { AddMappingMutation } from './reorganization-mutations.js'
import type { Header, NewUnit } from './reorganization-query.js'
import { choiceOfUnit, refOf, type Choice } from './unit-choice.js'
import { UnitField, UnitSource } from './unit-field.js'
import { useWords } from './use-words.js'

interface Values {
  text: string
  parent: Choice
  tier: string
}

const inputOf = ({ text, parent, tier }: Values) => ({ text, parent: refOf(parent), tier })

/** Asks what the table would add; the answer holds for exactly what was asked. */
function usePreview(id: string) {
  const client = useApolloClient()
  const [state, setState] = useState<{ asked: string; preview: Preview } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(false)
  const ask = async (values: Values) => {
    const input = inputOf(values)
    setLoading(true)
    setFailure(null)
    try {
      const { data } = await client.query({
        query: MappingPreviewQuery,
        variables: { id, input },
        fetchPolicy: 'no-cache',
      })
      if (data) setState({ asked: JSON.stringify(input), preview: data.mappingPreview })
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setLoading(false)
    }
  }
  return { state, failure, loading, ask }
}

interface Props {
  header: Header
  founded: ReadonlyMap<string, NewUnit>
  onClose: () => void
}

function TableFields() {
  const { w } = useWords()
  const { tiers } = useCodeOptions()
  const form = Form.useFormInstance<Values>()
  const file = useRef<HTMLInputElement>(null)
  const readFile = async (chosen: File | undefined) => {
    if (chosen) form.setFieldValue('text', await chosen.text())
  }
  const required = [{ required: true, message: w('required') }]
  return (
    <>
      <Form.Item
        name="text"
        className="sb-wide"
        label={w('mapping.text')}
        extra={w('mapping.columns')}
        rules={required}
      >
        <Input.TextArea
          className="sb-mapping-text"
          autoSize={{ minRows: 6, maxRows: 14 }}
          placeholder={w('mapping.example')}
          spellCheck={false}
        />
      </Form.Item>
      <div className="sb-mapping-file sb-wide">
        <Button icon={<UploadOutlined />} onClick={() => file.current?.click()}>
          {w('mapping.file')}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={w('mapping.file')}
          accept=".csv,.tsv,.txt"
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
      </div>
      <Form.Item name="parent" label={w('mapping.parent')} rules={required}>
        <UnitField foundedToo />
      </Form.Item>
      <Form.Item name="tier" label={w('mapping.tier')} rules={required}>
        <Select options={tiers} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    </>
  )
}

/** A table old code → new code → whole or part becomes operations: pasted, looked at, put right, and added at once. */
export function MappingDialog({ header, founded, onClose }: Props) {
  const { w, language } = useWords()
  const [form] = Form.useForm<Values>()
  const [addMapping] = useMutation(AddMappingMutation)
  const { state, failure, loading, ask } = usePreview(header.id)
  const initial = {
    text: '',
    parent: header.organization ? choiceOfUnit(header.organization) : undefined,
    tier: 'SUPERIOR_COMMUNE',
  }
  const { text, parent, tier } = { ...initial, ...(Form.useWatch([], form) as Partial<Values> | undefined) }
  const isCurrent = !!state && !!parent && state.asked === JSON.stringify(inputOf({ text, parent, tier }))
  const ready = isCurrent && state.preview.faults.length === 0 && state.preview.operations.length > 0
  const look = () => void form.validateFields().then(ask, () => undefined)
  return (
    <UnitSource value={{ at: addDays(header.effectiveOn, -1), founded }}>
      <FormDialog
        title={w('mapping.open')}
        width={920}
        explain={w('mapping.explain')}
        form={form}
        initial={initial}
        disabled={!ready}
        saveText={
          ready
            ? w('mapping.add', { n: formatCount(state.preview.operations.length, language) })
            : w('mapping.addNone')
        }
        savedText={w('mapping.added')}
        onSave={(values) =>
          addMapping({
            variables: {
              id: header.id,
              version: header.version,
              input: inputOf(values as unknown as Values),
            },
          })
        }
        onClose={onClose}
      >
        <TableFields />
        <div className="sb-wide sb-mapping-look">
          <Button loading={loading} onClick={look}>
            {w('mapping.look')}
          </Button>
          {state && !isCurrent && <span className="sb-warn">{w('mapping.stale')}</span>}
        </div>
        {failure && (
          <Alert
            className="sb-wide"
            type="error"
            showIcon
            icon={<WarningOutlined />}
            title={<FailureText failure={failure} />}
            role="alert"
          />
        )}
        {state && <MappingPreviewBox preview={state.preview} text={text} founded={founded} />}
      </FormDialog>
    </UnitSource>
  )
}
