import { codesOf, DISSOLVE_REASONS, TARGET_RULES, type OrganizationEventKind } from '@seedbed/shared'
import { Checkbox, Form, Input, Select, type FormInstance } from 'antd'
import { useCodeOptions } from '../../components/use-code-options.js'
import { HeirFields, HeirsFields } from './heir-fields.js'
import { NewUnitFields } from './new-unit-fields.js'
import { isSingle, type OperationValues } from './operation-form.js'
import type { KnownUnit } from './unit-choice.js'
import { UnitField, UnitsField } from './unit-field.js'
import { useWords } from './use-words.js'

interface Props {
  kind: OrganizationEventKind
  form: FormInstance<OperationValues>
}

/** What a new unit will most likely be, from the first unit that becomes it; nothing that was entered is changed. */
function suggest(form: FormInstance<OperationValues>, kind: OrganizationEventKind, unit: KnownUnit): void {
  if (kind !== 'MERGE') return
  const entered = form.getFieldValue(['heir', 'newUnit']) as OperationValues['newUnit']
  const parent = unit.ancestors.at(-1)
  const suggested = {
    tier: unit.tier,
    kind: unit.kind,
    sector: unit.sector ?? undefined,
    parent: parent && { value: `id:${parent.id}`, label: parent.name },
  }
  const known = Object.fromEntries(Object.entries(entered ?? {}).filter(([, value]) => value !== undefined))
  form.setFieldValue(['heir', 'newUnit'], { ...suggested, ...known })
}

/** The units that the operation is done to. */
function Units({ kind, form }: Props) {
  const { w } = useWords()
  const onKnown = (unit: KnownUnit) => suggest(form, kind, unit)
  if (kind === 'ESTABLISH') return <NewUnitFields path={['newUnit']} />
  const label = w(`units.${kind}`)
  const rules = [{ required: true, message: w('required') }]
  return (
    <Form.Item name={isSingle(kind) ? 'unit' : 'units'} className="sb-wide" label={label} rules={rules}>
      {isSingle(kind) ? (
        <UnitField onKnown={onKnown} />
      ) : (
        <UnitsField onKnown={onKnown} foundedToo={kind === 'MOVE'} />
      )}
    </Form.Item>
  )
}

function Changes({ kind }: { kind: OrganizationEventKind }) {
  const { w } = useWords()
  const { tiers, kinds, sectors } = useCodeOptions()
  const isRename = kind === 'RENAME'
  const choices = [
    ['tier', w('new.tier'), tiers],
    ['unitKind', w('new.kind'), kinds],
    ['sector', w('new.sector'), sectors],
  ] as const
  return (
    <>
      <Form.Item
        name="name"
        label={w('change.name')}
        extra={isRename ? undefined : w('change.unchanged')}
        rules={isRename ? [{ required: true, whitespace: true, message: w('required') }] : []}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="code" label={w('change.code')} extra={w('change.unchanged')}>
        <Input maxLength={40} />
      </Form.Item>
      {!isRename &&
        choices.map(([name, title, options]) => (
          <Form.Item key={name} name={name} label={title} extra={w('change.unchanged')}>
            <Select allowClear options={options} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        ))}
    </>
  )
}

function Parent({ kind, form }: Props) {
  const { w } = useWords()
  const units = Form.useWatch('units', form) as OperationValues['units']
  return (
    <>
      <Form.Item
        name="parent"
        className="sb-wide"
        label={w(kind === 'MOVE' ? 'move.parent' : 'handOver.parent')}
        extra={kind === 'HAND_OVER' ? w('handOver.hint') : undefined}
        rules={[{ required: true, message: w('required') }]}
      >
        <UnitField foundedToo />
      </Form.Item>
      {units?.length === 1 && (
        <Form.Item name="code" label={w('change.code')} extra={w('change.unchanged')}>
          <Input maxLength={40} />
        </Form.Item>
      )}
    </>
  )
}

function Dissolve() {
  const { w, label } = useWords()
  const reasons = codesOf(DISSOLVE_REASONS).map((value) => ({ value, label: label(DISSOLVE_REASONS, value) }))
  return (
    <>
      <Form.Item
        name="reason"
        className="sb-wide"
        label={w('dissolve.reason')}
        rules={[{ required: true, message: w('required') }]}
      >
        <Select options={reasons} />
      </Form.Item>
      <Form.Item
        name={['heir', 'unit']}
        className="sb-wide"
        label={w('dissolve.heir')}
        extra={w('dissolve.heirHint')}
      >
        <UnitField foundedToo />
      </Form.Item>
    </>
  )
}

/** What holds for every kind, folded away because the reorganization says it for all. */
function More({ kind }: { kind: OrganizationEventKind }) {
  const { w, label } = useWords()
  const ends = kind === 'MERGE' || kind === 'SPLIT' || kind === 'DISSOLVE'
  const rules = codesOf(TARGET_RULES).map((value) => ({ value, label: label(TARGET_RULES, value) }))
  return (
    <>
      {ends && (
        <Form.Item name="targetRule" className="sb-wide" label={w('header.targetRule')}>
          <Select allowClear options={rules} placeholder={w('rule.asHeader')} />
        </Form.Item>
      )}
      <Form.Item name="note" className="sb-wide" label={w('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

/** The fields of an operation, by its kind. */
export function OperationFields({ kind, form }: Props) {
  const { w } = useWords()
  return (
    <>
      <Units kind={kind} form={form} />
      {kind === 'MERGE' && <HeirFields form={form} path={['heir']} />}
      {kind === 'SPLIT' && <HeirsFields form={form} />}
      {kind === 'SPLIT' && (
        <Form.Item name="restToPrincipal" className="sb-wide" valuePropName="checked">
          <Checkbox>{w('split.restToPrincipal')}</Checkbox>
        </Form.Item>
      )}
      {(kind === 'MOVE' || kind === 'HAND_OVER') && <Parent kind={kind} form={form} />}
      {(kind === 'RENAME' || kind === 'RECLASSIFY') && <Changes kind={kind} />}
      {kind === 'DISSOLVE' && <Dissolve />}
      <More kind={kind} />
    </>
  )
}
