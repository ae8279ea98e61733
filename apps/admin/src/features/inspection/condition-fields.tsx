import { UNIT_FACTS, codesOf, type QueryCondition, type UnitFact } from '@seedbed/shared'
import { Input, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { DayField } from '../../components/day-field.js'
import { ComparisonFields } from './comparison-fields.js'
import { ConditionGroup, type Fresh } from './condition-group.js'
import { asGroup, freshComparison } from './condition-tree.js'
import { QUERY_TEXTS } from './inspection-texts.js'

const dated: ReadonlySet<UnitFact> = new Set(['TARGET_RAISED_AFTER', 'TARGET_LOWERED_AFTER'])

function FactFields({
  fact,
  onChange,
}: {
  fact: NonNullable<QueryCondition['fact']>
  onChange: (next: QueryCondition) => void
}) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { label } = useTexts()
  const { question } = usePlace()
  return (
    <>
      <Select<UnitFact>
        aria-label={w('fact')}
        className="sb-query-wide"
        value={fact.fact}
        popupMatchSelectWidth={false}
        options={codesOf(UNIT_FACTS).map((value) => ({ value, label: label(UNIT_FACTS, value) }))}
        onChange={(next) =>
          onChange({
            fact: { fact: next, ...(dated.has(next) ? { after: fact.after ?? question.asOf } : {}) },
          })
        }
      />
      {dated.has(fact.fact) && (
        <DayField
          value={fact.after ?? undefined}
          onChange={(after) => onChange({ fact: { ...fact, after } })}
        />
      )}
    </>
  )
}

function Leaf({ node, onChange }: { node: QueryCondition; onChange: (next: QueryCondition) => void }) {
  const w = useOwnTexts(QUERY_TEXTS)
  if (node.compare)
    return <ComparisonFields compare={node.compare} onChange={(compare) => onChange({ compare })} />
  if (node.fact) return <FactFields fact={node.fact} onChange={onChange} />
  return (
    <>
      <span>{w('nameHolds')}</span>
      <Input
        aria-label={w('nameHolds')}
        className="sb-query-name"
        value={node.name ?? ''}
        maxLength={100}
        onChange={({ target }) => onChange({ name: target.value })}
      />
    </>
  )
}

const fresh: readonly Fresh<QueryCondition>[] = [
  { text: 'addCompare', make: freshComparison },
  { text: 'addName', make: () => ({ name: '' }) },
  { text: 'addFact', make: () => ({ fact: { fact: 'DECLARED_DIFFERS' } }) },
]

interface Props {
  where: QueryCondition | null | undefined
  fault: { field: string; words: string } | null
  onChange: (where: QueryCondition) => void
}

/** The conditions of a question about units. */
export function ConditionFields({ where, fault, onChange }: Props) {
  return (
    <ConditionGroup<QueryCondition>
      root={asGroup(where)}
      path={[]}
      fresh={fresh}
      fault={fault}
      leaf={(node, change) => <Leaf node={node} onChange={change} />}
      onRoot={onChange}
    />
  )
}
