import { Form, Input, Select } from 'antd'
import { useCodeOptions } from '../../components/use-code-options.js'
import { UnitField } from './unit-field.js'
import { useWords } from './use-words.js'

type Path = ReadonlyArray<string | number>

/** Keeps a value of the form that nobody edits. */
export function Kept() {
  return null
}

/** Name, code, nature and place of a unit that is to be founded. */
export function NewUnitFields({ path }: { path: Path }) {
  const { w } = useWords()
  const { tiers, kinds, sectors } = useCodeOptions()
  const at = (name: string) => [...path, name]
  const required = [{ required: true, whitespace: true, message: w('required') }]
  const choose = (options: Array<{ value: string; label: string }>, allowClear = false) => (
    <Select options={options} allowClear={allowClear} showSearch={{ optionFilterProp: 'label' }} />
  )
  return (
    <>
      <Form.Item name={at('ref')} hidden>
        <Kept />
      </Form.Item>
      <Form.Item name={at('name')} label={w('new.name')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={at('code')} label={w('new.code')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={at('parent')} label={w('new.parent')} className="sb-wide" extra={w('new.parentHint')}>
        <UnitField foundedToo />
      </Form.Item>
      <Form.Item name={at('tier')} label={w('new.tier')} rules={[{ required: true, message: w('required') }]}>
        {choose(tiers)}
      </Form.Item>
      <Form.Item name={at('kind')} label={w('new.kind')} rules={[{ required: true, message: w('required') }]}>
        {choose(kinds)}
      </Form.Item>
      <Form.Item name={at('sector')} label={w('new.sector')}>
        {choose(sectors, true)}
      </Form.Item>
    </>
  )
}
