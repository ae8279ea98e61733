import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Radio, type FormInstance } from 'antd'
import { Kept, NewUnitFields } from './new-unit-fields.js'
import type { HeirValues, OperationValues } from './operation-form.js'
import { UnitField } from './unit-field.js'
import { useWords } from './use-words.js'

type Path = ReadonlyArray<string | number>

interface Props {
  form: FormInstance<OperationValues>
  /** Where the heir lies in the whole form, and below the list that it is an item of. */
  path: Path
  name?: Path
}

/** Who takes over: a unit to be founded, or one that stands and lives on. */
export function HeirFields({ form, path, name = path }: Props) {
  const { w } = useWords()
  const how = (Form.useWatch([...path, 'how'], form) as HeirValues['how'] | undefined) ?? 'NEW'
  return (
    <>
      <Form.Item name={[...name, 'how']} className="sb-wide" label={w('heir.how')}>
        <Radio.Group
          options={[
            { value: 'NEW', label: w('heir.NEW') },
            { value: 'STANDING', label: w('heir.STANDING') },
          ]}
        />
      </Form.Item>
      <Form.Item name={[...name, 'children']} hidden>
        <Kept />
      </Form.Item>
      {how === 'NEW' ? (
        <NewUnitFields path={[...name, 'newUnit']} />
      ) : (
        <Form.Item
          name={[...name, 'unit']}
          className="sb-wide"
          label={w('heir.unit')}
          rules={[{ required: true, message: w('required') }]}
        >
          <UnitField foundedToo />
        </Form.Item>
      )}
    </>
  )
}

/** The units that a unit is divided into, two at least; one of them is the principal heir. */
export function HeirsFields({ form }: { form: FormInstance<OperationValues> }) {
  const { w } = useWords()
  return (
    <div className="sb-wide">
      <Form.List name="heirs">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key} className="sb-heir">
                <legend>{w('heir.number', { n: index + 1 })}</legend>
                <div className="sb-form">
                  <HeirFields form={form} path={['heirs', name]} name={[name]} />
                </div>
                {fields.length > 2 && (
                  <Button icon={<DeleteOutlined />} onClick={() => remove(name)}>
                    {w('heir.remove')}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ how: 'NEW' })}>
              {w('heir.add')}
            </Button>
            <Form.Item
              name="principal"
              className="sb-heir-principal"
              label={w('heir.principal')}
              extra={w('heir.principalHint')}
            >
              <Radio.Group
                options={fields.map((_, index) => ({
                  value: index,
                  label: w('heir.number', { n: index + 1 }),
                }))}
              />
            </Form.Item>
          </>
        )}
      </Form.List>
    </div>
  )
}
