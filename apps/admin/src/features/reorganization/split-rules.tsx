import { useMutation } from '@apollo/client/react'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { codesOf, ETHNIC_GROUPS, OCCUPATIONS, SHARE_ATTRIBUTES, type ShareAttribute } from '@seedbed/shared'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { RefusalNote } from './refusal.js'
import type { Header, ListedOperation } from './reorganization-query.js'
import { AssignByRuleMutation } from './split-query.js'
import { useChange } from './use-change.js'
import { useWords } from './use-words.js'

interface Rule {
  attribute: ShareAttribute
  values: string[]
  from: string
  to: string
  successor: number
}

const ranged: ReadonlySet<ShareAttribute> = new Set(['BIRTH_YEAR', 'NAME'])

function useValueOptions(attribute: ShareAttribute) {
  const { w, t, label } = useWords()
  const listed = (list: Record<string, { vi: string; en: string }>) =>
    Object.keys(list).map((value) => ({ value, label: label(list, value) }))
  if (attribute === 'OCCUPATION') return listed(OCCUPATIONS)
  if (attribute === 'ETHNICITY')
    return Object.entries(ETHNIC_GROUPS).map(([value, name]) => ({ value, label: name }))
  if (attribute === 'FEMALE')
    return [
      { value: 'true', label: t('person.female') },
      { value: 'false', label: t('person.male') },
    ]
  return [
    { value: 'true', label: w('rule.youthUnion') },
    { value: 'false', label: w('rule.noYouthUnion') },
  ]
}

interface RowProps {
  rule: Rule
  number: number
  heirs: readonly string[]
  onChange: (changes: Partial<Rule>) => void
  onRemove: () => void
}

function RuleRow({ rule, number, heirs, onChange, onRemove }: RowProps) {
  const { w, label } = useWords()
  const options = useValueOptions(rule.attribute)
  const attributes = codesOf(SHARE_ATTRIBUTES).map((value) => ({
    value,
    label: label(SHARE_ATTRIBUTES, value),
  }))
  const bound = (name: 'from' | 'to') => (
    <Input
      aria-label={w(`rule.${name}`)}
      placeholder={w(`rule.${name}${rule.attribute === 'NAME' ? 'Name' : 'Year'}`)}
      value={rule[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  )
  return (
    <li>
      <span className="sb-op-number">{number}</span>
      <Select
        aria-label={w('rule.attribute')}
        value={rule.attribute}
        options={attributes}
        onChange={(attribute) => onChange({ attribute, values: [], from: '', to: '' })}
      />
      {ranged.has(rule.attribute) ? (
        <span className="sb-rule-range">
          {bound('from')} – {bound('to')}
        </span>
      ) : (
        <Select
          aria-label={w('rule.values')}
          mode="multiple"
          placeholder={w('rule.values')}
          showSearch={{ optionFilterProp: 'label' }}
          value={rule.values}
          options={options}
          onChange={(values) => onChange({ values })}
        />
      )}
      <span aria-hidden>→</span>
      <Select
        aria-label={w('split.goesTo')}
        value={rule.successor}
        options={heirs.map((name, value) => ({ value, label: name }))}
        onChange={(successor) => onChange({ successor })}
      />
      <Button icon={<DeleteOutlined />} aria-label={`${w('rule.remove')} ${number}`} onClick={onRemove} />
    </li>
  )
}

/** Only what a rule of its attribute uses. */
function inputOf({ attribute, values, from, to, successor }: Rule) {
  if (!ranged.has(attribute)) return { attribute, values, successor }
  return {
    attribute,
    successor,
    ...(from.trim() ? { from: from.trim() } : {}),
    ...(to.trim() ? { to: to.trim() } : {}),
  }
}

function isComplete({ attribute, values, from, to }: Rule): boolean {
  return ranged.has(attribute) ? (from + to).trim() !== '' : values.length > 0
}

interface Props {
  header: Header
  operation: ListedOperation
  heirs: readonly string[]
}

const fresh: Rule = { attribute: 'BIRTH_YEAR', values: [], from: '', to: '', successor: 0 }

/** Persons assigned by rule: the first rule that fits holds, who was assigned by hand stays where they are. */
export function SplitRules({ header, operation, heirs }: Props) {
  const { w } = useWords()
  const [rules, setRules] = useState<Rule[]>([])
  const [assign] = useMutation(AssignByRuleMutation)
  const { busy, failure, run } = useChange()
  const change = (at: number, changes: Partial<Rule>) =>
    setRules(rules.map((rule, index) => (index === at ? { ...rule, ...changes } : rule)))
  const send = () =>
    run(() =>
      assign({
        variables: {
          id: header.id,
          version: header.version,
          operationId: operation.id,
          rules: rules.map(inputOf),
        },
      }),
    )
  return (
    <details className="sb-folded">
      <summary>{w('rule.title')}</summary>
      <p className="sb-quiet">{w('rule.hint')}</p>
      <ol className="sb-rules">
        {rules.map((rule, index) => (
          <RuleRow
            key={index}
            rule={rule}
            number={index + 1}
            heirs={heirs}
            onChange={(changes) => change(index, changes)}
            onRemove={() => setRules(rules.filter((_, other) => other !== index))}
          />
        ))}
      </ol>
      <div className="sb-reorg-actions">
        <Button icon={<PlusOutlined />} onClick={() => setRules([...rules, fresh])}>
          {w('rule.add')}
        </Button>
        <Button
          disabled={rules.length === 0 || !rules.every(isComplete)}
          loading={busy}
          onClick={() => void send()}
        >
          {w('rule.run')}
        </Button>
      </div>
      <RefusalNote failure={failure} />
    </details>
  )
}
